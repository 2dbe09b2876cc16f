"""Takes rows and the page's height, gives where pages break and how rows are set: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can, also by paragraphs set a line longer or shorter. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from layout.compose.floats import Carried, FloatQueue, FloatState, Load
from layout.compose.flow import PagePlan, plan_page
from layout.compose.page_ends import Choices, Ends, Flow, Foot, Way
from layout.compose.rows import Row
from layout.model.records import replace
from layout.model.theme import Paging

PAGING = Paging()


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
    longer: float = 0.0,
) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A page keeps room for the footnotes of its rows, with `space` above them. A row of one slab that is
    higher than `height`, its notes counted, gets a page of its own and sticks out: the caller checks that.
    Where a text or chapter ends, its last page may be `longer` by so many points; one with floats never is.
    Rows that float stand at heads and feet of pages, past the text.
    """
    if not rows:
        return ()
    numbers = [index for index, row in enumerate(rows) if row.floats is None]
    flow = Flow([rows[index] for index in numbers], height)
    queue = FloatQueue(rows, _positions(rows, flow), flow.end, Foot(height, space, longer).taken_by, grid)
    pages = _Pages(flow, Foot(height, space, longer), grid, paging)
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


class _Pages:
    """Finds the ways in which a page with a load may end; equal ones are looked for once at a position."""

    def __init__(self, flow: Flow, foot: Foot, grid: float, paging: Paging) -> None:
        self._flow = flow
        self._foot = foot
        self._grid = grid
        self._paging = paging
        self._ends: dict[float, Ends] = {}
        self._at = -1
        self._known: dict[tuple[bool, bool, float], list[Way]] = {}

    def find(self, at: int, staggered: bool, load: Load) -> list[Way]:
        """Each way worth following in which the page may end that starts at `at`, uneven if `staggered`."""
        if at != self._at:
            self._at, self._known = at, {}
        key = (staggered, bool(load.halves), load.height)
        if key not in self._known:
            self._known[key] = self._find(at, staggered, load)
        return self._known[key]

    def _find(self, at: int, staggered: bool, load: Load) -> list[Way]:
        alone = self._alone(at, staggered, load) if load.halves or at == self._flow.end else []
        if at == self._flow.end:
            return alone
        ends = self._ends.get(load.height)
        if ends is None:
            longer = 0.0 if load.halves else self._foot.longer
            foot = Foot(self._foot.height - load.height, self._foot.space, longer)
            ends = self._ends[load.height] = Ends(self._flow, foot, self._grid, self._paging, load)
        return ends.find(at, staggered) + alone

    def _alone(self, at: int, staggered: bool, load: Load) -> list[Way]:
        """The page with what it carries and no text."""
        height = self._foot.height
        if len(load.halves) > 1 and load.height > height + self._grid:
            return []
        empty = max(round((height - load.height) / self._grid), 0)
        return [Way(at, empty, self._paging.empty_cost * empty**2, staggered, ())]


def _extend(
    states: list[dict[_Key, _State]],
    here: dict[_Key, _State],
    at: int,
    way: Way,
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
