"""Takes free ground and two towns on the globe, gives a circle for each and what they share; sets no word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import acos, cos, hypot, pi, radians, sin

from layout.model.colour import Colour
from layout.model.drawing import Close, LineTo, MoveTo, Path, Segment, Stroke, oval
from layout.model.layout import Box
from layout.model.records import Struct

Point = tuple[float, float]
Place = tuple[float, float]
"""Latitude and longitude in degrees."""

TOWNS: tuple[Place, Place] = ((50.67, 17.92), (49.59, 17.25))
"""Opole and Olomouc."""
OVERLAP = 0.72
"""From centre to centre, in parts of both radii together."""
STEPS = 48
"""Straight pieces of an arc of the part both share."""
MOST = 0.5
"""The radius at most, in parts of the page's shorter side."""
SIZES, NET = 20, 24
"""How many sizes are tried, and how many places each way."""
RIM = 0.08
"""The part of the page along its edges where no centre stands."""
DOT = 0.045
"""A town's dot, in parts of the radius."""


def bearing(places: tuple[Place, Place]) -> Point:
    """The direction of length 1 from the second place to the first on a sheet, y downward."""
    (north, east), (south, west) = places
    across = (east - west) * cos(radians((north + south) / 2))
    length = hypot(across, north - south) or 1.0
    return (across / length, (south - north) / length)


class Circles(Struct, frozen=True):
    """Two circles of one radius and their centres."""

    radius: float
    first: Point
    second: Point

    @property
    def middle(self) -> Point:
        """Of what both share."""
        return ((self.first[0] + self.second[0]) / 2, (self.first[1] + self.second[1]) / 2)

    def moved(self, across: float) -> Circles:
        """The same further right."""
        (x, y), (u, v) = self.first, self.second
        return Circles(self.radius, (x + across, y), (u + across, v))


def fit_circles(page: Box, boxes: Sequence[Box], direction: Point, air: float) -> Circles | None:
    """The largest two circles `air` off all boxes whose centres stand on a page, lying as the towns do.

    They may run off the page. None where even small ones find no room.
    """
    most = min(page.width, page.height) * MOST
    for size in range(SIZES, 0, -1):
        radius = most * size / SIZES
        found = [
            pair
            for pair in _places(page, radius, direction)
            if all(
                _distance(box, centre) >= radius + air
                for box in boxes
                for centre in (pair.first, pair.second)
            )
        ]
        if found:
            centre = (page.x + page.width * 0.6, page.y + page.height * 0.6)
            return min(found, key=lambda pair: hypot(pair.middle[0] - centre[0], pair.middle[1] - centre[1]))
    return None


def _places(page: Box, radius: float, direction: Point) -> Iterator[Circles]:
    """Two circles of a radius with their centres on the page, wherever they can stand."""
    dx, dy = (part * 2 * OVERLAP * radius for part in direction)
    left, top = page.x + page.width * RIM, page.y + page.height * RIM
    right, foot = page.x + page.width * (1 - RIM), page.y + page.height * (1 - RIM)
    for column in range(NET + 1):
        for row in range(NET + 1):
            x, y = left + (right - left) * column / NET, top + (foot - top) * row / NET
            if left <= x - dx <= right and top <= y - dy <= foot:
                yield Circles(radius, (x, y), (x - dx, y - dy))


def _distance(box: Box, point: Point) -> float:
    across = max(box.x - point[0], 0.0, point[0] - box.x - box.width)
    down = max(box.y - point[1], 0.0, point[1] - box.y - box.height)
    return hypot(across, down)


def draw_circles(
    pair: Circles, fills: tuple[Colour, Colour], shared: Colour, paper: Colour
) -> tuple[Path, ...]:
    """Both circles, the lens where they meet, and a thin line between the dots of both towns."""
    radius, centres = pair.radius, (pair.first, pair.second)
    circles = (
        Path(oval(*centre, radius, radius), fill=fill) for centre, fill in zip(centres, fills, strict=True)
    )
    dot = radius * DOT
    way = Stroke(colour=paper, width=dot / 2.5)
    return (
        *circles,
        draw_lens(pair, shared),
        Path((MoveTo(*pair.first), LineTo(*pair.second)), stroke=way),
        *(Path(oval(*centre, dot, dot), fill=paper) for centre in centres),
    )


def draw_lens(pair: Circles, fill: Colour) -> Path:
    """What both circles share."""
    return Path(_lens(pair.radius, pair.first, pair.second), fill=fill)


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
