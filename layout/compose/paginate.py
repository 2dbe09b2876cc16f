"""Takes rows and the page's height, gives where pages break: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can. Nothing is placed here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import nsmallest
from math import inf
from typing import NamedTuple

from layout.compose.apparatus.foot import note_room
from layout.compose.rows import FORBIDDEN, Footnote, Row, Stagger
from layout.model.records import Struct, replace

EMPTY_LINE_COST = 6.0
"""Price of a grid line left empty at a page's foot, growing with the square of their number."""
SPLIT_EMPTY_COST = 40.0
"""Price of each line left empty below a paragraph that is cut there, but for the first few."""
SPLIT_EMPTY_FREE = 4
FACING_COST = 10.0
"""Price of one grid line's difference between the feet of facing pages."""
MOST_EMPTY = 14
"""Grid lines at a page's foot that are looked at as places for a break before all others are."""


class Stretch(Struct, frozen=True):
    """Slabs `start` to `stop` of row `row`, on one page; cut unevenly there if `begin` or `end` say so."""

    row: int
    start: int
    stop: int
    begin: Stagger | None = None
    end: Stagger | None = None

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


class _Flow(Struct, kw_only=True):
    """The rows laid end to end: a position is the start of a slab; the last one is the end."""

    row: list[int]
    slab: list[int]
    top: list[float]
    bottom: list[float]
    price: list[float]
    fresh: list[bool]
    sink: list[float]
    next_fresh: list[int]
    """For each position the next one that must start a page, or the end."""
    stagger: list[Stagger | None]
    rest: list[int]
    """For each position the one of the next row."""
    step: list[float]
    noted: list[int]
    """Positions where marks of notes stand, one a note,"""
    notes: list[Footnote]
    """and their notes."""
    space: float
    """Points above the notes of a page."""

    def room(self, at: int, stop: int, height: float) -> float:
        """What notes leave of a page's `height` for the positions from `at` to `stop`."""
        if not self.noted:
            return height
        there = slice(bisect_left(self.noted, at), bisect_left(self.noted, stop))
        return height - note_room(self.notes[there], self.space)


class _Way(NamedTuple):
    """How a page may end: before position `stop`, `empty` grid lines above its foot."""

    stop: int
    empty: int
    price: float
    staggered: bool = False


_Key = tuple[int, int, bool]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven)"""
_State = tuple[float, int, "_Key | None"]


def paginate(
    rows: Sequence[Row], height: float, grid: float, first: int, space: float = 0.0
) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A page keeps room for the footnotes of its rows, with `space` above them. A row of one slab that is
    higher than `height`, its notes counted, gets a page of its own and sticks out: the caller checks that.
    """
    if not rows:
        return ()
    flow = _lay_flow(rows, height, space)
    end = len(flow.row)
    states: list[dict[_Key, _State]] = [{} for _ in range(end + 1)]
    states[0][(first % 2, -1, False)] = (0.0, -1, None)
    for at in range(end):
        for staggered in sorted({key[2] for key in states[at]}):
            here = {key: state for key, state in states[at].items() if key[2] is staggered}
            for way in _ends(flow, at, staggered, height, grid):
                _extend(states, here, at, way)
    return _trace(states, flow, end)


def _lay_flow(rows: Sequence[Row], height: float, space: float) -> _Flow:
    flow = _Flow(
        row=[],
        slab=[],
        top=[],
        bottom=[],
        price=[],
        fresh=[],
        sink=[],
        next_fresh=[],
        stagger=[],
        rest=[],
        step=[],
        noted=[],
        notes=[],
        space=space,
    )
    y = 0.0
    for index, row in enumerate(rows):
        after = rows[index - 1].after if index else 0.0
        y += row.before
        for slab in range(row.count):
            flow.row.append(index)
            flow.slab.append(slab)
            flow.top.append(y)
            y += row.step + (row.pad if slab == row.count - 1 else 0.0)
            flow.bottom.append(y)
            flow.price.append(after if slab == 0 else row.cuts[slab - 1])
            flow.fresh.append(row.fresh and slab == 0)
            flow.sink.append(row.sink + row.slack if slab == 0 else 0.0)
            flow.stagger.append(_fitting_stagger(row, slab, height))
            flow.rest.append(len(flow.row) - 1 - slab + row.count)
            flow.step.append(row.step)
            for note in row.footnotes[slab] if row.footnotes else ():
                flow.noted.append(len(flow.row) - 1)
                flow.notes.append(note)
    coming = len(flow.row)
    for place in range(coming - 1, -1, -1):
        flow.next_fresh.append(coming)
        if flow.fresh[place]:
            coming = place
    flow.next_fresh.reverse()
    return flow


