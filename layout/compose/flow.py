"""What stands on a page, as it is planned: stretches of rows, and what floats."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.floats import Half
from layout.compose.page_ends import Choices, Flow
from layout.compose.rows import Stagger
from layout.model.records import Struct, replace


class Stretch(Struct, frozen=True, kw_only=True):
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
    """What stands on one page, the price of the break that ends it, and floats above and below the text."""

    stretches: tuple[Stretch, ...]
    price: float
    head: tuple[Half, ...] = ()
    foot: tuple[Half, ...] = ()


def plan_page(
    flow: Flow, page: tuple[int, int], uneven: tuple[bool, bool], choices: Choices, numbers: Sequence[int]
) -> PagePlan:
    """The `page` between two positions, with `uneven` cuts where it starts and where it ends, or not.

    `numbers` has for each row of the flow its place among all rows.
    """
    begins, stop = page
    if begins == stop:
        return PagePlan((), 0.0)
    first, setting, slab = flow.place(begins)
    last, last_setting, last_slab = flow.place(stop) if stop < flow.end else (len(flow.settings), 0, 0)
    chosen = {first: setting, last: last_setting, **dict(choices)}
    stretches = []
    for index in range(first, last + (last_slab > 0)):
        row = flow.settings[index][chosen.get(index, 0)]
        count = last_slab if index == last else row.count
        start, number = slab if index == first else 0, chosen.get(index, 0)
        stretches.append(Stretch(row=numbers[index], start=start, stop=count, setting=number))
    if uneven[0]:
        stretches[0] = replace(stretches[0], begin=flow.stagger(begins))
    end = flow.stagger(stop) if uneven[1] else None
    stretches[-1] = replace(stretches[-1], end=end)
    price = end.price if end else flow.price(stop)
    return PagePlan(tuple(stretches), price)
