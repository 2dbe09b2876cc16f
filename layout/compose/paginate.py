"""Takes rows and the page's height, gives where pages break and how rows are set: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can, also by paragraphs set a line longer or shorter. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from math import floor, inf
from operator import itemgetter
from typing import NamedTuple

from layout.compose.apparatus.foot import note_room
from layout.compose.floats import Carried, FloatQueue, FloatState, Load
from layout.compose.flow import Choices, Flow, PagePlan, plan_page
from layout.compose.rows import FORBIDDEN, Footnote, Row
from layout.model.records import Struct, replace
from layout.model.theme import Paging

SPLIT_EMPTY_COST = 40.0
"""Price of each line left empty below a paragraph that is cut there, but for the first few."""
SPLIT_EMPTY_FREE = 4
MOST_EMPTY = 14
"""Grid lines at a page's foot that are looked at as places for a break before all others are."""
FAR_DEARER = 240.0
"""A page's end that costs so much more than its cheapest one is not followed."""
MOST_WAYS = 8
"""Ends of a page that are followed."""
HAIR = 0.01
"""Points by which heights may differ unseen."""
PAGING = Paging()


class _Way(NamedTuple):
    """How a page may end: before position `stop`, `empty` grid lines above its foot (-1: no matter)."""

    stop: int
    empty: int
    price: float
    stagger: bool
    choices: Choices


_Key = tuple[int, int, bool, FloatState]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven; what floats are placed)"""
_Group = tuple[int, bool, FloatState]
"""What a key says but for the lines left empty."""


class _State(NamedTuple):
    """The cheapest way to a position: its price, its last page's start, and how that is set and loaded."""

    price: float
    start: int
    key: _Key | None
    choices: Choices
    load: Load


def paginate(
    rows: Sequence[Row],
    height: float,
    grid: float,
    first: int,
    space: float = 0.0,
    paging: Paging = PAGING,
) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A page keeps room for the footnotes of its rows, with `space` above them. A row of one slab that is
    higher than `height`, its notes counted, gets a page of its own and sticks out: the caller checks that.
    Rows that float stand at heads and feet of pages, past the text.
    """
    if not rows:
        return ()
    numbers = [index for index, row in enumerate(rows) if row.floats is None]
    flow = Flow([rows[index] for index in numbers], height)
    queue = FloatQueue(rows, _positions(rows, flow), flow.end, _Foot(height, space).taken_by, grid)
    pages = _Pages(flow, _Foot(height, space), grid, paging)
    states: list[dict[_Key, _State]] = [{} for _ in range(flow.end + 1)]
    states[0][(first % 2, -1, False, FloatState())] = _State(0.0, -1, None, (), Load())
    for at, here in enumerate(states):
        done: set[_Group] = set()
        while groups := {(odd, staggered, floats) for odd, _, staggered, floats in here} - done:
            group = min(groups, key=_order)
            done.add(group)
            odd, staggered, floats = group
            from_here = {key: here[key] for key in here if (key[0], key[2], key[3]) == group}
            for load in queue.loads(floats, odd=bool(odd), over=at == flow.end):
                for way in pages.find(at, staggered, load):
                    price = queue.price(load, at, way.stop)
                    if price < inf:
                        _extend(states, from_here, at, way, load, paging.facing_cost, price)
    return _trace(states, flow, queue, numbers)


def _order(group: _Group) -> tuple[int, bool, bool, bool]:
    """Groups of states at one position in an order in which none is reached from a later one."""
    odd, staggered, floats = group
    return (floats.placed, not floats.owed, not odd, staggered)


def _positions(rows: Sequence[Row], flow: Flow) -> list[int]:
    """For each row the position where it starts; for one that floats, where the next one does."""
    found, before = [], 0
    for row in rows:
        found.append(flow.starts[before])
        before += row.floats is None
    return found


def settle(rows: Sequence[Row], plans: Sequence[PagePlan]) -> tuple[Row, ...]:
    """`rows` in the settings that `plans` choose."""
    chosen = {stretch.row: stretch.setting for plan in plans for stretch in plan.stretches if stretch.setting}
    return tuple(
        row.take(row.settings[chosen[index] - 1]) if index in chosen else row
        for index, row in enumerate(rows)
    )


class _Part(Struct, frozen=True):
    """A row in one setting, from slab `start` on; its slab 0 would be at `y` below the page's head."""

    row: Row
    index: int
    setting: int
    start: int
    y: float
    bottom: float
    price: float
    choices: Choices
    notes: tuple[Footnote, ...] = ()


class _Foot(Struct, frozen=True):
    """The foot of pages of `height` points, where notes stand with `space` above them."""

    height: float
    space: float

    def taken_by(self, row: Row) -> float:
        """The height of a row that floats with that of its notes."""
        return row.height + note_room(tuple(chain.from_iterable(row.footnotes)), self.space)

    def room(self, part: _Part, slab: int) -> float:
        """What notes leave of a page down to before `slab` of a part."""
        if not part.notes and not part.row.footnotes:
            return self.height
        return self.height - note_room(self.notes(part, slab), self.space)

    def notes(self, part: _Part, slab: int) -> tuple[Footnote, ...]:
        """The notes of a page down to there."""
        return (*part.notes, *chain.from_iterable(part.row.footnotes[part.start : slab]))


