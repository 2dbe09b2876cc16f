"""Takes a gradient's element and the shape it fills, gives axis and stops in the drawing; paints none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil, floor, hypot

from layout.images.svg.bounds import outline_box, place
from layout.images.svg.document.style import Style
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import invert, read_length, read_transform
from layout.images.svg.painting.paint import Palette, read_colour, read_opacity
from layout.images.svg.painting.shapes import Viewport
from layout.model.drawing import ColourStop, Gradient, Paint, Segment
from layout.model.geometry import IDENTITY, Matrix, Rect, apply, multiply
from layout.model.records import Struct

GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_LINEAR = {"x1": ("width", "0%"), "y1": ("height", "0%"), "x2": ("width", "100%"), "y2": ("height", "0%")}
_ROUND = {"cx": ("width", "50%"), "cy": ("height", "50%"), "r": ("diagonal", "50%")}
_FOCUS = {"fx": ("width", "cx"), "fy": ("height", "cy"), "fr": ("diagonal", "0%")}
_MOST_PERIODS = 64
_SAME = 1 / 512
_NEAR = 1e-6
"""Parts of a gradient that rounding alone makes."""


class Filled(Struct, frozen=True):
    """The shape that a gradient fills: its line in user units, `matrix` from them to the drawing."""

    segments: tuple[Segment, ...]
    matrix: Matrix
    viewport: Viewport

    @property
    def box(self) -> Rect | None:
        """The box round it in user units."""
        return outline_box(self.segments)

    @property
    def reach(self) -> Rect:
        """The box round it in the drawing's points."""
        return outline_box(place(self.segments, self.matrix)) or Rect(0.0, 0.0, 0.0, 0.0)


class Gradients:
    """Reads the gradients of one file."""

    def __init__(
        self, ids: Mapping[str, SvgElement], style_of: Callable[[SvgElement], Style], palette: Palette
    ) -> None:
        self._ids = ids
        self._style_of = style_of
        self._palette = palette

    def read(self, element: SvgElement, filled: Filled) -> tuple[Paint, float] | None:
        """The paint and its opacity; None for a gradient without stops.

        Raises `NoShapes` for one that PDF's shadings do not have.
        """
        chain = self._chain(element)
        stops, opacity = self._stops(chain)
        if not stops:
            return None
        if len(stops) == 1:
            return stops[0].colour, opacity
        matrix, viewport = self._space(chain, filled)
        axis = _axis(element.tag, [one for one in chain if one.tag == element.tag], viewport)
        if isinstance(axis, str):
            return stops[-1].colour, opacity
        spread = _first(chain, "spreadMethod", "pad")
        if spread in {"repeat", "reflect"}:
            axis, stops = _repeat(axis, stops, spread == "reflect", matrix, filled.reach)
        return Gradient(axis, tuple(stops), matrix), opacity

    def _chain(self, element: SvgElement) -> list[SvgElement]:
        """The gradient and those it takes after, nearest first (SVG 1.1, 13.2.2)."""
        chain = [element]
        while (reference := chain[-1].attributes.get("href", "").strip()).startswith("#"):
            after = self._ids.get(reference[1:])
            if after is None or after.tag not in GRADIENTS:
                break
            if any(after is one for one in chain):
                raise NoShapes(element.tag)
            chain.append(after)
        return chain

    def _stops(self, chain: list[SvgElement]) -> tuple[list[ColourStop], float]:
        """Colours with rising offsets, and the opacity that all of them have."""
        source = next((one for one in chain if any(child.tag == "stop" for child in one.children)), None)
        stops: list[ColourStop] = []
        opacities = []
        for child in source.children if source else ():
            if child.tag != "stop":
                continue
            style = self._style_of(child)
            value = style["stop-color"]
            red, green, blue, alpha = read_colour(
                style["color"] if value.lower() == "currentcolor" else value
            )
            opacities.append(alpha * read_opacity(style["stop-opacity"], "stop-opacity"))
            offset = read_opacity(child.attributes.get("offset", "0"), "offset")
            floor_ = stops[-1].offset if stops else 0.0
            stops.append(ColourStop(max(offset, floor_), self._palette.exact(red, green, blue)))
        if opacities and max(opacities) - min(opacities) > _SAME:
            raise NoShapes("stop-opacity")
        return stops, opacities[0] if opacities else 1.0

    def _space(self, chain: list[SvgElement], filled: Filled) -> tuple[Matrix, Viewport]:
        """From the gradient's units to the drawing's, and what its percentages are of."""
        if any("transform-origin" in one.attributes or "transform-origin" in one.rules for one in chain):
            raise NoShapes("transform-origin")
        text = _first(chain, "gradientTransform", "")
        try:
            own = read_transform(text)
        except ValueError:
            raise Flaw("svg-number", attribute="gradientTransform", value=text) from None
        matrix, viewport = filled.matrix, filled.viewport
        if _first(chain, "gradientUnits", "objectBoundingBox") != "userSpaceOnUse":
            box = filled.box
            if box is None or box.width <= 0 or box.height <= 0:
                raise NoShapes(chain[0].tag)
            matrix = multiply((box.width, 0.0, 0.0, box.height, box.x0, box.y0), matrix)
            viewport = Viewport(1.0, 1.0)
        matrix = multiply(own, matrix)
        if invert(matrix) is None:
            raise NoShapes(chain[0].tag)
        return matrix, viewport


