"""Takes SVG's path data, gives segments of lines and cubic curves; never transforms or paints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from layout.images.svg.numbers import LARGEST, NUMBER
from layout.model.drawing import Close, CurveTo, LineTo, MoveTo, Segment
from layout.model.patterns import late_pattern

_COMMAND = late_pattern(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])", re.ASCII)
_REST = late_pattern(r"[\s,]*", re.ASCII)
_NUMBER = rf"[\s,]*+((?>{NUMBER}))"
_FLAG = r"[\s,]*+([01])"
"""A single digit, which need not be separated from what follows."""

MAX_SEGMENTS = 200_000


class TooManySegments(ValueError):
    """A drawing has more than `MAX_SEGMENTS`: a traced photograph, or an attack."""


class PathDataError(ValueError):
    """Path data breaks its grammar; the argument is the number of the first wrong character, from 1."""


def read_path(data: str) -> list[Segment]:
    """Segments of a `d` attribute (SVG 1.1, 8.3).

    Raises `PathDataError` where it breaks the grammar, `TooManySegments` where it does not end.
    """
    pen = _Pen()
    at, command = 0, ""
    while (rest := _REST.match(data, at)) and rest.end() < len(data):
        match = _COMMAND.match(data, at)
        if match is None and command in {"", "Z", "z"}:
            raise PathDataError(rest.end() + 1)
        if match is not None:
            command, at = match[1], match.end()
        if not pen.segments and command not in "Mm":
            raise PathDataError(rest.end() + 1)
        row, draw = _COMMANDS[command.upper()]
        match = _pattern(row).match(data, at)
        if match is None:
            raise PathDataError(_break(data, at, row) + 1)
        numbers = [float(number) for number in match.groups()]
        if numbers and max(map(abs, numbers)) > LARGEST:
            raise PathDataError(at + 1)
        at = match.end()
        draw(pen, command.islower(), numbers)
        if len(pen.segments) > MAX_SEGMENTS:
            raise TooManySegments
        # Pairs that follow a moveto without a letter are lines (8.3.2).
        command = {"M": "L", "m": "l"}.get(command, command)
    return pen.segments


@cache
def _pattern(row: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("".join(row), re.ASCII)


def _break(data: str, at: int, row: tuple[str, ...]) -> int:
    """Where a row of numbers breaks off: the end of its longest beginning that is right."""
    beginnings = (_pattern(row[:count]).match(data, at) for count in range(len(row)))
    return max(match.end() for match in beginnings if match)


class _Pen:
    """Where drawing stands: the point, the subpath's start, and the last control point of each kind."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.closed = False
        self.cubic: tuple[float, float] | None = None
        self.quadratic: tuple[float, float] | None = None

    def point(self, relative: bool, x: float, y: float) -> tuple[float, float]:
        return (self.x + x, self.y + y) if relative else (x, y)

    def reflect(self, control: tuple[float, float] | None) -> tuple[float, float]:
        """The mirror image of a control point, or the point itself after another kind of segment."""
        if control is None:
            return (self.x, self.y)
        return (2 * self.x - control[0], 2 * self.y - control[1])

    def add(self, segment: LineTo | CurveTo) -> None:
        if self.closed:
            self.segments.append(MoveTo(*self.start))
            self.closed = False
        self.segments.append(segment)
        self.x, self.y = segment.x, segment.y
        self.cubic = self.quadratic = None

    def curve(
        self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]
    ) -> None:
        self.add(CurveTo(*first, *second, *end))
        self.cubic = second

    def bend(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """A quadratic curve, raised to a cubic one."""
        first = (self.x + (control[0] - self.x) * 2 / 3, self.y + (control[1] - self.y) * 2 / 3)
        second = (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
        self.add(CurveTo(*first, *second, *end))
        self.quadratic = control


def _move(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    pen.x, pen.y = pen.start = pen.point(relative, numbers[0], numbers[1])
    pen.segments.append(MoveTo(pen.x, pen.y))
    pen.closed = False
    pen.cubic = pen.quadratic = None


def _close(pen: _Pen, _relative: bool, _numbers: list[float]) -> None:
    if not pen.closed:
        pen.segments.append(Close())
    pen.closed = True
    pen.x, pen.y = pen.start
    pen.cubic = pen.quadratic = None


def _line(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    pen.add(LineTo(*pen.point(relative, numbers[0], numbers[1])))


def _horizontal(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    pen.add(LineTo(numbers[0] + (pen.x if relative else 0.0), pen.y))


def _vertical(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    pen.add(LineTo(pen.x, numbers[0] + (pen.y if relative else 0.0)))


def _cubic(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    x1, y1, x2, y2, x, y = numbers
    pen.curve(pen.point(relative, x1, y1), pen.point(relative, x2, y2), pen.point(relative, x, y))


def _smooth_cubic(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    second, end = (pen.point(relative, *numbers[i : i + 2]) for i in (0, 2))
    pen.curve(pen.reflect(pen.cubic), second, end)


def _quadratic(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    control, end = (pen.point(relative, *numbers[i : i + 2]) for i in (0, 2))
    pen.bend(control, end)


def _smooth_quadratic(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    pen.bend(pen.reflect(pen.quadratic), pen.point(relative, numbers[0], numbers[1]))


def _arc(pen: _Pen, relative: bool, numbers: list[float]) -> None:
    """An elliptical arc as cubic curves of at most a quarter turn each (SVG 1.1, F.6)."""
    end = pen.point(relative, numbers[5], numbers[6])
    rx, ry = abs(numbers[0]), abs(numbers[1])
    if end == (pen.x, pen.y):
        return
    if min(rx, ry, hypot(end[0] - pen.x, end[1] - pen.y)) < 1e-9:
        pen.add(LineTo(*end))
        return
    ellipse = (rx, ry, radians(numbers[2]))
    for segment in _arc_curves((pen.x, pen.y), end, ellipse, large=bool(numbers[3]), sweep=bool(numbers[4])):
        pen.add(segment)


def _arc_curves(
    start: tuple[float, float],
    end: tuple[float, float],
    ellipse: tuple[float, float, float],
    *,
    large: bool,
    sweep: bool,
) -> list[CurveTo]:
    """Centre and angles by F.6.5, radii enlarged by F.6.6, then Bézier pieces; the last ends on `end`."""
    rx, ry, tilt = ellipse
    across, down = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos(tilt) * across + sin(tilt) * down, -sin(tilt) * across + cos(tilt) * down
    needed = hypot(x1 / rx, y1 / ry)
    rx, ry = rx * max(needed, 1), ry * max(needed, 1)
    u, v = x1 / rx, y1 / ry
    reach = sqrt(max(0.0, 1 / (u * u + v * v) - 1)) * (-1 if large == sweep else 1)
    cu, cv = reach * v, -reach * u
    first = atan2(v - cv, u - cu)
    turn = atan2(-v - cv, -u - cu) - first
    if sweep and turn < 0:
        turn += 2 * pi
    if not sweep and turn > 0:
        turn -= 2 * pi
    centre = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def place(s: float, t: float) -> tuple[float, float]:
        x, y = rx * (cu + s), ry * (cv + t)
        return (centre[0] + cos(tilt) * x - sin(tilt) * y, centre[1] + sin(tilt) * x + cos(tilt) * y)

    pieces = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    step = turn / pieces
    handle = 4 / 3 * tan(step / 4)
    curves = []
    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        one = place(cos(a) - handle * sin(a), sin(a) + handle * cos(a))
        two = place(cos(b) + handle * sin(b), sin(b) - handle * cos(b))
        curves.append(CurveTo(*one, *two, *(end if piece == pieces - 1 else place(cos(b), sin(b)))))
    return curves


_ONE, _TWO, _FOUR, _SIX = ((_NUMBER,) * count for count in (1, 2, 4, 6))
_COMMANDS: dict[str, tuple[tuple[str, ...], Callable[[_Pen, bool, list[float]], None]]] = {
    "M": (_TWO, _move),
    "Z": ((), _close),
    "L": (_TWO, _line),
    "H": (_ONE, _horizontal),
    "V": (_ONE, _vertical),
    "C": (_SIX, _cubic),
    "S": (_FOUR, _smooth_cubic),
    "Q": (_FOUR, _quadratic),
    "T": (_TWO, _smooth_quadratic),
    "A": ((*(_NUMBER,) * 3, _FLAG, _FLAG, *_TWO), _arc),
}
