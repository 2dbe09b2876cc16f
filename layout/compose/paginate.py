"""Takes rows and the page's height, gives where pages break and how rows are set: the cheapest of all ways.

A page never breaks where it costs `FORBIDDEN` unless there is no other way; facing pages end on the same
line where they can, also by paragraphs set a line longer or shorter. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from layout.compose.floats import Carried, FloatQueue
from layout.compose.flow import PagePlan, plan_page
from layout.compose.making.page_memory import PageMemory, Search
from layout.compose.making.page_search import States, search_pages
from layout.compose.making.page_ways import PageWays, Way
from layout.compose.page_ends import Flow, Foot
from layout.compose.rows import Row
from layout.model.records import replace
from layout.model.theme import Paging

PAGING = Paging()
Breaks = PageMemory[Way, States]
"""What is remembered of a search for page breaks."""


def paginate(
    rows: Sequence[Row],
    foot: Foot,
    grid: float,
    first: int,
    paging: Paging = PAGING,
    memory: Breaks | None = None,
) -> tuple[PagePlan, ...]:
    """The pages for `rows`; `first` is the folio of the first page (even pages face the next one).

    A page keeps room at its `foot` for the footnotes of its rows. A row of one slab that is higher than a
    page, its notes counted, gets one of its own and sticks out: the caller checks that. Where a text or
    chapter ends, its last page may be longer; one with floats never is. Rows that float stand at heads and
    feet of pages, past the text. What `memory` knows is not sought again.
    """
    if not rows:
        return ()
    memory = PageMemory() if memory is None else memory
    numbers = [index for index, row in enumerate(rows) if row.floats is None]
    flow = Flow([rows[index] for index in numbers], foot.height, memory.know)
    queue = FloatQueue(rows, _positions(rows, flow), flow.end, foot.taken_by, grid)
    ways = PageWays(flow, foot, grid, paging, memory.ways)
    search = search_pages(ways, queue, paging.facing_cost, first % 2, memory.search)
    memory.search = None if queue.holds_any else search
    return _trace(search, flow, queue, numbers)


def _positions(rows: Sequence[Row], flow: Flow) -> list[int]:
    """For each row the position where it starts; for one that floats, where the next one does."""
    found, before = [], 0
    for row in rows:
        found.append(flow.starts[before])
        before += row.floats is None
    return found


def settle(rows: Sequence[Row], plans: Sequence[PagePlan], memory: Breaks | None = None) -> tuple[Row, ...]:
    """`rows` in the settings that `plans` choose, those that are known in `memory` as they are."""
    memory = PageMemory() if memory is None else memory
    settled = list(rows)
    for stretch in chain.from_iterable(plan.stretches for plan in plans):
        if stretch.setting:
            settled[stretch.row] = memory.know(rows[stretch.row]).settings[stretch.setting]
    return tuple(settled)


def _trace(
    search: Search[States], flow: Flow, queue: FloatQueue, numbers: Sequence[int]
) -> tuple[PagePlan, ...]:
    """The pages of the cheapest way; `numbers` has for each row of the flow its place among all rows."""
    row, offset = len(flow.settings), 0
    last = {key: state for key, state in search.states[row][offset].items() if key[3] == queue.all_placed}
    key = min(last, key=lambda key: last[key].price)
    plans: list[PagePlan] = []
    carried: list[Carried] = []
    while (state := search.states[row][offset][key]).key is not None:
        start = row - state.back
        at, stop = flow.starts[start] + state.offset, flow.starts[row] + offset
        choices = tuple((start + ahead, setting) for ahead, setting in state.choices)
        plans.append(plan_page(flow, (at, stop), (state.key[2], key[2]), choices, numbers))
        carried.append(Carried(at, stop, state.load))
        row, offset, key = start, state.offset, state.key
    plans.reverse()
    carried.reverse()
    standing = queue.stand(carried, flow.opens)
    return tuple(
        replace(plan, head=head, foot=foot) if head or foot else plan
        for plan, (head, foot) in zip(plans, standing, strict=True)
    )
