"""Takes rows and the page's height, gives where pages break: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can. Nothing is placed here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import inf

from layout.compose.rows import FORBIDDEN, Row

EMPTY_LINE_COST = 6.0
"""Price of a grid line left empty at a page's foot, growing with the square of their number."""
SPLIT_EMPTY_COST = 40.0
"""Price of each line left empty below a paragraph that is cut there, but for the first few."""
SPLIT_EMPTY_FREE = 4
FACING_COST = 10.0
"""Price of one grid line's difference between the feet of facing pages."""
MOST_EMPTY = 14
"""Grid lines at a page's foot that are looked at as places for a break before all others are."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Slabs `start` to `stop` of row `row`, on one page."""

    row: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What stands on one page, and the price of the break that ends it."""

    stretches: tuple[Stretch, ...]
    price: float


@dataclass(slots=True)
class _Flow:
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


_Key = tuple[int, int]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter)"""
_State = tuple[float, int, "_Key | None"]


def paginate(rows: Sequence[Row], height: float, grid: float, first: int) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A row of one slab higher than `height` gets a page of its own and sticks out: the caller checks that.
    """
    if not rows:
        return ()
    flow = _lay_flow(rows)
    end = len(flow.row)
    states: list[dict[_Key, _State]] = [{} for _ in range(end + 1)]
    states[0][(first % 2, -1)] = (0.0, -1, None)
    for at in range(end):
        here = states[at]
        if not here:
            continue
        for stop, empty, price in _ends(flow, at, height, grid, end):
            _extend(states, here, at, stop, empty, price)
    return _trace(states, flow, end)


def _lay_flow(rows: Sequence[Row]) -> _Flow:
    flow = _Flow([], [], [], [], [], [], [], [])
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
    coming = len(flow.row)
    for place in range(coming - 1, -1, -1):
        flow.next_fresh.append(coming)
        if flow.fresh[place]:
            coming = place
    flow.next_fresh.reverse()
    return flow


def _ends(flow: _Flow, at: int, height: float, grid: float, end: int) -> list[tuple[int, int, float]]:
    """(stop, empty grid lines, price) for each way the page that starts at `at` may end."""
    top = flow.top[at] - flow.sink[at]
    found: list[tuple[int, int, float]] = []
    full = max(bisect_right(flow.bottom, top + height + 0.01, at), at + 1)
    stop = min(full, flow.next_fresh[at])
    if stop == end or flow.fresh[stop]:
        return [(stop, -1, 0.0)]
    cheap = inf
    for place in range(stop, at, -1):
        empty = round((height - (flow.bottom[place - 1] - top)) / grid)
        if empty > MOST_EMPTY and cheap < FORBIDDEN:
            break
        price = flow.price[place] + EMPTY_LINE_COST * max(empty, 0) ** 2
        if flow.slab[place]:
            price += SPLIT_EMPTY_COST * max(empty - SPLIT_EMPTY_FREE, 0)
        cheap = min(cheap, price)
        found.append((place, max(empty, 0), price))
    return _promising(found)


def _promising(found: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The ways worth following: not those far dearer than the cheapest."""
    least = min(price for _, _, price in found)
    near = (way for way in found if way[2] <= least + 40 * EMPTY_LINE_COST)
    return nsmallest(8, near, key=lambda way: way[2])


def _extend(
    states: list[dict[_Key, _State]], here: dict[_Key, _State], at: int, stop: int, empty: int, price: float
) -> None:
    target = states[stop]
    for key, (cost, _, _) in here.items():
        odd, left_empty = key
        total = cost + price
        if odd:
            after: _Key = (0, -1)
            if left_empty >= 0 and empty >= 0:
                total += FACING_COST * abs(empty - left_empty)
        else:
            after = (1, empty)
        known = target.get(after)
        if known is None or total < known[0]:
            target[after] = (total, at, key)


def _trace(states: list[dict[_Key, _State]], flow: _Flow, end: int) -> tuple[PagePlan, ...]:
    key = min(states[end], key=lambda k: states[end][k][0])
    plans: list[PagePlan] = []
    stop = end
    while stop > 0:
        _, at, before = states[stop][key]
        price = flow.price[stop] if stop < end else 0.0
        plans.append(PagePlan(_stretches(flow, at, stop), price))
        stop = at
        assert before is not None
        key = before
    plans.reverse()
    return tuple(plans)


def _stretches(flow: _Flow, at: int, stop: int) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for place in range(at, stop):
        row, slab = flow.row[place], flow.slab[place]
        if found and found[-1].row == row:
            found[-1] = Stretch(row, found[-1].start, slab + 1)
        else:
            found.append(Stretch(row, slab, slab + 1))
    return tuple(found)
