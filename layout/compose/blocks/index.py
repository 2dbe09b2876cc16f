"""Takes the entries of an index, gives in each column those of its language with the pages they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from layout.compose.apparatus.numbering import page_link
from layout.compose.desk import Desk, text_items
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.listed import compose_list_title
from layout.compose.rows import Fixed, Row
from layout.model.blocks.index import Index, IndexEntry
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Span
from layout.model.layout import StructNode, TextItem
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE

ABOVE = 2
"""Grid lines above the title, where text stands before it."""
HANG = 8.0
"""Points by which an entry's further lines are set in."""
_Line = tuple[TextItem, bool]
"""A line, its slab at 0, and whether its entry goes on in the next one."""


def compose_index(block: Index, desk: Desk) -> ComposedBlock:
    """Both lists line by line, each by its own alphabet; an entry is not parted by a page."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    if block.title is not None:
        title, nodes = compose_list_title(block.title, block.where, desk)
        rows.append(replace(title, before=max(title.before, ABOVE * desk.theme.page.grid)))
    columns: list[list[_Line]] = [[], []]
    for side in desk.sides:
        items: list[StructNode] = []
        for entry in block.entries.sides[side]:
            lines, node = _set_entry(entry, side, block.where, desk)
            columns[side].extend(lines)
            items.append(node)
        if items:
            listed = StructNode(tag="L", children=tuple(items))
            nodes.append(StructNode(tag="Index", children=(listed,), language=desk.languages[side]))
    lines_of_rows = [_row(pair, block.where, desk) for pair in zip_longest(*columns)]
    if lines_of_rows:
        rows.extend(closed(_in_company(lines_of_rows), 0.0, desk))
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def _set_entry(entry: IndexEntry, side: int, where: Span, desk: Desk) -> tuple[Iterator[_Line], StructNode]:
    """The lines of an entry, and its element: words, and a link for each span of pages."""
    x, width = desk.columns[side]
    prose = Prose(tuple(_runs(entry)), where)
    passage = desk.set_side(prose, side, "index-entry", "LBody", (x, width - HANG))
    assert passage is not None, "there are words"
    items = text_items(passage, 0.0, desk)
    down = passage.text.leading
    lines = (
        (replace(item, x=item.x + HANG * bool(order), y=item.y - order * down), item is not items[-1])
        for order, item in enumerate(items)
    )
    return lines, StructNode(tag="LI", children=(passage.node,))


def _runs(entry: IndexEntry) -> Iterator[Run]:
    """Words and pages; a comma stays with the page before it, the first page with the words."""
    between = entry.words + NO_BREAK_SPACE
    for first, last in entry.pages:
        yield Run(between)
        said = str(first) if first == last else f"{first}–{last}"
        yield Run(said, RunStyle(link=page_link(first), page=True))
        between = ", "


def _row(pair: tuple[_Line | None, ...], where: Span, desk: Desk) -> Row:
    there = [line for line in pair if line is not None]
    leading = desk.style("index-entry").leading
    items = tuple(item for item, _ in there)
    goes_on = any(more for _, more in there)
    return Row(where=where, step=leading, count=1, pieces=(Fixed(items),), keep=goes_on)


def _in_company(rows: list[Row]) -> list[Row]:
    """No line of the index stands alone on its page."""
    first, *others = rows
    kept = [replace(first, keep=bool(others)), *others]
    if len(kept) > 1:
        kept[-2] = replace(kept[-2], keep=True)
    return kept