class _Found:
    """The ways found for a page's end: of those that end alike the cheapest."""

    def __init__(self) -> None:
        self.ways: dict[tuple[int, int, bool], _Way] = {}
        self.least = inf

    def add(self, stop: int, empty: int, price: float, stagger: bool, part: _Part) -> None:
        """Adds the way that ends before position `stop`, in or after the row of `part`."""
        if price > self.least + FAR_DEARER:
            return
        self.least = min(self.least, price)
        key = (stop, empty, stagger)
        known = self.ways.get(key)
        if known is None or price < known.price:
            self.ways[key] = _Way(stop, empty, price, stagger, part.choices)


class _Pages:
    """Finds the ways in which a page with a load may end; equal ones are looked for once at a position."""

    def __init__(self, flow: Flow, foot: _Foot, grid: float, paging: Paging) -> None:
        self._flow = flow
        self._foot = foot
        self._grid = grid
        self._paging = paging
        self._ends: dict[float, _Ends] = {}
        self._at = -1
        self._known: dict[tuple[bool, bool, float], list[_Way]] = {}

    def find(self, at: int, staggered: bool, load: Load) -> list[_Way]:
        """Each way worth following in which the page may end that starts at `at`, uneven if `staggered`."""
        if at != self._at:
            self._at, self._known = at, {}
        key = (staggered, bool(load.halves), load.height)
        if key not in self._known:
            self._known[key] = self._find(at, staggered, load)
        return self._known[key]

    def _find(self, at: int, staggered: bool, load: Load) -> list[_Way]:
        alone = self._alone(at, staggered, load) if load.halves or at == self._flow.end else []
        if at == self._flow.end:
            return alone
        ends = self._ends.get(load.height)
        if ends is None:
            foot = _Foot(self._foot.height - load.height, self._foot.space)
            ends = self._ends[load.height] = _Ends(self._flow, foot, self._grid, self._paging, load)
        return ends.find(at, staggered) + alone

    def _alone(self, at: int, staggered: bool, load: Load) -> list[_Way]:
        """The page with what it carries and no text."""
        height = self._foot.height
        if len(load.halves) > 1 and load.height > height + self._grid:
            return []
        empty = max(round((height - load.height) / self._grid), 0)
        return [_Way(at, empty, self._paging.empty_cost * empty**2, staggered, ())]


