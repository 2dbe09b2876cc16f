"""Operators that build and paint paths, shadings, images and forms (ISO 32000-1, 8.5, 8.7.4, 8.8, 8.10)."""

from __future__ import annotations

import math
from functools import reduce
from itertools import pairwise

from layout.model.geometry import NOWHERE, Rect, apply, bound, curve_extremes, join, meet, scales
from layout.preflight.facts import MarkKind, Paint, SketchedPath
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.operators import InlineImage, Operand
from layout.preflight.walk.forms import run_cell, run_form
from layout.preflight.walk.images import place_image, place_inline
from layout.preflight.walk.paints import fill_paint, paint_of, read_shading, stroke_paint
from layout.preflight.walk.state_operators import numbers
from layout.preflight.walk.walker import BuiltPath, Operator, Walker

STRAIGHT = 0.001
"""Points by which the points of a straight line may miss it."""
THIN = 2.0
"""Filled bars up to this many points thick, and three times as long, are looked at as lines."""


def _move(walker: Walker, operands: list[Operand]) -> None:
    x, y = numbers(operands, 2)
    _end_subpath(walker.path)
    walker.path.at = (x, y)
    walker.path.points.append(apply(walker.state.ctm, x, y))


def _line(walker: Walker, operands: list[Operand]) -> None:
    x, y = numbers(operands, 2)
    walker.path.at = (x, y)
    walker.path.points.append(apply(walker.state.ctm, x, y))


def _curve(walker: Walker, controls: tuple[float, ...]) -> None:
    path, ctm = walker.path, walker.state.ctm
    start = path.points[-1] if path.points else apply(ctm, *path.at)
    x1, y1, x2, y2, x, y = controls
    first, second, end = apply(ctm, x1, y1), apply(ctm, x2, y2), apply(ctm, x, y)
    left, right = curve_extremes(start[0], first[0], second[0], end[0])
    bottom, top = curve_extremes(start[1], first[1], second[1], end[1])
    path.points += [(left, bottom), (right, top), end]
    path.curved = True
    path.at = (x, y)


def _curve_full(walker: Walker, operands: list[Operand]) -> None:
    _curve(walker, numbers(operands, 6))


def _curve_from(walker: Walker, operands: list[Operand]) -> None:
    _curve(walker, walker.path.at + numbers(operands, 4))


def _curve_to(walker: Walker, operands: list[Operand]) -> None:
    x1, y1, x, y = numbers(operands, 4)
    _curve(walker, (x1, y1, x, y, x, y))


def _rectangle(walker: Walker, operands: list[Operand]) -> None:
    x, y, width, height = numbers(operands, 4)
    path, ctm = walker.path, walker.state.ctm
    _end_subpath(path)
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    path.points += [apply(ctm, *corner) for corner in corners]
    _end_subpath(path)
    path.at = (x, y)


def _end_subpath(path: BuiltPath) -> None:
    if path.points:
        box = bound(path.points)
        path.boxes.append((box, math.inf if path.curved else _thickness(path.points, box)))
        path.runs.append(path.points)
        path.straight.append(not path.curved)
        path.points = []
    path.curved = False


def _thickness(points: list[tuple[float, float]], box: Rect) -> float:
    """How thick a filled polygon is where it is an upright bar, or a line without an area; else infinite."""
    if _is_straight(points):
        return 0.0
    return min(box[2] - box[0], box[3] - box[1]) if _is_upright(points, box) else math.inf


def _is_straight(points: list[tuple[float, float]]) -> bool:
    """Whether all points lie on one line, as exactly as a file's decimals can say."""
    (x, y), far = points[0], max(points, key=lambda point: math.dist(points[0], point))
    length = math.dist((x, y), far)
    across = ((far[0] - x) * (b - y) - (far[1] - y) * (a - x) for a, b in points)
    return length > THIN and all(abs(area) < STRAIGHT * length for area in across)


def _is_upright(points: list[tuple[float, float]], box: Rect) -> bool:
    """Whether all points are corners of their box."""
    if len(points) > 6:
        return False
    return all(
        min(abs(x - box[0]), abs(x - box[2])) < 0.01 and min(abs(y - box[1]), abs(y - box[3])) < 0.01
        for x, y in points
    )


def _clip(walker: Walker, operands: list[Operand]) -> None:
    walker.path.clip = True


def _paint(fill: bool, stroke: bool, close: bool = False) -> Operator:
    def run(walker: Walker, operands: list[Operand]) -> None:
        path = walker.path
        if close:
            _close(walker, operands)
        _end_subpath(path)
        walker.collector.end_line()
        if fill and path.boxes:
            _fill(walker, path.boxes)
        if stroke and path.boxes:
            _stroke(walker, path)
        if (fill or stroke) and walker.collector.sketching:
            _sketch(walker, path, fill, stroke)
        if path.clip and path.boxes:
            whole = reduce(join, (box for box, _ in path.boxes))
            walker.state.clip = meet(walker.state.clip, whole) or NOWHERE
        path.end()

    return run


def _fill(walker: Walker, boxes: list[tuple[Rect, float]]) -> None:
    paint = fill_paint(walker)
    for box, thinnest in boxes:
        thin = thinnest < THIN and max(box[2] - box[0], box[3] - box[1]) > 3 * thinnest
        _add(walker, MarkKind.FILL, box, paint, thinnest if thin else 0.0, thin)
        _lay(walker, box, paint, exact=not thin and math.isfinite(thinnest) and len(boxes) == 1)
        if walker.state.fill.pattern:
            run_cell(walker, walker.state.fill, box)
    _note_use(walker, paint, "fill", boxes[0][0])


