"""Takes a sheet, gives it as a picture in a wanted width; keeps those that were asked for of late."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

import pypdfium2

from layout.draw.document import draw_document
from layout.draw.picture import Shown, ShownPictures
from layout.live.view.looks import IN_INKS, PageLook, print_drawing, with_bleed
from layout.live.view.sheets import SeenPage, Stamp
from layout.model.layout import ImageItem
from layout.model.products.edition import EDITIONS
from layout.model.records import replace
from layout.pipeline.artworks import prepare_artworks
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import document_info
from layout.pipeline.pictures import convert_pictures, settle_drawings
from layout.preflight.gathering.plate_pictures import NotMeasured, draw_plates

SEEN = replace(EDITIONS["screen"], links=False, outline=False)
"""The screen edition without what leads to other pages, of which a picture has none."""
MOST_KEPT = 160_000_000
"""Bytes of pictures kept: some three hundred pages as a fine screen shows them."""
MOST_PIXELS = 24_000_000
"""Pixels of the largest picture: an A5 page at 400 % on a screen of double density."""
MOST_PHOTOGRAPHS = 60
"""Photographs kept as pixels for the pages they stand on."""
MOST_PPI = 220.0
"""Pixels an inch of separations: inks are looked at for where they are, not for how sharp."""
WIDTHS = (160, 320, 480, 640, 840, 1120, 1480, 1960, 2600, 3440)
"""Widths in pixels that pictures come in, so that nearly equal wishes share one."""


class SheetPainter:
    """Draws sheets as PNG; safe to be asked by several threads, of which one draws at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, int, PageLook], bytes] = OrderedDict()
        self._size = 0
        self._photographs: dict[tuple[ImageItem, Stamp], Shown] = {}

    def paint(
        self, sheet: SeenPage, composed: Composed, width: int, look: PageLook = PageLook.PLAIN
    ) -> bytes:
        """A PNG of the sheet, at least `width` pixels wide where the largest allows it.

        Raises Rejected where a picture on it cannot be decoded, OSError where a cover is gone, NotMeasured
        where inks cannot be shown.
        """
        wide = choose_width(width, sheet.layout.width, sheet.layout.height)
        key = (sheet.name, wide, look)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
            if look in IN_INKS:
                for name, png in self._plates(sheet, composed, wide).items():
                    self._keep((sheet.name, wide, PageLook(name)), png)
                return self._kept[key]
            png = self._draw(sheet, composed, wide, look)
            self._keep(key, png)
            return png

    def _draw(self, sheet: SeenPage, composed: Composed, wide: int, look: PageLook) -> bytes:
        paper = sheet.layout.width
        if look is PageLook.BLEED and sheet.cover is None:
            grown = replace(sheet, layout=with_bleed(sheet.layout))
            scale = grown.layout.width / paper
            return render(self._pdf(grown, composed), 0, round(wide * scale), grown.layout.width)
        return render(
            self._pdf(sheet, composed), sheet.cover_page - 1, wide, paper, grey=look is PageLook.GREY
        )

    def _plates(self, sheet: SeenPage, composed: Composed, wide: int) -> Mapping[str, bytes]:
        if sheet.cover is not None:
            raise NotMeasured("render-cover")
        pdf, limit = print_drawing(sheet, composed)
        return draw_plates(pdf, min(72 * wide / sheet.layout.width, MOST_PPI), limit)

    def _keep(self, key: tuple[str, int, PageLook], png: bytes) -> None:
        self._kept[key] = png
        self._size += len(png)
        while self._size > MOST_KEPT and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._size -= len(old)

    def _pdf(self, sheet: SeenPage, composed: Composed) -> bytes:
        """The sheet as a PDF of one page; of a designer's cover, the whole file."""
        if sheet.cover is not None:
            return sheet.cover.read_bytes()
        edition = SEEN
        family = composed.theme.styles["caption"].family
        layout, parts = settle_drawings(
            composed.brochure, sheet.layout, edition, None, composed.faces.files(family)
        )
        artworks = prepare_artworks(composed.brochure, layout, edition, None)
        pictures = parts | self._photos(sheet, composed) | artworks.shown
        info = document_info(composed.brochure)
        return artworks.finish(draw_document(layout, edition, info, composed.faces.records(), pictures).pdf)

    def _photos(self, sheet: SeenPage, composed: Composed) -> ShownPictures:
        """The photographs of a sheet as pixels, decoded when they first stand so, or changed on the disk."""
        wanted = dict.fromkeys(sheet.layout.images)
        kept = {item: self._photographs.get((item, sheet.stamps[item.file])) for item in wanted}
        if None in kept.values():
            made = convert_pictures(composed.brochure, sheet.layout, SEEN, None)
            kept = {item: made[item] for item in wanted}
            self._photographs |= {(item, sheet.stamps[item.file]): made[item] for item in wanted}
            while len(self._photographs) > MOST_PHOTOGRAPHS:
                self._photographs.pop(next(iter(self._photographs)))
        return {item: pixels for item, pixels in kept.items() if pixels is not None}


def choose_width(width: int, paper: float, height: float) -> int:
    """The next of `WIDTHS`, or the largest that a picture of this paper (points) may have."""
    most = int((MOST_PIXELS * paper / height) ** 0.5)
    return min(next((wide for wide in WIDTHS if wide >= width), WIDTHS[-1]), most)


def render(pdf: bytes, page: int, width: int, paper: float, *, grey: bool = False) -> bytes:
    """A PNG of a PDF's page (from 0), `width` pixels for `paper` points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=width / paper, rev_byteorder=not grey, grayscale=grey)
        out = io.BytesIO()
        bitmap.to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue()
    finally:
        document.close()


def count_pages(path: Path) -> int:
    """Pages of a product that was made."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return len(document)
    finally:
        document.close()


def draw_page(path: Path, page: int, width: int) -> bytes | None:
    """A PNG of a product's page (from 1), so many pixels wide; None where it has no such page."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        if not 1 <= page <= len(document):
            return None
        paper = document[page - 1].get_width()
    finally:
        document.close()
    return render(path.read_bytes(), page - 1, width, paper)
