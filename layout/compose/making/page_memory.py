"""Keeps what the search for page breaks found out of rows that may come again; searches nothing.

Rows are known by their identity. What was found from a row on holds where the same rows follow as far as was
looked; positions count from the row, so that it holds wherever the row stands.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from layout.compose.rows import Row
from layout.model.memo import Memo
from layout.model.records import Struct

W = TypeVar("W")
S = TypeVar("S")

END = 0
"""Stands for a row behind the last one; no record has it for its identity."""


class KnownRow(Struct, frozen=True):
    """A row in all its settings, with their prices; `places` are (setting, slab) of its positions."""

    row: Row
    settings: tuple[Row, ...]
    prices: tuple[float, ...]
    places: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    """For each setting what is added to a slab's number to have its position."""


class Outlook(Generic[W]):
    """Ways to end pages that begin in one row, by what they were asked with; `ids` are the rows looked at."""

    def __init__(self, rows: Sequence[Row], ids: Sequence[int]) -> None:
        self.rows = tuple(rows)
        self.ids = tuple(ids)
        self.ways: dict[Hashable, list[W]] = {}

    def widen(self, rows: Sequence[Row], ids: Sequence[int]) -> None:
        """Adds rows that were looked at, where they are more than before."""
        if len(ids) > len(self.ids):
            self.rows, self.ids = tuple(rows), tuple(ids)


class Search(Struct, Generic[S], kw_only=True):
    """A search that came to its end: for each row and the end the states there, and what to add to prices.

    `reach` says how many rows were looked at from each row on, `ground` what else the search depends on.
    """

    ground: Hashable
    rows: tuple[Row, ...]
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

    def know(self, row: Row) -> KnownRow:
        """A row in all its settings."""
        found = self.rows.get(id(row))
        return self.rows.keep(id(row), _know(row)) if found is None else found

    def turn(self) -> None:
        """Ends a rebuild: what neither this one nor the last one needed is forgotten."""
        self.rows.turn()
        self.ways.turn()


def _know(row: Row) -> KnownRow:
    settings = (row, *map(row.take, row.settings))
    places = [(0, 0)]
    cuts = []
    for number, setting in enumerate(settings):
        cuts.append(len(places) - 1)
        places.extend((number, slab) for slab in range(1, setting.count))
    prices = (0.0, *(setting.price for setting in row.settings))
    return KnownRow(row, settings, prices, tuple(places), tuple(cuts))
