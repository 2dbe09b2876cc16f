"""Takes a clipping outline and paths, says whether it takes anything visible away; never clips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from layout.model.drawing import Close, CurveTo, LineTo, MoveTo, Path, Segment

_NEAR = 0.1
"""Points that nobody misses."""

Bounds = tuple[float, float, float, float]


def cuts(outline: Sequence[Segment], paths: Iterable[Path], page: tuple[float, float]) -> bool:
    """Whether `outline` is no upright rectangle, or some of `paths` on the `page` (points) is outside it."""
    box = bounds([Path(tuple(outline))])
    if box is None or not _is_rectangle(outline, box):
        return True
    seen = bounds(paths)
    if seen is None:
        return False
    left, top, right, bottom = max(seen[0], 0), max(seen[1], 0), min(seen[2], page[0]), min(seen[3], page[1])
    return left < box[0] - _NEAR or top < box[1] - _NEAR or right > box[2] + _NEAR or bottom > box[3] + _NEAR


def bounds(paths: Iterable[Path]) -> Bounds | None:
    """Left, top, right and bottom that no paint goes beyond (control points and pens' widths counted)."""
    across: list[float] = []
    down: list[float] = []
    for path in paths:
        pen = path.stroke
        margin = pen.width / 2 * (pen.miter_limit if pen.join == 0 else 1.5) if pen else 0.0
        for x, y in _points(path.segments):
            across += (x - margin, x + margin)
            down += (y - margin, y + margin)
    if not across:
        return None
    return (min(across), min(down), max(across), max(down))


def _points(segments: Iterable[Segment]) -> Iterable[tuple[float, float]]:
    for segment in segments:
        match segment:
            case MoveTo(x, y) | LineTo(x, y):
                yield (x, y)
            case CurveTo(x1, y1, x2, y2, x, y):
                yield from ((x1, y1), (x2, y2), (x, y))
            case Close():
                pass


def _is_rectangle(outline: Sequence[Segment], box: Bounds) -> bool:
    """Whether straight lines join the four corners of `box`, in turn, and nothing else."""
    if any(isinstance(segment, CurveTo) for segment in outline):
        return False
    corners: list[tuple[bool, bool]] = []
    for x, y in _points(outline):
        sides = (
            (abs(x - box[0]) < _NEAR, abs(x - box[2]) < _NEAR),
            (abs(y - box[1]) < _NEAR, abs(y - box[3]) < _NEAR),
        )
        if not (any(sides[0]) and any(sides[1])):
            return False
        corner = (sides[0][1], sides[1][1])
        if not corners or corners[-1] != corner:
            corners.append(corner)
    return len(set(corners)) == 4 and all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise(corners))
