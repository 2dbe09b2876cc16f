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
from layout.compose.making.join_rows import join_rows
from layout.compose.making.make_block import BlockMaker
from layout.compose.making.memory import MadeBlock, Memory, number_sections
from layout.compose.page_checks import tell_bad_breaks, tell_sparse_pages, tell_too_tall
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate, settle
from layout.compose.place import place_pages
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.layout import Layout, LayoutPage, Origin, StructNode
from layout.model.records import Struct, replace
from layout.model.theme import BY_DOCUMENT, BY_PAGE, Page, Paging

MOST_PASSES = 6
"""How often pages are made for their own numbers; two are enough nearly always."""
LEAST_BY_RIVER = 4
"""Grid lines that an opener's page has left for a block that belongs to it, and has its gutter."""


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
            before, told = told, composer.tell(composition.layout.pages)
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
        self._marks = Marks()

    def compose(self, brochure: Brochure) -> Composition:
        """The pages of `brochure`, and all that was to be told of them."""
        problems: list[Diagnostic] = []
        self._marks = Marks()
        made = self._make_blocks(brochure, problems)
        rows = join_rows(chain.from_iterable(made), self._desk, self._memory)
        page, first = self._desk.theme.page, self._first
        desk = replace(self._desk, marks=self._marks)
        height, space = page.lines * page.grid, desk.theme.footnotes.space
        opening = first if page.flows == 1 else 0
        paging = desk.theme.paging
        foot = Foot(height, space, _longer(page, paging))
        plans = paginate(rows, foot, page.grid, opening, paging, self._memory.breaks)
        rows = settle(rows, plans, self._memory.breaks)
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

    def tell(self, pages: Sequence[LayoutPage]) -> PagesTold:
        """What `pages`, the last ones, say of the numbers on them."""
        return tell_pages(pages, self._marks, self._memory.spots)

    def _make_blocks(self, brochure: Brochure, problems: list[Diagnostic]) -> list[list[MadeBlock]]:
        """What is made of the blocks of each section; leaves count on within it."""
        starts = number_sections(brochure.sections)
        anchors = Anchors(
            (start + order, block)
            for start, section in zip(starts, brochure.sections, strict=True)
            for order, block in enumerate(b for b in section.blocks if isinstance(b, Heading))
        )
        found, room = [], 0.0
        for start, section in zip(starts, brochure.sections, strict=True):
            made, leaf = [], start
            for block in section.blocks:
                room = self._room_by_river(block, room)
                one = self._maker.make(block, leaf, anchors, by_river=room > 0)
                leaf = one.after
                rows = one.composed.rows if one.composed is not None else ()
                room -= sum(row.before + row.sink + row.height for row in rows)
                problems.extend(one.told)
                if one.marks is not None:
                    self._marks.add(one.marks)
                made.append(one)
            found.append(made)
        return found

    def _room_by_river(self, block: Block, room: float) -> float:
        """Points left for a block on an opener's page, where `room` was; 0 if it is not its text."""
        page = self._desk.theme.page
        if isinstance(block, Heading) and block.level == 1:
            return page.lines * page.grid if block.opener else 0.0
        fits = room >= LEAST_BY_RIVER * page.grid
        return room if fits and isinstance(block, Heading | Text | ItemList | Quote) else 0.0


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


def _longer(page: Page, paging: Paging) -> float:
    """Points by which a page may be longer: none where its foot or the next column would be too near."""
    longer = paging.long_page * page.grid
    return longer if page.flows == 1 and page.bottom * FOOT - longer >= page.grid else 0.0
