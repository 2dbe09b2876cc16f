"""Lines and areas cut at the edges of a drawing: takes points and a box, gives what lies inside it."""

from __future__ import annotations

from collections.abc import Callable

from palette import Point

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in millimetres."""

Side = tuple[Callable[[Point], float], int, float]


def _sides(box: Box) -> tuple[Side, ...]:
    """For each edge: how far inside of it a point lies, the coordinate it fixes, and the edge's place."""
    left, top, right, bottom = box
    return (
        (lambda p: p[0] - left, 0, left),
        (lambda p: right - p[0], 0, right),
        (lambda p: p[1] - top, 1, top),
        (lambda p: bottom - p[1], 1, bottom),
    )


def _crossing(start: Point, end: Point, side: Side) -> Point:
    inside, axis, place = side
    t = inside(start) / (inside(start) - inside(end))
    other = start[1 - axis] + (end[1 - axis] - start[1 - axis]) * t
    return (place, other) if axis == 0 else (other, place)


def clip_area(points: list[Point], box: Box) -> list[Point]:
    """The part of a polygon inside `box` (Sutherland and Hodgman)."""
    for side in _sides(box):
        inside, kept = side[0], list[Point]()
        for start, end in zip([points[-1], *points[:-1]], points, strict=True):
            if (inside(start) >= 0) != (inside(end) >= 0):
                kept.append(_crossing(start, end, side))
            if inside(end) >= 0:
                kept.append(end)
        points = kept
    return points


def clip_line(points: list[Point], box: Box) -> list[list[Point]]:
    """The parts of a polyline inside `box`, each ending on its edge."""
    lines = [points]
    for side in _sides(box):
        lines = [part for line in lines for part in _clip_at(line, side)]
    return [line for line in lines if len(line) > 1]


def _clip_at(points: list[Point], side: Side) -> list[list[Point]]:
    inside = side[0]
    parts: list[list[Point]] = [[]]
    for i, point in enumerate(points):
        was_inside = i > 0 and inside(points[i - 1]) >= 0
        if inside(point) >= 0:
            if i > 0 and not was_inside:
                parts.append([_crossing(points[i - 1], point, side)])
            parts[-1].append(point)
        elif was_inside:
            parts[-1].append(_crossing(points[i - 1], point, side))
    return [part for part in parts if part]
