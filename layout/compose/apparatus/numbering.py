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
from layout.model.content.prose import INSIDE, UNKNOWN_NUMBER, Prose, Run
from layout.model.content.sides import change_sides, list_pairs, list_words
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.records import Struct, field, replace
from layout.model.theme import BY_PAGE, BY_SECTION

NO_PAGE = "–"
"""What stands for the page of a place that was left out."""


class PagesTold(Struct, frozen=True):
    """What finished pages tell: folios of keys and entries by side, and numbers of notes counted by page."""

    keys: Mapping[tuple[str, int], int] = field(default_factory=dict)
    entries: Mapping[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    notes: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """By side and order."""


def number_marks(brochure: Brochure, told: PagesTold, numbering: str) -> Brochure:
    """`brochure` with each mark's number; blocks without marks are those that came in."""
    numberer = _Numberer(brochure, told, numbering)
    return replace(brochure, sections=tuple(map(numberer.section, brochure.sections)))


def find_left_out(brochure: Brochure) -> Iterator[Diagnostic]:
    """A warning for each passage with the page of a place that this brochure has not.

    Content is checked for that; a handout in one language may lack what is said in the other alone.
    """
    keys = _list_keys(brochure)
    for pair in list_pairs(brochure.sections):
        for prose in pair.sides:
            lost = [key for words in list_words(prose) for key in _wanted_pages(words) if key not in keys]
            for key in dict.fromkeys(lost):
                assert prose is not None
                yield Diagnostic("target-left-out", prose.where, {"key": key}, Severity.WARNING)


def _wanted_pages(prose: Prose) -> Iterator[str]:
    return (_key_of(run) for run in prose.runs if run.style.page)


def _key_of(run: Run) -> str:
    return (run.style.link or "").removeprefix(INSIDE)


def _list_keys(brochure: Brochure) -> frozenset[str]:
    """The keys that have a home."""
    blocks = [block for section in brochure.sections for block in section.blocks]
    own = {block.key for block in blocks if isinstance(block, Heading) and block.key}
    words = (one for pair in list_pairs(tuple(blocks)) for side in pair.sides for one in list_words(side))
    return frozenset(own | {run.style.anchor for one in words for run in one.runs if run.style.anchor})


class _Numberer:
    """One pass over the blocks, counting each language's notes."""

    def __init__(self, brochure: Brochure, told: PagesTold, numbering: str) -> None:
        self._languages = brochure.languages
        self._keys = _list_keys(brochure)
        self._told = told
        self._numbering = numbering
        self._orders: Counter[int] = Counter()
        self._counts: Counter[int] = Counter()

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
        runs = tuple(self._run(run, side) for run in prose.runs)
        return (
            prose if all(a is b for a, b in zip(runs, prose.runs, strict=True)) else replace(prose, runs=runs)
        )

    def _run(self, run: Run, side: int) -> Run:
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
