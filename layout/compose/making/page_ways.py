"""Takes rows laid end to end, gives the ways in which a page may end, each sought once; chooses none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable
from typing import NamedTuple

from layout.compose.floats import Load
from layout.compose.making.page_memory import END, Outlook
from layout.compose.page_ends import Choices, End, Ends, Flow, Foot
from layout.model.memo import Memo
from layout.model.theme import Paging

GRAINS = 1024
"""Parts of a price of 1 that are told apart."""


class Way(NamedTuple):
    """An end of a page as seen from the row where the page begins, the same wherever that stands.

    The page ends `offset` positions behind the start of the row `ahead`; its choices count rows like that.
    """

    ahead: int
    offset: int
    empty: int
    price: float
    stagger: bool
    choices: Choices


Outlooks = Memo[tuple[Hashable, int], Outlook[Way]]


class PageWays:
    """Finds the ways in which a page with a load may end; asks what is known of the rows looked at."""

    def __init__(self, flow: Flow, foot: Foot, grid: float, paging: Paging, known: Outlooks) -> None:
        self.flow = flow
        self.ids = [*flow.numbers, END]
        self._foot = foot
        self._grid = grid
        self._paging = paging
        self._ends: dict[float, Ends] = {}
        self._known = known
        self.ground = (foot.height, foot.space, foot.longer, grid, paging)
        self._outlooks = [known.get((self.ground, one)) for one in self.ids]
        self._sure = [False] * len(self.ids)

    def reach(self, index: int) -> int:
        """How many rows were looked at for pages that begin in the row `index`."""
        outlook = self._outlooks[index]
        return len(outlook.ids) if outlook is not None and self._sure[index] else 1

    def find(self, index: int, offset: int, staggered: bool, load: Load) -> list[Way]:
        """Each way worth following in which a page may end, uneven if `staggered`.

        It starts `offset` positions behind the start of the row `index`.
        """
        outlook = self._outlooks[index]
        if outlook is None or not self._sure[index]:
            outlook = self._look_out(index)
        key = (offset, staggered, bool(load.halves), load.height)
        found = outlook.ways.get(key)
        if found is None:
            ends, reach = self._find(self.flow.starts[index] + offset, staggered, load)
            outlook.widen(self.ids[index : reach + 1])
            found = outlook.ways[key] = [self._see(end, index) for end in ends]
        return found

    def _look_out(self, index: int) -> Outlook[Way]:
        """What is known from a row on, if the rows that were looked at then are there still."""
        outlook, ids = self._outlooks[index], self.ids
        if outlook is None or tuple(ids[index : index + len(outlook.ids)]) != outlook.ids:
            outlook = Outlook(ids[index : index + 1])
            self._outlooks[index] = self._known.keep((self.ground, ids[index]), outlook)
        self._sure[index] = True
        return outlook

    def _find(self, at: int, staggered: bool, load: Load) -> tuple[list[End], int]:
        """The ends of a page that starts at position `at`, and the last row that was looked at."""
        alone = self._alone(at, staggered, load) if load.halves or at == self.flow.end else []
        if at == self.flow.end:
            return alone, len(self.ids) - 1
        ends = self._ends.get(load.height)
        if ends is None:
            longer = 0.0 if load.halves else self._foot.longer
            foot = Foot(self._foot.height - load.height, self._foot.space, longer)
            ends = self._ends[load.height] = Ends(self.flow, foot, self._grid, self._paging, load)
        ends.reach = 0
        return ends.find(at, staggered) + alone, ends.reach

    def _alone(self, at: int, staggered: bool, load: Load) -> list[End]:
        """The page with what it carries and no text."""
        height = self._foot.height
        if len(load.halves) > 1 and load.height > height + self._grid:
            return []
        empty = max(round((height - load.height) / self._grid), 0)
        return [End(at, empty, self._paging.empty_cost * empty**2, staggered, ())]

    def _see(self, end: End, index: int) -> Way:
        """An end of a page as seen from the row `index`."""
        starts = self.flow.starts
        last = bisect_right(starts, end.stop, index) - 1
        choices = tuple((row - index, setting) for row, setting in end.choices)
        return Way(last - index, end.stop - starts[last], end.empty, exact(end.price), end.stagger, choices)


def exact(price: float) -> float:
    """A price as a whole multiple of a small power of two: sums of many such are exact."""
    return round(price * GRAINS) / GRAINS
