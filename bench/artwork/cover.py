"""The cover's drawing, river.svg: takes the Odra's course, gives its line from source to Opole, no words."""

from __future__ import annotations

import math

from clipping import clip_area
from odra import OLOMOUC, OPOLE, SOURCE, Chart, ribbon, river_line
from palette import CORNFLOWER, RIVER, SAND, Point, filled, polyline, save
from towers import piast_tower, stand, trinity_column
from waterlines import draw_waterlines

# Two A5 pages side by side with 3 mm of bleed all round; the spine stands at 151 mm.
WIDTH, HEIGHT = 302.0, 216.0
BOX = (0.0, 0.0, WIDTH, HEIGHT)
CHART = Chart(scale=1.95, anchor=SOURCE, origin=(49.0, 63.5), turn=85.4)
"""North lies at the right: so the river, true to its course, runs like a line of writing."""

SPRING, MOUTH, GROWTH, LENGTH = 0.4, 45.0, 1.85, 419.0
"""The river's width in millimetres at its source and far below Opole; how it grows; over which way."""


def _widths(line: list[Point]) -> list[float]:
    walked, widths = 0.0, []
    for i, point in enumerate(line):
        walked += math.dist(point, line[i - 1]) if i else 0.0
        widths.append(SPRING + MOUTH * min(1.0, walked / LENGTH) ** GROWTH)
    return widths


def draw_cover() -> None:
    """Write river.svg: waterlines, the river, and the two towers where their towns lie."""
    line = river_line(CHART, calm_source=2.5, calm_mouth=6.0)
    widths = _widths(line)
    right, left = ribbon(line, widths)
    shape = clip_area(right + left[::-1], BOX)
    opole, olomouc = CHART.point(OPOLE), CHART.point(OLOMOUC)
    marks = [*draw_waterlines(line, widths, BOX), filled(polyline(shape, closed=True), RIVER)]
    marks += stand(trinity_column(), olomouc, 0.17, CORNFLOWER)
    marks += stand(piast_tower(), (opole[0] - 4, opole[1] + 11), 0.25, SAND)
    save("river.svg", WIDTH, HEIGHT, marks)


if __name__ == "__main__":
    draw_cover()
