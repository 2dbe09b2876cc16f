"""Takes a track and a measure, gives the breaks whose lines are most even over the whole paragraph.

The total-fit method of Knuth and Plass (Breaking Paragraphs into Lines, 1981), with the price of a line
counted in word spaces, since that is what a reader sees in a narrow column.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from layout.model.theme import Justification
from layout.text.tracks import AT_BARE, AT_HYPHEN, AT_SOFT_SPACE, AT_SPACE, FORCED, Track

SQUARE_COST = 100.0
"""Price of a word space one natural space too wide, growing with the square."""
TIGHT_FACTOR = 3.0
"""How much worse a word space too narrow is than one as much too wide."""
LOOSE_FROM = 2.0
LOOSE_COST = 60.0
LOOSE_SQUARE_COST = 300.0
"""From twice the natural space on a line looks torn: a step, then a steeper slope."""
LINE_COST = 4.0
BREAK_COST = {AT_SPACE: 0.0, AT_SOFT_SPACE: 60.0, AT_HYPHEN: 22.0, AT_BARE: 10.0, FORCED: 0.0}
LADDER_COST = 15.0
PENULTIMATE_HYPHEN_COST = 60.0
RUNT_COST = 400.0
RUNT_EMS = 3.0
"""A last line shorter than this many text sizes is a runt."""
FRAGMENT_COST = 5000.0
CONTRAST_COST = 12.0
"""Price of neighbouring lines whose spaces differ by one natural space."""
LONE_WORD = 9.0
"""What a line of one word that leaves room is priced as."""
OVERFULL_COST = 1e6


@dataclass(frozen=True, slots=True)
class Breaks:
    """Rows of the track at which lines end, in order; `overfull` lines that stick out, by their order."""

    rows: tuple[int, ...]
    overfull: tuple[int, ...] = ()


_Node = tuple[float, float, float, int, int, float, "object"]
"""(begin, begin_space, cost, row, ladder, space, previous node or None)"""


@dataclass(frozen=True, slots=True)
class _Limits:
    loosest: float
    ladder: int
    overfull: bool


def fit_justified(track: Track, measure: float, size: float, how: Justification) -> Breaks:
    """The best breaks for justified lines of `measure` points; at worst reports overfull lines."""
    passes = (
        _Limits(3.0, how.ladder, False),
        _Limits(inf, how.ladder, False),
        _Limits(inf, how.emergency_ladder, False),
        _Limits(inf, 1000, True),
    )
    for limits in passes:
        node = _search(track, measure, size, how, limits)
        if node is not None:
            return _collect(node, track, measure, how)
    raise AssertionError("the last pass takes any line")


def _search(track: Track, measure: float, size: float, how: Justification, limits: _Limits) -> _Node | None:
    """The cheapest way through the track within `limits`, as its last node; None where there is none."""
    step = _Step(track, measure, size, how, limits)
    active: list[_Node] = [(track.begin[0], 0.0, 0.0, 0, 0, 1.0, None)]
    for row in range(1, len(track.end)):
        best, dead = step.arrive(row, active)
        if dead:
            fallen = active[dead - 1]
            del active[:dead]
            if limits.overfull and not active and not best:
                best[0] = step.node(row, fallen[2] + OVERFULL_COST, 0, 1.0, fallen)
        if track.kind[row] == FORCED:
            active = []
        if best:
            active.extend(_undominated(best))
        elif not active:
            return None
    return min(active, key=lambda node: node[2])


class _Step:
    """One pass over a track: tells for each breakpoint which lines may end there, at what price."""

    def __init__(
        self, track: Track, measure: float, size: float, how: Justification, limits: _Limits
    ) -> None:
        self._track = track
        self._size = size
        self._limits = limits
        self._space = _spacing(measure, how)
        self._prices = {kind: LINE_COST + price for kind, price in BREAK_COST.items()}
        self._prices[AT_HYPHEN] = LINE_COST + BREAK_COST[AT_HYPHEN] * how.hyphen_cost
        self._final = len(track.end) - 1

    def node(self, row: int, cost: float, ladder: int, space: float, before: _Node) -> _Node:
        return (self._track.begin[row], self._track.begin_space[row], cost, row, ladder, space, before)

    def arrive(self, row: int, active: list[_Node]) -> tuple[dict[int, _Node], int]:
        """The best node at `row` for each length of ladder, and how many of `active` are too far behind."""
        end, end_space, kind = self._track.end[row], self._track.end_space[row], self._track.kind[row]
        space_of, loosest = self._space, self._limits.loosest
        fixed = self._prices[kind]
        best: dict[int, _Node] = {}
        dead = ladder = 0
        for node in active:
            space = space_of(end - node[0], end_space - node[1])
            if space <= 0.0:
                dead += 1
                continue
            cost = fixed
            if kind == FORCED:
                space = min(space, 1.0)
                if row == self._final:
                    cost += self._ending(node, end, end_space)
            elif space > loosest:
                break
            elif kind == AT_HYPHEN:
                ladder = node[4] + 1
                if ladder > self._limits.ladder:
                    continue
                cost += LADDER_COST * (ladder - 1)
            off = space - node[5]
            cost += node[2] + _price(space) + CONTRAST_COST * off * off
            if ladder not in best or cost < best[ladder][2]:
                best[ladder] = self.node(row, cost, ladder, space, node)
        return best, dead

    def _ending(self, node: _Node, end: float, end_space: float) -> float:
        """Price of a paragraph's last line: no runts, no lone word fragments."""
        spaces = end_space - node[1]
        cost = 0.0
        if node[3] > 0 and end - node[0] + spaces < RUNT_EMS * self._size:
            cost += RUNT_COST
        if self._track.kind[node[3]] == AT_HYPHEN:
            cost += PENULTIMATE_HYPHEN_COST
            if spaces <= 0.0:
                cost += FRAGMENT_COST
        return cost


