"""The cover's drawing, river.svg: takes the Odra's course, gives its line from source to Opole, no words."""

from __future__ import annotations

import math

from clipping import clip_area, clip_line
from contours import Field, calm, measure, trace
from odra import OLOMOUC, OPOLE, SOURCE, Chart, ribbon, river_line
from palette import BRICK, CORNFLOWER, RIVER, SAND, Point, curve, filled, polyline, save, stroked
from towers import piast_tower, stand, trinity_column

# Two A5 pages side by side with 3 mm of bleed all round; the spine stands at 151 mm.
WIDTH, HEIGHT = 302.0, 216.0
BOX = (0.0, 0.0, WIDTH, HEIGHT)
MARGIN = 12.0
"""How far beyond the drawing distances are measured, so that smoothing knows no edge."""

CHART = Chart(scale=1.95, anchor=SOURCE, origin=(46.5, 62.5), turn=85.4)
"""North lies at the right: so the river, true to its course, runs like a line of writing."""

SPRING, MOUTH, GROWTH, LENGTH = 0.4, 45.0, 1.85, 419.0
"""The river's width in millimetres at its source and far below Opole; how it grows; over which way."""

LINES, FIRST_GAP, WIDER = 13, 1.1, 1.09
"""Waterlines on each bank: how many, the first distance in millimetres, how much each next one gains."""

HEAVY, FINE = 0.5, 0.2
SEAM = 0.7
"""Half the gap, in millimetres, between the two colours where the rings meet behind the source."""


def _widths(line: list[Point]) -> list[float]:
    walked, widths = 0.0, []
    for i, point in enumerate(line):
        walked += math.dist(point, line[i - 1]) if i else 0.0
        widths.append(SPRING + MOUTH * min(1.0, walked / LENGTH) ** GROWTH)
    return widths


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


def draw_waterlines(line: list[Point], widths: list[float]) -> list[str]:
    """Lines of equal distance on both banks, each bank in its language's colour."""
    field = measure(line, widths, (-MARGIN, -MARGIN, WIDTH + MARGIN, HEIGHT + MARGIN), 1.0)
    rows = calm(field, (0.5, 2.5, 6.0), 22.0)
    colours = {-1: BRICK, 1: CORNFLOWER}
    marks, level, gap = [], FIRST_GAP * 1.1, FIRST_GAP
    for k in range(LINES):
        width = HEAVY + (FINE - HEAVY) * k / (LINES - 1)
        for chain in trace(field, rows, level):
            for bank, points in _runs(field, line, chain):
                for part in clip_line(_thin(points), BOX):
                    marks.append(stroked(curve(part), colours[bank], width, ' stroke-linecap="round"'))
        gap *= WIDER
        level += gap
    return marks


def draw_cover() -> None:
    """Write river.svg: waterlines, the river, and the two towers where their towns lie."""
    line = river_line(CHART, calm_source=2.5, calm_mouth=6.0)
    widths = _widths(line)
    right, left = ribbon(line, widths)
    shape = clip_area(right + left[::-1], BOX)
    opole, olomouc = CHART.point(OPOLE), CHART.point(OLOMOUC)
    marks = [*draw_waterlines(line, widths), filled(polyline(shape, closed=True), RIVER)]
    marks += stand(trinity_column(), olomouc, 0.17, CORNFLOWER)
    marks += stand(piast_tower(), (opole[0] - 4, opole[1] + 11), 0.25, SAND)
    save("river.svg", WIDTH, HEIGHT, marks)


if __name__ == "__main__":
    draw_cover()
