"""Takes a height, gives the European emblem from its public geometry; never changes its colours or form."""

from __future__ import annotations

from math import cos, pi, sin

from layout.model.colour import WHITE, Colour
from layout.model.drawing import Close, Drawing, LineTo, MoveTo, Path, Segment, rectangle

BLUE = Colour((1.0, 0.8, 0.0, 0.0), (0 / 255, 51 / 255, 153 / 255))
"""Pantone Reflex Blue in process inks and on a screen (Interinstitutional Style Guide, annex A1)."""
YELLOW = Colour((0.0, 0.0, 1.0, 0.0), (255 / 255, 204 / 255, 0 / 255))

_ASPECT = 1.5
_STARS = 12
_RING = 1 / 3
_STAR = 1 / 18
_NOTCH = sin(pi / 10) / sin(3 * pi / 10)
"""Distance of a pentagram's inner corners from its centre, by that of its points."""
_BORDER = 1 / 25


def draw_emblem(height: float, border: bool = False) -> Drawing:
    """Twelve gold stars on blue, `height` points tall and half as wide again.

    Geometry and colours: Interinstitutional Style Guide, annex A1 (the stars stand like the hours on a
    clock, each with a point up; ring 1/3, stars 1/18 of the height). On a coloured ground it needs a
    white `border` of 1/25 of the height, which the drawing's box then includes.
    """
    edge = height * _BORDER if border else 0.0
    width = height * _ASPECT
    paths = [
        Path(rectangle(edge, edge, width, height), fill=BLUE),
        Path(_ring(edge + width / 2, edge + height / 2, height), fill=YELLOW),
    ]
    if border:
        paths.insert(0, Path(rectangle(0, 0, width + 2 * edge, height + 2 * edge), fill=WHITE))
    return Drawing(width + 2 * edge, height + 2 * edge, tuple(paths))


def _ring(x: float, y: float, height: float) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for hour in range(_STARS):
        angle = 2 * pi * hour / _STARS
        segments.extend(
            _star(x + height * _RING * sin(angle), y - height * _RING * cos(angle), height * _STAR)
        )
    return tuple(segments)


def _star(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """Five points and five notches, clockwise from the upper point."""
    corners = []
    for corner in range(10):
        reach = radius * (_NOTCH if corner % 2 else 1)
        corners.append((x + reach * sin(pi * corner / 5), y - reach * cos(pi * corner / 5)))
    return (MoveTo(*corners[0]), *(LineTo(*corner) for corner in corners[1:]), Close())
