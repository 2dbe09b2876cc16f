"""Takes a Brochure, its theme and faces, gives the Layout of its inner pages and what was not to be had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.compose.blocks.block import compose_block
from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk
from layout.compose.paginate import PagePlan, paginate, settle
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.draft_marks import mark_gap
from layout.compose.place import place_pages
from layout.compose.rows import FORBIDDEN, TOGETHER, Row, Stagger
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.layout import Layout, StructNode
from layout.model.values import Millimetres

LINES_UNDER_TITLE = 4
"""Lines of a paragraph that a page should hold at least under a heading of level 1."""


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
    plans = paginate(rows, height, page.grid, first if page.flows == 1 else 0, desk.theme.paging)
    rows = settle(rows, plans)
    pages, outline = place_pages(rows, plans, first, desk)
    layout = Layout(
        width=page.width,
        height=page.height,
        bleed=page.bleed,
        pages=pages,
        structure=structure,
        outline=outline,
    )
    return Composition(layout, (*problems, *_bad_breaks(rows, plans, page.flows), *_too_tall(rows, height)))


def _compose_rows(
    brochure: Brochure, desk: Desk, problems: list[Diagnostic]
) -> tuple[Sequence[Row], StructNode]:
    anchors = Anchors(b for section in brochure.sections for b in section.blocks if isinstance(b, Heading))
    rows: list[Row] = []
    parts: list[StructNode] = []
    fresh = False
    for section in brochure.sections:
        nodes: list[StructNode] = []
        for block in section.blocks:
            try:
                composed = compose_block(block, desk, anchors)
            except Rejected as rejected:
                problems.extend(rejected.diagnostics)
                if not desk.draft:
                    continue
                composed = ComposedBlock((mark_gap(block.where, desk),), ())
            problems.extend(composed.notes)
            rows.extend(_joined(rows, composed.rows, fresh))
            nodes.extend(composed.nodes)
            fresh = composed.breaks
        parts.append(StructNode(tag="Part", children=tuple(nodes)))
    return rows, StructNode(tag="Document", children=tuple(parts))


def _joined(before: Sequence[Row], rows: Sequence[Row], fresh: bool) -> Sequence[Row]:
    """`rows` as they follow `before`: on a new page where asked or after a full one, close under headings."""
    if not rows:
        return rows
    head = rows[0]
    if fresh or (before and before[-1].fills):
        head = replace(head, fresh=True)
    if before and before[-1].running is not None:
        cuts, staggers = _held(head.cuts, head.staggers)
        settings = tuple(
            replace(setting, cuts=held[0], staggers=held[1])
            for setting in head.settings
            for held in (_held(setting.cuts, setting.staggers),)
        )
        head = replace(head, cuts=cuts, staggers=staggers, settings=settings)
    if before and before[-1].anchor is not None and head.anchor is None:
        head = replace(head, before=0.0)
    return (head, *rows[1:])


def _held(
    cuts: tuple[float, ...], staggers: tuple[Stagger | None, ...]
) -> tuple[tuple[float, ...], tuple[Stagger | None, ...]]:
    """Cuts of a paragraph under a title, which a page should hold a few lines of."""
    early = [price + 2 * TOGETHER for price in cuts[:LINES_UNDER_TITLE]]
    later = tuple(None if k < LINES_UNDER_TITLE else cut for k, cut in enumerate(staggers))
    return (*early, *cuts[LINES_UNDER_TITLE:]), later


def _bad_breaks(rows: Sequence[Row], plans: Sequence[PagePlan], flows: int) -> list[Diagnostic]:
    """A warning for each page break that only need could excuse, at the place of its paragraph."""
    found = []
    for number, plan in enumerate(plans):
        if plan.price >= FORBIDDEN * 0.5:
            where = rows[plan.stretches[-1].row].where
            values = {"page": number // flows + 1}
            found.append(Diagnostic("poor-page-break", where, values, Severity.WARNING))
    return found


def _too_tall(rows: Sequence[Row], height: float) -> list[Diagnostic]:
    return [
        Diagnostic("taller-than-page", row.where, {"height": Millimetres(row.step, 0)})
        for row in rows
        if row.step + row.sink > height + 0.01
    ]
