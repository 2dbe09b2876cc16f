"""Takes a track and a measure, gives the breaks whose ragged edge is calmest over the whole paragraph.

Headings, captions, cells and lists are set so, and text whose lines are too short to be justified.
"""

from __future__ import annotations

from layout.text.justify import NO_NEED, RUNT_EMS, Breaks, Need
from layout.text.tracks import (
    AT_BARE,
    AT_FIRM,
    AT_HYPHEN,
    AT_LITTLE,
    AT_PASTED,
    AT_RELUCTANT,
    AT_SHORT,
    AT_SOFT_SPACE,
    AT_SPACE,
    AT_WEAK,
    AT_YIELDING,
    FORCED,
    HYPHENS,
    Track,
)

BREAK_COST = {
    AT_SPACE: 0.0,
    AT_LITTLE: 0.03,
    AT_SOFT_SPACE: 0.2,
    AT_HYPHEN: 0.3,
    AT_SHORT: 0.4,
    AT_RELUCTANT: 0.5,
    AT_BARE: 0.05,
    FORCED: 0.0,
    AT_PASTED: 0.5,
    AT_WEAK: 2.0,
    AT_YIELDING: 4.0,
    AT_FIRM: 20.0,
}
"""Prices in squares of the measure left empty."""
LINE_COST = 1.0
"""One more line is never worth a calmer edge."""
LAST_WEIGHT = 0.15
"""How much of a short last line's emptiness counts, so that it balances a little."""
CONTRAST_COST = 0.2
"""Price of neighbouring lines, one full and one empty: the square of what they differ by."""
HOLE_FROM = 0.3
HOLE_COST = 3.0
"""From this part of the measure on an empty end is a hole: its square counts so many times more."""
LADDER_COST = 0.4
"""Price of each hyphenated line behind another."""
RUNT_COST = 0.3
FRAGMENT_COST = 0.6
"""Price of a last line that is only the end of a word."""
OVERFULL_COST = 1e6

_Node = tuple[float, int, int, float, "object"]
"""(cost, row, ladder, empty, previous node or None); `empty` is what its line leaves of the measure."""


def fit_ragged(track: Track, measure: float, size: float, balanced: bool, need: Need = NO_NEED) -> Breaks:
    """The breaks that leave the least uneven edge; where `balanced`, the last line counts like the others.

    Lines wider than `measure` are reported as overfull.
    """
    edge = _Edge(track, measure, size, balanced)
    ways: list[list[_Node]] = [[(0.0, 0, 0, -1.0, None)]]
    start = 0
    for row in range(1, len(track.rows)):
        ways.append([] if row in need.barred else edge.arrive(row, ways, start))
        if track.rows[row][2] == FORCED:
            start = row
    return _collect(min(ways[-1]), track, measure)


class _Edge:
    """The ragged edge of one paragraph: tells for each breakpoint at what price a line may end there."""

    def __init__(self, track: Track, measure: float, size: float, balanced: bool) -> None:
        self._rows = track.rows
        self._measure = measure
        self._runt = RUNT_EMS * size
        self._balanced = balanced

    def arrive(self, row: int, ways: list[list[_Node]], start: int) -> list[_Node]:
        """The cheapest nodes at `row`, one for lines that end so and one for those behind a hyphen."""
        kind = self._rows[row][2]
        best: dict[int, _Node] = {}
        for left in range(row - 1, start - 1, -1):
            width = line_width(self._rows, left, row)
            if width > self._measure * 1.5 and best:
                break
            for node in ways[left]:
                found = self._extend(node, row, kind, width)
                known = best.get(found[2])
                if known is None or found[0] < known[0]:
                    best[found[2]] = found
        return list(best.values())

    def _extend(self, node: _Node, row: int, kind: int, width: float) -> _Node:
        """`node` and a line from it to `row`."""
        cost, before, ladder, empty_before, _ = node
        cost += LINE_COST + BREAK_COST[kind]
        if width > self._measure + 0.01:
            return (cost + OVERFULL_COST + width, row, 0, 0.0, node)
        empty = (self._measure - width) / self._measure
        if kind == FORCED and not self._balanced:
            cost += LAST_WEIGHT * empty * empty + self._ending(before, row, width)
            return (cost, row, 0, -1.0, node)
        cost += empty * empty
        if empty > HOLE_FROM and kind != FORCED:
            cost += HOLE_COST * (empty - HOLE_FROM) ** 2
        if empty_before >= 0.0:
            cost += CONTRAST_COST * (empty - empty_before) ** 2
        rungs = min(ladder + 1, 2) if kind in HYPHENS else 0
        if rungs > 1:
            cost += LADDER_COST
        return (cost, row, rungs, empty, node)

    def _ending(self, before: int, row: int, width: float) -> float:
        """Price of a last line from `before`: no runts, no lone ends of words."""
        if not before or row != len(self._rows) - 1:
            return 0.0
        lone = self._rows[before][2] in HYPHENS and self._rows[row][1] - self._rows[before][4] <= 0.0
        return (RUNT_COST if width < self._runt else 0.0) + (FRAGMENT_COST if lone else 0.0)


def _collect(node: _Node, track: Track, measure: float) -> Breaks:
    rows: list[int] = []
    at: _Node | None = node
    while at is not None and at[1] > 0:
        rows.append(at[1])
        at = at[4]  # type: ignore[assignment]
    rows.reverse()
    starts = (0, *rows[:-1])
    over = tuple(
        order
        for order, (left, row) in enumerate(zip(starts, rows, strict=True))
        if line_width(track.rows, left, row) > measure + 0.01
    )
    return Breaks(tuple(rows), over, node[0])


def line_width(rows: list[tuple[float, float, int, float, float]], left: int, row: int) -> float:
    """Natural width of the line from one breakpoint to another, in points."""
    end, end_space, _, _, _ = rows[row]
    _, _, _, begin, begin_space = rows[left]
    return end - begin + end_space - begin_space
