"""Takes rows, lays them end to end in all their settings, gives what stands on a page; prices nothing."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.floats import Half
from layout.compose.rows import Row, Stagger
from layout.model.records import Struct, replace


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
    """What stands on one page, the price of the break that ends it, and floats above and below the text."""

    stretches: tuple[Stretch, ...]
    price: float
    head: tuple[Half, ...] = ()
    foot: tuple[Half, ...] = ()


Choices = tuple[tuple[int, int], ...]
"""(row, setting) of each row on a page that is not set as it is."""


class Flow:
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
        self.opens = [False] * (self.end + 1)
        """Whether a heading starts at a position, or what is asked to start a page."""
        for (row, *_), start in zip(self.settings, self.starts, strict=False):
            self.opens[start] = row.fresh or row.anchor is not None

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


def plan_page(
    flow: Flow, page: tuple[int, int], uneven: tuple[bool, bool], choices: Choices, numbers: Sequence[int]
) -> PagePlan:
    """The `page` between two positions, with `uneven` cuts where it starts and where it ends, or not.

    `numbers` has for each row of the flow its place among all rows.
    """
    begins, stop = page
    if begins == stop:
        return PagePlan((), 0.0)
    first, setting, slab = flow.places[begins]
    last, last_setting, last_slab = flow.places[stop] if stop < flow.end else (len(flow.settings), 0, 0)
    chosen = {first: setting, last: last_setting, **dict(choices)}
    stretches = []
    for index in range(first, last + (last_slab > 0)):
        row = flow.settings[index][chosen.get(index, 0)]
        count = last_slab if index == last else row.count
        start, number = slab if index == first else 0, chosen.get(index, 0)
        stretches.append(Stretch(numbers[index], start, count, setting=number))
    if uneven[0]:
        stretches[0] = replace(stretches[0], begin=flow.stagger(begins))
    end = flow.stagger(stop) if uneven[1] else None
    stretches[-1] = replace(stretches[-1], end=end)
    price = end.price if end else flow.price(stop)
    return PagePlan(tuple(stretches), price)
