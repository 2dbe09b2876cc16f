"""Takes a text, a size and a colour, gives its QR code as one filled path; never chooses where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.images.svg.bounds import paths_in
from layout.model.colour import Colour
from layout.model.diagnostic import Rejected, Span
from layout.model.drawing import Close, Drawing, LineTo, MoveTo, Path, Segment
from layout.model.units import mm
from layout.model.values import Count, Millimetres

QUIET = 4
"""Light modules around the code (ISO/IEC 18004, 6.3.8)."""
FINEST = mm(0.35)
"""The narrowest module that office printers print and telephones read."""

Point = tuple[int, int]


def draw_qr(data: str, size: float, dark: Colour, where: Span) -> Drawing:
    """The code of `data` in a square of `size` points, its quiet zone of 4 modules included.

    Error correction is M or, where that needs no more modules, better (ISO/IEC 18004:2015). Raises
    `Rejected` at `where` if `data` is empty or too long, or a module would be narrower than 0.35 mm.
    """
    modules = _modules(data, where)
    count = len(modules) + 2 * QUIET
    module = size / count
    if module < FINEST * (1 - 1e-9):
        needed = Millimetres(FINEST * count + mm(0.05))
        raise Rejected.one(
            "qr-too-fine", where, size=Millimetres(size), needed=needed, length=Count(len(data))
        )
    segments: list[Segment] = []
    for loop in _outlines(modules):
        corners = [((x + QUIET) * module, (y + QUIET) * module) for x, y in loop]
        segments.append(MoveTo(*corners[0]))
        segments.extend(LineTo(*corner) for corner in corners[1:])
        segments.append(Close())
    return Drawing(size, size, (Path(tuple(segments), fill=dark, even_odd=True),))


def count_modules(data: str, where: Span) -> int:
    """Modules along a side of the code of `data`, its quiet zone not counted; raises as `draw_qr` does."""
    return len(_modules(data, where))


def quiet_zone(drawing: Drawing) -> float:
    """Width of the empty rim round a QR code: paper, which may hang out of the column."""
    corners = (s.x for path in paths_in(drawing.paths) for s in path.segments if isinstance(s, MoveTo))
    return min(corners, default=0.0)


def _modules(data: str, where: Span) -> Sequence[Sequence[int]]:
    # Few brochures have a code.
    import segno

    if not data.strip():
        raise Rejected.one("qr-empty", where)
    try:
        return tuple(segno.make_qr(data, error="m", boost_error=True).matrix)
    except segno.DataOverflowError:
        raise Rejected.one("qr-too-long", where, length=Count(len(data))) from None


def _outlines(modules: Sequence[Sequence[int]]) -> Iterator[list[Point]]:
    """The borders between dark and light as closed loops of corners; no seams where dark modules meet."""
    edges = _edges(modules)
    while edges:
        start = next(iter(edges))
        corner, heading, loop = start, (0, 0), []
        while corner in edges:
            following = _next_corner(edges, corner, heading)
            turn = (following[0] - corner[0], following[1] - corner[1])
            if turn != heading:
                loop.append(corner)
            corner, heading = following, turn
        yield loop


def _edges(modules: Sequence[Sequence[int]]) -> dict[Point, list[Point]]:
    """Every side between a dark and a light module, from corner to corner, dark on the right hand."""
    size = len(modules)

    def dark(x: int, y: int) -> bool:
        return 0 <= x < size and 0 <= y < size and bool(modules[y][x])

    edges: dict[Point, list[Point]] = {}
    for y in range(size):
        for x in range(size):
            sides = (
                ((x, y - 1), (x, y), (x + 1, y)),
                ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
                ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
                ((x - 1, y), (x, y + 1), (x, y)),
            )
            for neighbour, start, end in sides:
                if dark(x, y) and not dark(*neighbour):
                    edges.setdefault(start, []).append(end)
    return edges


def _next_corner(edges: dict[Point, list[Point]], corner: Point, heading: Point) -> Point:
    """The next corner of a loop, taken out of `edges`; where two modules touch, the right-hand turn."""
    ends = edges[corner]
    right = (corner[0] - heading[1], corner[1] + heading[0])
    following = right if right in ends else ends[0]
    ends.remove(following)
    if not ends:
        del edges[corner]
    return following
