"""Takes free ground and two towns on the globe, gives a circle for each and what they share; sets no word."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, cos, hypot, pi, radians, sin

from layout.model.colour import Colour
from layout.model.drawing import Close, LineTo, MoveTo, Path, Segment, Stroke, oval
from layout.model.layout import Box

Point = tuple[float, float]
Place = tuple[float, float]
"""Latitude and longitude in degrees."""

TOWNS: tuple[Place, Place] = ((50.67, 17.92), (49.59, 17.25))
"""Opole and Olomouc."""
OVERLAP = 0.72
"""From centre to centre, in parts of both radii together."""
STEPS = 48
"""Straight pieces of an arc of the part both share."""
DOT = 0.045
"""A town's dot, in parts of the radius."""


def bearing(places: tuple[Place, Place]) -> Point:
    """The direction of length 1 from the second place to the first on a sheet, y downward."""
    (north, east), (south, west) = places
    across = (east - west) * cos(radians((north + south) / 2))
    length = hypot(across, north - south) or 1.0
    return (across / length, (south - north) / length)


def fit_circles(free: Box, direction: Point) -> tuple[float, Point, Point]:
    """The radius and both centres of the largest circles that fill `free`, lying as the towns do."""
    apart = 2 * OVERLAP
    dx, dy = abs(direction[0]) * apart, abs(direction[1]) * apart
    radius = min(free.width / (2 + dx), free.height / (2 + dy))
    x, y = free.x + free.width / 2, free.y + free.height / 2
    by = radius * apart / 2
    first = (x + direction[0] * by, y + direction[1] * by)
    return radius, first, (x - direction[0] * by, y - direction[1] * by)


def draw_circles(
    radius: float, centres: tuple[Point, Point], fills: tuple[Colour, Colour], shared: Colour, paper: Colour
) -> tuple[Path, ...]:
    """Both circles, the lens where they meet, and a thin line between the dots of both towns."""
    first, second = centres
    circles = (
        Path(oval(*centre, radius, radius), fill=fill) for centre, fill in zip(centres, fills, strict=True)
    )
    dot = radius * DOT
    way = Stroke(colour=paper, width=dot / 2.5)
    return (
        *circles,
        Path(_lens(radius, first, second), fill=shared),
        Path((MoveTo(*first), LineTo(*second)), stroke=way),
        *(Path(oval(*centre, dot, dot), fill=paper) for centre in centres),
    )


def _lens(radius: float, one: Point, other: Point) -> tuple[Segment, ...]:
    """The outline of what two circles of a radius share."""
    apart = hypot(other[0] - one[0], other[1] - one[1])
    half = acos(min(1.0, apart / (2 * radius)))
    along = _angle(one, other)
    points = [*_arc(one, radius, along, half), *_arc(other, radius, along + pi, half)]
    return (MoveTo(*points[0]), *(LineTo(*point) for point in points[1:]), Close())


def _angle(one: Point, other: Point) -> float:
    length = hypot(other[0] - one[0], other[1] - one[1])
    angle = acos((other[0] - one[0]) / length)
    return angle if other[1] >= one[1] else -angle


def _arc(centre: Point, radius: float, middle: float, half: float) -> Sequence[Point]:
    angles = (middle + half * (2 * step / STEPS - 1) for step in range(STEPS + 1))
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]
