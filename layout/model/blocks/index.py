"""What an index leads to: the names and terms that running text is marked with."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry with its pages: spans of folios, first and last, in order."""

    words: str
    pages: tuple[tuple[int, int], ...]


NO_ENTRIES: Pair[tuple[IndexEntry, ...]] = Pair((), ())


@dataclass(frozen=True, slots=True)
class Index:
    """The index of each language; `entries` are known when the pages are."""

    where: Span
    title: ProsePair | None
    entries: Pair[tuple[IndexEntry, ...]] = NO_ENTRIES
