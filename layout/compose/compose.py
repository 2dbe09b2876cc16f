"""Takes a Brochure, its theme and faces, gives the Layout of its inner pages and what was not to be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from layout.compose.apparatus.leads import tell_pages
from layout.compose.apparatus.marks import Marks
from layout.compose.apparatus.numbering import Numberer, PagesTold
from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk
from layout.compose.furniture import FOOT
from layout.compose.make_block import BlockMaker
from layout.compose.memory import MadeBlock, Memory, number_sections
from layout.compose.page_checks import tell_bad_breaks, tell_sparse_pages, tell_too_tall
from layout.compose.paginate import paginate, settle
from layout.compose.parts.composed import ComposedBlock
from layout.compose.place import place_pages
from layout.compose.rows import TOGETHER, Row, Stagger
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.layout import Layout, Origin, StructNode
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


def compose(brochure: Brochure, desk: Desk, first: int, memory: Memory | None = None) -> Composition:
    """The inner pages of `brochure`, the first one numbered `first`.

    Numbers of pages are known when there are pages: these are made anew, with the numbers that the last
    ones had, until they stay the same. What stays the same is taken from `memory`, which must be of no other
    theme, languages, fonts or draft.
    """
    composer, numberer = Composer(desk, first, memory or Memory()), Numberer(brochure)
    numbering = desk.theme.footnotes.numbering
    for way in (numbering, BY_DOCUMENT) if numbering == BY_PAGE else (numbering,):
        told = PagesTold()
        numbered, left_out = numberer.number(told, way)
        for _ in range(MOST_PASSES):
            composition = composer.compose(numbered)
            before, told = told, tell_pages(composition.layout.pages, composer.marks, composer.spots)
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


class Composer:
    """Makes pages of a brochure as often as it is asked; what stays the same is made once."""

    def __init__(self, desk: Desk, first: int, memory: Memory) -> None:
        self._desk = desk
        self._first = first
        self._maker = BlockMaker(desk, memory)
        self._memory = memory
        self.spots = memory.spots
        self.marks = Marks()
        """Those of the last pages."""

    def compose(self, brochure: Brochure) -> Composition:
        """The pages of `brochure`, and all that was to be told of them."""
        problems: list[Diagnostic] = []
        self.marks = Marks()
        made = self._make_blocks(brochure, problems)
        rows = self._join_rows(chain.from_iterable(made))
        page, first = self._desk.theme.page, self._first
        desk = replace(self._desk, marks=self.marks)
        height, space = page.lines * page.grid, desk.theme.footnotes.space
        opening = first if page.flows == 1 else 0
        paging = desk.theme.paging
        plans = paginate(rows, height, page.grid, opening, space, paging, _longer(page, paging))
        rows = settle(rows, plans, self._memory.taken)
        pages, outline = place_pages(rows, plans, first, desk, self._memory)
        layout = Layout(
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            pages=pages,
            structure=_join_structure(made),
            outline=outline,
            origins=_join_origins(made),
        )
        problems += [
            *tell_bad_breaks(rows, plans, page.flows),
            *tell_too_tall(rows, height, space),
            *tell_sparse_pages(rows, plans, desk.theme, first),
        ]
        return Composition(layout, tuple(problems))

    def _make_blocks(self, brochure: Brochure, problems: list[Diagnostic]) -> list[list[MadeBlock]]:
        """What is made of the blocks of each section; leaves count on within it."""
        starts = number_sections(brochure.sections)
        anchors = Anchors(
            (start + order, block)
            for start, section in zip(starts, brochure.sections, strict=True)
            for order, block in enumerate(b for b in section.blocks if isinstance(b, Heading))
        )
        found = []
        for start, section in zip(starts, brochure.sections, strict=True):
            made, leaf = [], start
            for block in section.blocks:
                one = self._maker.make(block, leaf, anchors)
                leaf = one.after
                problems.extend(one.told)
                self.marks.add(one.marks)
                made.append(one)
            found.append(made)
        return found

    def _join_rows(self, made: Iterable[MadeBlock]) -> Sequence[Row]:
        """The rows of all blocks, each block's as they follow those before them."""
        rows: list[Row] = []
        fresh = offered = False
        for composed in (one.composed for one in made):
            if composed is None:
                continue
            rows.extend(self._joined(rows[-1] if rows else None, composed, fresh, offered))
            fresh, offered = composed.breaks, composed.offers
        return rows

    def _joined(
        self, before: Row | None, composed: ComposedBlock, fresh: bool, offered: bool
    ) -> Sequence[Row]:
        above = (before.fills, before.running is None, before.anchor is None) if before is not None else None
        key = (id(composed), fresh, offered, above)
        known = self._memory.joined.get(key)
        if known is None:
            rows = tuple(_joined(before, composed.rows, fresh, offered))
            known = self._memory.joined.keep(key, (composed, rows))
        return known[1]


def _join_structure(made: Iterable[Iterable[MadeBlock]]) -> StructNode:
    parts = (
        tuple(node for one in section if one.composed for node in one.composed.nodes) for section in made
    )
    return StructNode(tag="Document", children=tuple(StructNode(tag="Part", children=part) for part in parts))


def _join_origins(made: Iterable[Sequence[MadeBlock]]) -> tuple[Origin, ...]:
    """Where all leaves come from, in the order of their numbers."""
    sections = ([origin for one in section for origin in one.origins] for section in made)
    ordered = sorted(filter(None, sections), key=lambda origins: origins[0].leaf)
    return tuple(chain.from_iterable(ordered))


def _joined(before: Row | None, rows: Sequence[Row], fresh: bool, offered: bool) -> Sequence[Row]:
    """`rows` as they follow `before`: on a new page where asked or after a full one, close under headings."""
    if not rows:
        return rows
    head = rows[0]
    if fresh or (before is not None and before.fills):
        head = replace(head, fresh=True)
    elif offered:
        head = replace(head, welcome=True)
    if before is not None and before.running is not None:
        cuts, staggers = _held(head.cuts, head.staggers)
        settings = tuple(
            replace(setting, cuts=held[0], staggers=held[1])
            for setting in head.settings
            for held in (_held(setting.cuts, setting.staggers),)
        )
        head = replace(head, cuts=cuts, staggers=staggers, settings=settings)
    if before is not None and before.anchor is not None and head.anchor is None:
        head = replace(head, before=0.0)
    return (head, *rows[1:])


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