def _spacing(measure: float, how: Justification) -> Callable[[float, float], float]:
    """What gives the word space (in natural ones) of a line from its letters and natural spaces, in points.

    It is 0 for a line too wide for `measure`. Letters widen or narrow together with the spaces, up to
    their own limit; beyond it the spaces alone give way.
    """
    stretch, shrink, expansion = how.stretch, how.shrink, how.expansion

    def space_of(letters: float, spaces: float) -> float:
        room = measure - letters - spaces
        if room < 0.0:
            flex = spaces * shrink + letters * expansion
            if room < -flex - 1e-6:
                return 0.0
            return 1.0 + room / flex * shrink if flex > 0 else 1.0
        flex = spaces * stretch + letters * expansion
        if room < flex:
            return 1.0 + room / flex * stretch
        return 1.0 + (room - letters * expansion) / spaces if spaces > 0.0 else LONE_WORD

    return space_of


def _price(space: float) -> float:
    """Price of a line by its word space."""
    off = space - 1.0
    if off < 0.0:
        return SQUARE_COST * TIGHT_FACTOR * off * off
    cost = SQUARE_COST * off * off
    if space > LOOSE_FROM:
        off = space - LOOSE_FROM
        cost += LOOSE_COST + LOOSE_SQUARE_COST * off * off
    return cost


def _undominated(best: dict[int, _Node]) -> list[_Node]:
    """Nodes worth keeping: a longer ladder only where it is cheaper."""
    kept: list[_Node] = []
    cheapest = inf
    for ladder in sorted(best):
        if best[ladder][2] < cheapest:
            cheapest = best[ladder][2]
            kept.append(best[ladder])
    return kept


def _collect(node: _Node, track: Track, measure: float, how: Justification) -> Breaks:
    rows: list[int] = []
    at: _Node | None = node
    while at is not None and at[3] > 0:
        rows.append(at[3])
        at = at[6]  # type: ignore[assignment]
    rows.reverse()
    return Breaks(tuple(rows), _overfull(rows, track, measure, how))


def _overfull(rows: list[int], track: Track, measure: float, how: Justification) -> tuple[int, ...]:
    found = []
    before = 0
    for order, row in enumerate(rows):
        letters = track.end[row] - track.begin[before]
        spaces = track.end_space[row] - track.begin_space[before]
        least = letters * (1 - how.expansion) + spaces * (1 - how.shrink)
        if least > measure + 0.01:
            found.append(order)
        before = row
    return tuple(found)
