"""Takes a sheet, a printer's wishes and the slug's words, gives the marks round pages; none in their bleed.

Cut, fold and register marks are in the colour that prints on every plate, the colour bar in process inks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.draw.ink import ALL
from layout.draw.sheet import PressSheet, crop_marks, sheet_of
from layout.model.colour import BLACK, Colour
from layout.model.drawing import Drawing, LineTo, MoveTo, Path, Stroke, oval, rectangle
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, Layout, LayoutPage, StructNode, TextItem
from layout.model.products.crop_marks import CropMarks
from layout.model.products.printer import PrinterMark, PrinterProfile
from layout.model.shapes import Ink, Line, LineRun
from layout.model.units import mm
from layout.text.coverage import lend
from layout.text.faces import Face

EVERY_PLATE = Colour((1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0), ALL)
TARGET = mm(2)
"""Radius of a registration mark's circle; its cross is as long as the other marks."""
FOLD_DASH = (mm(0.8), mm(0.8))
PATCH = mm(5)
"""Width of a field of the colour bar where there is room for it."""
CLEAR = mm(6)
"""What bar and slug keep from the corners and from the middle, where other marks stand."""
SLUG_SIZE = 6.0

Slug = tuple[str, str]
"""What stands below a page, left and right of its middle."""

BAR = (
    *((100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100)),
    *((100, 100, 0, 0), (0, 100, 100, 0), (100, 0, 100, 0)),
    *((50, 0, 0, 0), (0, 50, 0, 0), (0, 0, 50, 0), (0, 0, 0, 50)),
    (50, 40, 40, 0),
)
"""Fields of the colour bar, per cent: solids, their overprints, half tints, and a grey of three inks beside
the black half tint (ISO 12647-2 asks for these to be measured)."""


def mark_pages(
    layout: Layout, printer: PrinterProfile, slugs: Sequence[Slug], faces: Sequence[Face]
) -> Layout:
    """Marks for pages as large as those of `layout`, each with its slug; the first of `faces` is its own.

    Where no slug is wanted, one right-hand and one left-hand page do for all.
    """
    sheet = sheet_of(layout, printer)
    wanted = slugs if PrinterMark.SLUG in printer.marks else slugs[:2]
    pages = tuple(
        LayoutPage(number, tuple(_mark_page(sheet, printer, number, slug, faces)))
        for number, slug in enumerate(wanted, start=1)
    )
    return Layout(
        width=layout.width,
        height=layout.height,
        bleed=layout.bleed,
        pages=pages,
        structure=StructNode(tag="Document"),
        outline=(),
    )


def _mark_page(
    sheet: PressSheet, printer: PrinterProfile, number: int, slug: Slug, faces: Sequence[Face]
) -> Iterator[Item]:
    """The marks of one page; y grows downward from the trim's top left, the spine is left of odd pages."""
    marks = crop_marks(printer)
    lines = [*_cuts(sheet, marks, number, printer)]
    if PrinterMark.REGISTRATION in printer.marks:
        lines += _targets(sheet, marks)
    if lines:
        yield _drawing(sheet, tuple(lines))
    if PrinterMark.COLOUR_BAR in printer.marks:
        yield _drawing(sheet, tuple(_bar(sheet, marks)))
    if PrinterMark.SLUG in printer.marks:
        yield from _slug(sheet, marks, slug, faces)


def _drawing(sheet: PressSheet, paths: tuple[Path, ...]) -> DrawingItem:
    """Paths in points from the trim's top left."""
    box = Box(0.0, 0.0, sheet.width, sheet.height)
    return DrawingItem(box, Drawing(sheet.width, sheet.height, paths), ARTIFACT)


def _cuts(sheet: PressSheet, marks: CropMarks, number: int, printer: PrinterProfile) -> Iterator[Path]:
    """Two strokes at each corner, in line with the trim; those at the spine are dashed where it is folded."""
    crops, folds = PrinterMark.CROP in printer.marks, PrinterMark.FOLD in printer.marks
    near, far = marks.distance, marks.reach
    spine = 0.0 if number % 2 else sheet.width
    for x, out in ((0.0, -1), (sheet.width, 1)):
        folded = folds and x == spine
        for y, down in ((0.0, -1), (sheet.height, 1)):
            if crops:
                yield _stroke(marks, (x + out * near, y), (x + out * far, y))
            if folded:
                yield _stroke(marks, (x, y + down * near), (x, y + down * far), FOLD_DASH)
            elif crops:
                yield _stroke(marks, (x, y + down * near), (x, y + down * far))


def _targets(sheet: PressSheet, marks: CropMarks) -> Iterator[Path]:
    """A cross in a circle at the middle of each side."""
    half = marks.length / 2
    away = marks.distance + half
    middles = (
        (sheet.width / 2, -away),
        (sheet.width / 2, sheet.height + away),
        (-away, sheet.height / 2),
        (sheet.width + away, sheet.height / 2),
    )
    for x, y in middles:
        yield _stroke(marks, (x - half, y), (x + half, y))
        yield _stroke(marks, (x, y - half), (x, y + half))
        yield Path(oval(x, y, TARGET, TARGET), stroke=Stroke(colour=EVERY_PLATE, width=marks.width))


def _bar(sheet: PressSheet, marks: CropMarks) -> Iterator[Path]:
    """Fields in a row above the page, from its left corner to its middle at most."""
    width = min(PATCH, (sheet.width / 2 - 2 * CLEAR) / len(BAR))
    top, bottom = -marks.reach, -marks.distance
    for order, tints in enumerate(BAR):
        cyan, magenta, yellow, black = (tint / 100 for tint in tints)
        x = CLEAR + order * width
        inks = Colour((cyan, magenta, yellow, black), (0.0, 0.0, 0.0))
        yield Path(rectangle(x, top, width, bottom - top), fill=inks)


def _slug(sheet: PressSheet, marks: CropMarks, slug: Slug, faces: Sequence[Face]) -> Iterator[TextItem]:
    """Words below the page, in each half of it."""
    room = sheet.width / 2 - 2 * CLEAR
    y = sheet.height + marks.distance + marks.length / 2
    for x, words in zip((CLEAR, sheet.width / 2 + CLEAR), slug, strict=True):
        yield TextItem(x, y, _line(words, faces, room), ARTIFACT)


def _line(words: str, faces: Sequence[Face], room: float) -> Line:
    """Words on one line, made small where they would not fit; what no face has is left out."""
    own, *lenders = faces
    known = "".join(letter for letter in words if any(face.has(letter) for face in faces))
    shapes = [face.shape(text) for text, face in lend(known, own, lenders)]
    width = sum(shape.width for shape in shapes)
    size = min(SLUG_SIZE, 1000 * room / max(width, 1.0))
    runs = tuple(LineRun(Ink(size=size, colour=BLACK), (shape,)) for shape in shapes)
    return Line(runs=runs, x=0.0, width=width * size / 1000)


def _stroke(
    marks: CropMarks, start: tuple[float, float], end: tuple[float, float], dash: tuple[float, ...] = ()
) -> Path:
    return Path(
        (MoveTo(*start), LineTo(*end)), stroke=Stroke(colour=EVERY_PLATE, width=marks.width, dash=dash)
    )