def _fitting_stagger(row: Row, slab: int, height: float) -> Stagger | None:
    """The uneven cut before `slab`, if there is one whose rest needs no other cut."""
    stagger = row.staggers[slab - 1] if slab and row.staggers else None
    if stagger is None or row.step * (row.count - slab + stagger.extra) > height:
        return None
    return stagger


def _ends(flow: _Flow, at: int, staggered: bool, height: float, grid: float) -> list[_Way]:
    """Each way the page that starts at `at`, after an uneven cut if `staggered`, may end."""
    top, least = flow.top[at] - flow.sink[at], at + 1
    begin = flow.stagger[at] if staggered else None
    if begin is not None:
        top, least = top - begin.extra * flow.step[at], flow.rest[at]
    end = len(flow.row)
    full = max(bisect_right(flow.bottom, top + height + 0.01, at), least)
    stop = min(full, flow.next_fresh[at])
    while stop > least and flow.bottom[stop - 1] - top > flow.room(at, stop, height) + 0.01:
        stop -= 1
    if stop == end or flow.fresh[stop]:
        return [_Way(stop, -1, 0.0)]
    cheap = inf
    found: list[_Way] = []
    for place in range(stop, least - 1, -1):
        left = flow.room(at, place, height) - (flow.bottom[place - 1] - top)
        if left < -0.01 and place > least:
            continue
        empty = round(left / grid)
        if empty > MOST_EMPTY and cheap < FORBIDDEN:
            break
        price = EMPTY_LINE_COST * max(empty, 0) ** 2
        if flow.slab[place]:
            price += SPLIT_EMPTY_COST * max(empty - SPLIT_EMPTY_FREE, 0)
        found.append(_Way(place, max(empty, 0), price + flow.price[place]))
        stagger = flow.stagger[place]
        if stagger is not None:
            found.append(_Way(place, max(empty, 0), price + stagger.price, True))
        cheap = min(cheap, found[-1].price)
    return _promising(found)


def _promising(found: list[_Way]) -> list[_Way]:
    """The ways worth following: not those far dearer than the cheapest."""
    least = min(way.price for way in found)
    near = (way for way in found if way.price <= least + 40 * EMPTY_LINE_COST)
    return nsmallest(8, near, key=lambda way: way.price)


def _extend(states: list[dict[_Key, _State]], here: dict[_Key, _State], at: int, way: _Way) -> None:
    target = states[way.stop]
    for key, (cost, _, _) in here.items():
        odd, left_empty, _ = key
        total = cost + way.price
        if odd:
            after: _Key = (0, -1, way.staggered)
            if left_empty >= 0 and way.empty >= 0:
                total += FACING_COST * abs(way.empty - left_empty)
        else:
            after = (1, way.empty, way.staggered)
        known = target.get(after)
        if known is None or total < known[0]:
            target[after] = (total, at, key)


def _trace(states: list[dict[_Key, _State]], flow: _Flow, end: int) -> tuple[PagePlan, ...]:
    key = min(states[end], key=lambda k: states[end][k][0])
    plans: list[PagePlan] = []
    stop = end
    while stop > 0:
        _, at, before = states[stop][key]
        assert before is not None
        cut = flow.stagger[stop] if key[2] else None
        price = cut.price if cut else flow.price[stop] if stop < end else 0.0
        begin = flow.stagger[at] if before[2] else None
        plans.append(PagePlan(_stretches(flow, at, stop, begin, cut), price))
        stop, key = at, before
    plans.reverse()
    return tuple(plans)


def _stretches(
    flow: _Flow, at: int, stop: int, begin: Stagger | None, end: Stagger | None
) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for place in range(at, stop):
        row, slab = flow.row[place], flow.slab[place]
        if found and found[-1].row == row:
            found[-1] = replace(found[-1], stop=slab + 1)
        else:
            found.append(Stretch(row, slab, slab + 1))
    found[0] = replace(found[0], begin=begin)
    found[-1] = replace(found[-1], end=end)
    return tuple(found)
