"""Takes what is drawn on a cover and the boxes of its words, tells where they meet and what is hard to read.

It looks at the finished drawing, whoever drew it: no line or edge may run through letters, and letters
need 4.5:1 on what is really below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from layout.model.colour import Colour
from layout.model.drawing import (
    Close,
    CurveTo,
    Gradient,
    Group,
    LineTo,
    MoveTo,
    Paint,
    Part,
    Path,
    Segment,
    SetWords,
    Shape,
    rectangle,
)
from layout.model.geometry import Matrix, apply, multiply, scales
from layout.model.layout import Box, DrawingItem
from layout.model.records import Struct

Point = tuple[float, float]

LEAST_CONTRAST = 4.5
"""Of text on its ground (WCAG 2.2, 1.4.3)."""
FLAT = 3.0
"""A curve whose control points span less, in points, is a line here."""
PIECES = 8
"""Lines that any other curve is taken for."""
SPOTS = (0.02, 0.26, 0.5, 0.74, 0.98)
"""Where along a line of letters its ground is looked at."""
ASCENDER = 0.8
"""How high letters of a drawing reach, in parts of their size."""


class Trace(Struct, frozen=True, kw_only=True):
    """One painted shape on the page: its lines as points, what fills it and how wide its pen is."""

    lines: tuple[tuple[Point, ...], ...]
    fills: tuple[Colour, ...]
    opacity: float
    pen: float
    box: Box


def trace_items(items: Iterable[DrawingItem]) -> tuple[Trace, ...]:
    """Everything that drawings paint, in the order of painting."""
    found: list[Trace] = []
    for item in items:
        across, down = item.box.width / item.drawing.width, item.box.height / item.drawing.height
        found.extend(_trace(item.drawing.paths, (across, 0.0, 0.0, down, item.box.x, item.box.y), 1.0))
    return tuple(found)


def _trace(shapes: Sequence[Shape], matrix: Matrix, opacity: float) -> Iterator[Trace]:
    for shape in shapes:
        match shape:
            case Path():
                fills = () if shape.fill is None else _colours(shape.fill)
                pen = 0.0 if shape.stroke is None else shape.stroke.width * scales(matrix)[1]
                yield from _outline(shape.segments, matrix, fills, opacity, pen)
            case Group():
                inner = matrix if shape.matrix is None else multiply(shape.matrix, matrix)
                yield from _trace(shape.shapes, inner, opacity * shape.opacity)
            case SetWords():
                high = shape.size * ASCENDER
                area = rectangle(shape.x, shape.y - high, shape.width, shape.size)
                yield from _outline(area, multiply(shape.matrix, matrix), (shape.colour,), opacity, 0.0)
            case Part() if shape.box is not None:
                yield from _outline(rectangle(*shape.box), matrix, (), opacity, 0.1)
            case _:
                continue


def _colours(paint: Paint) -> tuple[Colour, ...]:
    return tuple(stop.colour for stop in paint.stops) if isinstance(paint, Gradient) else (paint,)


def _outline(
    segments: Sequence[Segment], matrix: Matrix, fills: tuple[Colour, ...], opacity: float, pen: float
) -> Iterator[Trace]:
    lines = tuple(tuple(line) for line in _flatten(segments, matrix) if len(line) > 1)
    points = [point for line in lines for point in line]
    if points:
        left, top = min(x for x, _ in points), min(y for _, y in points)
        right, foot = max(x for x, _ in points), max(y for _, y in points)
        box = Box(left - pen / 2, top - pen / 2, right - left + pen, foot - top + pen)
        yield Trace(lines=lines, fills=fills, opacity=opacity, pen=pen, box=box)


def _flatten(segments: Sequence[Segment], matrix: Matrix) -> Iterator[list[Point]]:
    """The lines of a path as points on the page."""
    line: list[Point] = []
    for segment in segments:
        match segment:
            case MoveTo(x, y):
                yield line
                line = [apply(matrix, x, y)]
            case LineTo(x, y):
                line.append(apply(matrix, x, y))
            case CurveTo(x1, y1, x2, y2, x, y):
                ends = (line[-1], apply(matrix, x1, y1), apply(matrix, x2, y2), apply(matrix, x, y))
                line.extend(_bend(*ends))
            case Close():
                line.append(line[0])
    yield line


def _bend(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    xs, ys = zip(a, b, c, d, strict=True)
    if max(xs) - min(xs) + max(ys) - min(ys) > FLAT:
        for step in range(1, PIECES):
            t = step / PIECES
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(p * x for p, x in zip(parts, xs, strict=True)),
                sum(p * y for p, y in zip(parts, ys, strict=True)),
            )
    yield d


def is_crossed(box: Box, traces: Iterable[Trace]) -> bool:
    """Whether a line or an edge of what is drawn runs through a box."""
    return any(_crosses(trace, box) for trace in traces if _meet(trace.box, box))


def _crosses(trace: Trace, box: Box) -> bool:
    half = trace.pen / 2
    wide = Box(box.x - half, box.y - half, box.width + trace.pen, box.height + trace.pen)
    closed = ((*line, line[0]) if trace.fills else line for line in trace.lines)
    return any(_enters(a, b, wide) for line in closed for a, b in pairwise(line))


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _enters(a: Point, b: Point, box: Box) -> bool:
    """Whether a line meets a box (Liang and Barsky 1984)."""
    start, end = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    edges = (
        (-dx, a[0] - box.x),
        (dx, box.x + box.width - a[0]),
        (-dy, a[1] - box.y),
        (dy, box.y + box.height - a[1]),
    )
    for by, room in edges:
        if by == 0:
            if room < 0:
                return False
        elif by < 0:
            start = max(start, room / by)
        else:
            end = min(end, room / by)
    return start <= end


def grounds_below(box: Box, traces: Sequence[Trace], paper: tuple[Colour, ...]) -> tuple[Colour, ...]:
    """The colours that letters in a box stand on: of the uppermost fills, of `paper` where there is none."""
    met = [trace for trace in traces if trace.fills and _meet(trace.box, box)]
    found: dict[Colour, None] = {}
    for across in SPOTS:
        for down in (0.1, 0.5, 0.9):
            spot = (box.x + across * box.width, box.y + down * box.height)
            found.update(dict.fromkeys(_ground_at(spot, met, paper)))
    return tuple(found)


def _ground_at(spot: Point, traces: Sequence[Trace], paper: tuple[Colour, ...]) -> tuple[Colour, ...]:
    ground = paper
    for trace in traces:
        if _covers(trace, spot):
            ground = tuple(_mix(over, below, trace.opacity) for over in trace.fills for below in ground[:1])
    return ground


def _covers(trace: Trace, spot: Point) -> bool:
    """Whether a fill is under a point: a ray from it leaves the outline an odd number of times."""
    x, y = spot
    inside = False
    for line in trace.lines:
        for (ax, ay), (bx, by) in pairwise((*line, line[0])):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
    return inside


def _mix(over: Colour, below: Colour, opacity: float) -> Colour:
    """What a colour that lets some of another one through looks like on a screen."""
    if opacity >= 1:
        return over
    red, green, blue = (a * opacity + b * (1 - opacity) for a, b in zip(over.rgb, below.rgb, strict=True))
    return Colour(over.cmyk, (red, green, blue))
