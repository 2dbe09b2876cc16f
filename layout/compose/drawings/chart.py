"""Takes places on the globe and a sheet's size, gives a schematic map: positions and paths, never words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, floor, hypot, log10, radians, sin

from layout.model.colour import Colour
from layout.model.drawing import (
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Path,
    Stroke,
    oval,
    rectangle,
)
from layout.model.layout import Box
from layout.model.records import Struct

EARTH = 6371.0088
"""Mean radius in kilometres (IUGG)."""
LEAST_SPAN = 1.0
"""Kilometres that a map shows at least."""
DOT_RADIUS = 3.2
ROUTE_WEIGHT = 1.6
MEANDER = radians(24)
"""By how much the route's direction at a place is turned: so it winds as a river, not as a ruler."""
NET_WEIGHT = 0.5
NET_STEPS = (20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01)
"""Degrees between the lines of a map's net, the widest first."""
NET_APART = 40.0
"""Fewest points between two lines of the net."""
BAR_WEIGHT = 1.0
BAR_TICK = 4.0

Point = tuple[float, float]
Place = tuple[float, float]
"""Latitude and longitude in degrees."""


class Projection(Struct, frozen=True):
    """Equirectangular about a middle latitude: true along it and along every meridian.

    `scale` is in points per kilometre; `middle` stands at `centre`. Distances err by less than 1 % where the
    map spans less than 2° of latitude at 50°.
    """

    middle: Place
    centre: Point
    scale: float

    def locate(self, place: Place) -> Point:
        """Where `place` stands on the sheet."""
        east, south = _offset(self.middle, place)
        return (self.centre[0] + east * self.scale, self.centre[1] + south * self.scale)

    def degrees(self, point: Point) -> Place:
        """The place that stands at `point`."""
        north = (self.centre[1] - point[1]) / self.scale
        east = (point[0] - self.centre[0]) / self.scale
        around = radians(1.0) * EARTH
        return (
            self.middle[0] + north / around,
            self.middle[1] + east / around / cos(radians(self.middle[0])),
        )


def _offset(middle: Place, place: Place) -> tuple[float, float]:
    """Kilometres east and south from `middle` to `place`."""
    around = radians(1.0) * EARTH
    east = (place[1] - middle[1]) * around * cos(radians(middle[0]))
    return (east, (middle[0] - place[0]) * around)


def project(places: Sequence[Place], width: float, tallest: float, rim: Point) -> tuple[Projection, float]:
    """The largest map of `places` within `width` and `tallest` points, and its height.

    `rim` is what stays free at left and right, and above and below, for words.
    """
    latitudes, longitudes = zip(*places, strict=True)
    middle = ((max(latitudes) + min(latitudes)) / 2, (max(longitudes) + min(longitudes)) / 2)
    offsets = [_offset(middle, place) for place in places]
    across = max(LEAST_SPAN, 2 * max(east for east, _ in offsets))
    down = max(LEAST_SPAN, 2 * max(south for _, south in offsets))
    scale = min((width - 2 * rim[0]) / across, (tallest - 2 * rim[1]) / down)
    height = down * scale + 2 * rim[1]
    return Projection(middle, (width / 2, height / 2), scale), height


def draw_net(projection: Projection, width: float, height: float, colour: Colour) -> Iterator[Path]:
    """Parallels and meridians at round degrees over the whole sheet."""
    north, west = projection.degrees((0.0, 0.0))
    south, east = projection.degrees((width, height))
    per_degree = min(width / (east - west), height / (north - south))
    step = next((s for s in reversed(NET_STEPS) if s * per_degree >= NET_APART), NET_STEPS[0])
    pen = Stroke(colour=colour, width=NET_WEIGHT)
    for latitude in _multiples(south, north, step):
        y = projection.locate((latitude, west))[1]
        yield Path((MoveTo(0.0, y), LineTo(width, y)), stroke=pen)
    for longitude in _multiples(west, east, step):
        x = projection.locate((north, longitude))[0]
        yield Path((MoveTo(x, 0.0), LineTo(x, height)), stroke=pen)


def _multiples(least: float, most: float, step: float) -> Iterator[float]:
    number = floor(least / step) + 1
    while number * step < most:
        yield number * step
        number += 1


def wind(points: Sequence[Point]) -> tuple[CurveTo, ...]:
    """A smooth line through `points`, in order, without the step to the first of them."""
    headings = [_heading(points, order) for order in range(len(points))]
    curves = []
    for start, end, out, into in zip(points, points[1:], headings, headings[1:], strict=False):
        reach = hypot(end[0] - start[0], end[1] - start[1]) / 3
        first = (start[0] + out[0] * reach, start[1] + out[1] * reach)
        second = (end[0] - into[0] * reach, end[1] - into[1] * reach)
        curves.append(CurveTo(*first, *second, *end))
    return tuple(curves)


def _heading(points: Sequence[Point], order: int) -> Point:
    """The direction, of length 1, in which the line passes a point: from its forerunner to its follower."""
    before, after = points[max(order - 1, 0)], points[min(order + 1, len(points) - 1)]
    x, y = after[0] - before[0], after[1] - before[1]
    length = hypot(x, y) or 1.0
    turn, along = sin(MEANDER), cos(MEANDER)
    return ((x * along - y * turn) / length, (x * turn + y * along) / length)


def trace(points: Sequence[Point], curves: Sequence[CurveTo], steps: int = 60) -> list[Point]:
    """Points along the line that `curves` draw from the first of `points`."""
    found = []
    for (x, y), c in zip(points, curves, strict=False):
        for step in range(1, steps):
            t = step / steps
            a, b, d, e = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            found.append((a * x + b * c.x1 + d * c.x2 + e * c.x, a * y + b * c.y1 + d * c.y2 + e * c.y))
    return found


def draw_route(points: Sequence[Point], curves: Sequence[CurveTo], colour: Colour) -> Path:
    """The river-like line through all places."""
    return Path(
        (MoveTo(*points[0]), *curves), stroke=Stroke(colour=colour, width=ROUTE_WEIGHT, cap=1, join=1)
    )


def draw_town(x: float, y: float, fill: Colour, ring: Colour) -> Path:
    """A disc with a ring of paper round it."""
    disc = oval(x, y, DOT_RADIUS, DOT_RADIUS)
    return Path(disc, fill=fill, stroke=Stroke(colour=ring, width=DOT_RADIUS * 0.5))


def round_length(most: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50… kilometres (or tenths of them) that is no more than `most`."""
    power = 10.0 ** floor(log10(most) + 1e-9)
    return max(step * power for step in (1, 2, 5) if step * power <= most * (1 + 1e-9))


def draw_bar(x: float, y: float, length: float, colour: Colour) -> Path:
    """A scale bar of `length` points from (x, y), with a tick at either end."""
    right, up = x + length, y - BAR_TICK
    line = (MoveTo(x, up), LineTo(x, y), LineTo(right, y), LineTo(right, up))
    return Path(line, stroke=Stroke(colour=colour, width=BAR_WEIGHT))


def draw_sheet(width: float, height: float, ground: Colour, paths: Sequence[Path]) -> Drawing:
    """The map: its ground, and on it `paths` in order."""
    return Drawing(width, height, (draw_patch(Box(0.0, 0.0, width, height), ground), *paths))


def draw_patch(box: Box, ground: Colour) -> Path:
    """The bare ground in `box`: what was drawn there before is hidden."""
    return Path(rectangle(box.x, box.y, box.width, box.height), fill=ground)