def _first(chain: list[SvgElement], name: str, default: str) -> str:
    return next((one.attributes[name] for one in chain if name in one.attributes), default)


def _length(chain: list[SvgElement], name: str, whole: float, default: str) -> float:
    text = _first(chain, name, default)
    try:
        return read_length(text, whole)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=text) from None


def _axis(tag: str, chain: list[SvgElement], viewport: Viewport) -> tuple[float, ...] | str:
    """The line or the two circles; a word where there is none, so that the last colour fills everything."""

    def lengths(table: Mapping[str, tuple[str, str]]) -> list[float]:
        return [_length(chain, name, getattr(viewport, of), default) for name, (of, default) in table.items()]

    if tag == "linearGradient":
        axis = lengths(_LINEAR)
        return "point" if axis[:2] == axis[2:] else tuple(axis)
    cx, cy, radius = lengths(_ROUND)
    if radius <= 0:
        if radius < 0:
            raise NoShapes(tag)
        return "point"
    fx, fy, inner = (
        _length(
            chain,
            name,
            getattr(viewport, of),
            _first(chain, default, "50%") if default[0] == "c" else default,
        )
        for name, (of, default) in _FOCUS.items()
    )
    if hypot(fx - cx, fy - cy) + inner >= radius * 0.999 or inner < 0:
        raise NoShapes("fx, fy, fr")
    return (fx, fy, inner, cx, cy, radius)


def _repeat(
    axis: tuple[float, ...], stops: list[ColourStop], mirrored: bool, matrix: Matrix, reach: Rect
) -> tuple[tuple[float, ...], list[ColourStop]]:
    """The gradient as often as it takes to cover what it fills."""
    low, high = _periods(axis, matrix, reach)
    if high - low > _MOST_PERIODS:
        raise NoShapes("spreadMethod")
    count = high - low
    repeated = []
    for period in range(low, high):
        run = stops
        if mirrored and period % 2:
            run = [ColourStop(1 - stop.offset, stop.colour) for stop in reversed(stops)]
        edges = [ColourStop(0.0, run[0].colour), *run, ColourStop(1.0, run[-1].colour)]
        repeated += [ColourStop((period - low + stop.offset) / count, stop.colour) for stop in edges]
    if len(axis) == 4:
        x1, y1, x2, y2 = axis
        dx, dy = x2 - x1, y2 - y1
        return (x1 + low * dx, y1 + low * dy, x1 + high * dx, y1 + high * dy), repeated
    cx, cy, radius = axis[3:]
    return (cx, cy, 0.0, cx, cy, radius * high), repeated


def _periods(axis: tuple[float, ...], matrix: Matrix, reach: Rect) -> tuple[int, int]:
    """The first and the last end of the axis, counted in its lengths, that the box needs."""
    back = invert(matrix) or IDENTITY
    corners = [apply(back, x, y) for x in (reach.x0, reach.x1) for y in (reach.y0, reach.y1)]
    if len(axis) == 4:
        x1, y1, x2, y2 = axis
        dx, dy = x2 - x1, y2 - y1
        along = [((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy) for x, y in corners]
        low = floor(min(along) + _NEAR)
        return low, max(ceil(max(along) - _NEAR), low + 1)
    fx, fy, inner, cx, cy, radius = axis
    if (fx, fy, inner) != (cx, cy, 0.0):
        raise NoShapes("spreadMethod")
    return 0, max(1, ceil(max(hypot(x - cx, y - cy) for x, y in corners) / radius))