class _Ends:
    """Finds the ways in which a page with a `load` may end that has some text."""

    def __init__(self, flow: Flow, foot: _Foot, grid: float, paging: Paging, load: Load) -> None:
        self._flow = flow
        self._load = load
        self._foot = foot
        self._height = foot.height
        self._grid = grid
        self._paging = paging
        self._empty_cost = paging.empty_cost

    def find(self, at: int, staggered: bool) -> list[_Way]:
        """Each way worth following in which the page may end that starts at `at`, uneven if `staggered`."""
        found = self._walk(at, staggered, MOST_EMPTY * self._grid)
        if found.least >= FORBIDDEN:
            found = self._walk(at, staggered, inf)
        if not found.ways:
            return [] if self._load.halves else [self._lone(at, staggered)]
        near = (way for way in found.ways.values() if way.price <= found.least + FAR_DEARER)
        return sorted(near, key=itemgetter(2))[:MOST_WAYS]

    def _walk(self, at: int, staggered: bool, most: float) -> _Found:
        """The ways that leave at most `most` points empty; those alone where all goes on the page."""
        flow = self._flow
        found = _Found()
        parts = self._first_parts(at, staggered)
        index = flow.places[at][0]
        while parts:
            whole: dict[int, _Part] = {}
            for part in parts:
                bottom, room = part.bottom, self._foot.room(part, part.row.count)
                if not (staggered and part.start) and bottom > room - most:
                    self._cut(part, most, found)
                if bottom <= room + HAIR:
                    known = whole.get(round(bottom))
                    if known is None or part.price < known.price:
                        whole[round(bottom)] = part
            index += 1
            if whole and (index == len(flow.settings) or flow.settings[index][0].fresh):
                return self._end(whole.values(), index)
            parts = []
            for part in whole.values():
                if part.bottom >= self._foot.room(part, part.row.count) - most:
                    self._end_after(part, index, found)
                self._lay_next(part, index, parts)
        return found

    def _first_parts(self, at: int, staggered: bool) -> list[_Part]:
        flow = self._flow
        index, setting, slab = flow.places[at]
        rows = flow.settings[index]
        if slab:
            stagger = flow.stagger(at) if staggered else None
            row = rows[setting]
            y = row.step * ((stagger.extra if stagger else 0) - slab)
            return [_Part(row, index, setting, slab, y, y + row.height, 0.0, ())]
        return [
            _Part(
                row,
                index,
                number,
                0,
                row.sink + row.slack,
                row.sink + row.slack + row.height,
                flow.prices[index][number],
                _chosen(index, number),
            )
            for number, row in enumerate(rows)
        ]

    def _lay_next(self, before: _Part, index: int, parts: list[_Part]) -> None:
        """Adds the row `index` in all its settings, below the part before it."""
        rows = self._flow.settings[index]
        y = before.bottom + rows[0].before
        if y >= self._height:
            return
        notes = self._foot.notes(before, before.row.count)
        parts.append(_Part(rows[0], index, 0, 0, y, y + rows[0].height, before.price, before.choices, notes))
        for number in range(1, len(rows)):
            row, price = rows[number], before.price + self._flow.prices[index][number]
            choices = (*before.choices, (index, number))
            parts.append(_Part(row, index, number, 0, y, y + row.height, price, choices, notes))

    def _cut(self, part: _Part, most: float, found: _Found) -> None:
        """Adds the ways that cut the row of `part`, the fullest first."""
        row, flow, height = part.row, self._flow, self._height
        last = min(row.count - 1, floor((height + HAIR - part.y) / row.step))
        position = flow.cut(part.index, part.setting, 0)
        for slab in range(last, part.start, -1):
            left = self._foot.room(part, slab) - part.y - row.step * slab
            if left < -HAIR:
                continue
            empty = max(0, round(left / self._grid))
            price = self._empty_cost * empty * empty
            if left > most or price > found.least + FAR_DEARER:
                break
            price += part.price + SPLIT_EMPTY_COST * max(empty - SPLIT_EMPTY_FREE, 0)
            found.add(position + slab, empty, price + row.cuts[slab - 1], False, part)
            if row.staggers and row.staggers[slab - 1] is not None:
                stagger = flow.stagger(position + slab)
                if stagger is not None:
                    found.add(position + slab, empty, price + stagger.price, True, part)

    def _end_after(self, part: _Part, index: int, found: _Found) -> None:
        """Adds the way that ends with the row of `part`, before row `index`."""
        left = self._foot.room(part, part.row.count) - part.bottom
        empty = max(0, round(left / self._grid))
        price = part.price + self._empty_cost * empty * empty + part.row.after
        found.add(self._flow.starts[index], empty, price, False, part)

    def _end(self, parts: Iterable[_Part], index: int) -> _Found:
        """The ways that end with one of `parts`, where the text or a chapter ends."""
        found = _Found()
        for part in parts:
            lines = round((part.bottom + self._load.height) / self._grid)
            lacking = max(0, self._paging.short_page - lines)
            price = part.price + self._paging.short_cost * lacking
            found.add(self._flow.starts[index], -1, price, False, part)
        return found

    def _lone(self, at: int, staggered: bool) -> _Way:
        """The way of a page whose first slab is too high for it: that slab alone."""
        part = self._first_parts(at, staggered)[0]
        following = part.start + 1
        if staggered or following == part.row.count:
            return _Way(self._flow.starts[part.index + 1], 0, part.row.after, False, ())
        stop = self._flow.cut(part.index, part.setting, following)
        return _Way(stop, 0, part.row.cuts[following - 1], False, ())


def _chosen(index: int, setting: int) -> Choices:
    return ((index, setting),) if setting else ()


def _extend(
    states: list[dict[_Key, _State]],
    here: dict[_Key, _State],
    at: int,
    way: _Way,
    load: Load,
    facing_cost: float,
    price: float,
) -> None:
    """Adds the states that `way` leads to from `here`; `price` is that of the floats."""
    target = states[way.stop]
    for key, state in here.items():
        odd, left_empty = key[:2]
        total = state.price + way.price + price
        if odd:
            after: _Key = (0, -1, way.stagger, load.after)
            if left_empty >= 0 and way.empty >= 0:
                total += facing_cost * abs(way.empty - left_empty)
        else:
            after = (1, way.empty, way.stagger, load.after)
        known = target.get(after)
        if known is None or total < known.price:
            target[after] = _State(total, at, key, way.choices, load)


def _trace(
    states: list[dict[_Key, _State]], flow: Flow, queue: FloatQueue, numbers: Sequence[int]
) -> tuple[PagePlan, ...]:
    """The pages of the cheapest way; `numbers` has for each row of the flow its place among all rows."""
    last = {key: state for key, state in states[flow.end].items() if key[3] == queue.all_placed}
    key = min(last, key=lambda key: last[key].price)
    plans: list[PagePlan] = []
    carried: list[Carried] = []
    stop = flow.end
    while (state := states[stop][key]).key is not None:
        uneven = (state.key[2], key[2])
        plans.append(plan_page(flow, (state.start, stop), uneven, state.choices, numbers))
        carried.append(Carried(state.start, stop, state.load))
        stop, key = state.start, state.key
    plans.reverse()
    carried.reverse()
    standing = queue.stand(carried, flow.opens)
    return tuple(
        replace(plan, head=head, foot=foot) for plan, (head, foot) in zip(plans, standing, strict=True)
    )
