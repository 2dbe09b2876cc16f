"""Takes the ways in which pages may end, gives the cheapest way to each position; keeps what no edit touched.

Prices are whole multiples of a small power of two, so that sums of them are exact: states that an edit makes
dearer by the same amount are alike in all that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import inf
from typing import NamedTuple

from layout.compose.floats import FloatQueue, FloatState, Load
from layout.compose.making.page_memory import Search
from layout.compose.making.page_ways import PageWays
from layout.compose.page_ends import Choices, Way, exact

Key = tuple[int, int, bool, FloatState]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven; what floats are placed)"""
_Group = tuple[int, bool, FloatState]
"""What a key says but for the lines left empty."""


class State(NamedTuple):
    """The cheapest way to a position: its price, where its last page starts, and how that is set and loaded.

    That is `offset` positions behind the start of the row `back` rows before.
    """

    price: float
    back: int
    offset: int
    key: Key | None
    choices: Choices
    load: Load


States = dict[Key, State]


def search_pages(
    ways: PageWays, queue: FloatQueue, facing_cost: float, odd: int, before: Search[States] | None
) -> Search[States]:
    """The cheapest ways to all positions that can be reached; the first page is a right-hand one if `odd`.

    What an earlier search found `before` the first new row is kept, and behind the last one from where on it is
    alike. Where something floats all is searched.
    """
    count = len(ways.ids)
    search = Search[States](
        ground=(ways.ground, facing_cost, odd),
        rows=ways.rows,
        ids=ways.ids,
        states=[{} for _ in range(count)],
        shifts=[0.0] * count,
        reach=[1] * count,
    )
    search.states[0][0] = {(odd, -1, False, FloatState()): State(0.0, 0, 0, None, (), Load())}
    walk = _Walk(search, ways, queue, exact(facing_cost))
    if before is None or before.ground != search.ground or queue.holds_any:
        walk.go(0, None)
        return search
    begin = walk.take_head(before)
    walk.go(begin, _Rejoining(search, before))
    return search


class _Walk:
    """One search, row by row."""

    def __init__(self, search: Search[States], ways: PageWays, queue: FloatQueue, facing_cost: float) -> None:
        self._search = search
        self._ways = ways
        self._queue = queue
        self._facing_cost = facing_cost

    def take_head(self, before: Search[States]) -> int:
        """Takes over what no new row can have changed; the first row that is to be searched."""
        search = self._search
        same = _count_same(search.ids, before.ids)
        begin = next((row for row in range(same) if row + before.reach[row] > same), same)
        if not begin:
            return 0
        search.states[:begin] = before.states[:begin]
        search.shifts[:begin] = before.shifts[:begin]
        search.reach[:begin] = before.reach[:begin]
        for row in range(begin):
            if row + search.reach[row] > begin:
                self._leave_row(row, begin)
        return begin

    def go(self, begin: int, rejoining: _Rejoining | None) -> None:
        """Searches from a row on, until it is as it was."""
        for row in range(begin, len(self._search.states)):
            self._leave_row(row, 0)
            self._search.reach[row] = self._ways.reach(row)
            if rejoining is not None and rejoining.is_alike(row):
                rejoining.take_tail(row + 1)
                return

    def _leave_row(self, row: int, least: int) -> None:
        """Goes on from all positions of a row, but not to rows before `least`."""
        here = self._search.states[row]
        offsets, done = sorted(here), 0
        while done < len(offsets):
            self._leave(row, offsets[done], least)
            done += 1
            if len(here) > len(offsets):
                offsets = sorted(here)

    def _leave(self, row: int, offset: int, least: int) -> None:
        """Goes on from one position."""
        search, queue, starts = self._search, self._queue, self._ways.flow.starts
        states, shift = search.states[row][offset], search.shifts[row]
        at = starts[row] + offset
        for group in _groups(states):
            odd, staggered, floats = group
            here = [(key, states[key].price + shift) for key in states if (key[0], key[2], key[3]) == group]
            for load in queue.loads(floats, odd=bool(odd), over=row == len(search.rows)):
                for way in self._ways.find(row, offset, staggered, load):
                    if row + way.ahead < least:
                        continue
                    extra = queue.price(load, at, starts[row + way.ahead] + way.offset)
                    if extra < inf:
                        target = search.states[row + way.ahead].setdefault(way.offset, {})
                        self._extend(target, here, (offset, way, load), extra)

    def _extend(
        self, target: States, here: list[tuple[Key, float]], page: tuple[int, Way, Load], extra: float
    ) -> None:
        """Adds the states that a page leads to from `here`; `extra` is the price of its floats."""
        offset, way, load = page
        empty, price = way.empty, way.price + extra
        for key, cost in here:
            total = cost + price
            if key[0]:
                after: Key = (0, -1, way.stagger, load.after)
                if key[1] >= 0 and empty >= 0:
                    total += self._facing_cost * abs(empty - key[1])
            else:
                after = (1, empty, way.stagger, load.after)
            known = target.get(after)
            if known is None or total < known.price:
                target[after] = State(total, way.ahead, offset, key, way.choices, load)


