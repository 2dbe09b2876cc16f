"""Takes a clipping path's element, gives the outlines that its shapes make together; clips nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from layout.images.svg.bounds import outline_box, place
from layout.images.svg.document.style import Style
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import NoShapes
from layout.images.svg.painting.paint import split_server
from layout.images.svg.painting.shapes import SHAPES, Viewport, length_of, read_shape
from layout.images.svg.transform import transform_of
from layout.model.drawing import Close, CurveTo, LineTo, MoveTo, Outline, Segment
from layout.model.geometry import Matrix, Rect, meet, multiply
from layout.model.records import Struct

_INVALID = frozenset({"g", "a", "svg", "image", "symbol", "title", "desc", "metadata", "style", "defs"})
"""What a clipping path has no use for (SVG 1.1, 14.3.5)."""
_MOST = 16


class Clipped(Struct, frozen=True):
    """What is clipped: `box` in its user units (None where it is not known), `matrix` to the drawing."""

    box: Rect | None
    matrix: Matrix
    viewport: Viewport


class Clips:
    """Reads the clipping paths of one file."""

    def __init__(self, ids: Mapping[str, SvgElement], style_of: Callable[[SvgElement], Style]) -> None:
        self._ids = ids
        self._style_of = style_of

    def read(self, style: Style, clipped: Clipped, above: tuple[SvgElement, ...] = ()) -> tuple[Outline, ...]:
        """The outlines that something with this style is seen inside, all of them; none where it is whole.

        Raises `NoShapes` for text, for shapes that overlap in ways no outline says, and for endless paths.
        """
        reference = style["clip-path"]
        if reference in {"none", ""}:
            return ()
        name = split_server(reference)
        if name is None:
            raise NoShapes("clip-path")
        element = self._ids.get(name[0])
        if element is None:
            return ()
        if element.tag != "clipPath" or len(above) > _MOST or any(one is element for one in above):
            raise NoShapes("clip-path")
        own = self._style_of(element)
        matrix = multiply(transform_of(element, own, clipped.viewport, None), clipped.matrix)
        if element.attributes.get("clipPathUnits", "userSpaceOnUse") == "objectBoundingBox":
            if clipped.box is None or clipped.box.width <= 0 or clipped.box.height <= 0:
                raise NoShapes("clipPathUnits")
            left, top = clipped.box.x0, clipped.box.y0
            matrix = multiply((clipped.box.width, 0.0, 0.0, clipped.box.height, left, top), matrix)
        above = (*above, element)
        inner = Clipped(None, matrix, clipped.viewport)
        pieces = [piece for child in element.children for piece in self._piece(child, inner, above)]
        return (*self.read(own, clipped, above), *_union(pieces))

    def _piece(
        self, child: SvgElement, clipped: Clipped, above: tuple[SvgElement, ...]
    ) -> Iterator[tuple[Outline, ...]]:
        """The outlines that a child's share lies inside; none for what is not seen."""
        style = self._style_of(child)
        if child.tag in _INVALID or style["display"] == "none":
            return
        matrix = multiply(transform_of(child, style, clipped.viewport, None), clipped.matrix)
        if child.tag == "use":
            x, y = (
                length_of(child, "x", clipped.viewport.width),
                length_of(child, "y", clipped.viewport.height),
            )
            source = self._ids.get(child.attributes.get("href", "").strip().removeprefix("#"))
            if source is None or source.tag not in SHAPES or style["clip-path"] != "none":
                raise NoShapes("clip-path")
            matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), matrix)
            yield from self._piece(source, Clipped(None, matrix, clipped.viewport), above)
            return
        if child.tag not in SHAPES:
            raise NoShapes("clip-path")
        if style["visibility"] != "visible":
            return
        segments = read_shape(child, clipped.viewport)
        box = outline_box(segments)
        if box is None or box.width <= 0 or box.height <= 0:
            return
        outline = Outline(place(segments, matrix), style["clip-rule"] == "evenodd")
        yield (outline, *self.read(style, Clipped(box, matrix, clipped.viewport), above))


NOTHING = Outline((MoveTo(0.0, 0.0), Close()))
"""An outline with nothing inside."""


def _union(pieces: list[tuple[Outline, ...]]) -> tuple[Outline, ...]:
    """Outlines whose insides, met, are the insides of the pieces, joined."""
    if not pieces:
        return (NOTHING,)
    if len(pieces) == 1:
        return pieces[0]
    if any(len(piece) > 1 for piece in pieces):
        raise NoShapes("clip-path")
    outlines = [piece[0] for piece in pieces]
    boxes = [outline_box(one.segments) for one in outlines]
    apart = not any(
        _overlap(one, other)
        for order, one in enumerate(boxes)
        for other in boxes[order + 1 :]
        if one and other
    )
    segments = tuple(segment for one in outlines for segment in one.segments)
    if apart and len({one.even_odd for one in outlines}) == 1:
        return (Outline(segments, outlines[0].even_odd),)
    if any(one.even_odd or _is_compound(one.segments) for one in outlines):
        raise NoShapes("clip-path")
    turned = (one.segments if _area(one.segments) >= 0 else _reversed(one.segments) for one in outlines)
    return (Outline(tuple(segment for piece in turned for segment in piece)),)


def _overlap(one: Rect, other: Rect) -> bool:
    shared = meet(one, other)
    return shared is not None and shared.width > 0 and shared.height > 0


def _is_compound(segments: tuple[Segment, ...]) -> bool:
    """Whether there may be holes or crossings that a common direction spoils: convex lines have none."""
    points = _corners(segments)
    if sum(isinstance(segment, MoveTo) for segment in segments) != 1:
        return True
    turns = set()
    later, last = points[1:] + points[:1], points[2:] + points[:2]
    for (ax, ay), (bx, by), (cx, cy) in zip(points, later, last, strict=True):
        cross = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        if abs(cross) > 1e-6:
            turns.add(cross > 0)
    return len(turns) > 1


def _corners(segments: tuple[Segment, ...]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for segment in segments:
        if isinstance(segment, CurveTo):
            points += ((segment.x1, segment.y1), (segment.x2, segment.y2))
        if not isinstance(segment, Close):
            points.append((segment.x, segment.y))
    return points


def _area(segments: tuple[Segment, ...]) -> float:
    points = _corners(segments)
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def _reversed(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """A line of one piece the other way round."""
    drawn = [segment for segment in segments if not isinstance(segment, Close)]
    turned: list[Segment] = [MoveTo(drawn[-1].x, drawn[-1].y)]
    for before, segment in zip(drawn[-2::-1], drawn[:0:-1], strict=True):
        if isinstance(segment, CurveTo):
            turned.append(CurveTo(segment.x2, segment.y2, segment.x1, segment.y1, before.x, before.y))
        else:
            turned.append(LineTo(before.x, before.y))
    return (*turned, Close())
