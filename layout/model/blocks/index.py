"""What an index leads to: the names and terms that running text is marked with."""

from __future__ import annotations

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class IndexEntry(Struct, frozen=True):
    """An entry with its pages: spans of folios, first and last, in order."""

    words: str
    pages: tuple[tuple[int, int], ...]


NO_ENTRIES: Pair[tuple[IndexEntry, ...]] = Pair((), ())


class Index(Struct, frozen=True):
    """The index of each language; `entries` are known when the pages are."""

    where: Span
    title: ProsePair | None
    entries: Pair[tuple[IndexEntry, ...]] = NO_ENTRIES
