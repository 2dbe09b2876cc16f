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
from layout.compose.rows import FORBIDDEN, Footnote, Row, Stagger
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


class Stretch(Struct, frozen=True):
    """Slabs `start` to `stop` of row `row`, on one page; cut unevenly there if `begin` or `end` say so.

    `setting` says which of the row's settings it is of: 0 as the row is, else one more than its number.
    """

    row: int
    start: int
    stop: int
    begin: Stagger | None = None
    end: Stagger | None = None
    setting: int = 0

    @property
    def slabs(self) -> int:
        """How many there are on the page."""
        return self.stop - self.start + (self.begin.extra if self.begin else 0)

    def lines(self, order: int) -> slice:
        """Which lines stand here of the row's `Lines` number `order`."""
        begin = self.begin.back[order] if self.begin else 0
        end = self.end.back[order] if self.end else 0
        return slice(self.start - begin, self.stop - end)


class PagePlan(Struct, frozen=True):
    """What stands on one page, and the price of the break that ends it."""

    stretches: tuple[Stretch, ...]
    price: float


_Choices = tuple[tuple[int, int], ...]
"""(row, setting) of each row on a page that is not set as it is."""


class _Way(NamedTuple):
    """How a page may end: before position `stop`, `empty` grid lines above its foot (-1: no matter)."""

    stop: int
    empty: int
    price: float
    stagger: bool
    choices: _Choices


_Key = tuple[int, int, bool]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven)"""


class _State(NamedTuple):
    """The cheapest way to a position: its price, where its last page starts, and how that page is set."""

    price: float
    start: int
    key: _Key | None
    choices: _Choices


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
    """
    if not rows:
        return ()
    flow = _Flow(rows, height)
    ends = _Ends(flow, _Foot(height, space), grid, paging)
    states: list[dict[_Key, _State]] = [{} for _ in range(flow.end + 1)]
    states[0][(first % 2, -1, False)] = _State(0.0, -1, None, ())
    for at in range(flow.end):
        for staggered in sorted({key[2] for key in states[at]}):
            here = {key: state for key, state in states[at].items() if key[2] is staggered}
            for way in ends.find(at, staggered):
                _extend(states, here, at, way, paging.facing_cost)
    return _trace(states, flow)


def settle(rows: Sequence[Row], plans: Sequence[PagePlan]) -> tuple[Row, ...]:
    """`rows` in the settings that `plans` choose."""
    chosen = {stretch.row: stretch.setting for plan in plans for stretch in plan.stretches if stretch.setting}
    return tuple(
        row.take(row.settings[chosen[index] - 1]) if index in chosen else row
        for index, row in enumerate(rows)
    )


class _Flow:
    """The rows in all their settings; a position is a row's start, a place where it is cut, or the end."""

    def __init__(self, rows: Sequence[Row], height: float) -> None:
        self._height = height
        self.settings = [(row, *map(row.take, row.settings)) for row in rows]
        self.prices = [(0.0, *(setting.price for setting in row.settings)) for row in rows]
        self.places: list[tuple[int, int, int]] = []
        """(row, setting, slab) of each position."""
        self.starts: list[int] = []
        self._cuts: list[list[int]] = []
        for index, settings in enumerate(self.settings):
            self.starts.append(len(self.places))
            self.places.append((index, 0, 0))
            cuts = []
            for setting, row in enumerate(settings):
                cuts.append(len(self.places) - 1)
                self.places.extend((index, setting, slab) for slab in range(1, row.count))
            self._cuts.append(cuts)
        self.end = len(self.places)
        self.starts.append(self.end)

    def cut(self, row: int, setting: int, slab: int) -> int:
        """The position before slab `slab`, not the first one, of a row."""
        return self._cuts[row][setting] + slab

    def stagger(self, position: int) -> Stagger | None:
        """The uneven cut there, if there is one whose rest needs no other cut."""
        index, setting, slab = self.places[position]
        row = self.settings[index][setting]
        stagger = row.staggers[slab - 1] if slab and row.staggers else None
        if stagger is None or row.step * (row.count - slab + stagger.extra) > self._height:
            return None
        return stagger

    def price(self, position: int) -> float:
        """That of a level page break there."""
        if position == self.end:
            return 0.0
        index, setting, slab = self.places[position]
        return self.settings[index][setting].cuts[slab - 1] if slab else self.settings[index - 1][0].after


class _Part(Struct, frozen=True):
    """A row in one setting, from slab `start` on; its slab 0 would be at `y` below the page's head."""

    row: Row
    index: int
    setting: int
    start: int
    y: float
    bottom: float
    price: float
    choices: _Choices
    notes: tuple[Footnote, ...] = ()


class _Foot(Struct, frozen=True):
    """The foot of pages of `height` points, where notes stand with `space` above them."""

    height: float
    space: float

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


class _Ends:
    """Finds the ways in which a page may end."""

    def __init__(self, flow: _Flow, foot: _Foot, grid: float, paging: Paging) -> None:
        self._flow = flow
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
            return [self._lone(at, staggered)]
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
            lacking = max(0, self._paging.short_page - round(part.bottom / self._grid))
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


def _chosen(index: int, setting: int) -> _Choices:
    return ((index, setting),) if setting else ()


def _extend(
    states: list[dict[_Key, _State]], here: dict[_Key, _State], at: int, way: _Way, facing_cost: float
) -> None:
    target = states[way.stop]
    for key, state in here.items():
        odd, left_empty, _ = key
        total = state.price + way.price
        if odd:
            after: _Key = (0, -1, way.stagger)
            if left_empty >= 0 and way.empty >= 0:
                total += facing_cost * abs(way.empty - left_empty)
        else:
            after = (1, way.empty, way.stagger)
        known = target.get(after)
        if known is None or total < known.price:
            target[after] = _State(total, at, key, way.choices)


def _trace(states: list[dict[_Key, _State]], flow: _Flow) -> tuple[PagePlan, ...]:
    key = min(states[flow.end], key=lambda key: states[flow.end][key].price)
    plans: list[PagePlan] = []
    stop = flow.end
    while stop > 0:
        state = states[stop][key]
        assert state.key is not None, "only the first page has none before it"
        plans.append(_plan(flow, state, stop, key[2]))
        stop, key = state.start, state.key
    plans.reverse()
    return tuple(plans)


def _plan(flow: _Flow, state: _State, stop: int, staggered: bool) -> PagePlan:
    """The page that ends before `stop`, with an uneven cut if `staggered`."""
    assert state.key is not None
    first, setting, slab = flow.places[state.start]
    last, last_setting, last_slab = flow.places[stop] if stop < flow.end else (len(flow.settings), 0, 0)
    chosen = {first: setting, last: last_setting, **dict(state.choices)}
    stretches = []
    for index in range(first, last + (last_slab > 0)):
        row = flow.settings[index][chosen.get(index, 0)]
        count = last_slab if index == last else row.count
        stretches.append(Stretch(index, slab if index == first else 0, count, setting=chosen.get(index, 0)))
    if state.key[2]:
        stretches[0] = replace(stretches[0], begin=flow.stagger(state.start))
    end = flow.stagger(stop) if staggered else None
    stretches[-1] = replace(stretches[-1], end=end)
    price = end.price if end else flow.price(stop)
    return PagePlan(tuple(stretches), price)