def _stroke(walker: Walker, path: BuiltPath) -> None:
    paint = stroke_paint(walker)
    narrow, wide = scales(walker.state.ctm)
    width = walker.state.line_width * narrow
    reach = walker.state.line_width * wide / 2
    for (box, _), points in zip(path.boxes, path.runs, strict=True):
        seen = _run_inside(points, box.grown(reach), reach, walker.state.clip)
        if seen is not None:
            _add(walker, MarkKind.STROKE, seen, paint, width, True)
            if width > THIN:
                _lay(walker, seen, paint, exact=False)
        if walker.state.stroke.pattern:
            run_cell(walker, walker.state.stroke, box)
    _note_use(walker, paint, "stroke", path.boxes[0][0])


SKETCHED = 13
"""Points of a subpath that is kept for a sketch, at most: a star has ten, and is closed once or twice."""


def _sketch(walker: Walker, path: BuiltPath, fill: bool, stroke: bool) -> None:
    state = walker.state
    runs = (
        tuple(points)
        for points, straight in zip(path.runs, path.straight, strict=True)
        if straight and 2 <= len(points) <= SKETCHED
    )
    width = state.line_width * scales(state.ctm)[0] if stroke else 0.0
    walker.collector.add_sketch(
        SketchedPath(
            runs=tuple(run for run in runs if meet(state.clip, bound(run)) is not None),
            fill=fill_paint(walker) if fill else None,
            stroke=stroke_paint(walker) if stroke else None,
            width=width,
            within=state.clip,
        )
    )


def _run_inside(points: list[tuple[float, float]], box: Rect, reach: float, clip: Rect) -> Rect | None:
    """The part of a line's `box` it runs through within `clip`, piece by piece; None where it is not seen.

    A long line that a clip cuts leaves most of their common box empty.
    """
    if meet(clip, box) == box:
        return box
    left, bottom, right, top = clip
    seen: list[Rect] = []
    # Written flat: drawings that are cut off have thousands of pieces.
    for (ax, ay), (bx, by) in pairwise(points):
        if ax > bx:
            ax, bx = bx, ax
        if ay > by:
            ay, by = by, ay
        x0, y0, x1, y1 = ax - reach, ay - reach, bx + reach, by + reach
        if x0 <= right and x1 >= left and y0 <= top and y1 >= bottom:
            seen.append(Rect(max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)))
    return reduce(join, seen) if seen else None


def _add(walker: Walker, kind: MarkKind, box: Rect, paint: Paint, width: float, thin: bool) -> None:
    seen = meet(walker.state.clip, box)
    if seen is not None and paint.alpha > 0:
        where = walker.collector.over or seen
        walker.collector.add_mark(kind, where, paint, (walker.place, walker.tag, width, thin))


def _lay(walker: Walker, box: Rect, paint: Paint, *, exact: bool) -> None:
    """Lays an area under what follows; one whose shape is not its box hides what is below it."""
    seen = meet(walker.state.clip, box)
    if seen is not None and paint.alpha > 0:
        walker.collector.add_ground(seen, paint.seen if exact else None)


def _note_use(walker: Walker, paint: Paint, role: str, box: Rect) -> None:
    where = walker.collector.over or meet(walker.state.clip, box)
    walker.collector.add_space(paint.space, role, walker.place, where)


def _shade(walker: Walker, operands: list[Operand]) -> None:
    value = walker.resource("Shading", operands[-1])
    space, inks = read_shading(walker, value)
    state = walker.state
    paint = paint_of(state, space, inks, patterned=True)
    _add(walker, MarkKind.SHADING, state.clip, paint, 0.0, False)
    _lay(walker, state.clip, paint, exact=False)
    _note_use(walker, paint, "shading", state.clip)


def _do(walker: Walker, operands: list[Operand]) -> None:
    value = walker.resource("XObject", operands[-1])
    found = pdf.dictionary(value)
    subtype = pdf.name(pdf.entry(found, "Subtype"))
    name = str(operands[-1])[1:]
    walker.collector.end_line()
    if subtype == "Image":
        place_image(walker, value, name)
    elif subtype == "Form":
        run_form(walker, value, name)
    else:
        walker.collector.see("postscript" if subtype == "PS" else "resource", "XObject", walker.place)


def _inline(walker: Walker, operands: list[Operand]) -> None:
    inline = operands[0] if operands else None
    if not isinstance(inline, InlineImage):
        raise TypeError("BI")
    place_inline(walker, inline)


def _close(walker: Walker, operands: list[Operand]) -> None:
    walker.path.points += walker.path.points[:1]


PAINTING: dict[bytes, Operator] = {
    b"m": _move,
    b"l": _line,
    b"c": _curve_full,
    b"v": _curve_from,
    b"y": _curve_to,
    b"h": _close,
    b"re": _rectangle,
    b"W": _clip,
    b"W*": _clip,
    b"n": _paint(False, False),
    b"S": _paint(False, True),
    b"s": _paint(False, True, close=True),
    b"f": _paint(True, False),
    b"F": _paint(True, False),
    b"f*": _paint(True, False),
    b"B": _paint(True, True),
    b"B*": _paint(True, True),
    b"b": _paint(True, True, close=True),
    b"b*": _paint(True, True, close=True),
    b"sh": _shade,
    b"Do": _do,
    b"BI": _inline,
}
