"""The small drawing of the source, source.svg: takes the Odra's first bends, gives the rings round them."""

from __future__ import annotations

from clipping import clip_area
from odra import SOURCE, Chart, ribbon, river_line
from palette import RIVER, SAND, filled, number, polyline, save
from waterlines import draw_waterlines

WIDTH, HEIGHT = 122.0, 55.03
"""Both columns of the page, and thirteen lines of its grid."""

BOX = (0.0, 0.0, WIDTH, HEIGHT)
CHART = Chart(scale=1.95, anchor=SOURCE, origin=(26.0, 27.0), turn=0.0)
"""The cover's scale, so that the reader knows it again; north lies at the top."""

REACH = 240
"""Points of the river's middle that matter here."""


def draw_spring() -> None:
    """Write source.svg."""
    line = river_line(CHART, calm_source=2.5, calm_mouth=6.0)[:REACH]
    widths = [0.5 + 4.5 * (i / REACH) for i in range(len(line))]
    right, left = ribbon(line, widths)
    water = filled(polyline(clip_area(right + left[::-1], BOX), closed=True), RIVER)
    ground = filled(f"M0 0H{number(WIDTH)}V{number(HEIGHT)}H0Z", SAND)
    save("source.svg", WIDTH, HEIGHT, [ground, *draw_waterlines(line, widths, BOX), water])


if __name__ == "__main__":
    draw_spring()
