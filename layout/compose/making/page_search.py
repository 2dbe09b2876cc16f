"""Takes the ways in which pages may end, gives the cheapest way to each position; keeps what no edit touched.

Prices are whole multiples of a small power of two, so that sums of them are exact: states that an edit makes
dearer by the same amount are alike in all that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from operator import itemgetter
from typing import NamedTuple

from layout.compose.floats import FloatQueue, FloatState, Load
from layout.compose.making.page_memory import Search
from layout.compose.making.page_ways import PageWays, Way, exact
from layout.compose.page_ends import Choices

Key = tuple[int, int, bool, FloatState]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven; what floats are placed)"""
_Group = tuple[int, bool, FloatState]
"""What a key says but for the lines left empty."""


class Arrival(NamedTuple):
    """The cheapest way to a position: its price, where its last page starts, and how that is set and loaded.

    That is `offset` positions behind the start of the row `back` rows before.
    """

    price: float
    back: int
    offset: int
    key: Key | None
    choices: Choices
    load: Load


States = dict[Key, Arrival]
_Here = list[tuple[Key, float]]
"""Keys of one group at a position, with their prices."""
_Page = tuple[int, Way, Load]
"""Where a page begins, the way it ends, and what it carries."""


def search_pages(
    ways: PageWays, queue: FloatQueue, facing_cost: float, odd: int, before: Search[States] | None
) -> Search[States]:
    """The cheapest ways to all positions that can be reached; the first page is a right-hand one if `odd`.

    What an earlier search found `before` the first new row is kept, and behind the last one from where on it
    is alike. Where something floats all is searched.
    """
    count = len(ways.ids)
    search = Search[States](
        ground=(ways.ground, facing_cost, odd),
        ids=ways.ids,
        states=[{} for _ in range(count)],
        shifts=[0.0] * count,
        reach=[1] * count,
    )
    search.states[0][0] = {(odd, -1, False, FloatState()): Arrival(0.0, 0, 0, None, (), Load())}
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
            extend = self._to_even if odd else self._to_odd
            for load in queue.loads(floats, odd=bool(odd), over=row + 1 == len(search.ids)):
                for way in self._ways.find(row, offset, staggered, load):
                    if row + way.ahead < least:
                        continue
                    extra = queue.price(load, at, starts[row + way.ahead] + way.offset)
                    if extra < inf:
                        target = search.states[row + way.ahead].setdefault(way.offset, {})
                        extend(target, here, (offset, way, load), way.price + extra)

    def _to_even(self, target: States, here: _Here, page: _Page, price: float) -> None:
        """Adds the state that a right-hand page at a `price` leads to: that by the cheapest page it faces."""
        offset, way, load = page
        empty, cost = way.empty, self._facing_cost if way.empty >= 0 else 0.0
        key, total = here[0][0], inf
        for one, before in here:
            faced = before + cost * abs(empty - one[1]) if one[1] >= 0 else before
            if faced < total:
                key, total = one, faced
        after: Key = (0, -1, way.stagger, load.after)
        known = target.get(after)
        if known is None or total + price < known.price:
            target[after] = Arrival(total + price, way.ahead, offset, key, way.choices, load)

    def _to_odd(self, target: States, here: _Here, page: _Page, price: float) -> None:
        """Adds the state that a left-hand page at a `price` leads to."""
        offset, way, load = page
        key, total = min(here, key=itemgetter(1))
        after: Key = (1, way.empty, way.stagger, load.after)
        known = target.get(after)
        if known is None or total + price < known.price:
            target[after] = Arrival(total + price, way.ahead, offset, key, way.choices, load)


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
    """Watches for the row behind which a search is like an earlier one, all prices moved alike."""

    def __init__(self, search: Search[States], before: Search[States]) -> None:
        self._search = search
        self._before = before
        self._moved = len(search.ids) - len(before.ids)
        tail = _count_same(search.ids[::-1], before.ids[::-1])
        self._first = max(len(search.ids) - tail, 0)
        self._old_far = [0, *_furthest(before.reach)]
        """For each row the first one that no page which begins before it looked at."""
        self._new_far = [0]
        self._since: int | None = None
        self._dearer: float | None = None

    def is_alike(self, row: int) -> bool:
        """Whether all behind `row`, the last one searched, is as it was."""
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
        self._new_far += _furthest(self._search.reach, len(self._new_far) - 1, since, self._new_far[-1])
        new_far, old_far = self._new_far[since], self._old_far[since - self._moved]
        return new_far <= row + 1 and old_far <= old + 1

    def take_tail(self, row: int) -> None:
        """Takes over all from `row` on."""
        search, before, old = self._search, self._before, row - self._moved
        assert self._dearer is not None, "asked only where all is alike"
        search.states[row:] = before.states[old:]
        search.shifts[row:] = [shift + self._dearer for shift in before.shifts[old:]]
        search.reach[row:] = before.reach[old:]

    def _compare(self, row: int, old: int) -> tuple[bool, float | None]:
        """Whether the states of a row are others, and if not by what they are dearer; None: none are."""
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


def _furthest(reach: list[int], begin: int = 0, end: int | None = None, known: int = 0) -> list[int]:
    """For each row from `begin` to `end` the first one that nothing from there or before looked at.

    Before `begin` that is `known`.
    """
    found = []
    for row, one in enumerate(reach[begin:end], begin):
        known = max(known, row + one)
        found.append(known)
    return found
