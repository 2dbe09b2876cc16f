"""Takes pages with their numbered lines, gives what is drawn over each on its sheet; moves no word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from layout.compose.proof.number_lines import name_file
from layout.model.colour import BLACK, Colour
from layout.model.diagnostic import Span
from layout.model.drawing import Drawing, LineTo, MoveTo, Path, Stroke, rectangle
from layout.model.geometry import Rect
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, Layout, LayoutPage, TextItem
from layout.model.products.proof import NumberedLine
from layout.model.records import Struct
from layout.model.shapes import Ink, Line, LineRun
from layout.model.units import mm
from layout.text.faces import Face

WIDTH, HEIGHT = mm(210), mm(297)
"""The sheet: A4, upright."""
LEFT, MARGIN, TOP, FOOT = mm(13), mm(48), mm(10), mm(14)
"""What is left free beside a page for numbers, for writing, above and below it."""
NUMBER, PLACE = 5.0, 5.5
"""Size of a line's number, and of its place."""
GREY = Colour((0.0, 0.0, 0.0, 0.55), (0.45, 0.45, 0.45))
CHANGED = Colour((0.0, 0.9, 0.8, 0.1), (0.78, 0.1, 0.12))
OTHER_SIDE = Colour((0.0, 0.35, 0.35, 0.05), (0.93, 0.66, 0.64))
"""A bar beside words that changed, and beside those of the other language, which did not."""
BAR = mm(0.8)


class PagePlace(Struct, frozen=True):
    """Where a page stands on its sheet: its trim in points from the sheet's top left, and its scale."""

    x: float
    y: float
    scale: float

    def target(self, width: float, height: float) -> Rect:
        """The trim in the sheet's user space, whose y grows upward."""
        top = HEIGHT - self.y
        return Rect(self.x, top - height * self.scale, self.x + width * self.scale, top)


def place_page(width: float, height: float) -> PagePlace:
    """A page of `width` × `height` points at the left of its sheet, made smaller only if it must be."""
    scale = min(1.0, (WIDTH - LEFT - MARGIN) / width, (HEIGHT - TOP - FOOT) / height)
    return PagePlace(LEFT, TOP, scale)


def overlay_pages(
    layouts: Sequence[Layout],
    lines: Sequence[NumberedLine],
    marks: Mapping[Span, bool],
    face: Face,
    foot: str,
) -> tuple[LayoutPage, ...]:
    """For each page of the layouts what stands over it and beside it, set in `face`; `foot` is below each."""
    by_page = {page: list(group) for page, group in groupby(lines, key=lambda line: line.page)}
    pages = [(layout, page) for layout in layouts for page in layout.pages]
    made = []
    for index, (layout, page) in enumerate(pages):
        number = index + 1
        below = set_line(f"{foot} · {number}/{len(pages)}", face, PLACE, LEFT, HEIGHT - mm(6), GREY)
        over = _overlay(layout, page, by_page.get(index, ()), marks, face)
        made.append(LayoutPage(number, (*over, below)))
    return tuple(made)


def _overlay(
    layout: Layout,
    page: LayoutPage,
    lines: Sequence[NumberedLine],
    marks: Mapping[Span, bool],
    face: Face,
) -> Iterator[Item]:
    place = place_page(layout.width, layout.height)
    yield _frame(layout, place)
    seen: set[Span] = set()
    for line in lines:
        y = place.y + line.y * place.scale
        yield set_line(str(line.number), face, NUMBER, place.x - mm(1.5), y, GREY, flush_right=True)
        new = [where for where in line.places if where not in seen]
        seen.update(new)
        if new:
            x = place.x + layout.width * place.scale + mm(2)
            yield set_line(_name_places(new), face, PLACE, x, y, BLACK)
    for item in page.items:
        if isinstance(item, TextItem) and item.leaf != ARTIFACT:
            origin = layout.origin_of(item.leaf)
            if origin is not None and origin.where in marks:
                yield _bar(item, place, marks[origin.where])


def _name_places(places: Sequence[Span]) -> str:
    """Places of one height: the file once, then its lines."""
    lines: dict[str, dict[str, None]] = {}
    for where in places:
        lines.setdefault(where.file, {})[str(where.line)] = None
    return ", ".join(f"{name_file(file)}:{' · '.join(numbers)}" for file, numbers in lines.items())


def _frame(layout: Layout, place: PagePlace) -> DrawingItem:
    """A thin line round the page."""
    box = Box(place.x, place.y, layout.width * place.scale, layout.height * place.scale)
    stroke = Stroke(colour=GREY, width=0.25)
    return _draw(box, Path(rectangle(0.0, 0.0, box.width, box.height), stroke=stroke))


def _bar(item: TextItem, place: PagePlace, own: bool) -> DrawingItem:
    """A bar beside one line of a changed passage."""
    size = max(run.ink.size for run in item.line.runs) if item.line.runs else 8.0
    x = place.x + (item.x - 2 * BAR) * place.scale - BAR
    y = place.y + (item.y - size) * place.scale
    box = Box(x, y, BAR, size * 1.3 * place.scale)
    return _draw(box, Path(rectangle(0.0, 0.0, box.width, box.height), fill=CHANGED if own else OTHER_SIDE))


def rule(x: float, y: float, width: float) -> DrawingItem:
    """A line to write on."""
    stroke = Stroke(colour=BLACK, width=0.5)
    return _draw(Box(x, y, width, 1.0), Path((MoveTo(0.0, 0.0), LineTo(width, 0.0)), stroke=stroke))


def _draw(box: Box, path: Path) -> DrawingItem:
    return DrawingItem(box, Drawing(box.width, box.height, (path,)), ARTIFACT)


def set_line(
    words: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    colour: Colour = BLACK,
    flush_right: bool = False,
) -> TextItem:
    """Words on one line that begins at `x`, or ends there; letters that the face lacks are left out."""
    shape = face.shape("".join(letter for letter in words if face.has(letter)), ())
    width = shape.width * size / 1000
    line = Line(runs=(LineRun(Ink(size=size, colour=colour), (shape,)),), x=0.0, width=width)
    return TextItem(x - width if flush_right else x, y, line, ARTIFACT)
