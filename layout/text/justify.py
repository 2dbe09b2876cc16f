"""Takes a track and a measure, gives the breaks whose lines are most even over the whole paragraph.

The total-fit method of Knuth and Plass (Breaking Paragraphs into Lines, 1981), with the price of a line
counted in word spaces, since that is what a reader sees in a narrow column.
"""

from __future__ import annotations

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
    """The best breaks for justified lines of `measure` points; never fails, at worst reports overfull lines."""
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
    begins, begin_spaces, ends, end_spaces, kinds = (
        track.begin, track.begin_space, track.end, track.end_space, track.kind
    )
    stretch, shrink, expansion = how.stretch, how.shrink, how.expansion
    prices = {k: v * how.hyphen_cost if k == AT_HYPHEN else v for k, v in BREAK_COST.items()}
    loosest = limits.loosest
    ladder_limit = limits.ladder
    final = len(ends) - 1
    active: list[_Node] = [(begins[0], 0.0, 0.0, 0, 0, 1.0, None)]
    for row in range(1, len(ends)):
        end, end_space, kind = ends[row], end_spaces[row], kinds[row]
        hyphen = kind == AT_HYPHEN
        price = prices[kind] + LINE_COST
        best: dict[int, _Node] = {}
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
                space = 1.0 + room / flex * shrink if flex > 0 else 1.0
                off = 1.0 - space
                cost = SQUARE_COST * TIGHT_FACTOR * off * off
            elif kind == FORCED:
                space, cost = 1.0, 0.0
                if row == final:
                    cost = _ending_cost(node, letters + spaces, spaces, size, kinds)
            else:
                widened = room - letters * expansion
                if spaces <= 0.0:
                    space = 1.0 if widened <= 0 else 9.0
                else:
                    flex = spaces * stretch + letters * expansion
                    space = 1.0 + (room / flex * stretch if room < flex else widened / spaces)
                if space > loosest:
                    break
                off = space - 1.0
                cost = SQUARE_COST * off * off
                if space > LOOSE_FROM:
                    off = space - LOOSE_FROM
                    cost += LOOSE_COST + LOOSE_SQUARE_COST * off * off
            ladder = 0
            if hyphen:
                ladder = node[4] + 1
                if ladder > ladder_limit:
                    continue
                cost += LADDER_COST * (ladder - 1)
            off = space - node[5]
            total = node[2] + cost + price + CONTRAST_COST * off * off
            known = best.get(ladder)
            if known is None or total < known[2]:
                best[ladder] = (begins[row], begin_spaces[row], total, row, ladder, space, node)
        if dead:
            fallen = active[dead - 1]
            del active[:dead]
            if limits.overfull and not active and not best:
                over = fallen[2] + OVERFULL_COST
                best[0] = (begins[row], begin_spaces[row], over, row, 0, 1.0, fallen)
        if kind == FORCED:
            active = []
        if best:
            active.extend(_undominated(best))
        elif not active:
            return None
    return min(active, key=lambda node: node[2])


def _undominated(best: dict[int, _Node]) -> list[_Node]:
    """Nodes worth keeping: a longer ladder only where it is cheaper."""
    kept: list[_Node] = []
    cheapest = inf
    for ladder in sorted(best):
        if best[ladder][2] < cheapest:
            cheapest = best[ladder][2]
            kept.append(best[ladder])
    return kept


def _ending_cost(node: _Node, width: float, spaces: float, size: float, kinds: list[int]) -> float:
    """Price of a paragraph's last line: no runts, no lone word fragments."""
    cost = 0.0
    if width < RUNT_EMS * size and node[3] > 0:
        cost += RUNT_COST
    if kinds[node[3]] == AT_HYPHEN:
        cost += PENULTIMATE_HYPHEN_COST
        if spaces <= 0.0:
            cost += FRAGMENT_COST
    return cost


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
