"""Takes a Brochure, its theme and faces, gives the Layout of its inner pages and what was not to be had."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.apparatus.foot import attach_notes, note_room
from layout.compose.apparatus.leads import tell_pages
from layout.compose.apparatus.numbering import PagesTold, find_left_out, number_marks
from layout.compose.blocks.block import compose_block
from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk
from layout.compose.paginate import PagePlan, paginate, settle
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.draft_marks import mark_gap
from layout.compose.place import place_pages
from layout.compose.rows import FORBIDDEN, TOGETHER, Row, Stagger
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.layout import Layout, StructNode
from layout.model.records import Struct, replace
from layout.model.values import Millimetres

MOST_PASSES = 6
"""How often pages are made for their own numbers; two are enough nearly always."""
LINES_UNDER_TITLE = 4
"""Lines of a paragraph that a page should hold at least under a heading of level 1."""


class Composition(Struct, frozen=True):
    """The layout, and what could not be composed or had to be broken badly."""

    layout: Layout
    problems: tuple[Diagnostic, ...]


def compose(brochure: Brochure, desk: Desk, first: int) -> Composition:
    """The inner pages of `brochure`, the first one numbered `first`.

    Numbers of pages are known when there are pages: these are made anew, with the numbers that the last
    ones had, until they stay the same.
    """
    composer = _Composer(desk, first)
    problems = tuple(find_left_out(brochure))
    told = PagesTold()
    numbered = number_marks(brochure, told, desk.theme.footnotes.numbering)
    for _ in range(MOST_PASSES):
        composition = composer.compose(numbered)
        before, told = told, tell_pages(composition.layout.pages, desk.marks)
        again = numbered if told == before else number_marks(brochure, told, desk.theme.footnotes.numbering)
        if again == numbered:
            break
        numbered = again
    else:
        problems += (Diagnostic("pages-unsettled", brochure.where),)
    return replace(composition, problems=(*problems, *composition.problems))


class _Made(Struct, frozen=True):
    """A block, what was made of it if it found room, and what was to be told of that."""

    block: Block
    composed: ComposedBlock | None
    told: tuple[Diagnostic, ...]


class _Composer:
    """Makes pages of a brochure as often as it is asked; blocks that stay the same are composed once."""

    def __init__(self, desk: Desk, first: int) -> None:
        self._desk = desk
        self._first = first
        self._known: dict[int, _Made] = {}
        """By the identity of blocks."""

    def compose(self, brochure: Brochure) -> Composition:
        """The pages of `brochure`, and all that was to be told of them."""
        problems: list[Diagnostic] = []
        rows, structure = self._compose_rows(brochure, problems)
        page, desk, first = self._desk.theme.page, self._desk, self._first
        height, space = page.lines * page.grid, desk.theme.footnotes.space
        opening = first if page.flows == 1 else 0
        plans = paginate(rows, height, page.grid, opening, space, desk.theme.paging)
        rows = settle(rows, plans)
        pages, outline = place_pages(rows, plans, first, desk)
        layout = Layout(
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            pages=pages,
            structure=structure,
            outline=outline,
            origins=desk.leaves.origins,
        )
        problems += [*_bad_breaks(rows, plans, page.flows), *_too_tall(rows, height, space)]
        return Composition(layout, tuple(problems))

    def _compose_rows(
        self, brochure: Brochure, problems: list[Diagnostic]
    ) -> tuple[Sequence[Row], StructNode]:
        anchors = Anchors(
            b for section in brochure.sections for b in section.blocks if isinstance(b, Heading)
        )
        rows: list[Row] = []
        parts: list[StructNode] = []
        fresh = False
        for section in brochure.sections:
            nodes: list[StructNode] = []
            for block in section.blocks:
                composed = self._compose_block(block, anchors, problems)
                if composed is None:
                    continue
                rows.extend(_joined(rows, composed.rows, fresh))
                nodes.extend(composed.nodes)
                fresh = composed.breaks
            parts.append(StructNode(tag="Part", children=tuple(nodes)))
        return rows, StructNode(tag="Document", children=tuple(parts))

    def _compose_block(
        self, block: Block, anchors: Anchors, problems: list[Diagnostic]
    ) -> ComposedBlock | None:
        """What is made of a block, its rows with their footnotes; None where it found no room."""
        known = self._known.get(id(block))
        if known is None:
            told: list[Diagnostic] = []
            composed = self._try_block(block, anchors, told)
            known = self._known[id(block)] = _Made(block, composed, tuple(told))
        problems.extend(known.told)
        return known.composed

    def _try_block(self, block: Block, anchors: Anchors, told: list[Diagnostic]) -> ComposedBlock | None:
        desk = replace(self._desk, typesetter=self._desk.typesetter.telling(told.append))
        try:
            composed = compose_block(block, desk, anchors)
        except Rejected as rejected:
            told.extend(rejected.diagnostics)
            return ComposedBlock((mark_gap(block.where, desk),), ()) if desk.draft else None
        told.extend(composed.notes)
        notes = desk.marks.notes
        return (
            replace(composed, rows=tuple(attach_notes(row, notes) for row in composed.rows))
            if notes
            else composed
        )


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


def _too_tall(rows: Sequence[Row], height: float, space: float) -> list[Diagnostic]:
    """A mistake for each row, or line with its footnotes, that no page has room for."""
    found = []
    for row in rows:
        notes = max((note_room(there, space) for there in row.footnotes), default=0.0)
        if row.step + row.sink > height + 0.01:
            found.append(Diagnostic("taller-than-page", row.where, {"height": Millimetres(row.step, 0)}))
        elif row.step + row.sink + notes > height + 0.01:
            values = {"height": Millimetres(notes, 0), "room": Millimetres(height - row.step - row.sink, 0)}
            found.append(Diagnostic("notes-taller-than-page", row.where, values))
    return found
