"""Takes headings, contents and page breaks, gives rows that stay with what follows, and anchors for links."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.desk import Desk, SetPassage, nodes_of, text_items, unset
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.listed import compose_list_title, stand_on_grid
from layout.compose.parts.titles import fit_titles
from layout.compose.rows import Bookmark, Fixed, PageNumber, Piece, Row
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.content.pairs import ProsePair
from layout.model.content.prose import Prose
from layout.model.layout import Box, Link, StructNode
from layout.model.records import replace

OPENER_SINK = 7
"""Grid lines an opener's heading stands below the page's head."""


class Anchors:
    """The headings of a brochure in order, each with the number by which links find it."""

    def __init__(self, headings: Iterable[tuple[int, Heading]]) -> None:
        self.headings = tuple(headings)
        self._numbers = {id(heading): number for number, heading in self.headings}

    def number(self, heading: Heading) -> int:
        return self._numbers[id(heading)]


def compose_heading(block: Heading, desk: Desk, anchors: Anchors) -> ComposedBlock:
    """A heading of either language; an opener starts a page, sunk, with the river in the gutter."""
    role = "opener" if block.opener else f"heading{block.level}"
    desk = fit_titles([block.text], role, desk)
    style = desk.style(role)
    passages = desk.set_pair(block.text, role, f"H{block.level}")
    for side, passage in enumerate(passages):
        if block.key is not None and passage is not None:
            desk.marks.homes[block.key, side] = passage.leaf
    items, height = stand_on_grid(passages, desk)
    row = Row(
        where=block.where,
        step=height,
        count=1,
        pieces=(Fixed(items),),
        before=style.before,
        pad=style.after,
        sink=OPENER_SINK * desk.theme.page.grid if block.opener else 0.0,
        keep=True,
        fresh=block.opener,
        river=block.opener,
        anchor=anchors.number(block),
        running=_texts(block.short or block.text) if block.level == 1 else None,
        bookmarks=tuple(
            Bookmark(unset(text), block.level - 1, language)
            for text, language in zip(_texts(block.text), desk.languages, strict=True)
            if text
        ),
    )
    return ComposedBlock(rows=(row,), nodes=nodes_of(*passages))


def _texts(title: ProsePair) -> tuple[str, str]:
    left, right = (side.text if side is not None else "" for side in title.sides)
    return (left, right)


def compose_page_break(block: PageBreak, desk: Desk) -> ComposedBlock:
    """Nothing on the page but its end."""
    return ComposedBlock(rows=(), nodes=(), breaks=not block.may, offers=block.may)


def compose_contents(block: Contents, desk: Desk, anchors: Anchors) -> ComposedBlock:
    """The table of contents: an entry a row, folios flush right."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    if block.title is not None:
        title, nodes = compose_list_title(block.title, block.where, desk)
        rows.append(title)
    entries: tuple[list[StructNode], list[StructNode]] = ([], [])
    listed = [entry for entry in anchors.headings if entry[1].level <= block.depth]
    deep = any(heading.level > 1 for _, heading in listed)
    entry_rows = [_entry(anchor, heading, desk, entries, deep=deep) for anchor, heading in listed]
    if entry_rows:
        entry_rows[0] = replace(entry_rows[0], before=0.0)
        rows.extend(closed(entry_rows, 0.0, desk))
    nodes.extend(
        StructNode(tag="TOC", children=tuple(entries[side]), language=desk.languages[side])
        for side in (0, 1)
        if entries[side]
    )
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


NUMBER_WIDTH = 24.0
"""Points kept free at the right of a contents entry for its folio."""
ENTRY_GAP = 6.0
"""Points below each contents entry; where there are levels, a line of the grid is above each of the first."""
LEVEL_INDENT = 12.0
"""Points by which each level of entries is moved in."""
LEVEL_ROLES = {1: "contents-entry", 2: "contents-entry", 3: "caption"}
"""Styles of entries by level; where there are deeper ones, those of level 1 are bold."""


def _entry(
    anchor: int,
    heading: Heading,
    desk: Desk,
    entries: tuple[list[StructNode], list[StructNode]],
    *,
    deep: bool,
) -> Row:
    role = LEVEL_ROLES[heading.level]
    style = desk.style(role)
    indent = LEVEL_INDENT * (heading.level - 1)
    chief = deep and heading.level == 1
    pieces: list[Piece] = []
    most = 1
    for side, prose in enumerate(heading.text.sides):
        if prose is None:
            continue
        x, width = desk.columns[side]
        box = (x + indent, width - NUMBER_WIDTH - indent)
        passage = desk.set_side(_strong(prose) if chief else prose, side, role, "Reference", box)
        assert passage is not None
        most = max(most, len(passage.text.lines))
        number = desk.leaves.take()
        area = Box(x, 0.0, width, len(passage.text.lines) * style.leading)
        pieces.append(
            Fixed(text_items(passage, 0.0, desk), (Link(area, anchor, passage.leaf, unset(prose.text)),))
        )
        pieces.append(_page_number(anchor, passage, x + width, side, number, desk))
        link = StructNode(tag="Link", children=(*passage.node.children, number))
        entries[side].append(
            StructNode(tag="TOCI", children=(StructNode(tag="Reference", children=(link,)),))
        )
    return Row(
        where=heading.where,
        step=most * style.leading + (ENTRY_GAP if not deep or chief else 0.0),
        count=1,
        pieces=tuple(pieces),
        before=desk.theme.page.grid if chief else 0.0,
    )


def _strong(prose: Prose) -> Prose:
    """Words all in bold."""
    runs = (replace(run, style=replace(run.style, strong=True)) for run in prose.runs)
    return replace(prose, runs=tuple(runs))


def _page_number(
    anchor: int, passage: SetPassage, right: float, side: int, leaf: int, desk: Desk
) -> PageNumber:
    leading = passage.text.leading
    return PageNumber(
        anchor=anchor,
        right=right,
        y=desk.baseline(leading),
        language=desk.languages[side],
        leaf=leaf,
        width=right - passage.x,
    )
