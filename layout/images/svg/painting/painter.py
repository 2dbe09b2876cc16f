"""Takes a basic shape's segments and style, gives it filled and stroked in their order; places no copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import hypot

from layout.images.svg.bounds import place
from layout.images.svg.document.style import Style
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import read_length
from layout.images.svg.painting.gradient import GRADIENTS, Filled, Gradients
from layout.images.svg.painting.paint import (
    Palette,
    is_opaque,
    is_seen,
    pen_scale,
    read_flat,
    read_opacity,
    read_pen,
    split_server,
)
from layout.images.svg.painting.shapes import Viewport
from layout.model.colour import Colour
from layout.model.drawing import (
    Close,
    CurveTo,
    Group,
    MoveTo,
    Paint,
    Path,
    Segment,
    Shape,
    Stroke,
    rectangle,
)
from layout.model.geometry import Matrix

_ORDER = ("fill", "stroke", "markers")
_CHORDS = 32
"""Straight pieces that a curve's length is measured by."""


class Painter:
    """Paints the shapes of one file."""

    def __init__(self, ids: Mapping[str, SvgElement], gradients: Gradients, palette: Palette) -> None:
        self._ids = ids
        self._gradients = gradients
        self._palette = palette

    def paint(
        self, element: SvgElement, segments: list[Segment], matrix: Matrix, viewport: Viewport, style: Style
    ) -> list[Shape]:
        """The shape in the drawing's points; raises `NoShapes` for paints and pens that PDF does not have."""
        if not segments or style["visibility"] != "visible":
            return []
        if any(self._marks(style[f"marker-{at}"]) for at in ("start", "mid", "end")):
            raise NoShapes("marker")
        placed = place(segments, matrix)
        filled = Filled(tuple(segments), matrix, viewport)
        fill = None if _is_line(segments) else self._read(style, "fill", filled)
        line = self._read(style, "stroke", filled)
        even_odd = style["fill-rule"] == "evenodd"
        strokes = list(self._stroke(element, segments, matrix, viewport, style, line)) if line else []
        if len(strokes) == 1 and fill and line and _is_plain(strokes[0]) and fill[1] == line[1] == 1.0:
            whole = strokes[0]
            if isinstance(whole, Path) and _order(style).index("fill") < _order(style).index("stroke"):
                return [Path(placed, fill[0], whole.stroke, even_odd)]
        fills: list[Shape] = [Path(placed, fill[0], even_odd=even_odd)] if fill else []
        layers = {
            "fill": _veil(fills, fill[1] if fill else 1.0),
            "stroke": _veil(strokes, line[1] if line else 1.0),
            "markers": [],
        }
        return [shape for name in _order(style) for shape in layers[name]]

    def _marks(self, value: str) -> bool:
        """Whether a marker is there."""
        server = split_server(value)
        found = self._ids.get(server[0]) if server else None
        return found is not None and found.tag == "marker"

    def _read(self, style: Style, name: str, filled: Filled) -> tuple[Paint, float] | None:
        """A paint and how opaque it is, None for none."""
        value = style[name]
        if value.lower().startswith("context-"):
            raise NoShapes(value)
        server = split_server(value)
        paint = self._serve(server, style, filled) if server else read_flat(value, style, self._palette)
        opacity = read_opacity(style[f"{name}-opacity"], f"{name}-opacity")
        if paint is None or not is_seen(paint[1] * opacity):
            return None
        whole = paint[1] * opacity
        return paint[0], 1.0 if is_opaque(whole) else whole

    def _serve(self, server: tuple[str, str], style: Style, filled: Filled) -> tuple[Paint, float] | None:
        element = self._ids.get(server[0])
        if element is None:
            if not server[1]:
                raise Flaw("svg-reference", name=f"#{server[0]}")
            return read_flat(server[1], style, self._palette)
        if element.tag not in GRADIENTS:
            raise NoShapes(element.tag)
        paint = self._gradients.read(element, filled)
        return read_flat(server[1], style, self._palette) if paint is None and server[1] else paint

    def _stroke(
        self,
        element: SvgElement,
        segments: list[Segment],
        matrix: Matrix,
        viewport: Viewport,
        style: Style,
        line: tuple[Paint, float],
    ) -> Iterator[Shape]:
        """The line drawn with its pen, and the squares that show where it has no length."""
        scale = pen_scale(style, matrix)
        own = scale is None
        pen = read_pen(style, line[0], 1.0 if scale is None else scale, viewport, _share(element, segments))
        if pen is None:
            return
        if own and not isinstance(line[0], Colour):
            raise NoShapes("gradient")
        shown = tuple(segments) if own else place(segments, matrix)
        shapes = [Path(shown, stroke=pen), *_squares(shown, pen)]
        if own:
            yield Group(tuple(shapes), matrix=matrix)
        else:
            yield from shapes


