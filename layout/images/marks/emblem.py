"""Takes a height, gives the European emblem from its public geometry, in colours and in black alone."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from layout.model.colour import WHITE, Colour
from layout.model.drawing import Close, Drawing, LineTo, MoveTo, Path, Segment, Stroke, rectangle

BLUE = Colour((1.0, 0.8, 0.0, 0.0), (0 / 255, 51 / 255, 153 / 255))
"""Pantone Reflex Blue in process inks and on a screen (Interinstitutional Style Guide, annex A1)."""
YELLOW = Colour((0.0, 0.0, 1.0, 0.0), (255 / 255, 204 / 255, 0 / 255))

BLACK = Colour((0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
"""Of the form in one colour, which is not to be screened."""

ASPECT = 1.5
USUAL_HEIGHT = 36.0
"""Points of an emblem that nothing else makes larger: 12.7 mm, over the 1 cm commonly asked of print."""
_STARS = 12
_RING = 1 / 3
_STAR = 1 / 18
_NOTCH = sin(pi / 10) / sin(3 * pi / 10)
"""Distance of a pentagram's inner corners from its centre, by that of its points."""
_BORDER = 1 / 25
_OUTLINE = 1 / 60
"""Pen of the form in black, by the height: no source gives it; it is seen, and thinner than a star's arm."""


def fit_height(logos: Iterable[tuple[float, float]], usual: float = USUAL_HEIGHT) -> float:
    """The least height, at least `usual`, of an emblem beside logos of (width, height), all in points.

    A logo is larger that is both wider and higher (Implementing Regulation (EU) 821/2014, Article 4(5);
    Regulation (EU) 2021/1060, Annex IX, 1.7: "measured in height or width").
    """
    return max(usual, *(min(height, width / ASPECT) for width, height in logos), 0.0)


def draw_emblem(height: float, border: bool = False) -> Drawing:
    """Twelve gold stars on blue, `height` points tall and half as wide again.

    Geometry and colours: Interinstitutional Style Guide, annex A1 (the stars stand like the hours on a
    clock, each with a point up; ring 1/3, stars 1/18 of the height). On a coloured ground it needs a
    white `border` of 1/25 of the height, which the drawing's box then includes. Where only black can be
    printed the field is white with a black outline, the stars black (the same annex).
    """
    edge = height * _BORDER if border else 0.0
    width = height * ASPECT
    ring = _ring(edge + width / 2, edge + height / 2, height)
    paths: tuple[Path, ...] = (
        Path(rectangle(edge, edge, width, height), fill=BLUE),
        Path(ring, fill=YELLOW),
    )
    single: tuple[Path, ...] = (_outlined(edge, height), Path(ring, fill=BLACK))
    if border:
        ground = Path(rectangle(0, 0, width + 2 * edge, height + 2 * edge), fill=WHITE)
        paths, single = (ground, *paths), (ground, *single)
    return Drawing(width + 2 * edge, height + 2 * edge, paths, one_colour=single)


def _outlined(edge: float, height: float) -> Path:
    """The white field of the form in black; its pen stays inside the field."""
    pen = height * _OUTLINE
    start, width = edge + pen / 2, height * ASPECT
    return Path(
        rectangle(start, start, width - pen, height - pen), fill=WHITE, stroke=Stroke(colour=BLACK, width=pen)
    )


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
