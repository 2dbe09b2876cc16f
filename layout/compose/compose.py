"""Takes a Brochure, its theme and faces, gives the Layout of its inner pages and what was not to be had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.compose.apparatus.foot import attach_notes
from layout.compose.apparatus.leads import tell_pages
from layout.compose.apparatus.numbering import Numberer, PagesTold
from layout.compose.blocks.block import compose_block
from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk
from layout.compose.furniture import FOOT
from layout.compose.page_checks import tell_bad_breaks, tell_sparse_pages, tell_too_tall
from layout.compose.paginate import paginate, settle
from layout.compose.parts.beside import Bay, pair_pictures, stand_beside
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.draft_marks import mark_gap
from layout.compose.place import place_pages
from layout.compose.rows import TOGETHER, Row, Stagger
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.layout import Layout, StructNode
from layout.model.records import Struct, replace
from layout.model.theme import BY_DOCUMENT, BY_PAGE, Page, Paging

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
    composer, numberer = _Composer(desk, first), Numberer(brochure)
    numbering = desk.theme.footnotes.numbering
    for way in (numbering, BY_DOCUMENT) if numbering == BY_PAGE else (numbering,):
        told = PagesTold()
        numbered, left_out = numberer.number(told, way)
        for _ in range(MOST_PASSES):
            composition = composer.compose(numbered)
            before, told = told, tell_pages(composition.layout.pages, desk.marks)
            again = numbered if told == before else numberer.number(told, way)[0]
            if again == numbered:
                problems = (*left_out, *_tell_way(way, numbering, brochure), *composition.problems)
                return replace(composition, problems=problems)
            numbered = again
    unsettled = Diagnostic("pages-unsettled", brochure.where)
    return replace(composition, problems=(unsettled, *left_out, *composition.problems))


def _tell_way(way: str, wanted: str, brochure: Brochure) -> Iterator[Diagnostic]:
    """A warning where notes could not be counted as the theme wants it."""
    if way != wanted:
        yield Diagnostic("notes-counted-through", brochure.where, {}, Severity.WARNING)


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
        paging = desk.theme.paging
        plans = paginate(rows, height, page.grid, opening, space, paging, _longer(page, paging))
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
        problems += [
            *tell_bad_breaks(rows, plans, page.flows),
            *tell_too_tall(rows, height, space),
            *tell_sparse_pages(rows, plans, desk.theme, first),
        ]
        return Composition(layout, tuple(problems))

    def _compose_rows(
        self, brochure: Brochure, problems: list[Diagnostic]
    ) -> tuple[Sequence[Row], StructNode]:
        anchors = Anchors(
            b for section in brochure.sections for b in section.blocks if isinstance(b, Heading)
        )
        rows: list[Row] = []
        parts: list[StructNode] = []
        last: Row | None = None
        bay: Bay | None = None
        fresh = offered = False
        for section in brochure.sections:
            nodes: list[StructNode] = []
            for block in section.blocks:
                composed = self._compose_block(block, anchors, problems)
                if composed is None:
                    continue
                made = _joined(last, composed.rows, fresh, offered)
                bay = _add_rows(rows, made, composed.bay, bay, self._desk)
                nodes.extend(composed.nodes)
                last = next((row for row in reversed(rows) if row.floats is None), None)
                fresh = composed.breaks or (fresh and any(made) and all(row.floats for row in made))
                offered = composed.offers
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
            return ComposedBlock(rows=(mark_gap(block.where, desk),), nodes=()) if desk.draft else None
        told.extend(composed.notes)
        notes = desk.marks.notes
        return (
            replace(composed, rows=tuple(attach_notes(row, notes) for row in composed.rows))
            if notes
            else composed
        )


def _joined(before: Row | None, rows: Sequence[Row], fresh: bool, offered: bool) -> Sequence[Row]:
    """`rows` as they follow `before`: on a new page where asked or after a full one, close under headings."""
    if not rows:
        return rows
    head = rows[0]
    if fresh or (before is not None and before.fills):
        head = replace(head, fresh=True)
    elif offered:
        head = replace(head, welcome=True)
    if before is not None and head.floats is None:
        head = _under(before, head)
    return (head, *rows[1:])


def _add_rows(
    rows: list[Row], made: Sequence[Row], bay: Bay | None, before: Bay | None, desk: Desk
) -> Bay | None:
    """Adds the rows `made` of a block to `rows`; a picture with a `bay` may stand beside what is there.

    Gives its bay where it stands alone; `before` is that of the last block.
    """
    rows.extend(made)
    if bay is None or len(rows) < 2 or made[0].fresh or rows[-2].floats is not None:
        return bay
    above, picture = rows[-2:]
    pair = None if before is None else pair_pictures((above, picture), (before, bay))
    if pair is not None:
        rows[-2:] = [pair]
        return None
    rows[-2:] = stand_beside(above, picture, bay, desk)
    return bay if rows[-1] is picture else None


def _under(before: Row, head: Row) -> Row:
    """A row as it stands under another one that may be a heading."""
    if before.running is not None:
        cuts, staggers = _held(head.cuts, head.staggers)
        settings = tuple(
            replace(setting, cuts=held[0], staggers=held[1])
            for setting in head.settings
            for held in (_held(setting.cuts, setting.staggers),)
        )
        head = replace(head, cuts=cuts, staggers=staggers, settings=settings)
    if before.anchor is not None and head.anchor is None:
        head = replace(head, before=0.0)
    return head


def _held(
    cuts: tuple[float, ...], staggers: tuple[Stagger | None, ...]
) -> tuple[tuple[float, ...], tuple[Stagger | None, ...]]:
    """Cuts of a paragraph under a title, which a page should hold a few lines of."""
    early = [price + 2 * TOGETHER for price in cuts[:LINES_UNDER_TITLE]]
    later = tuple(None if k < LINES_UNDER_TITLE else cut for k, cut in enumerate(staggers))
    return (*early, *cuts[LINES_UNDER_TITLE:]), later


def _longer(page: Page, paging: Paging) -> float:
    """Points by which a page may be longer: none where its foot or the next column would be too near."""
    longer = paging.long_page * page.grid
    return longer if page.flows == 1 and page.bottom * FOOT - longer >= page.grid else 0.0
