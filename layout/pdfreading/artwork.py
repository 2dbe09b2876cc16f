"""Takes a PDF or EPS picture and which page of it is wanted, gives that page and its box; draws nothing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pypdf.generic import DictionaryObject

from layout.model.content.looks import PageChoice, SheetBox
from layout.model.products.imposition import PageBox
from layout.model.values import Count, Value
from layout.pdfreading.bounded import TooLongError, read_bounded
from layout.pdfreading.boxes import is_turned_oddly, read_named_box, read_page_box
from layout.pdfreading.ghostscript import UnmadeError, distil
from layout.pdfreading.opening import OpenedPdf, Unreadable, look_up, open_pdf, tolerate

MOST_BYTES = 100_000_000
"""Bytes of a picture's file: an Illustrator drawing with its private copy of itself has 50 million."""
_HOLLOW = "without PDF Content"
"""What Illustrator writes on the only page of a file that it saved without a PDF."""
_LONGEST_NOTICE = 20_000


class UnfitArtwork(Exception):
    """One thing wrong with a picture's page: a message code and its values."""

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


def read_artwork(path: str) -> bytes:
    """A picture's file as a PDF; raises `UnfitArtwork`, or OSError for a file that cannot be read."""
    try:
        data = read_bounded(Path(path), MOST_BYTES)
    except TooLongError:
        raise UnfitArtwork("artwork-too-big") from None
    if b"%PDF" in data[:1024]:
        return data
    try:
        return distil(data)
    except UnmadeError as error:
        raise UnfitArtwork(f"artwork-eps-{error.reason}") from None


def find_artwork(data: bytes, choice: PageChoice) -> tuple[OpenedPdf, DictionaryObject, PageBox]:
    """The opened file, the page that is chosen, and its box as the trim. Raises `UnfitArtwork`."""
    try:
        pdf = open_pdf(data)
    except Unreadable as error:
        raise UnfitArtwork(f"artwork-{error.reason}") from None
    if choice.page > len(pdf.pages):
        raise UnfitArtwork("artwork-page-missing", page=choice.page, pages=Count(len(pdf.pages)))
    page = pdf.pages[choice.page - 1]
    box = read_page_box(page) if choice.box is SheetBox.TRIM else read_named_box(page, choice.box.value)
    if box is None:
        raise UnfitArtwork("artwork-page-size")
    if is_turned_oddly(page):
        raise UnfitArtwork("artwork-turned", turn=str(look_up(page, "/Rotate")))
    if _is_hollow(page):
        raise UnfitArtwork("artwork-hollow")
    return pdf, page, PageBox(box.trim, box.trim, box.turn, box.unit)


@lru_cache(maxsize=64)
def measure_artwork(path: str, stamp: tuple[int, int], choice: PageChoice) -> tuple[float, float, int]:
    """Width and height in points of a page as it is shown, and the file's pages; raises as the others do.

    `stamp` is when the file was written and how long it is: one that has not changed is read once.
    """
    pdf, _, box = find_artwork(read_artwork(path), choice)
    return (*box.size, len(pdf.pages))


def _is_hollow(page: DictionaryObject) -> bool:
    """Whether a page only says that its Illustrator file was saved without a PDF."""
    if "/PieceInfo" not in page:
        return False
    content = tolerate(page["/Contents"].get_object, None) if "/Contents" in page else None
    data = tolerate(content.get_data, b"") if content is not None and hasattr(content, "get_data") else b""
    if len(data) > _LONGEST_NOTICE:
        return False
    extract = getattr(page, "extract_text", None)
    said = tolerate(extract, "") if extract is not None else ""
    return _HOLLOW in " ".join(said.split())
