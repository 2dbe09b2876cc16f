"""Takes a designer's cover in RGB, gives it in a printer's inks where that is safe; leaves the rest as it is.

Safe are colours set by operators and pictures without masks, in DeviceRGB or a space that means sRGB.
Gradients, transparency, inline pictures and other profiles stay: the judge refuses them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    FloatObject,
    PdfObject,
    StreamObject,
)

from layout.images.inks import mix_inks
from layout.model.records import replace
from layout.output.covers.merge import CoverPage
from layout.output.pdf.objects import as_dictionary, entries_of, store_deflated, write_file
from layout.output.pdf.store import add_object
from layout.output.pdf.walk import page_contents, painted_contents, walk_contents
from layout.output.press.light import GREY, RGB, light_of
from layout.output.press.pictures import convert_picture
from layout.pdfreading.opening import look_up, tolerate

MOST_CONTENT = 8_000_000
"""Bytes of operators that are read one by one; a larger stream is left as it is."""

_PENS = {b"RG": b"K", b"rg": b"k"}
_SPACES = {b"CS": b"K", b"cs": b"k"}
_COLOURS = {b"SC": b"K", b"SCN": b"K", b"sc": b"k", b"scn": b"k"}
_GREYS = {b"K": b"G", b"k": b"g"}


def convert_cover(cover: CoverPage, inks: str, intent: str) -> tuple[CoverPage, int]:
    """The cover with what is safe to convert in inks, and how many colours and pictures that were.

    `inks` and `intent` are ICC files: what colours are converted to, and the condition that is declared.
    """
    pdf, changed = convert_page(cover.pdf, inks, intent)
    return (replace(cover, pdf=pdf), changed) if changed else (cover, 0)


def convert_page(pdf: bytes, inks: str, intent: str) -> tuple[bytes, int]:
    """As `convert_cover`, for any PDF of one page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    add = partial(add_object, writer)
    changed = 0
    for stream, resources in walk_contents(page_contents(writer.pages[0]), painted_contents):
        changed += _convert_stream(stream, resources, inks)
        for picture in _pictures(resources):
            changed += tolerate(partial(convert_picture, picture, inks, intent, add), False)
    return (write_file(writer), changed) if changed else (pdf, 0)


def _pictures(resources: DictionaryObject) -> Iterator[StreamObject]:
    for entry in entries_of(resources, "/XObject"):
        if isinstance(entry, StreamObject) and str(look_up(entry, "/Subtype")) == "/Image":
            yield entry


def _convert_stream(stream: StreamObject, resources: DictionaryObject, inks: str) -> int:
    """Sets the stream's RGB colours in inks; how many."""
    data = tolerate(stream.get_data, b"")
    if not data or len(data) > MOST_CONTENT:
        return 0
    content = tolerate(lambda: ContentStream(stream, None), None)
    if content is None:
        return 0
    operations = tolerate(lambda: list(_convert_operations(content.operations, resources, inks)), None)
    if operations is None:
        return 0
    changed = sum(before is not after for before, after in zip(content.operations, operations, strict=True))
    if changed:
        content.operations = operations
        store_deflated(stream, content.get_data())
    return changed


Operation = tuple[list[PdfObject], bytes]


def _convert_operations(
    operations: list[Operation], resources: DictionaryObject, inks: str
) -> Iterator[Operation]:
    """The operations one for one; those that set a colour of light set inks instead (ISO 32000-1, 8.6.8)."""
    pens: dict[bytes, str] = {}
    saved: list[dict[bytes, str]] = []
    for operation in operations:
        operator = operation[1]
        if operator == b"q":
            saved.append(dict(pens))
        elif operator == b"Q" and saved:
            pens = saved.pop()
        yield _converted(operation, pens, resources, inks) or operation


def _converted(
    operation: Operation, pens: dict[bytes, str], resources: DictionaryObject, inks: str
) -> Operation | None:
    """What stands for a colour operation; None for one that stays."""
    operands, operator = operation
    if operator in _PENS:
        pens.pop(_PENS[operator], None)
        return _inked(operands, _PENS[operator], RGB, inks)
    if operator in _SPACES:
        pen = _SPACES[operator]
        kind = _kind_of(operands, resources)
        pens.pop(pen, None)
        if kind is None:
            return None
        pens[pen] = kind
        return [FloatObject(part) for part in (0, 0, 0, 1)], pen
    if operator in _COLOURS and _COLOURS[operator] in pens:
        pen = _COLOURS[operator]
        return _inked(operands, pen, pens[pen], inks)
    return None


def _inked(operands: list[PdfObject], pen: bytes, kind: str, inks: str) -> Operation:
    parts = [min(max(float(part), 0.0), 1.0) for part in operands if isinstance(part, float | int)]
    if kind == GREY:
        (grey,) = parts
        return [FloatObject(round(grey, 4))], _GREYS[pen]
    red, green, blue = (round(255 * part) for part in parts)
    return [FloatObject(part) for part in mix_inks(red, green, blue, inks)], pen


def _kind_of(operands: list[PdfObject], resources: DictionaryObject) -> str | None:
    """Whether a colour space means sRGB or grey light; None for all others."""
    (name,) = operands
    if str(name) == "/DeviceRGB":
        return RGB
    space = look_up(as_dictionary(look_up(resources, "/ColorSpace")), str(name))
    return light_of(space)
