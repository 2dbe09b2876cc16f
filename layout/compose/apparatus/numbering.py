"""Takes a Brochure and what its pages have told, gives it with the numbers of notes and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from layout.compose.apparatus.marks import PAGE_LINK
from layout.lang.collation import sort_key
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.blocks.index import Index, IndexEntry
from layout.model.content.brochure import Brochure, Section
from layout.model.content.pairs import Pair
from layout.model.content.prose import INSIDE, PLAIN, UNKNOWN_NUMBER, Prose, Run, RunStyle
from layout.model.content.sides import change_sides, list_pairs, list_words
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.records import Struct, field, replace
from layout.model.theme import BY_PAGE, BY_SECTION
from layout.model.units import THIN_NO_BREAK_SPACE

NO_PAGE = "–"
"""What stands for the page of a place that was left out."""


class PagesTold(Struct, frozen=True):
    """What finished pages tell: folios of keys and entries by side, and numbers of notes counted by page."""

    keys: Mapping[tuple[str, int], int] = field(default_factory=dict)
    entries: Mapping[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    notes: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """By side and order."""


class Numberer:
    """Gives the marks of one brochure their numbers, as often as its pages tell others."""

    def __init__(self, brochure: Brochure) -> None:
        self._brochure = brochure
        blocks = [block for section in brochure.sections for block in section.blocks]
        marked = list(_marked_runs(blocks))
        own = {block.key for block in blocks if isinstance(block, Heading) and block.key}
        self._keys = own | {run.style.anchor for run in marked if run.style.anchor}
        self._needed = bool(marked) or any(isinstance(block, Index) for block in blocks)

    def number(self, told: PagesTold, numbering: str) -> tuple[Brochure, tuple[Diagnostic, ...]]:
        """The brochure with each mark's number, and what is to be said of places that it has not.

        Blocks without marks are those that came in.
        """
        if not self._needed:
            return self._brochure, ()
        walk = _Walk(self._brochure.languages, self._keys, told, numbering)
        sections = tuple(map(walk.section, self._brochure.sections))
        return replace(self._brochure, sections=sections), tuple(dict.fromkeys(walk.left_out))


def _marked_runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """The runs that are marks, or have a key or an entry of the index, those of notes too."""
    for pair in list_pairs(tuple(blocks)):
        for prose in pair.sides:
            for words in list_words(prose):
                yield from (run for run in words.runs if run.style is not PLAIN and _is_marked(run))


def _is_marked(run: Run) -> bool:
    style = run.style
    inside = style.link is not None and style.link.startswith(INSIDE)
    return inside or style.anchor is not None or style.entry is not None


def _key_of(run: Run) -> str:
    return (run.style.link or "").removeprefix(INSIDE)


def _apart(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, with a thin space between the marks of two notes, whose numbers would be read as one."""
    before: Run | None = None
    for run in runs:
        if before is not None and before.style.note is not None and run.style.note is not None:
            yield Run(THIN_NO_BREAK_SPACE, RunStyle(raised=True))
        yield run
        before = run


class _Walk:
    """One pass over the blocks, counting each language's notes."""

    def __init__(self, languages: tuple[str, str], keys: set[str], told: PagesTold, numbering: str) -> None:
        self._languages = languages
        self._keys = keys
        self._told = told
        self._numbering = numbering
        self._orders: Counter[int] = Counter()
        self._counts: Counter[int] = Counter()
        self.left_out: list[Diagnostic] = []
        """A warning for each passage with the page of a place that the brochure has not.

        Content is checked for that; a handout in one language may lack what is said in the other alone.
        """

    def section(self, section: Section) -> Section:
        if self._numbering == BY_SECTION:
            self._counts.clear()
        return replace(section, blocks=tuple(map(self._block, section.blocks)))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Index):
            entries = [self._entries(side) for side in (0, 1)]
            return replace(block, entries=Pair(*entries))
        return change_sides(block, self._prose)

    def _prose(self, prose: Prose, side: int) -> Prose:
        if prose.runs[0].style is PLAIN and len(prose.runs) == 1:
            return prose
        runs = tuple(self._run(run, side, prose.where) for run in _apart(prose.runs))
        return (
            prose if all(a is b for a, b in zip(runs, prose.runs, strict=True)) else replace(prose, runs=runs)
        )

    def _run(self, run: Run, side: int, where: Span) -> Run:
        note, link = run.style.note, run.style.link
        if note is not None:
            self._orders[side] += 1
            self._counts[side] += 1
            order = self._orders[side]
            number = self._told.notes.get((side, order), 1) if self._by_page else self._counts[side]
            new = replace(note, text=self._prose(note.text, side), order=order)
            return Run(str(number), replace(run.style, note=new))
        if link is None or not link.startswith(INSIDE):
            return run
        if _key_of(run) not in self._keys:
            if run.style.page:
                values = {"key": _key_of(run)}
                self.left_out.append(Diagnostic("target-left-out", where, values, Severity.WARNING))
            return Run(NO_PAGE if run.style.page else run.text, replace(run.style, link=None, page=False))
        return replace(run, text=self._page(_key_of(run), side)) if run.style.page else run

    @property
    def _by_page(self) -> bool:
        return self._numbering == BY_PAGE

    def _page(self, key: str, side: int) -> str:
        """The folio of a key's place in the language of `side`, or in the other one."""
        keys = self._told.keys
        found = keys.get((key, side), keys.get((key, 1 - side)))
        return UNKNOWN_NUMBER if found is None else str(found)

    def _entries(self, side: int) -> tuple[IndexEntry, ...]:
        """The entries of a side in the order of its alphabet."""
        language = self._languages[side]
        own = {words: pages for (words, of), pages in self._told.entries.items() if of == side}
        return tuple(
            IndexEntry(words, tuple(join_pages(own[words])))
            for words in sorted(own, key=lambda words: sort_key(words, language))
        )


def join_pages(pages: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Spans of folios, first and last: neighbouring ones are one span."""
    first = last = 0
    for page in sorted(pages):
        if last and page == last + 1:
            last = page
            continue
        if last:
            yield first, last
        first = last = page
    if last:
        yield first, last


def page_link(page: int) -> str:
    """The link that leads to the page with a folio."""
    return f"{PAGE_LINK}{page}"
