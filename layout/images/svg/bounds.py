"""Takes segments or shapes, gives boxes round them, or takes them where a matrix leads; paints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from layout.model.drawing import (
    Close,
    CurveTo,
    Drawing,
    Gradient,
    Group,
    Label,
    LineTo,
    MoveTo,
    Outline,
    Part,
    Path,
    Segment,
    SetWords,
    Shape,
)
from layout.model.geometry import (
    Matrix,
    Rect,
    apply,
    bound,
    contains,
    curve_extremes,
    join,
    meet,
    transform_box,
)

_ASCENT, _DESCENT = 1.1, 0.4
"""How far letters reach above and below their baseline, in parts of their size, accents counted."""


def place(segments: Iterable[Segment], matrix: Matrix) -> tuple[Segment, ...]:
    """Segments where a matrix takes them."""
    placed: list[Segment] = []
    for segment in segments:
        match segment:
            case MoveTo(x, y):
                placed.append(MoveTo(*apply(matrix, x, y)))
            case LineTo(x, y):
                placed.append(LineTo(*apply(matrix, x, y)))
            case CurveTo(x1, y1, x2, y2, x, y):
                first, second = apply(matrix, x1, y1), apply(matrix, x2, y2)
                placed.append(CurveTo(*first, *second, *apply(matrix, x, y)))
            case Close():
                placed.append(segment)
    return tuple(placed)


def outline_box(segments: Iterable[Segment]) -> Rect | None:
    """The smallest box round a line itself, pens not counted; None for no line."""
    points: list[tuple[float, float]] = []
    at = (0.0, 0.0)
    for segment in segments:
        if isinstance(segment, Close):
            continue
        end = (segment.x, segment.y)
        if isinstance(segment, CurveTo):
            left, right = curve_extremes(at[0], segment.x1, segment.x2, end[0])
            top, foot = curve_extremes(at[1], segment.y1, segment.y2, end[1])
            points += ((left, top), (right, foot))
        points.append(end)
        at = end
    return bound(points) if points else None


def painted_box(shapes: Iterable[Shape]) -> Rect | None:
    """A box that no paint goes beyond, clips counted; None where nothing is, or where sizes are not known."""
    whole: Rect | None = None
    for shape in shapes:
        box = _box_of(shape)
        if box is not None:
            whole = box if whole is None else join(whole, box)
    return whole


def _box_of(shape: Shape) -> Rect | None:
    match shape:
        case Part():
            box = shape.box
            return box and Rect(box[0], box[1], box[0] + box[2], box[1] + box[3])
        case Path():
            return _box_of_path(shape)
        case SetWords():
            low, high = shape.y - _ASCENT * shape.size, shape.y + _DESCENT * shape.size
            return transform_box(shape.matrix, Rect(shape.x, low, shape.x + shape.width, high))
        case Group():
            return _box_of_group(shape)
        case Label():
            return None


def _box_of_path(path: Path) -> Rect | None:
    box = outline_box(path.segments)
    pen = path.stroke
    if box is None or pen is None:
        return box
    return box.grown(pen.width / 2 * (max(pen.miter_limit, 1.5) if pen.join == 0 else 1.5))


def _box_of_group(group: Group) -> Rect | None:
    inner = painted_box(group.shapes)
    if inner is not None and group.matrix is not None:
        inner = transform_box(group.matrix, inner)
    for clip in group.clips:
        edge = outline_box(clip.segments)
        inner = None if inner is None or edge is None else meet(inner, edge)
    return inner


def paths_in(shapes: Iterable[Shape]) -> Iterator[Path]:
    """All paths, those in groups too."""
    for shape in shapes:
        if isinstance(shape, Path):
            yield shape
        elif isinstance(shape, Group):
            yield from paths_in(shape.shapes)


def parts_in(shapes: Iterable[Shape]) -> Iterator[Part]:
    """All parts that only a picture can show, those in groups too."""
    for shape in shapes:
        if isinstance(shape, Part):
            yield shape
        elif isinstance(shape, Label):
            yield shape.picture
        elif isinstance(shape, Group):
            yield from parts_in(shape.shapes)


def is_within(drawing: Drawing, near: float = 0.1) -> bool:
    """Whether nothing is painted farther than `near` (points) outside a drawing's box; parts never are."""
    box = painted_box(drawing.paths)
    return box is None or contains(Rect(0.0, 0.0, drawing.width, drawing.height), box, near)


def is_plain(shapes: Iterable[Shape]) -> bool:
    """Whether every device shows them as they are: nothing is see-through, nothing needs a picture."""
    return all(
        isinstance(shape, (Path, SetWords))
        or (
            isinstance(shape, Group)
            and shape.opacity == 1
            and shape.picture is None
            and is_plain(shape.shapes)
        )
        for shape in shapes
    )


def is_rectangle(outline: Sequence[Segment], near: float = 0.1) -> bool:
    """Whether straight lines join the four corners of the outline's box, in turn, and nothing else."""
    box = outline_box(outline)
    if box is None or any(isinstance(segment, CurveTo) for segment in outline):
        return False
    corners: list[tuple[bool, bool]] = []
    for segment in outline:
        if isinstance(segment, Close):
            continue
        across = (abs(segment.x - box.x0) < near, abs(segment.x - box.x1) < near)
        down = (abs(segment.y - box.y0) < near, abs(segment.y - box.y1) < near)
        if not (any(across) and any(down)):
            return False
        corner = (across[1], down[1])
        if not corners or corners[-1] != corner:
            corners.append(corner)
    turns = list(pairwise(corners))
    return len(set(corners)) == 4 and all((a[0] == b[0]) != (a[1] == b[1]) for a, b in turns)


def shows_all(clip: Outline, box: Rect, page: Rect, near: float = 0.1) -> bool:
    """Whether an upright rectangle takes nothing away of what is painted in `box` and seen on the `page`."""
    seen, edge = meet(box, page), outline_box(clip.segments)
    if seen is None:
        return True
    if edge is None or not is_rectangle(clip.segments, near):
        return False
    return (
        seen.x0 >= edge.x0 - near
        and seen.y0 >= edge.y0 - near
        and seen.x1 <= edge.x1 + near
        and seen.y1 <= edge.y1 + near
    )


def inks_in(shapes: Iterable[Shape]) -> Iterator[float]:
    """The sum of inks (parts of 1) of every colour that plain shapes are painted in."""
    for path in paths_in(shapes):
        for paint in (path.fill, path.stroke.colour if path.stroke else None):
            if isinstance(paint, Gradient):
                yield from (sum(stop.colour.cmyk) for stop in paint.stops)
            elif paint is not None:
                yield sum(paint.cmyk)
