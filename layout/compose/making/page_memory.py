"""Keeps what the search for page breaks found out of rows that may come again; searches nothing.

To the search rows are alike that take the same room and have the same prices: these have one number. What was
found from a row on holds where rows of the same numbers follow as far as was looked; positions count from the
row, so that it holds wherever the row stands.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import count
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from layout.compose.rows import Row
from layout.model.diagnostic import Span
from layout.model.memo import Memo
from layout.model.records import Struct, replace

W = TypeVar("W")
S = TypeVar("S")

NOWHERE = Span("")
END = 0
"""Stands for a row behind the last one; no row has this number."""


class RowNumber(Struct, frozen=True, weakref=True):
    """The number of all rows that are alike; it is known as long as one of them is."""

    value: int


class KnownRow(Struct, frozen=True, kw_only=True):
    """A row in all its settings, with their prices; `places` are (setting, slab) of its positions."""

    row: Row
    number: RowNumber
    settings: tuple[Row, ...]
    prices: tuple[float, ...]
    places: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    """For each setting what is added to a slab's number to have its position."""


class Outlook(Generic[W]):
    """Ways to end pages that begin in one row, by what was asked; `ids` number the rows looked at."""

    def __init__(self, ids: Sequence[int]) -> None:
        self.ids = tuple(ids)
        self.ways: dict[Hashable, list[W]] = {}

    def widen(self, ids: Sequence[int]) -> None:
        """Adds rows that were looked at, where they are more than before."""
        if len(ids) > len(self.ids):
            self.ids = tuple(ids)


class Search(Struct, Generic[S], kw_only=True):
    """A search that came to its end: for each row and the end the states there, and what to add to prices.

    `reach` says how many rows were looked at from each row on, `ground` what else the search depends on.
    """

    ground: Hashable
    ids: list[int]
    states: list[dict[int, S]]
    """By the number of positions between the row's start and theirs."""
    shifts: list[float]
    reach: list[int]


class PageMemory(Generic[W, S]):
    """What is remembered of rows, of the ways to end pages, and of the last search."""

    def __init__(self) -> None:
        self.rows: Memo[int, KnownRow] = Memo()
        self.ways: Memo[tuple[Hashable, int], Outlook[W]] = Memo()
        self.search: Search[S] | None = None
        self._numbers: WeakValueDictionary[Row, RowNumber] = WeakValueDictionary()
        self._next = count(END + 1)

    def know(self, row: Row) -> KnownRow:
        """A row in all its settings."""
        found = self.rows.get(id(row))
        if found is None:
            found = self.rows.keep(id(row), _know(row, self._number(row)))
        return found

    def _number(self, row: Row) -> RowNumber:
        bare = _bare(row)
        found = self._numbers.get(bare)
        if found is None:
            found = self._numbers[bare] = RowNumber(next(self._next))
        return found

    def turn(self) -> None:
        """Ends a rebuild: what neither this one nor the last one needed is forgotten."""
        self.rows.turn()
        self.ways.turn()


def _bare(row: Row) -> Row:
    """What the search sees of a row: neither what it says nor where it was written."""
    return replace(
        row,
        where=NOWHERE,
        pieces=(),
        head=(),
        bookmarks=(),
        running=None,
        river=False,
        anchor=None if row.anchor is None else 0,
        settings=tuple(replace(setting, columns=()) for setting in row.settings),
    )


def _know(row: Row, number: RowNumber) -> KnownRow:
    settings = (row, *map(row.take, row.settings))
    places = [(0, 0)]
    cuts = []
    for order, setting in enumerate(settings):
        cuts.append(len(places) - 1)
        places.extend((order, slab) for slab in range(1, setting.count))
    prices = (0.0, *(setting.price for setting in row.settings))
    return KnownRow(
        row=row, number=number, settings=settings, prices=prices, places=tuple(places), cuts=tuple(cuts)
    )
