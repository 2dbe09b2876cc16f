"""Takes a river's course, gives the river with both its banks, wider as it flows; finds no way itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot

from layout.model.colour import Colour
from layout.model.drawing import Close, CurveTo, LineTo, MoveTo, Path, Segment, Stroke

Point = tuple[float, float]

SOURCE = 0.07
"""The river's width at its source, as a part of that at its mouth."""
GAP = 0.55
"""From the water to a bank's line, in parts of the mouth's width, at the mouth."""
BANK = 0.09
"""Weight of a bank's line in the same."""
KEEP = 3
"""Of the course's points each so many is kept: the curve between is smooth."""


def reach_of(mouth: float) -> float:
    """How far from its course a river of that width reaches with its banks, in points."""
    return mouth * (0.5 + GAP + BANK / 2)


def draw_banks(
    course: Sequence[Point], mouth: float, water: Colour, banks: tuple[Colour, Colour]
) -> tuple[Path, ...]:
    """The water, `mouth` points wide at the end of the course, between the left bank and the right one."""
    points = [*course[:-1:KEEP], course[-1]]
    half = _grow(mouth / 2)
    left, right = _beside(points, half, -1), _beside(points, half, 1)
    body = (MoveTo(*left[0]), *_curve(left), LineTo(*right[-1]), *_curve(right[::-1]), Close())
    away = _grow(mouth * (0.5 + GAP))
    lines = (
        Path(
            (MoveTo(*line[0]), *_curve(line)),
            stroke=Stroke(colour=colour, width=BANK * mouth, cap=1, join=1),
        )
        for line, colour in zip((_beside(points, away, -1), _beside(points, away, 1)), banks, strict=True)
    )
    return (*lines, Path(body, fill=water))


def _grow(most: float) -> Callable[[float], float]:
    """A width by the part of the course that is behind."""
    return lambda part: most * (SOURCE + (1 - SOURCE) * part**0.8)


def _beside(points: Sequence[Point], away: Callable[[float], float], side: int) -> list[Point]:
    """The points of a line at a growing distance from the course, left (-1) or right (1) of it downstream."""
    found = []
    for order, (x, y) in enumerate(points):
        before, after = points[max(order - 1, 0)], points[min(order + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        by = side * away(order / (len(points) - 1))
        found.append((x - dy / length * by, y + dx / length * by))
    return found


def _curve(points: Sequence[Point]) -> tuple[Segment, ...]:
    """A smooth curve through points, without the step to the first of them (Catmull and Rom 1974)."""
    curves: list[Segment] = []
    for order in range(len(points) - 1):
        before, here = points[max(order - 1, 0)], points[order]
        there, after = points[order + 1], points[min(order + 2, len(points) - 1)]
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        curves.append(CurveTo(*first, *second, *there))
    return tuple(curves)
