"""The one affine matrix and the one rectangle of the program, and what is done with them; all is pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
"""A transformation, as PDF and SVG write it: x' = a·x + c·y + e, y' = b·x + d·y + f."""

Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle as PDF counts it: points, y upward, (x0, y0) at the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def within(self, other: Rect) -> Rect:
        """The part of it inside `other`; width or height is 0 or less where they do not meet."""
        return Rect(
            max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1)
        )

    def grown(self, by: float) -> Rect:
        """A rectangle larger by `by` on each side."""
        return Rect(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)


IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE = Rect(-1e7, -1e7, 1e7, 1e7)
NOWHERE = Rect(1e7, 1e7, -1e7, -1e7)
"""A clip that lets nothing through: it meets no box."""


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def bound(points: Iterable[Point]) -> Rect:
    """The smallest box around points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def transform_box(matrix: Matrix, box: Rect) -> Rect:
    """The smallest upright box around a transformed one."""
    left, bottom, right, top = box
    corners = ((left, bottom), (left, top), (right, bottom), (right, top))
    return bound(apply(matrix, x, y) for x, y in corners)


def meet(first: Rect, second: Rect) -> Rect | None:
    """What two boxes share; None where they do not touch."""
    left, bottom = max(first[0], second[0]), max(first[1], second[1])
    right, top = min(first[2], second[2]), min(first[3], second[3])
    return Rect(left, bottom, right, top) if left <= right and bottom <= top else None


def join(first: Rect, second: Rect) -> Rect:
    """The smallest box around two."""
    return Rect(
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def distance(first: Rect, second: Rect) -> float:
    """How far apart two boxes are; 0 where they meet."""
    across = max(first.x0 - second.x1, second.x0 - first.x1, 0.0)
    return math.hypot(across, max(first.y0 - second.y1, second.y0 - first.y1, 0.0))


def contains(outer: Rect, inner: Rect, tolerance: float = 0.0) -> bool:
    """Whether one box lies in another, edges that differ by at most `tolerance` points counting as equal."""
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def scales(matrix: Matrix) -> tuple[float, float]:
    """The smallest and the largest factor by which a matrix stretches lengths (its singular values)."""
    a, b, c, d, _, _ = matrix
    whole = a * a + b * b + c * c + d * d
    spread = math.sqrt(max((a * a + b * b - c * c - d * d) ** 2 + 4 * (a * c + b * d) ** 2, 0.0))
    return (math.sqrt(max(whole - spread, 0.0) / 2), math.sqrt((whole + spread) / 2))


def curve_extremes(start: float, first: float, second: float, end: float) -> tuple[float, float]:
    """The smallest and largest value of one coordinate along a cubic Bézier curve."""
    low, high = (start, end) if start <= end else (end, start)
    if low <= first <= high and low <= second <= high:
        return low, high
    a = end - 3 * second + 3 * first - start
    b = 2 * (second - 2 * first + start)
    c = first - start
    for t in _roots(a, b, c):
        if 0 < t < 1:
            u = 1 - t
            value = u * u * u * start + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * end
            low, high = min(low, value), max(high, value)
    return low, high


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    if abs(a) < 1e-9:
        return (-c / b,) if abs(b) > 1e-12 else ()
    inside = b * b - 4 * a * c
    if inside < 0:
        return ()
    root = math.sqrt(inside)
    return ((-b - root) / (2 * a), (-b + root) / (2 * a))
