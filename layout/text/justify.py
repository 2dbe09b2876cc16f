"""Takes a track and a measure, gives the breaks whose lines are most even over the whole paragraph.

The total-fit method of Knuth and Plass (Breaking Paragraphs into Lines, 1981), with the price of a line
counted in word spaces, since that is what a reader sees in a narrow column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from layout.model.records import Struct
from layout.model.theme import Justification
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

SQUARE_COST = 265.0
"""Price of a word space one natural space wider than is seen, growing with the square."""
SEEN_FROM = 0.13
"""So many natural spaces too wide a word space still looks as it should."""
TIGHT_FACTOR = 1.5
"""How much worse a word space too narrow is than one as much too wide."""
LOOSE_FROM = 1.0
LOOSE_COST = 400.0
LOOSE_SQUARE_COST = 400.0
"""From one natural space too much on a line looks torn: a step, then a steeper slope."""
LINE_COST = 4.0
BREAK_COST = {
    AT_SPACE: 0.0,
    AT_LITTLE: 0.0,
    AT_SOFT_SPACE: 40.0,
    AT_HYPHEN: 176.0,
    AT_SHORT: 175.0,
    AT_RELUCTANT: 400.0,
    AT_BARE: 40.0,
    FORCED: 0.0,
    AT_PASTED: 30.0,
    AT_WEAK: 200.0,
    AT_YIELDING: 400.0,
    AT_FIRM: 2000.0,
}
LADDER_COST = 30.0
LONG_LADDER_COST = 700.0
"""Price of each hyphenated line in a row beyond the theme's limit: for need only."""
PENULTIMATE_HYPHEN_COST = 60.0
RUNT_COST = 400.0
RUNT_EMS = 3.0
"""A last line shorter than this many text sizes is a runt."""
FRAGMENT_COST = 1500.0
"""Price of a last line that is only the end of a word, longer than a runt; the shorter, the dearer."""
CONTRAST_COST = 12.0
"""Price of neighbouring lines whose spaces differ by one natural space."""
OVERFULL_COST = 1e6
LEAST_LOOSE = SQUARE_COST * (LOOSE_FROM - SEEN_FROM) ** 2 + LOOSE_COST + LINE_COST
"""What a paragraph with a loose line costs at least: a cheaper one without is the best there is."""
ANY_LADDER = 20
"""Lengths of ladders told apart where any is allowed."""


class Breaks(Struct, frozen=True):
    """Rows of the track at which lines end, in order; `overfull` lines that stick out, by their order."""

    rows: tuple[int, ...]
    overfull: tuple[int, ...] = ()
    cost: float = 0.0
    worst: float = 0.0
    """What the loosest line's word space has too much, in natural ones; what a line of one word leaves empty
    counts as its word space."""
    fragment: bool = False
    """Whether the last line is only the end of a word."""


class Need(Struct, frozen=True):
    """What a paragraph may or may not do in need.

    Rows `barred` end no line, soft bonds are `free` of their price, the last line is to hold a `whole` word.
    """

    barred: frozenset[int] = frozenset()
    free: bool = False
    whole: bool = False


NO_NEED = Need()


Node = tuple[float, float, float, int, int, float, "object"]
"""(begin, begin_space, cost, row, ladder, off, previous node or None); `off` is what its line's word space
has too much, in natural ones."""
_Way = tuple[float, float, Node]
"""(cost, off, node): a line from `node`, with the price of all before it."""


class LineLimits(Struct, frozen=True):
    """What lines may be at most: `loosest` a word space, what it has too much, in natural ones."""

    loosest: float
    ladder: int
    overfull: bool


def fit_justified(
    track: Track, measure: float, size: float, how: Justification, need: Need = NO_NEED
) -> Breaks:
    """The best breaks for justified lines of `measure` points; at worst reports overfull lines.

    Torn lines are tried only where there are no others, overfull ones only then.
    """
    passes = (
        LineLimits(how.torn - 1.0, how.emergency_ladder, False),
        LineLimits(inf, how.emergency_ladder, False),
        LineLimits(inf, how.emergency_ladder if need.whole else ANY_LADDER, True),
    )
    tries = (_search(Step(track, measure, size, how, limits, need), track, need) for limits in passes)
    found = next((node for node in tries if node is not None), None)
    assert found is not None, "the last pass takes any line"
    return collect_breaks(found, track, measure, how)


