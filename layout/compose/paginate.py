"""Takes rows and the page's height, gives where pages break: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can. Nothing is placed here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import nsmallest
from math import inf
from typing import NamedTuple

from layout.compose.floats import Carried, FloatQueue, FloatState, Half, Load
from layout.compose.rows import FORBIDDEN, Row, Stagger
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
    """What stands on one page, the price of the break that ends it, and floats above and below the text."""

    stretches: tuple[Stretch, ...]
    price: float
    head: tuple[Half, ...] = ()
    foot: tuple[Half, ...] = ()


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
    opens: list[bool]
    """Whether a heading starts there, or what is asked to start a page."""


class _Way(NamedTuple):
    """How a page may end: before position `stop`, `empty` grid lines above its foot."""

    stop: int
    empty: int
    price: float
    staggered: bool = False


_Key = tuple[int, int, bool, FloatState]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven; what floats are placed)"""


class _State(NamedTuple):
    """The cheapest way to a key: its cost, where the page before starts, in which state, what it carries."""

    cost: float
    at: int = -1
    key: _Key | None = None
    load: Load = Load()


def paginate(rows: Sequence[Row], height: float, grid: float, first: int) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A row of one slab higher than `height` gets a page of its own and sticks out: the caller checks that.
    """
    if not rows:
        return ()
    flow, starts = _lay_flow(rows, height)
    queue = FloatQueue(rows, starts, len(flow.row), grid)
    states: list[dict[_Key, _State]] = [{} for _ in range(len(flow.row) + 1)]
    states[0][(first % 2, -1, False, FloatState())] = _State(0.0)
    for at, here in enumerate(states):
        ends: dict[tuple[bool, Load], list[_Way]] = {}
        done: set[_Group] = set()
        while groups := {(odd, staggered, floats) for odd, _, staggered, floats in here} - done:
            group = min(groups, key=_order)
            done.add(group)
            odd, staggered, floats = group
            from_here = [(key, here[key]) for key in here if (key[0], key[2], key[3]) == group]
            for load in queue.loads(floats, odd=bool(odd), over=at == len(flow.row)):
                if (staggered, load) not in ends:
                    ends[staggered, load] = _ends(flow, at, staggered, _Room(height, grid, load))
                for way in ends[staggered, load]:
                    price = queue.price(load, at, way.stop)
                    if price < inf:
                        _extend(states, from_here, at, way, load, price)
    return _trace(states, flow, queue)


_Group = tuple[int, bool, FloatState]
"""What a key says but for the lines left empty."""


def _order(group: _Group) -> tuple[int, bool, bool, bool]:
    """Groups of states at one position in an order in which none is reached from a later one."""
    odd, staggered, floats = group
    return (floats.placed, not floats.owed, not odd, staggered)


class _Room(Struct, frozen=True):
    """A page of `height` points, some of them taken by what it carries beside the text."""

    height: float
    grid: float
    load: Load

    @property
    def left(self) -> float:
        """Points for text."""
        return self.height - self.load.height


def _lay_flow(rows: Sequence[Row], height: float) -> tuple[_Flow, list[int]]:
    """The rows end to end, and for each row the position where it starts; floats take none."""
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
        opens=[],
    )
    y = after = 0.0
    starts: list[int] = []
    for index, row in enumerate(rows):
        starts.append(len(flow.row))
        if row.floats is not None:
            continue
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
            flow.opens.append(slab == 0 and (row.fresh or row.anchor is not None))
        after = row.after
    coming = len(flow.row)
    for place in range(coming - 1, -1, -1):
        flow.next_fresh.append(coming)
        if flow.fresh[place]:
            coming = place
    flow.next_fresh.reverse()
    flow.opens.append(False)
    return flow, starts


def _fitting_stagger(row: Row, slab: int, height: float) -> Stagger | None:
    """The uneven cut before `slab`, if there is one whose rest needs no other cut."""
    stagger = row.staggers[slab - 1] if slab and row.staggers else None
    if stagger is None or row.step * (row.count - slab + stagger.extra) > height:
        return None
    return stagger


def _ends(flow: _Flow, at: int, staggered: bool, room: _Room) -> list[_Way]:
    """Each way the page that starts at `at`, after an uneven cut if `staggered`, may end."""
    end, left = len(flow.row), room.left
    alone = _alone(at, room, staggered) if room.load.halves or at == end else []
    if at == end:
        return alone
    top, least = flow.top[at] - flow.sink[at], at + 1
    begin = flow.stagger[at] if staggered else None
    if begin is not None:
        top, least = top - begin.extra * flow.step[at], flow.rest[at]
    if room.load.halves and flow.bottom[least - 1] - top > left + 0.01:
        return alone
    full = max(bisect_right(flow.bottom, top + left + 0.01, at), least)
    stop = min(full, flow.next_fresh[at])
    if stop == end or flow.fresh[stop]:
        return [_Way(stop, -1, 0.0), *alone]
    cheap = inf
    found: list[_Way] = []
    for place in range(stop, least - 1, -1):
        empty = round((left - (flow.bottom[place - 1] - top)) / room.grid)
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
    return _promising(found) + alone


def _alone(at: int, room: _Room, staggered: bool) -> list[_Way]:
    """The page with what it carries and no text."""
    if len(room.load.halves) > 1 and room.load.height > room.height + room.grid:
        return []
    empty = max(round(room.left / room.grid), 0)
    return [_Way(at, empty, EMPTY_LINE_COST * empty**2, staggered)]


def _promising(found: list[_Way]) -> list[_Way]:
    """The ways worth following: not those far dearer than the cheapest."""
    least = min(way.price for way in found)
    near = (way for way in found if way.price <= least + 40 * EMPTY_LINE_COST)
    return nsmallest(8, near, key=lambda way: way.price)


def _extend(
    states: list[dict[_Key, _State]],
    here: Sequence[tuple[_Key, _State]],
    at: int,
    way: _Way,
    load: Load,
    price: float,
) -> None:
    """Adds the states that `way` leads to from `here`; `price` is that of the floats."""
    target = states[way.stop]
    for key, state in here:
        odd, left_empty = key[:2]
        total = state.cost + way.price + price
        if odd:
            after: _Key = (0, -1, way.staggered, load.after)
            if left_empty >= 0 and way.empty >= 0:
                total += FACING_COST * abs(way.empty - left_empty)
        else:
            after = (1, way.empty, way.staggered, load.after)
        known = target.get(after)
        if known is None or total < known.cost:
            target[after] = _State(total, at, key, load)


def _trace(states: list[dict[_Key, _State]], flow: _Flow, queue: FloatQueue) -> tuple[PagePlan, ...]:
    stop = end = len(flow.row)
    key = min((k for k in states[end] if k[3] == queue.all_placed), key=lambda k: states[end][k].cost)
    plans: list[PagePlan] = []
    carried: list[Carried] = []
    while (state := states[stop][key]).key is not None:
        at, before = state.at, state.key
        cut = flow.stagger[stop] if key[2] and at < stop else None
        price = cut.price if cut else flow.price[stop] if at < stop < end else 0.0
        begin = flow.stagger[at] if before[2] else None
        plans.append(PagePlan(_stretches(flow, at, stop, begin, cut), price))
        carried.append(Carried(at, stop, state.load))
        stop, key = at, before
    plans.reverse()
    carried.reverse()
    standing = queue.stand(carried, flow.opens)
    return tuple(
        replace(plan, head=head, foot=foot) for plan, (head, foot) in zip(plans, standing, strict=True)
    )


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
    if not found:
        return ()
    found[0] = replace(found[0], begin=begin)
    found[-1] = replace(found[-1], end=end)
    return tuple(found)
