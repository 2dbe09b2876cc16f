"""The Odra's true course: takes a map's scale and turn, gives its line in millimetres, never paints."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from palette import Point

Place = tuple[float, float]
"""Latitude north and longitude east, in degrees."""

OPOLE: Place = (50.668, 17.921)
OLOMOUC: Place = (49.594, 17.251)
SOURCE: Place = (49.614, 17.521)

# Town by town: Fidlův kopec, Spálov, Odry, Jeseník nad Odrou, Ostrava, Bohumín, Racibórz, Koźle,
# Krapkowice, Opole, Brzeg, Oława.
COURSE: tuple[Place, ...] = (
    SOURCE, (49.598, 17.535), (49.590, 17.560), (49.600, 17.590), (49.640, 17.600), (49.680, 17.625),
    (49.703, 17.660), (49.708, 17.700), (49.700, 17.735), (49.692, 17.765), (49.694, 17.792),
    (49.680, 17.810), (49.662, 17.832), (49.640, 17.872), (49.617, 17.905), (49.612, 17.945),
    (49.632, 17.990), (49.665, 18.045), (49.700, 18.100), (49.735, 18.150), (49.765, 18.185),
    (49.800, 18.200), (49.838, 18.235), (49.866, 18.275), (49.890, 18.310), (49.908, 18.340),
    (49.926, 18.333), (49.950, 18.335), (49.985, 18.290), (50.030, 18.245), (50.065, 18.210),
    (50.092, 18.226), (50.130, 18.245), (50.175, 18.235), (50.220, 18.215), (50.265, 18.225),
    (50.300, 18.180), (50.335, 18.150), (50.350, 18.165), (50.385, 18.130), (50.420, 18.105),
    (50.440, 18.060), (50.455, 18.005), (50.475, 17.965), (50.515, 17.955), (50.550, 17.975),
    (50.590, 17.955), (50.630, 17.955), (50.668, 17.918), (50.700, 17.860), (50.735, 17.830),
    (50.770, 17.780), (50.800, 17.700), (50.815, 17.600), (50.845, 17.530), (50.862, 17.470),
    (50.880, 17.400), (50.930, 17.300), (51.000, 17.200), (51.100, 17.050),
)  # fmt: skip

KM_PER_DEGREE = 111.2
STEP_KM = 0.5


@dataclass(frozen=True, slots=True)
class Chart:
    """A flat map: `scale` millimetres a kilometre, `origin` where `anchor` lies, turned by `turn` degrees.

    `turn` is how far north has moved clockwise from the top of the sheet.
    """

    scale: float
    anchor: Place
    origin: Point
    turn: float = 0.0

    def point(self, place: Place) -> Point:
        """Where `place` lies on the sheet, in millimetres from its top left corner."""
        narrow = math.cos(math.radians(50.1))
        east = (place[1] - self.anchor[1]) * KM_PER_DEGREE * narrow * self.scale
        north = (place[0] - self.anchor[0]) * KM_PER_DEGREE * self.scale
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        return (self.origin[0] + east * cos + north * sin, self.origin[1] + east * sin - north * cos)


def interpolate(points: list[Point], steps: int = 24) -> list[Point]:
    """Points on the smooth curve through `points`, `steps` to each span."""
    last = len(points) - 1
    out: list[Point] = []
    for i in range(last):
        a, b, c, d = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, last)]
        for k in range(steps):
            t = k / steps
            out.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return [*out, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def resample(points: list[Point], step: float) -> list[Point]:
    """Points at even distances of `step` along the polyline `points`, its last point kept."""
    out, walked = [points[0]], 0.0
    for start, end in pairwise(points):
        length = math.dist(start, end)
        reach = step - walked
        while reach <= length:
            t = reach / length
            out.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t))
            reach += step
        walked = length - (reach - step)
    return [*out, points[-1]]


def smooth(points: list[Point], sigma: float) -> list[Point]:
    """`points` averaged with a bell of `sigma` points' width; both ends stay where they are."""
    reach = int(3 * sigma)
    bell = [math.exp(-0.5 * (k / sigma) ** 2) for k in range(-reach, reach + 1)]
    total = sum(bell)
    first, final, last = points[0], points[-1], len(points) - 1

    def mirrored(i: int) -> Point:
        if i < 0:
            twin = points[min(-i, last)]
            return (2 * first[0] - twin[0], 2 * first[1] - twin[1])
        if i > last:
            twin = points[max(2 * last - i, 0)]
            return (2 * final[0] - twin[0], 2 * final[1] - twin[1])
        return points[i]

    padded = [mirrored(i) for i in range(-reach, last + 1 + reach)]
    return [
        (
            sum(w * p[0] for w, p in zip(bell, padded[i:], strict=False)) / total,
            sum(w * p[1] for w, p in zip(bell, padded[i:], strict=False)) / total,
        )
        for i in range(last + 1)
    ]


def river_line(chart: Chart, calm_source: float, calm_mouth: float) -> list[Point]:
    """The river's middle on the sheet, every half kilometre, growing calmer downstream.

    `calm_source` and `calm_mouth` are the widths of smoothing, in kilometres, at the two ends.
    """
    step = STEP_KM * chart.scale
    raw = resample(interpolate([chart.point(place) for place in COURSE]), step)
    lively, calm = smooth(raw, calm_source / STEP_KM), smooth(raw, calm_mouth / STEP_KM)
    line = []
    for i, (a, b) in enumerate(zip(lively, calm, strict=True)):
        t = (i / len(raw)) ** 0.8
        line.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
    return line


def ribbon(line: list[Point], widths: list[float]) -> tuple[list[Point], list[Point]]:
    """The right and the left bank of a river of `widths` millimetres about `line`."""
    right, left = [], []
    for i, ((x, y), width) in enumerate(zip(line, widths, strict=True)):
        before, after = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
        length = math.dist(before, after)
        nx, ny = (before[1] - after[1]) / length, (after[0] - before[0]) / length
        right.append((x + nx * width / 2, y + ny * width / 2))
        left.append((x - nx * width / 2, y - ny * width / 2))
    return right, left
