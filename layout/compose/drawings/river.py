"""Takes a stretch of gutter, gives the river that runs there: the one ornament of the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import pi, sin

from layout.model.colour import Colour
from layout.model.drawing import CurveTo, Drawing, LineTo, MoveTo, Path, Stroke, oval, rectangle

SWING = 0.12
"""How far the river leaves the gutter's middle, as a part of the gutter."""
BEND = 130.0
"""Points from one bend to the next, about."""
SWELL_STEPS = 48
"""Points of each bank that a swelling river runs through."""


def draw_river(
    gutter: float,
    height: float,
    colour: Colour,
    width: float,
    bends: int = 0,
    swing: float = SWING,
    first: int = 0,
) -> Drawing:
    """A meander `height` points long through a gutter; it enters and leaves in the middle, straight down,
    so that pieces put one below the other run on. `bends` is as many as look natural unless given; `first`
    counts the bends above this piece, an even one goes right. `swing` is a part of the gutter."""
    bends = bends or max(2, 2 * round(height / BEND / 2))
    step = height / bends
    middle, reach = gutter / 2, gutter * swing
    segments: list[MoveTo | CurveTo] = [MoveTo(middle, 0.0)]
    for order in range(bends):
        y, bend = order * step, order + first
        out = middle + (reach if bend % 2 == 0 else -reach) * _WIDENESS[bend % len(_WIDENESS)]
        segments.append(CurveTo(middle, y + step * 0.25, out, y + step * 0.25, out, y + step * 0.5))
        segments.append(CurveTo(out, y + step * 0.75, middle, y + step * 0.75, middle, y + step))
    path = Path(tuple(segments), stroke=Stroke(colour=colour, width=width, cap=1, join=1))
    return Drawing(gutter, height, (path,))


def draw_swelling_river(
    size: tuple[float, float], text: tuple[float, float], colour: Colour, weight: float, swell: float
) -> Drawing:
    """A river down a gutter of `size` (width, height) that is `weight` points wide beside the text.

    The text stands from the first to the second of `text`, in points from the top; above and below it the
    river widens on both sides towards the page's edge: to `swell` above, to half of it below.
    """
    width, height = size
    steps = [height * order / SWELL_STEPS for order in range(SWELL_STEPS + 1)]
    banks: list[tuple[float, float, float]] = []
    for y in steps:
        above, below = max(0.0, 1 - y / text[0]), max(0.0, (y - text[1]) / (height - text[1]))
        half = weight / 2 + swell * above**2 + swell / 2 * below**2
        reach = width * (SWING + SWING * (above + below))
        middle = width / 2 + reach * sin(2 * pi * y / (2 * BEND))
        banks.append((middle - half, middle + half, y))
    left = [(x, y) for x, _, y in banks]
    right = [(x, y) for _, x, y in reversed(banks)]
    segments: list[MoveTo | LineTo | CurveTo] = [
        MoveTo(*left[0]),
        *_through(left),
        LineTo(*right[0]),
        *_through(right),
    ]
    return Drawing(width, height, (Path(tuple(segments), fill=colour),))


def _through(points: Sequence[tuple[float, float]]) -> Iterator[CurveTo]:
    """A smooth curve from the first of `points` through all others (Catmull and Rom 1974)."""
    padded = [points[0], *points, points[-1]]
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(
        padded, padded[1:], padded[2:], padded[3:], strict=False
    ):
        yield CurveTo(bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)


def draw_stream(stops: Sequence[float], height: float, colour: Colour, width: float, swing: float) -> Drawing:
    """A river to the right through the middle of a band `height` points high, a bend to each of `stops`.

    It runs from the first of them to the last, x in points; `swing` is a part of the height.
    """
    middle, reach = height / 2, height * swing
    segments: list[MoveTo | CurveTo] = [MoveTo(stops[0], middle)]
    for bend, (start, end) in enumerate(pairwise(stops)):
        step = end - start
        out = middle + (reach if bend % 2 == 0 else -reach) * _WIDENESS[bend % len(_WIDENESS)]
        near, half, far = start + step * 0.25, start + step * 0.5, start + step * 0.75
        segments.append(CurveTo(near, middle, near, out, half, out))
        segments.append(CurveTo(far, out, far, middle, end, middle))
    path = Path(tuple(segments), stroke=Stroke(colour=colour, width=width, cap=1, join=1))
    return Drawing(stops[-1], height, (path,))


_WIDENESS = (1.0, 0.7, 0.85, 1.0, 0.6, 0.95)
"""No two neighbouring bends swing alike."""


def draw_dot(radius: float, fill: Colour, ring: Colour) -> Drawing:
    """A town on the river: a disc with a ring of paper round it, 2 × `radius` wide."""
    disc = oval(radius, radius, radius, radius)
    d = 2 * radius
    return Drawing(d, d, (Path(disc, fill=fill, stroke=Stroke(colour=ring, width=radius * 0.6)),))


def draw_rule(width: float, colour: Colour, weight: float) -> Drawing:
    """A horizontal rule `width` points long."""
    line = (MoveTo(0.0, 0.0), LineTo(width, 0.0))
    return Drawing(width, weight, (Path(line, stroke=Stroke(colour=colour, width=weight)),))


def draw_ground(width: float, height: float, colour: Colour) -> Drawing:
    """A full rectangle of one colour."""
    return Drawing(width, height, (Path(rectangle(0.0, 0.0, width, height), fill=colour),))
