"""Takes a drawing's shapes, gives the operators that paint them in its own coordinates; places no drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, log10
from typing import Protocol

from layout.draw.embedding import EmbeddedFace
from layout.draw.ink import KNOCKOUT, OVERPRINT, Inks
from layout.model.drawing import (
    Close,
    CurveTo,
    Gradient,
    Group,
    Label,
    LineTo,
    MoveTo,
    Paint,
    Part,
    Path,
    Segment,
    SetWords,
    Shape,
    Stroke,
)
from layout.model.geometry import IDENTITY, Matrix, apply, multiply, scales

_PAINT = {
    (True, True, False): "B",
    (True, True, True): "B*",
    (True, False, False): "f",
    (True, False, True): "f*",
    (False, True, False): "S",
    (False, True, True): "S",
}
"""Operator by (filled, stroked, even-odd), ISO 32000-1, 8.5.3."""

HAIRLINE = 1.5
"""The widest line, in points, that overprints: what shines through a wider one would be seen."""
_DECIMALS = 3
_LARGE = 10.0
"""How many times larger a drawing is placed before three decimals are too few."""


class Resources(Protocol):
    """Gives names to what operators refer to."""

    def pattern(self, gradient: Gradient, matrix: Matrix) -> str:
        """A gradient as a pattern, whose coordinates `matrix` leads to those of the page or the form."""

    def veil(self, opacity: float) -> str:
        """The graphics state that makes paint as opaque as `opacity`."""

    def form(self, code: str, size: tuple[float, float]) -> str:
        """Operators that are painted as one."""

    def part(self, part: Part) -> str:
        """A part's picture."""

    def face(self, key: str) -> EmbeddedFace:
        """A face by its key."""


class ShapeWriter:
    """Writes shapes of a drawing, which `base` leads to the page or form; pens are at least `finest` wide."""

    def __init__(
        self, inks: Inks, resources: Resources, base: Matrix, size: tuple[float, float], finest: float
    ) -> None:
        self._size = size
        self._inks, self._resources, self._base = inks, resources, base
        self._finest = finest
        self._decimals = _DECIMALS
        scale = scales(base)[1]
        if scale > _LARGE:
            self._decimals += ceil(log10(scale))

    def write(self, shapes: Iterable[Shape]) -> str:
        """The operators of all shapes."""
        return "\n".join(self._shape(shape) for shape in shapes)

    def _shape(self, shape: Shape) -> str:
        match shape:
            case Path():
                return self._path(shape)
            case Group():
                return self._group(shape)
            case Part():
                assert shape.box is not None, "parts are pictures before they are drawn"
                left, top, width, height = shape.box
                matrix = _numbers(width, 0, 0, -height, left, top + height)
                return f"q {matrix} cm /{self._resources.part(shape)} Do Q"
            case SetWords():
                return self._words(shape)
            case Label():
                raise ValueError("labels are set or become pictures before they are drawn")

    def _group(self, group: Group) -> str:
        inner = self
        parts = ["q"]
        for clip in group.clips:
            parts.append(f"{self._line(clip.segments)} {'W*' if clip.even_odd else 'W'} n")
        if group.opacity < 1:
            parts.append(f"/{self._resources.veil(group.opacity)} gs")
            if not _is_one_paint(group):
                within = ShapeWriter(self._inks, self._resources, IDENTITY, self._size, self._finest)
                parts.append(f"/{self._resources.form(within.write(group.shapes), self._size)} Do Q")
                return "\n".join(parts)
        if group.matrix is not None:
            parts.append(f"{_numbers(*group.matrix)} cm")
            finest = self._finest / max(scales(group.matrix)[0], 1e-6)
            base = multiply(group.matrix, self._base)
            inner = ShapeWriter(self._inks, self._resources, base, self._size, finest)
        return "\n".join([*parts, inner.write(group.shapes), "Q"])

    def _path(self, path: Path) -> str:
        parts = []
        if path.fill is not None:
            parts.append(self._colour(path.fill, self._inks.fill, "/Pattern cs", "scn"))
        if path.stroke is not None:
            parts.append(self._pen(path.stroke))
        parts.append(self._line(path.segments))
        parts.append(_PAINT[path.fill is not None, path.stroke is not None, path.even_odd])
        if path.fill is None and path.stroke is not None and self._is_fine(path.stroke):
            parts = [OVERPRINT, *parts, KNOCKOUT]
        return " ".join(parts)

    def _is_fine(self, pen: Stroke) -> bool:
        """Whether a line is thin and black, and prints over what is below it as text does."""
        if isinstance(pen.colour, Gradient) or pen.width * scales(self._base)[1] > HAIRLINE:
            return False
        return self._inks.overprints(pen.colour)

    def _pen(self, pen: Stroke) -> str:
        dash = " ".join(_number(length, 4) for length in pen.dash)
        width = max(pen.width, self._finest)
        colour = self._colour(pen.colour, self._inks.stroke, "/Pattern CS", "SCN")
        return (
            f"{colour} {_number(width, 4)} w {pen.cap} J"
            f" {pen.join} j {_number(pen.miter_limit, 4)} M [{dash}] {_number(pen.dash_offset, 4)} d"
        )

    def _words(self, words: SetWords) -> str:
        """Letters stand upright where y grows downward, so that they are mirrored once more."""
        a, b, c, d, _, _ = words.matrix
        x, y = apply(words.matrix, words.x, words.y)
        face = self._resources.face(words.glyphs[0].face)
        scale = scales(multiply(words.matrix, self._base))[1]
        state, fill = self._inks.text(words.colour, words.size * scale * face.stoutness)
        codes = "".join(face.encode(run, words.size) for run in words.glyphs)
        return (
            f"q {'' if state == KNOCKOUT else state + ' '}{fill} BT /{face.name} {_number(words.size)} Tf"
            f" {_numbers(words.tracking)} Tc {_numbers(a, b, -c, -d, x, y)} Tm [{codes}]TJ ET Q"
        )

    def _colour(self, paint: Paint, flat: Callable[..., str], space: str, operator: str) -> str:
        if isinstance(paint, Gradient):
            name = self._resources.pattern(paint, multiply(paint.matrix, self._base))
            return f"{space} /{name} {operator}"
        return flat(paint)

    def _line(self, segments: tuple[Segment, ...]) -> str:
        n = self._decimals
        return " ".join([_segment(segment, n) for segment in segments])


def _number(value: float, digits: int = 6) -> str:
    """An operand of so many digits, without the exponent that PDF does not have (ISO 32000-1, 7.3.3)."""
    text = f"{value:.{digits}g}"
    return f"{value:.7f}" if "e" in text else text


def _numbers(*values: float) -> str:
    return " ".join(_number(value) for value in values)


def _is_one_paint(group: Group) -> bool:
    """Whether nothing in a group lies on anything else of it: then each is as see-through as the whole."""
    if len(group.shapes) != 1:
        return False
    (only,) = group.shapes
    if isinstance(only, Group):
        return only.opacity == 1 and _is_one_paint(only)
    return isinstance(only, Path) and (only.fill is None or only.stroke is None)


def _segment(segment: Segment, n: int) -> str:
    match segment:
        case MoveTo(x, y):
            return f"{x:.{n}f} {y:.{n}f} m"
        case LineTo(x, y):
            return f"{x:.{n}f} {y:.{n}f} l"
        case CurveTo(x1, y1, x2, y2, x, y):
            return f"{x1:.{n}f} {y1:.{n}f} {x2:.{n}f} {y2:.{n}f} {x:.{n}f} {y:.{n}f} c"
        case Close():
            return "h"