def _search(step: Step, track: Track, need: Need) -> Node | None:
    """The last node of the cheapest way through the track within the limits of `step`, if there is one."""
    active: list[Node] = [(track.rows[0][3], 0.0, 0.0, 0, 0, 0.0, None)]
    for row in range(1, len(track.rows)):
        best, dead = step.arrive(row, active)
        if dead:
            fallen = active[dead - 1]
            del active[:dead]
            if step.limits.overfull and not active and not best:
                best = [step.node(row, fallen[2] + OVERFULL_COST, 0, 0.0, fallen)]
        if track.rows[row][2] == FORCED:
            active = []
        elif row in need.barred:
            best = []
        if best:
            active += best
        elif not active:
            return None
    return min(active, key=lambda node: node[2])


def fit_counted(track: Track, measure: float, size: float, how: Justification) -> Mapping[int, Breaks]:
    """For each number of lines that `track` can be set in without a loose line its best breaks."""
    limits = LineLimits(min(LOOSE_FROM, how.torn - 1.0), how.emergency_ladder, False)
    step = Step(track, measure, size, how, limits)
    return {count: collect_breaks(node, track, measure, how) for count, node in _search_counted(step, track)}


def _search_counted(step: Step, track: Track) -> Iterator[tuple[int, Node]]:
    """Each number of lines with the last node of its cheapest way."""
    active: list[list[Node]] = [[(track.rows[0][3], 0.0, 0.0, 0, 0, 0.0, None)], []]
    low = 0
    for row in range(1, len(track.rows)):
        arrived = list(_arrive_counted(step, row, active, low))
        if track.rows[row][2] == FORCED:
            active = [[] for _ in active]
        for count, best in arrived:
            active[count] += best
        if active[-1]:
            active.append([])
        while low < len(active) and not active[low]:
            low += 1
    for count, nodes in enumerate(active):
        if nodes:
            yield count, min(nodes, key=lambda node: node[2])


def _arrive_counted(
    step: Step, row: int, active: list[list[Node]], low: int
) -> Iterator[tuple[int, list[Node]]]:
    """The nodes worth keeping at `row` by the number of lines; those too far behind are dropped."""
    for count in range(low, len(active) - 1):
        nodes = active[count]
        if nodes:
            best, dead = step.arrive(row, nodes)
            if dead:
                del nodes[:dead]
            if best:
                yield count + 1, best


