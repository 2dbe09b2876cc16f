"""Takes an SVG element of a basic shape or a path, gives its segments; never transforms or paints them."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot, sqrt

from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw
from layout.images.svg.numbers import read_length, read_numbers
from layout.images.svg.painting.path import PathDataError, read_path
from layout.model.drawing import ROUND, Close, CurveTo, LineTo, MoveTo, Segment, oval, rectangle
from layout.model.records import Struct


class Viewport(Struct, frozen=True):
    """The user units that percentages are of."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        """What percentages of lengths in no direction are of (SVG 1.1, 7.10)."""
        return hypot(self.width, self.height) / sqrt(2)


def read_shape(element: SvgElement, viewport: Viewport) -> list[Segment]:
    """Segments of an element of `SHAPES`, none for one without area; raises `Flaw` or `TooManySegments`."""
    return SHAPES[element.tag](element, viewport)


def length_of(element: SvgElement, name: str, whole: float, default: float = 0.0) -> float:
    """An attribute's length in user units; raises `Flaw` for none that is understood."""
    text = element.attributes.get(name)
    if text is None or text.strip() == "auto":
        return default
    try:
        return read_length(text, whole)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=text) from None


def _rectangle(element: SvgElement, viewport: Viewport) -> list[Segment]:
    x, width = (length_of(element, name, viewport.width) for name in ("x", "width"))
    y, height = (length_of(element, name, viewport.height) for name in ("y", "height"))
    if width <= 0 or height <= 0:
        return []
    rx = length_of(element, "rx", viewport.width, default=-1.0)
    ry = length_of(element, "ry", viewport.height, default=-1.0)
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return list(rectangle(x, y, width, height))
    dx, dy = rx * (1 - ROUND), ry * (1 - ROUND)
    return [
        MoveTo(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - dx, y, right, y + dy, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - dy, right - dx, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + dx, bottom, x, bottom - dy, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + dy, x + dx, y, x + rx, y),
        Close(),
    ]


def _circle(element: SvgElement, viewport: Viewport) -> list[Segment]:
    radius = length_of(element, "r", viewport.diagonal)
    return _oval(element, viewport, radius, radius)


def _ellipse(element: SvgElement, viewport: Viewport) -> list[Segment]:
    rx = length_of(element, "rx", viewport.width, default=-1.0)
    ry = length_of(element, "ry", viewport.height, default=-1.0)
    return _oval(element, viewport, ry if rx < 0 else rx, rx if ry < 0 else ry)


def _oval(element: SvgElement, viewport: Viewport, rx: float, ry: float) -> list[Segment]:
    x = length_of(element, "cx", viewport.width)
    y = length_of(element, "cy", viewport.height)
    if rx <= 0 or ry <= 0:
        return []
    return list(oval(x, y, rx, ry))


def _line(element: SvgElement, viewport: Viewport) -> list[Segment]:
    x1, x2 = (length_of(element, name, viewport.width) for name in ("x1", "x2"))
    y1, y2 = (length_of(element, name, viewport.height) for name in ("y1", "y2"))
    return [MoveTo(x1, y1), LineTo(x2, y2)]


def _polyline(element: SvgElement, _viewport: Viewport) -> list[Segment]:
    text = element.attributes.get("points", "")
    try:
        numbers = read_numbers(text)
    except ValueError:
        raise Flaw("svg-number", attribute="points", value=text) from None
    if len(numbers) % 2:
        raise Flaw("svg-number", attribute="points", value=text)
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    if len(corners) < 2:
        return []
    return [MoveTo(*corners[0]), *(LineTo(*corner) for corner in corners[1:])]


def _polygon(element: SvgElement, viewport: Viewport) -> list[Segment]:
    segments = _polyline(element, viewport)
    return [*segments, Close()] if segments else []


def _path(element: SvgElement, _viewport: Viewport) -> list[Segment]:
    data = element.attributes.get("d", "")
    try:
        return read_path(data)
    except PathDataError as error:
        place = int(error.args[0])
        raise Flaw("svg-path", place=place, value=data[max(0, place - 11) : place + 9].strip()) from None


SHAPES: dict[str, Callable[[SvgElement, Viewport], list[Segment]]] = {
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "path": _path,
}
