"""Takes SVG's notations of numbers, lengths and transforms, gives floats and matrices; never draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import cos, hypot, isfinite, radians, sin, sqrt, tan

from layout.images.svg.flaw import NoShapes
from layout.model.geometry import IDENTITY, Matrix, multiply
from layout.model.patterns import late_pattern

NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
LARGEST = 1e7
"""Numbers beyond this are a mistake: at CSS's 96 to the inch, more than two kilometres."""

_MOST = 400_000

_NUMBER = late_pattern(rf"[\s,]*({NUMBER})[\s,]*", re.ASCII)
_LENGTH = late_pattern(rf"\s*({NUMBER})\s*([a-zA-Z]*|%)\s*", re.ASCII)
_CALL = late_pattern(r"\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?", re.ASCII)
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels in a unit (CSS Values 4, 6.2)."""
_FONT_UNITS = frozenset({"em", "ex"})


def read_numbers(text: str) -> list[float]:
    """Numbers with commas or spaces between; raises ValueError for anything else, and for too many."""
    numbers: list[float] = []
    at = 0
    while at < len(text):
        match = _NUMBER.match(text, at)
        if match is None and not text.strip():
            break
        if match is None or len(numbers) >= _MOST:
            raise ValueError(text)
        numbers.append(_bounded(match[1]))
        at = match.end()
    return numbers


@lru_cache(maxsize=4096)
def read_length(text: str, whole: float) -> float:
    """A length in user units; `%` is of `whole`. Raises ValueError; NoShapes for units of a font's."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    value, unit = _bounded(match[1]), match[2].lower()
    if unit == "%":
        return value * whole / 100
    if unit in _FONT_UNITS:
        raise NoShapes(unit)
    if unit not in _UNITS:
        raise ValueError(text)
    return _bounded(value * _UNITS[unit])


def _bounded(number: str | float) -> float:
    value = float(number)
    if not isfinite(value) or abs(value) > LARGEST:
        raise ValueError(str(number))
    return value


@lru_cache(maxsize=1024)
def read_transform(text: str) -> Matrix:
    """The matrix of a transform list; raises ValueError for what SVG 1.1, 7.6, does not know."""
    matrix, at = IDENTITY, 0
    end = len(text.rstrip())
    while at < end:
        match = _CALL.match(text, at)
        if match is None or match[1] not in _TRANSFORMS:
            raise ValueError(text)
        counts, build = _TRANSFORMS[match[1]]
        numbers = read_numbers(match[2])
        if len(numbers) not in counts:
            raise ValueError(text)
        matrix = multiply(build(*numbers), matrix)
        at = match.end()
    return matrix


def scale_of(matrix: Matrix) -> float:
    """How many times longer lines get, on average of both directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def invert(matrix: Matrix) -> Matrix | None:
    """The matrix that leads back, None where there is none."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-18:
        return None
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def keeps_shape(matrix: Matrix) -> bool:
    """Whether circles stay circles, to 1 %: only then does a pen's line keep one width."""
    a, b, c, d, _, _ = matrix
    across, down = hypot(a, b), hypot(c, d)
    longest = max(across, down)
    return abs(across - down) <= 0.01 * longest and abs(a * c + b * d) <= 0.01 * longest**2


def _translate(x: float, y: float = 0.0) -> Matrix:
    return (1.0, 0.0, 0.0, 1.0, x, y)


def _scale(x: float, y: float | None = None) -> Matrix:
    return (x, 0.0, 0.0, x if y is None else y, 0.0, 0.0)


def _rotate(angle: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    turn = radians(angle)
    matrix = (cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0)
    return multiply(multiply(_translate(-x, -y), matrix), _translate(x, y))


def _skew_x(angle: float) -> Matrix:
    return (1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0)


def _skew_y(angle: float) -> Matrix:
    return (1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0)


def _matrix(*numbers: float) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


_TRANSFORMS: dict[str, tuple[Sequence[int], Callable[..., Matrix]]] = {
    "matrix": ((6,), _matrix),
    "translate": ((1, 2), _translate),
    "scale": ((1, 2), _scale),
    "rotate": ((1, 3), _rotate),
    "skewX": ((1,), _skew_x),
    "skewY": ((1,), _skew_y),
}
