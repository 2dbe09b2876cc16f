"""Takes rows that float and where they are spoken of, gives what a page may carry of them; breaks no page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from layout.compose.rows import Row
from layout.model.records import Struct, field

NEXT_PAGE = 60.0
"""Price of a float that goes to the page after the one where it is spoken of: that of three empty lines."""
LATER = 3000.0
"""Price of each page that it is later still."""
MOST_CARRIED = 3
"""Floats that a page carries at most beside its text."""


class FloatState(NamedTuple):
    """How many floats stand on the pages so far; `owed` where the last one's right half is still to come."""

    placed: int = 0
    owed: bool = False


class Half(NamedTuple):
    """Row `row` as a float on a page: whole, or its left (0) or right (1) half on a page of a spread."""

    row: int
    side: int | None = None


class Float(NamedTuple):
    """A row that floats, where the one before it starts in the flow, its height with the space round it."""

    row: int
    anchor: int
    place: int
    """Where it would stand itself."""
    height: float
    spread: bool
    low: bool
    """Whether it never stands at a page's head."""


class Load(Struct, frozen=True, kw_only=True):
    """What a page carries beside its text: `halves`, `height` points with the space about them.

    It may only be a page that gets beyond the position `needs`; for a spread, its right-hand one.
    """

    halves: tuple[Half, ...] = ()
    height: float = 0.0
    needs: int = -1
    after: FloatState = field(default_factory=FloatState)


class Carried(NamedTuple):
    """A page that holds what is between two positions of the flow, and a load."""

    at: int
    stop: int
    load: Load


Standing = tuple[tuple[Half, ...], tuple[Half, ...]]
"""The floats at the head of a page and those at its foot."""


class FloatQueue:
    """The floats of a flow of rows, in the order in which they must stand."""

    def __init__(
        self,
        rows: Sequence[Row],
        starts: Sequence[int],
        end: int,
        taken_by: Callable[[Row], float],
        gap: float,
    ) -> None:
        """`starts` has for each row the position of the flow where it starts, or would if it did not float.

        `end` is the flow's last position, `taken_by` gives a row's height with that of its notes, `gap` is
        the space between a float and the text, in points.
        """
        self._floats: list[Float] = []
        before = 0
        for index, (row, start) in enumerate(zip(rows, starts, strict=True)):
            if row.floats is None:
                before = start
                continue
            spread = row.floats.foot is not None
            self._floats.append(
                Float(
                    row=index,
                    anchor=min(start if row.fresh else before, end - 1),
                    place=start,
                    height=taken_by(row) + gap,
                    spread=spread,
                    low=spread and row.floats.head is None,
                )
            )
        self._anchors = [found.anchor for found in self._floats]

    @property
    def holds_any(self) -> bool:
        """Whether anything floats."""
        return bool(self._floats)

    @property
    def all_placed(self) -> FloatState:
        """The state in which nothing is left to be placed."""
        return FloatState(len(self._floats))

    def loads(self, state: FloatState, *, odd: bool, over: bool) -> Iterator[Load]:
        """What a page may carry that is reached in `state`; a half of a spread stands alone.

        The page is a right-hand one if `odd`. Where the text is `over`, one may stay blank before a spread.
        """
        if state.owed:
            owed = self._floats[state.placed - 1]
            after = FloatState(state.placed)
            yield Load(halves=(Half(owed.row, 1),), height=owed.height, needs=owed.anchor, after=after)
            return
        coming = self._floats[state.placed : state.placed + MOST_CARRIED]
        if not over or (odd and coming and coming[0].spread):
            yield Load(after=state)
        halves: tuple[Half, ...] = ()
        height = 0.0
        for placed, found in enumerate(coming, state.placed + 1):
            if not found.spread:
                halves, height = (*halves, Half(found.row)), height + found.height
                yield Load(halves=halves, height=height, needs=found.anchor, after=FloatState(placed))
                continue
            if not halves and not odd:
                half = Half(found.row, 0)
                yield Load(halves=(half,), height=found.height, after=FloatState(placed, True))
            return

    def price(self, load: Load, at: int, stop: int) -> float:
        """The price of a page from position `at` to `stop` that carries `load`; infinite if it may not."""
        if not self._floats:
            return 0.0
        alone = at == stop and bool(load.halves)
        if load.needs >= stop or (alone and self._anchors[load.after.placed - 1] >= at):
            return inf
        waiting = self._anchors[load.after.placed : bisect_left(self._anchors, stop)]
        return sum(NEXT_PAGE if anchor >= at else LATER for anchor in waiting)

    def stand(self, carried: Sequence[Carried], opens: Callable[[int], bool]) -> list[Standing]:
        """Which floats stand at the head and which at the foot of each page.

        `opens` tells for each position whether a chapter or a section starts there: above one stands only
        what was spoken of before.
        """
        found: list[Standing] = []
        for number, page in enumerate(carried):
            before = carried[number - 1] if page.load.halves and page.load.halves[0].side == 1 else page
            low = {half: self._stands_low(half, before, opens) for half in page.load.halves}
            high = tuple(half for half in page.load.halves if not low[half])
            found.append((high, tuple(half for half in page.load.halves if low[half])))
        return found

    def _stands_low(self, half: Half, page: Carried, opens: Callable[[int], bool]) -> bool:
        """Whether a float stands at the foot of a page, or of the two that begin with it."""
        floating = next(found for found in self._floats if found.row == half.row)
        if half.side is not None:
            return floating.low or opens(page.at) or opens(page.stop)
        middle = (page.at + page.stop) // 2
        return floating.anchor >= page.at and (opens(page.at) or floating.place >= middle)
