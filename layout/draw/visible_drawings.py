"""Takes a Layout, gives it with drawings that have only what is seen, and no finer; moves nothing visibly."""

from __future__ import annotations

from math import ceil, log10

from layout.model.drawing import Close, CurveTo, Group, LineTo, MoveTo, Path, Segment, Shape
from layout.model.layout import DrawingItem, Item, Layout
from layout.model.records import replace

FINEST = 0.01
"""Points on the page that no eye resolves: 1/7200 inch."""
MOST_DECIMALS = 6


def pare_drawings(layout: Layout) -> Layout:
    """The layout with coordinates rounded to `FINEST` and without the paths that lie outside their clip."""
    pages = tuple(replace(page, items=tuple(_pare(item) for item in page.items)) for page in layout.pages)
    return replace(layout, pages=pages)


def _pare(item: Item) -> Item:
    if not isinstance(item, DrawingItem):
        return item
    drawing, box = item.drawing, item.box
    across, down = box.width / drawing.width, box.height / drawing.height
    shapes = drawing.paths
    if item.clip is not None:
        left, top = (item.clip.x - box.x) / across, (item.clip.y - box.y) / down
        seen = (left, top, left + item.clip.width / across, top + item.clip.height / down)
        shapes = tuple(one for one in shapes if not isinstance(one, Path) or _meets(one, seen))
    decimals = max(0, min(MOST_DECIMALS, ceil(log10(max(across, down) / FINEST))))
    return replace(item, drawing=replace(drawing, paths=tuple(_coarsen(one, decimals) for one in shapes)))


def _coarsen(shape: Shape, decimals: int) -> Shape:
    """A shape with rounded coordinates; those in units of their own stay."""
    match shape:
        case Path():
            return replace(shape, segments=tuple(_round(segment, decimals) for segment in shape.segments))
        case Group() if shape.matrix is None:
            return replace(shape, shapes=tuple(_coarsen(one, decimals) for one in shape.shapes))
    return shape


def _meets(path: Path, seen: tuple[float, float, float, float]) -> bool:
    """Whether the box round a path, its control points and its pen reaches into `seen`."""
    across: list[float] = []
    down: list[float] = []
    for segment in path.segments:
        if isinstance(segment, CurveTo):
            across += (segment.x1, segment.x2)
            down += (segment.y1, segment.y2)
        if not isinstance(segment, Close):
            across.append(segment.x)
            down.append(segment.y)
    if not across:
        return True
    pen = 0.0 if path.stroke is None else path.stroke.width / 2 * max(1.5, path.stroke.miter_limit)
    left, top, right, foot = seen
    return not (
        max(across) + pen < left
        or min(across) - pen > right
        or max(down) + pen < top
        or min(down) - pen > foot
    )


def _round(segment: Segment, decimals: int) -> Segment:
    match segment:
        case MoveTo(x, y):
            return MoveTo(round(x, decimals), round(y, decimals))
        case LineTo(x, y):
            return LineTo(round(x, decimals), round(y, decimals))
        case CurveTo(x1, y1, x2, y2, x, y):
            start = (round(x1, decimals), round(y1, decimals), round(x2, decimals), round(y2, decimals))
            return CurveTo(*start, round(x, decimals), round(y, decimals))
        case Close():
            return segment
