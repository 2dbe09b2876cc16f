"""Takes a track and a measure, gives the best justified breaks for each number of lines, none of them loose.

It is the total fit of `justify` with the numbers of lines told apart (looseness: Knuth and Plass, 1981).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.model.theme import Justification
from layout.text.justify import (
    LINE_COST,
    LOOSE_COST,
    LOOSE_FROM,
    SEEN_FROM,
    SQUARE_COST,
    Breaks,
    LineLimits,
    Node,
    Step,
    collect_breaks,
)
from layout.text.tracks import FORCED, Track

LEAST_LOOSE = SQUARE_COST * (LOOSE_FROM - SEEN_FROM) ** 2 + LOOSE_COST + LINE_COST
"""What a paragraph with a loose line costs at least: a cheaper one without is the best there is."""


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
        arrived = []
        for count in range(low, len(active) - 1):
            nodes = active[count]
            if nodes:
                best, dead = step.arrive(row, nodes)
                if dead:
                    del nodes[:dead]
                if best:
                    arrived.append((count + 1, best))
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
