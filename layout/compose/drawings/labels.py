"""Takes points and the sizes of their labels, gives each a place where it hides nothing; sets no words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from layout.model.layout import Box

Point = tuple[float, float]

SIDES = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
"""Where a label may stand seen from its point, the best first: right, left, aslant, above, below."""
REACHES = (1.0, 2.0)
"""How far off it may stand, in parts of what is best."""
CROWDED = 6.0
"""Distance within which points crowd each other, in parts of a label's own."""
DOT = 0.7
"""Part of a label's distance from its own point that it keeps from every other."""
CLEAR = 2.5
"""Points of paper wanted between a label and a line."""
LINE_COST = 1.0
"""Price of each point of a line that a label would cover."""


def place_labels(
    points: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
    away: float,
    sheet: Box,
    taken: Sequence[Box],
    line: Sequence[Point],
) -> tuple[Box | None, ...]:
    """A box for each label, `away` from its point; None where all sides leave `sheet` or cover something.

    No label covers another, a box of `taken` or another point; `line` is kept free if it can be. Labels of
    crowded points choose first, the widest of them before the others.
    """
    dots = [grown(Box(x, y, 0.0, 0.0), DOT * away) for x, y in points]
    placed: dict[int, Box] = {}
    for index in sorted(range(len(points)), key=lambda i: (-_crowd(points, i, away), -sizes[i][0])):
        others = [box for order, box in enumerate(dots) if order != index]
        found = _choose(points[index], sizes[index], away, sheet, [*taken, *others, *placed.values()], line)
        if found is not None:
            placed[index] = found
    return tuple(placed.get(index) for index in range(len(points)))


def _crowd(points: Sequence[Point], index: int, away: float) -> int:
    """How many other points lie so near that labels compete for room."""
    near = grown(Box(*points[index], 0.0, 0.0), CROWDED * away)
    return sum(holds(near, point) for point in points)


def _choose(
    point: Point,
    size: tuple[float, float],
    away: float,
    sheet: Box,
    taken: Sequence[Box],
    line: Sequence[Point],
) -> Box | None:
    best: tuple[float, Box] | None = None
    for order, (reach, side) in enumerate(product(REACHES, SIDES)):
        box = _box(point, size, reach * away, side)
        if not _inside(box, sheet) or any(overlap(box, other) for other in taken):
            continue
        price = order / len(SIDES) + LINE_COST * sum(holds(grown(box, CLEAR), spot) for spot in line)
        if best is None or price < best[0]:
            best = (price, box)
    return None if best is None else best[1]


def _box(point: Point, size: tuple[float, float], away: float, side: tuple[int, int]) -> Box:
    """The label's box on `side` of `point`: `away` from it, nearer where it stands aslant."""
    width, height = size
    reach = away * (0.7 if all(side) else 1.0)
    x = point[0] + side[0] * (reach + width / 2) - width / 2
    y = point[1] + side[1] * (reach + height / 2) - height / 2
    return Box(x, y, width, height)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any room."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 1e-6 and down > 1e-6


def grown(box: Box, by: float) -> Box:
    """`box` with `by` points more on every side, or less."""
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def holds(box: Box, spot: Point) -> bool:
    """Whether a point lies in a box."""
    return box.x <= spot[0] <= box.x + box.width and box.y <= spot[1] <= box.y + box.height


def _inside(box: Box, sheet: Box) -> bool:
    return holds(sheet, (box.x, box.y)) and holds(sheet, (box.x + box.width, box.y + box.height))