def _groups(states: States) -> Iterator[_Group]:
    """The groups of states at one position, also those that are added, none after one reached from it."""
    done: set[_Group] = set()
    while groups := {(odd, staggered, floats) for odd, _, staggered, floats in states} - done:
        group = min(groups, key=_order)
        done.add(group)
        yield group


def _order(group: _Group) -> tuple[int, bool, bool, bool]:
    odd, staggered, floats = group
    return (floats.placed, not floats.owed, not odd, staggered)


class _Rejoining:
    """Watches a search for the row from which on it is like an earlier one, but for what all prices differ by."""

    def __init__(self, search: Search[States], before: Search[States]) -> None:
        self._search = search
        self._before = before
        self._moved = len(search.ids) - len(before.ids)
        tail = _count_same(search.ids[::-1], before.ids[::-1])
        self._first = max(len(search.ids) - tail, 0)
        self._far = _furthest(before.reach)
        self._since: int | None = None
        self._dearer: float | None = None

    def is_alike(self, row: int) -> bool:
        """Whether all behind `row`, the last one searched, is as it was: what leads there is, and all else."""
        if row < self._first:
            return False
        old = row - self._moved
        differs, dearer = self._compare(row, old)
        if differs or (None not in (dearer, self._dearer) and dearer != self._dearer):
            self._since, self._dearer = (None, None) if differs else (row, dearer)
        elif self._since is None:
            self._since = row
        self._dearer = self._dearer if dearer is None else dearer
        since = self._since
        if since is None or self._dearer is None:
            return False
        new_far = max((one + reach for one, reach in enumerate(self._search.reach[:since])), default=0)
        old_far = self._far[since - self._moved - 1] if since > self._moved else 0
        return new_far <= row + 1 and old_far <= old + 1

    def take_tail(self, row: int) -> None:
        """Takes over all from `row` on."""
        search, before, old = self._search, self._before, row - self._moved
        assert self._dearer is not None, "asked only where all is alike"
        search.states[row:] = before.states[old:]
        search.shifts[row:] = [shift + self._dearer for shift in before.shifts[old:]]
        search.reach[row:] = before.reach[old:]

    def _compare(self, row: int, old: int) -> tuple[bool, float | None]:
        """Whether the states of a row are others, and if not by what they are dearer; None where there are none."""
        now, then = self._search.states[row], self._before.states[old]
        if now.keys() != then.keys():
            return True, None
        shift = self._search.shifts[row] - self._before.shifts[old]
        dearer: set[float] = set()
        for offset, states in now.items():
            others = then[offset]
            if list(states) != list(others):
                return True, None
            dearer.update(states[key].price - others[key].price + shift for key in states)
        return (len(dearer) > 1, dearer.pop() if len(dearer) == 1 else None)


def _count_same(one: list[int], other: list[int]) -> int:
    """How many are the same at the beginning of both."""
    for count, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return count
    return min(len(one), len(other))


def _furthest(reach: list[int]) -> list[int]:
    """For each row the first one that nothing from there or before was looked at for."""
    return list(accumulate((row + one for row, one in enumerate(reach)), max))
