"""Takes a Brochure, its theme and faces, gives the Layout of its inner pages and what was not to be had."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from layout.compose.blocks.composed import Composed
from layout.compose.blocks.displays import compose_facts, compose_timeline
from layout.compose.blocks.glossary import compose_glossary
from layout.compose.blocks.headings import compose_contents, compose_heading
from layout.compose.blocks.maps import compose_map
from layout.compose.blocks.notes import compose_notes
from layout.compose.blocks.people import compose_participants
from layout.compose.blocks.pictures import compose_figure, compose_qr
from layout.compose.blocks.practical import compose_practical
from layout.compose.blocks.programme import compose_programme
from layout.compose.blocks.reference import compose_contacts, compose_publicity, compose_table
from layout.compose.blocks.running import compose_list, compose_quote, compose_text
from layout.compose.desk import Desk
from layout.compose.paginate import PagePlan, paginate
from layout.compose.place import place_pages
from layout.compose.rows import FORBIDDEN, TOGETHER, Row
from layout.model.blocks.block import Block
from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.glossary import Glossary
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.maps import Map
from layout.model.blocks.notes import Notes
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Programme
from layout.model.blocks.reference import Contacts, Publicity
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.blocks.tables import Table
from layout.model.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.layout import Layout, StructNode

COMPOSERS: dict[type, Callable[..., Composed]] = {
    Text: compose_text,
    ItemList: compose_list,
    Quote: compose_quote,
    Figure: compose_figure,
    Facts: compose_facts,
    Timeline: compose_timeline,
    Table: compose_table,
    Contacts: compose_contacts,
    QrCode: compose_qr,
    Publicity: compose_publicity,
    Participants: compose_participants,
    Glossary: compose_glossary,
    Programme: compose_programme,
    Practical: compose_practical,
    Notes: compose_notes,
    Map: compose_map,
}
"""How each kind of block becomes rows; headings, contents and page breaks need their neighbours too."""
LINES_UNDER_TITLE = 4
"""Lines of a paragraph that a page should hold at least under a heading of level 1."""
SEEN_AT_ONCE = (ItemList, Facts, Timeline, Table, Contacts)
"""Blocks that a page parts only where it would end too early otherwise."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The layout, and what could not be composed or had to be broken badly."""

    layout: Layout
    problems: tuple[Diagnostic, ...]


def compose(brochure: Brochure, desk: Desk, first: int) -> Composition:
    """The inner pages of `brochure`, the first one numbered `first`."""
    problems: list[Diagnostic] = []
    rows, structure = _compose_rows(brochure, desk, problems)
    page = desk.theme.page
    height = page.lines * page.grid
    plans = paginate(rows, height, page.grid, first if page.flows == 1 else 0)
    pages, outline = place_pages(rows, plans, first, desk)
    layout = Layout(page.width, page.height, page.bleed, pages, structure, outline)
    return Composition(layout, (*problems, *_bad_breaks(rows, plans, page.flows), *_too_tall(rows, height)))


def _compose_rows(brochure: Brochure, desk: Desk, problems: list[Diagnostic]) -> tuple[list[Row], StructNode]:
    headings = tuple(
        enumerate(b for section in brochure.sections for b in section.blocks if isinstance(b, Heading))
    )
    anchors = {id(heading): anchor for anchor, heading in headings}
    rows: list[Row] = []
    parts: list[StructNode] = []
    fresh = False
    for section in brochure.sections:
        nodes: list[StructNode] = []
        for block in section.blocks:
            if isinstance(block, PageBreak):
                fresh = True
                continue
            try:
                composed = _compose_block(block, desk, headings, anchors)
            except Rejected as rejected:
                problems.extend(rejected.diagnostics)
                continue
            rows.extend(_joined(rows, composed.rows, fresh))
            nodes.extend(composed.nodes)
            fresh = False
        parts.append(StructNode("Part", tuple(nodes)))
    return rows, StructNode("Document", tuple(parts))


def _compose_block(
    block: Block, desk: Desk, headings: tuple[tuple[int, Heading], ...], anchors: dict[int, int]
) -> Composed:
    if isinstance(block, Heading):
        return compose_heading(block, desk, anchors[id(block)])
    if isinstance(block, Contents):
        return compose_contents(block, headings, desk)
    composed = COMPOSERS[type(block)](block, desk)
    if not isinstance(block, SEEN_AT_ONCE):
        return composed
    rows = tuple(replace(row, parting=TOGETHER) for row in composed.rows[:-1]) + composed.rows[-1:]
    return replace(composed, rows=rows)


def _joined(before: Sequence[Row], rows: Sequence[Row], fresh: bool) -> Sequence[Row]:
    """`rows` as they follow `before`: on a new page where asked or after a full one, close under headings."""
    if not rows:
        return rows
    head = rows[0]
    if fresh or (before and before[-1].fills):
        head = replace(head, fresh=True)
    if before and before[-1].running is not None:
        early = [price + 2 * TOGETHER for price in head.cuts[:LINES_UNDER_TITLE]]
        later = tuple(None if k < LINES_UNDER_TITLE else cut for k, cut in enumerate(head.staggers))
        head = replace(head, cuts=(*early, *head.cuts[LINES_UNDER_TITLE:]), staggers=later)
    if before and before[-1].anchor is not None and head.anchor is None:
        head = replace(head, before=0.0)
    return (head, *rows[1:])


def _bad_breaks(rows: Sequence[Row], plans: Sequence[PagePlan], flows: int) -> list[Diagnostic]:
    """A warning for each page break that only need could excuse, at the place of its paragraph."""
    found = []
    for number, plan in enumerate(plans):
        if plan.price >= FORBIDDEN * 0.5:
            where = rows[plan.stretches[-1].row].where
            values = {"page": str(number // flows + 1)}
            found.append(Diagnostic("poor-page-break", where, values, Severity.WARNING))
    return found


def _too_tall(rows: Sequence[Row], height: float) -> list[Diagnostic]:
    return [
        Diagnostic("taller-than-page", row.where, {"height": f"{row.step / 72 * 25.4:.0f}"})
        for row in rows
        if row.step + row.sink > height + 0.01
    ]
