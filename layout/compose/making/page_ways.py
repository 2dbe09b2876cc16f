"""Takes rows laid end to end, gives the ways in which a page that begins somewhere may end, each sought once."""

from __future__ import annotations

from collections.abc import Hashable

from layout.compose.floats import Load
from layout.compose.making.page_memory import END, Outlook
from layout.compose.page_ends import End, Ends, Flow, Foot, Way
from layout.model.memo import Memo
from layout.model.theme import Paging

Outlooks = Memo[tuple[Hashable, int], Outlook[Way]]


class PageWays:
    """Finds the ways in which a page with a load may end; asks what is known of the rows that were looked at."""

    def __init__(self, flow: Flow, foot: Foot, grid: float, paging: Paging, known: Outlooks) -> None:
        self.flow = flow
        self.rows = tuple(settings[0] for settings in flow.settings)
        self.ids = [*map(id, self.rows), END]
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
            outlook.widen(self.rows[index : reach + 1], self.ids[index : reach + 1])
            found = outlook.ways[key] = [self.flow.see(end, index) for end in ends]
        return found

    def _look_out(self, index: int) -> Outlook[Way]:
        """What is known from a row on, if the rows that were looked at then are there still."""
        outlook, ids = self._outlooks[index], self.ids
        if outlook is None or tuple(ids[index : index + len(outlook.ids)]) != outlook.ids:
            outlook = Outlook(self.rows[index : index + 1], ids[index : index + 1])
            self._outlooks[index] = self._known.keep((self.ground, ids[index]), outlook)
        self._sure[index] = True
        return outlook

    def _find(self, at: int, staggered: bool, load: Load) -> tuple[list[End], int]:
        """The ends of a page that starts at position `at`, and the last row that was looked at."""
        alone = self._alone(at, staggered, load) if load.halves or at == self.flow.end else []
        if at == self.flow.end:
            return alone, len(self.rows)
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
