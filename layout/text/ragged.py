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
    AT_LITTLE: 0.08,
    AT_SOFT_SPACE: 0.15,
    AT_HYPHEN: 0.15,
    AT_SHORT: 0.4,
    AT_RELUCTANT: 0.8,
    AT_BARE: 0.05,
    FORCED: 0.0,
    AT_PASTED: 0.5,
    AT_WEAK: 2.0,
    AT_YIELDING: 4.0,
    AT_FIRM: 20.0,
}
"""Prices in squares of the measure left empty."""
LINE_COST = {False: 0.3, True: 1.0}
"""One more line is hardly worth a calmer edge; in a balanced title never."""
LAST_WEIGHT = 0.15
"""How much of a short last line's emptiness counts, so that it balances a little."""
CONTRAST_COST = 0.2
"""Price of neighbouring lines, one full and one empty: the square of what they differ by."""
HOLE_FROM = 0.3
HOLE_COST = 3.0
EMPTIEST = 0.45
"""From this part of the measure on an empty end is a hole: its square counts so many times more; lines
emptier than the last are taken where there is no other."""
LADDER = 2
"""Hyphenated lines in a row that are told from longer ladders."""
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
        self._begins = [begin + begin_space for _, _, _, begin, begin_space in track.rows]
        self._measure = measure
        self._runt = RUNT_EMS * size
        self._balanced = balanced
        self._prices = {kind: LINE_COST[balanced] + price for kind, price in BREAK_COST.items()}
        self._first = 0

    def arrive(self, row: int, ways: list[list[_Node]], start: int) -> list[_Node]:
        """The cheapest nodes at `row` for each length of ladder; from row `start` on, lines may begin."""
        end, end_space, kind, _, _ = self._rows[row]
        reach, begins = end + end_space, self._begins
        first = max(self._first, start)
        while first < row - 1 and reach - begins[first] > self._measure + 0.01:
            first += 1
        self._first = first
        best = self._fitting(row, kind, reach, ways, first)
        left = first
        while not best and left >= start:
            width = reach - begins[left]
            best = [
                (node[0] + self._prices[kind] + OVERFULL_COST + width, row, 0, 0.0, node)
                for node in ways[left][:1]
            ]
            left -= 1
        return best

    def _fitting(  # noqa: C901 (calls would cost a third more)
        self, row: int, kind: int, reach: float, ways: list[list[_Node]], first: int
    ) -> list[_Node]:
        """The same among lines that fit, the fullest first: the inner loop, written flat.

        A node with a longer ladder is kept only where it is cheaper.
        """
        # Words that show nothing have no width, and neither has a column that is as wide as they are: a hair.
        measure, begins, fixed = self._measure or 0.01, self._begins, self._prices[kind]
        hyphen, forced = kind in HYPHENS, kind == FORCED and not self._balanced
        best: list[_Node | None] = [None] * (LADDER + 1)
        for left in range(first, row):
            empty = (measure - reach + begins[left]) / measure
            if empty < -0.01 / measure:
                continue
            if forced:
                line = LAST_WEIGHT * empty * empty + self._ending(left, row, measure * (1.0 - empty))
            else:
                line = empty * empty
                if empty > EMPTIEST and any(best):
                    break
                if empty > HOLE_FROM and kind != FORCED:
                    line += HOLE_COST * (empty - HOLE_FROM) ** 2
            for node in ways[left]:
                cost = node[0] + fixed + line
                if not forced and node[3] >= 0.0:
                    cost += CONTRAST_COST * (empty - node[3]) ** 2
                rungs = 0
                if hyphen:
                    rungs = min(node[2] + 1, LADDER)
                    cost += LADDER_COST * (rungs - 1)
                known = best[rungs]
                if known is None or cost < known[0]:
                    best[rungs] = (cost, row, rungs, -1.0 if forced else empty, node)
        kept: list[_Node] = []
        for found in best:
            if found is not None and (not kept or found[0] < kept[-1][0]):
                kept.append(found)
        return kept

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
