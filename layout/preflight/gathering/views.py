"""Takes a PDF's bytes, gives parts of its pages as PDFium renders them; knows nothing of what they show."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from warnings import catch_warnings

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter

from layout.model.geometry import Point, Rect
from layout.model.products.publicity import Likeness
from layout.model.records import Struct

MAX_PIXELS = 6_000_000
KINDS = ("PNG", "JPEG", "TIFF", "WEBP")
"""Pictures that a logo may be."""
Pixel = tuple[int, int, int]


class View(Struct, frozen=True):
    """A rectangle of a page, in points, as pixels; the first row is at its top."""

    area: Rect
    scale: float
    """Pixels a point."""
    picture: Image.Image

    def at(self, point: Point) -> Pixel | None:
        """The pixel at a place of the page; None outside the view."""
        x, y = int((point[0] - self.area.x0) * self.scale), int((self.area.y1 - point[1]) * self.scale)
        if not (0 <= x < self.picture.width and 0 <= y < self.picture.height):
            return None
        found = self.picture.getpixel((x, y))
        assert isinstance(found, tuple)
        return int(found[0]), int(found[1]), int(found[2])

    def near(self, colour: Pixel, distance: int) -> Image.Image:
        """A mask of the pixels that differ from `colour` by at most `distance` in every channel."""
        masks = [
            band.point(lambda value, wanted=wanted: 255 if abs(value - wanted) <= distance else 0)
            for band, wanted in zip(self.picture.split(), colour, strict=True)
        ]
        return ImageChops.darker(ImageChops.darker(masks[0], masks[1]), masks[2])

    def box_of(self, left: int, top: int, right: int, bottom: int) -> Rect:
        """The rectangle on the page of a rectangle of pixels (right and bottom exclusive)."""
        across, down = self.area.x0, self.area.y1
        scale = self.scale
        return Rect(across + left / scale, down - bottom / scale, across + right / scale, down - top / scale)

    def frame_of(self, box: Rect) -> tuple[int, int, int, int]:
        """The pixels that a rectangle of the page covers, in part at least."""
        scale, (left, _, _, top) = self.scale, self.area
        return (
            max(math.floor((box.x0 - left) * scale), 0),
            max(math.floor((top - box.y1) * scale), 0),
            min(math.ceil((box.x1 - left) * scale), self.picture.width),
            min(math.ceil((top - box.y0) * scale), self.picture.height),
        )


class Pages:
    """An open file whose pages are rendered part by part."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document

    def view(self, number: int, area: Rect, scale: float) -> View | None:
        """`area` of page `number` (from 1), unturned, at `scale` pixels a point or as many as are bearable.

        None where PDFium cannot render it.
        """
        wide, high = max(area.width, 1.0), max(area.height, 1.0)
        scale = min(scale, math.sqrt(MAX_PIXELS / (wide * high)))
        try:
            page = self._document[number - 1]
            page.set_rotation(0)
            page.set_mediabox(*area)
            page.set_cropbox(*area)
            bitmap = page.render(scale=scale, may_draw_forms=False)
            picture = bitmap.to_pil().convert("RGB")
            page.close()
        except (pdfium.PdfiumError, ValueError, OSError, IndexError):
            return None
        return View(area, picture.width / wide, picture)

    def whole(self, pixels: int) -> Image.Image | None:
        """The first page, `pixels` across or down, whichever is more."""
        try:
            page = self._document[0]
            bitmap = page.render(scale=pixels / max(page.get_size()), may_draw_forms=False)
            picture: Image.Image = bitmap.to_pil()
            return picture.convert("RGB")
        except (pdfium.PdfiumError, ValueError, OSError, IndexError, ZeroDivisionError):
            return None