class Step:
    """One pass over a track: tells for each breakpoint which lines may end there, at what price.

    Letters widen or narrow together with the spaces, up to their own limit; beyond it spaces alone.
    """

    def __init__(
        self,
        track: Track,
        measure: float,
        size: float,
        how: Justification,
        limits: LineLimits,
        need: Need = NO_NEED,
    ) -> None:
        self._rows = track.rows
        self._last = len(track.rows) - 1
        self._size = size
        self.limits = limits
        self._bounds = (
            measure,
            how.stretch,
            how.shrink,
            how.expansion,
            min(how.stretch, how.shrink),
            limits.loosest,
            track.space,
        )
        self._untried: list[_Way | None] = [None] * (limits.ladder + 1)
        self._whole = need.whole and not limits.overfull
        self._prices = {kind: LINE_COST + price for kind, price in BREAK_COST.items()}
        self._ladders = [
            LADDER_COST * (n - 1) + LONG_LADDER_COST * max(0, n - how.ladder)
            for n in range(limits.ladder + 1)
        ]
        for kind in HYPHENS:
            self._prices[kind] = LINE_COST + BREAK_COST[kind] * how.hyphen_cost
        if need.free:
            self._prices[AT_SOFT_SPACE] = LINE_COST

    def node(self, row: int, cost: float, ladder: int, off: float, before: Node) -> Node:
        """A line's end at `row`, after that at `before`."""
        return (self._rows[row][3], self._rows[row][4], cost, row, ladder, off, before)

    def arrive(  # noqa: C901, PLR0912, PLR0915 (calls would cost a third more)
        self, row: int, active: list[Node]
    ) -> tuple[list[Node], int]:
        """The nodes worth keeping at `row`, and how many of `active` are too far behind for any line."""
        end, end_space, kind, begin, begin_space = self._rows[row]
        measure, stretch, shrink, expansion, gently, loosest, space = self._bounds
        fixed, forced, hyphen = self._prices[kind], kind == FORCED, kind in HYPHENS
        final = row == self._last
        best: list[_Way | None] = self._untried.copy() if hyphen else []
        cheapest, way = inf, None
        dead = 0
        for node in active:
            letters = end - node[0]
            spaces = end_space - node[1]
            room = measure - letters - spaces
            if room < 0.0:
                flex = spaces * shrink + letters * expansion
                if room < -flex - 1e-6:
                    dead += 1
                    continue
                flex = spaces * gently + letters * expansion
                if room > -flex:
                    off = room / flex * gently
                else:
                    off = (room + letters * expansion) / spaces if spaces else 0.0
                cost = SQUARE_COST * TIGHT_FACTOR * off * off
            elif forced:
                off = cost = 0.0
            else:
                flex = spaces * stretch + letters * expansion
                if room < flex:
                    off = room / flex * stretch
                else:
                    off = (room - letters * expansion) / (spaces or space)
                cost = SQUARE_COST * (off - SEEN_FROM) ** 2 if off > SEEN_FROM else 0.0
                if off > LOOSE_FROM:
                    if off > loosest:
                        break
                    cost += LOOSE_COST + LOOSE_SQUARE_COST * (off - LOOSE_FROM) ** 2
            change = off - node[5]
            if hyphen:
                ladder = node[4] + 1
                if ladder >= len(best):
                    continue
                cost += self._ladders[ladder]
                cost += fixed + node[2] + CONTRAST_COST * change * change
                known = best[ladder]
                if known is None or cost < known[0]:
                    best[ladder] = (cost, off, node)
                continue
            if final:
                cost += self._ending(node)
            cost += fixed + node[2] + CONTRAST_COST * change * change
            if cost < cheapest:
                cheapest, way = cost, (cost, off, node)
        if way is not None:
            return [(begin, begin_space, cheapest, row, 0, way[1], way[2])], dead
        return list(self._keep(row, best)), dead

    def _keep(self, row: int, best: Sequence[_Way | None]) -> Iterator[Node]:
        """The nodes at a hyphen for each length of ladder, a longer one only where it is cheaper."""
        cheapest = inf
        for ladder, found in enumerate(best):
            if found is not None and found[0] < cheapest:
                cheapest, off, node = found
                yield self.node(row, cheapest, ladder, off, node)

    def _ending(self, node: Node) -> float:
        """Price of a paragraph's last line from `node`: no runts, no lone word fragments."""
        end, end_space, _, _, _ = self._rows[-1]
        spaces = end_space - node[1]
        cost = 0.0
        width, least = end - node[0] + spaces, RUNT_EMS * self._size
        if node[3] > 0 and width < least:
            cost += RUNT_COST
        if self._rows[node[3]][2] in HYPHENS:
            cost += PENULTIMATE_HYPHEN_COST
            if spaces <= 0.0:
                cost += inf if self._whole else FRAGMENT_COST * (1.0 + max(0.0, least - width) / least)
        return cost


def collect_breaks(node: Node, track: Track, measure: float, how: Justification) -> Breaks:
    """The breaks on the way that leads to `node`, the last one."""
    rows: list[int] = []
    worst = 0.0
    at: Node | None = node
    while at is not None and at[3] > 0:
        rows.append(at[3])
        worst = max(worst, at[5])
        at = at[6]  # type: ignore[assignment]
    rows.reverse()
    before, last = track.rows[rows[-2] if len(rows) > 1 else 0], track.rows[-1]
    fragment = before[2] in HYPHENS and last[1] <= before[4]
    return Breaks(tuple(rows), _overfull(rows, track, measure, how), node[2], worst, fragment)


def _overfull(ends: list[int], track: Track, measure: float, how: Justification) -> tuple[int, ...]:
    found = []
    before = 0
    for order, row in enumerate(ends):
        letters = track.rows[row][0] - track.rows[before][3]
        spaces = track.rows[row][1] - track.rows[before][4]
        least = letters * (1 - how.expansion) + spaces * (1 - how.shrink)
        if least > measure + 0.01:
            found.append(order)
        before = row
    return tuple(found)