def _is_line(segments: list[Segment]) -> bool:
    """Whether there is one straight stroke and no area, which PDF would fill as a hairline (8.5.3.3.1)."""
    drawn = [segment for segment in segments if not isinstance(segment, Close)]
    return len(drawn) <= 2 and not any(isinstance(segment, CurveTo) for segment in drawn)


def _is_plain(shape: Shape) -> bool:
    return isinstance(shape, Path)


def _veil(shapes: list[Shape], opacity: float) -> list[Shape]:
    return shapes if opacity == 1.0 or not shapes else [Group(tuple(shapes), opacity=opacity)]


def _order(style: Style) -> tuple[str, ...]:
    """Fill, stroke and markers as `paint-order` has them; what it does not name comes last (SVG 2, 13.8)."""
    words = style["paint-order"].split()
    if not words or len(set(words)) < len(words) or not set(words) <= set(_ORDER):
        return _ORDER
    return (*words, *(one for one in _ORDER if one not in words))


def _squares(segments: tuple[Segment, ...], pen: Stroke) -> list[Shape]:
    """What square caps make of pieces without length, which PDF leaves out (SVG 2, 13.5.3)."""
    if pen.cap != 2:
        return []
    squares: list[Shape] = []
    half = pen.width / 2
    for piece in _pieces(segments):
        first = piece[0]
        ends = {(one.x, one.y) for one in piece if not isinstance(one, Close)}
        if len(piece) > 1 and len(ends) == 1 and isinstance(first, MoveTo) and not _is_bent(piece):
            square = rectangle(first.x - half, first.y - half, pen.width, pen.width)
            squares.append(Path(square, fill=pen.colour))
    return squares


def _is_bent(piece: list[Segment]) -> bool:
    """Whether a curve leads away and back."""
    start = piece[0]
    assert isinstance(start, MoveTo)
    curves = (one for one in piece if isinstance(one, CurveTo))
    return any((c.x1, c.y1, c.x2, c.y2) != (start.x, start.y) * 2 for c in curves)


def _pieces(segments: tuple[Segment, ...]) -> list[list[Segment]]:
    pieces: list[list[Segment]] = []
    for segment in segments:
        if isinstance(segment, MoveTo) or not pieces:
            pieces.append([])
        pieces[-1].append(segment)
    return pieces


def _share(element: SvgElement, segments: list[Segment]) -> float:
    """The line's length by what its `pathLength` says it is (SVG 2, 9.6.1); 1 where it says nothing."""
    text = element.attributes.get("pathLength")
    if text is None:
        return 1.0
    try:
        said = read_length(text, 1.0)
    except ValueError:
        raise Flaw("svg-number", attribute="pathLength", value=text) from None
    return _length_of(segments) / said if said > 0 else 1.0


def _length_of(segments: list[Segment]) -> float:
    length, start, at = 0.0, (0.0, 0.0), (0.0, 0.0)
    for segment in segments:
        end = start if isinstance(segment, Close) else (segment.x, segment.y)
        if isinstance(segment, MoveTo):
            start = end
        elif isinstance(segment, CurveTo):
            length += _curve_length(at, segment)
        else:
            length += hypot(end[0] - at[0], end[1] - at[1])
        at = end
    return length


def _curve_length(at: tuple[float, float], curve: CurveTo) -> float:
    points = [at]
    for step in range(1, _CHORDS + 1):
        t, u = step / _CHORDS, 1 - step / _CHORDS
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        across = (at[0], curve.x1, curve.x2, curve.x)
        down = (at[1], curve.y1, curve.y2, curve.y)
        x = sum(weight * value for weight, value in zip(weights, across, strict=True))
        points.append((x, sum(weight * value for weight, value in zip(weights, down, strict=True))))
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
