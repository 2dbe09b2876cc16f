"""Waterlines along a river's banks: takes its middle and widths, gives marks in the languages' colours."""

from __future__ import annotations

import math

from clipping import Box, clip_line
from contours import Field, calm, measure, trace
from palette import BRICK, CORNFLOWER, Point, curve, stroked

MARGIN = 12.0
"""How far beyond the drawing distances are measured, in millimetres, so that smoothing knows no edge."""

LINES, FIRST_GAP, WIDER = 12, 1.1, 1.09
"""Waterlines on each bank: how many, the first distance in millimetres, how much each next one gains."""

HEAVY, FINE = 0.5, 0.2
SEAM = 0.7
"""Half the gap, in millimetres, between the two colours where the rings meet behind the source."""


def _bank(field: Field, line: list[Point], point: Point) -> int:
    """-1 on the left bank, 1 on the right one, 0 in the seam behind the source."""
    row, column = field.node(point)
    i = min(field.nearest[row][column], len(line) - 2)
    start, end = line[i], line[i + 1]
    length = math.dist(start, end)
    ahead, aside = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    dx, dy = point[0] - start[0], point[1] - start[1]
    across = ahead * dy - aside * dx
    if i < 3 and ahead * dx + aside * dy < 0 and abs(across) < SEAM:
        return 0
    return 1 if across > 0 else -1


def _runs(field: Field, line: list[Point], chain: list[Point]) -> list[tuple[int, list[Point]]]:
    """`chain` cut where it passes from one bank to the other."""
    runs: list[tuple[int, list[Point]]] = []
    for point in chain:
        bank = _bank(field, line, point)
        if not runs or runs[-1][0] != bank:
            runs.append((bank, []))
        runs[-1][1].append(point)
    return [(bank, points) for bank, points in runs if bank and len(points) > 4]


def _thin(points: list[Point], keep: int = 3) -> list[Point]:
    """Every `keep`-th point and the last one: enough for a smooth curve."""
    return [*points[:-1:keep], points[-1]]


def draw_waterlines(line: list[Point], widths: list[float], box: Box) -> list[str]:
    """Lines of equal distance on both banks, each bank in its language's colour."""
    around = (box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN)
    field = measure(line, widths, around, 1.0)
    rows = calm(field, (0.5, 2.5, 6.0), 22.0)
    colours = {-1: BRICK, 1: CORNFLOWER}
    marks, level, gap = [], FIRST_GAP * 1.1, FIRST_GAP
    for k in range(LINES):
        width = HEAVY + (FINE - HEAVY) * k / (LINES - 1)
        for chain in trace(field, rows, level):
            for bank, points in _runs(field, line, chain):
                for part in clip_line(_thin(points), box):
                    marks.append(stroked(curve(part), colours[bank], width, ' stroke-linecap="round"'))
        gap *= WIDER
        level += gap
    return marks
