"""Takes rows and the page's height, gives where pages break and how rows are set: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can, also by paragraphs set a line longer or shorter. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from layout.compose.page_ends import Choices, Ends, Flow, Foot, Way
from layout.compose.rows import Row, Stagger
from layout.model.memo import Memo
from layout.model.records import Struct, replace
from layout.model.theme import Paging

PAGING = Paging()
Taken = Memo[tuple[int, int], tuple[Row, Row]]
"""Rows in one of their settings, by the row's identity and the setting's number; with the row itself."""


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


_Key = tuple[int, int, bool]
"""(1 where the next page is odd, else 0; grid lines left empty on the even page before it, -1: no matter;
whether the cut before it is uneven)"""


class _State(NamedTuple):
    """The cheapest way to a position: its price, where its last page starts, and how that page is set."""

    price: float
    start: int
    key: _Key | None
    choices: Choices


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
    Where a text or chapter ends, its last page may be `longer` by so many points.
    """
    if not rows:
        return ()
    flow = Flow(rows, height)
    ends = Ends(flow, Foot(height, space, longer), grid, paging)
    states: list[dict[_Key, _State]] = [{} for _ in range(flow.end + 1)]
    states[0][(first % 2, -1, False)] = _State(0.0, -1, None, ())
    for at in range(flow.end):
        for staggered in sorted({key[2] for key in states[at]}):
            here = {key: state for key, state in states[at].items() if key[2] is staggered}
            for way in ends.find(at, staggered):
                _extend(states, here, at, way, paging.facing_cost)
    return _trace(states, flow)


def settle(rows: Sequence[Row], plans: Sequence[PagePlan], taken: Taken | None = None) -> tuple[Row, ...]:
    """`rows` in the settings that `plans` choose, those that are `taken` already as they are."""
    taken = Memo() if taken is None else taken
    settled = list(rows)
    for stretch in chain.from_iterable(plan.stretches for plan in plans):
        if stretch.setting:
            row = rows[stretch.row]
            key = (id(row), stretch.setting)
            known = taken.get(key)
            if known is None:
                known = taken.keep(key, (row, row.take(row.settings[stretch.setting - 1])))
            settled[stretch.row] = known[1]
    return tuple(settled)


def _extend(
    states: list[dict[_Key, _State]], here: dict[_Key, _State], at: int, way: Way, facing_cost: float
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


def _trace(states: list[dict[_Key, _State]], flow: Flow) -> tuple[PagePlan, ...]:
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


def _plan(flow: Flow, state: _State, stop: int, staggered: bool) -> PagePlan:
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