@contextmanager
def open_pages(data: bytes) -> Iterator[Pages | None]:
    """The pages of a file; None where PDFium cannot open it."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        yield None
        return
    try:
        yield Pages(document)
    finally:
        document.close()


def patches(mask: Image.Image, least: int) -> list[tuple[int, int, int, int, int]]:
    """Patches of a mask (255 and 0), at least so wide and high: left, top, right, bottom, pixels."""
    width, height = mask.size
    data = mask.tobytes()
    parents: list[int] = []
    boxes: list[list[int]] = []
    before: list[tuple[int, int, int]] = []
    for y in range(height):
        row = data[y * width : (y + 1) * width]
        runs = [(start, end, _name_run(start, end, y, before, (parents, boxes))) for start, end in _runs(row)]
        before = runs
    merged: dict[int, list[int]] = {}
    for name, (left, top, right, bottom, count) in enumerate(boxes):
        root = _root(name, parents)
        held = merged.setdefault(root, [left, top, right, bottom, 0])
        held[:] = [
            min(held[0], left),
            min(held[1], top),
            max(held[2], right),
            max(held[3], bottom),
            held[4] + count,
        ]
    return [
        (left, top, right, bottom, count)
        for left, top, right, bottom, count in merged.values()
        if right - left >= least and bottom - top >= least
    ]


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    start = row.find(b"\xff")
    while start >= 0:
        end = row.find(b"\0", start)
        end = len(row) if end < 0 else end
        yield start, end
        start = row.find(b"\xff", end)


def _name_run(
    start: int,
    end: int,
    y: int,
    before: Sequence[tuple[int, int, int]],
    known: tuple[list[int], list[list[int]]],
) -> int:
    """The patch that a run belongs to: that of the runs above it, or one of its own."""
    parents, boxes = known
    name = len(parents)
    parents.append(name)
    boxes.append([start, y, end, y + 1, end - start])
    for left, right, other in before:
        if left >= end:
            break
        if right > start:
            a, b = _root(name, parents), _root(other, parents)
            parents[max(a, b)] = min(a, b)
    return name


def _root(name: int, parents: list[int]) -> int:
    while parents[name] != name:
        parents[name] = parents[parents[name]]
        name = parents[name]
    return name


def inked(view: View, kept: Sequence[Rect], join: float) -> Image.Image:
    """A mask of what is not paper, without the rectangles `kept` apart; gaps of `join` points are closed."""
    paper = view.near((255, 255, 255), 20)
    mask = ImageChops.invert(paper)
    for box in kept:
        mask.paste(0, view.frame_of(box))
    size = 2 * math.ceil(join * view.scale / 2) + 1
    return mask.filter(ImageFilter.MaxFilter(size)) if size > 1 else mask


def greys(view: View, box: Rect, size: tuple[int, int]) -> bytes:
    """A rectangle of a page as so many pixels of light, one byte each."""
    return view.picture.crop(view.frame_of(box)).convert("L").resize(size, Image.Resampling.BOX).tobytes()


LIKENESS = 64
"""Pixels across or down, whichever is more, in which pictures are compared."""


def likeness_of(data: bytes, name: str) -> Likeness | None:
    """How a picture of pixels, or a PDF's first page, looks without paper round it; None if unreadable."""
    picture = _first_page(data) if data.startswith(b"%PDF-") else _flattened(data)
    box = None if picture is None else _ink_of(picture)
    if picture is None or box is None:
        return None
    wide, high = box[2] - box[0], box[3] - box[1]
    scale = LIKENESS / max(wide, high)
    size = (max(round(wide * scale), 4), max(round(high * scale), 4))
    pixels = picture.crop(box).convert("L").resize(size, Image.Resampling.BOX).tobytes()
    return Likeness(name, size[0], size[1], pixels, wide / high)


def _first_page(data: bytes) -> Image.Image | None:
    with open_pages(data) as pages:
        view = None if pages is None else pages.whole(8 * LIKENESS)
    return view


def _flattened(data: bytes) -> Image.Image | None:
    """A picture of pixels on white."""
    try:
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=KINDS) as opened:
            if opened.width * opened.height > 4 * MAX_PIXELS:
                return None
            picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def _ink_of(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The pixels inside which a picture is not paper."""
    bands = [band.point(lambda value: 0 if value >= 235 else 255) for band in picture.split()]
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).getbbox()


def tighten(view: View) -> Rect | None:
    """The part of a view that is not paper; None where all of it is."""
    found = _ink_of(view.picture)
    return None if found is None else view.box_of(*found)
