"""Vector graphics as data: paths with fills and strokes, y growing downward, points."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Union

from layout.model.colour import Colour


@dataclass(frozen=True, slots=True)
class MoveTo:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LineTo:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier segment to (x, y) with control points (x1, y1) and (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    pass


Segment = Union[MoveTo, LineTo, CurveTo, Close]

ROUND = 4 / 3 * (sqrt(2) - 1)
"""How far a quarter's control points lie from its ends, in parts of the radius, to look round."""


def oval(x: float, y: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """An ellipse round (x, y), closed."""
    dx, dy = rx * ROUND, ry * ROUND
    return (
        MoveTo(x + rx, y),
        CurveTo(x + rx, y + dy, x + dx, y + ry, x, y + ry),
        CurveTo(x - dx, y + ry, x - rx, y + dy, x - rx, y),
        CurveTo(x - rx, y - dy, x - dx, y - ry, x, y - ry),
        CurveTo(x + dx, y - ry, x + rx, y - dy, x + rx, y),
        Close(),
    )


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """A rectangle with its top left corner at (x, y), closed."""
    right, foot = x + width, y + height
    return (MoveTo(x, y), LineTo(right, y), LineTo(right, foot), LineTo(x, foot), Close())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A pen: width, dashes and where they begin in points, cap and join as PDF numbers them."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()
    cap: int = 0
    join: int = 0
    miter_limit: float = 4.0
    """Longest miter in pen widths: SVG's default, while PDF's own is 10."""
    dash_offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """Segments painted with an optional fill and an optional stroke."""

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Stroke | None = None
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths in their own box of `width` × `height` points, the origin at its top left.

    `one_colour` are the paths it has instead where there is only one ink, if that changes more than its inks.
    """

    width: float
    height: float
    paths: tuple[Path, ...]
    one_colour: tuple[Path, ...] | None = None
