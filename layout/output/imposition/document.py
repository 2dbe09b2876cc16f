"""Takes a source PDF, gives the new file what belongs to the document as a whole; never its pages."""

from __future__ import annotations

import re

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from layout.model.patterns import late_pattern
from layout.output.pdf.copying import Copier
from layout.output.pdf.identity import derive_identifier
from layout.output.pdf.objects import make_metadata
from layout.output.pdf.store import add_object, set_identifier, set_information
from layout.pdfreading.opening import OpenedPdf, look_up, tolerate

KEPT_IN_CATALOG = ("/OutputIntents", "/OCProperties", "/Lang")
"""Output intents and layers go on meaning what they meant: dropping layers would show hidden ones."""

NEWEST = "1.7"

_CLAIM = late_pattern(
    rb"\s(?:pdfaid|pdfuaid):[\w-]{1,40}\s{0,9}=\s{0,9}(?:\"[^\"]{0,99}\"|'[^']{0,99}')"
    rb"|<(pdfaid|pdfuaid):([\w-]{1,40})(?:\s[^>]{0,99})?(?:/>|>[^<]{0,99}</\1:\2\s{0,9}>)"
)
"""As attribute or as element; every length bounded, so that no packet takes more than linear time."""


def copy_document(pdf: OpenedPdf, copier: Copier, duplex_edge: str) -> bool:
    """Carry over metadata, output intents, layers and version; ask the printer for both sides.

    `duplex_edge` is Short or Long. Returns True if claims of PDF/A or PDF/UA were taken out of the
    metadata: sheets have no tags, so both would be untrue. A claim of PDF/X stays true.
    """
    writer = copier.writer
    copier.copy_entries(pdf.catalog, writer.root_object, KEPT_IN_CATALOG)
    writer.root_object[NameObject("/ViewerPreferences")] = _preferences(pdf, duplex_edge)
    set_information(writer, _information(pdf, copier))
    writer.pdf_header = f"%PDF-{_version(pdf)}"
    metadata = look_up(pdf.catalog, "/Metadata")
    if not isinstance(metadata, StreamObject):
        return False
    text = tolerate(metadata.get_data, b"")
    honest = _CLAIM.sub(b"", text)
    if honest == text:
        copier.copy_entries(pdf.catalog, writer.root_object, ("/Metadata",))
        return False
    writer.root_object[NameObject("/Metadata")] = add_object(writer, make_metadata(honest))
    return True


def set_identifiers(writer: PdfWriter, pdf: OpenedPdf, *grounds: bytes) -> None:
    """The file identifier: the source's first half stays, the second follows from `grounds` alone."""
    old = look_up(pdf.reader.trailer, "/ID")
    first = tolerate(lambda: old[0].original_bytes, None) if isinstance(old, ArrayObject) and old else None
    set_identifier(writer, derive_identifier(*grounds), first)


def is_tagged(pdf: OpenedPdf) -> bool:
    """True if the file has a structure tree."""
    return look_up(pdf.catalog, "/StructTreeRoot") is not None


def is_interactive(pdf: OpenedPdf) -> bool:
    """True if the file has forms, scripts or attached files."""
    names = look_up(pdf.catalog, "/Names")
    parts = names if isinstance(names, DictionaryObject) else {}
    return "/AcroForm" in pdf.catalog or "/JavaScript" in parts or "/EmbeddedFiles" in parts


def is_read_leftwards(pdf: OpenedPdf) -> bool:
    """True if the file says that it is read from right to left (ISO 32000-1, table 150)."""
    preferences = look_up(pdf.catalog, "/ViewerPreferences")
    return isinstance(preferences, DictionaryObject) and str(look_up(preferences, "/Direction")) == "/R2L"


def _preferences(pdf: OpenedPdf, duplex_edge: str) -> DictionaryObject:
    """ISO 32000-1, table 150: both sides, flipped like a book's leaf, at the size they have.

    The number of copies the source asks for stays.
    """
    preferences = DictionaryObject(
        {
            NameObject("/Duplex"): NameObject(f"/DuplexFlip{duplex_edge}Edge"),
            NameObject("/PrintScaling"): NameObject("/None"),
        }
    )
    old = look_up(pdf.catalog, "/ViewerPreferences")
    if not isinstance(old, DictionaryObject):
        return preferences
    if look_up(old, "/DisplayDocTitle") == BooleanObject(True):
        preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    copies = look_up(old, "/NumCopies")
    if isinstance(copies, NumberObject):
        preferences[NameObject("/NumCopies")] = copies
    return preferences


def _information(pdf: OpenedPdf, copier: Copier) -> DictionaryObject:
    """The information dictionary; empty where the source has none, so that no other name gets in."""
    source = look_up(pdf.reader.trailer, "/Info")
    copied = DictionaryObject()
    if isinstance(source, DictionaryObject):
        copier.copy_entries(source, copied, tuple(source))
    return copied


def _version(pdf: OpenedPdf) -> str:
    """The higher of the header's version and the catalog's."""
    header = re.match(r"%PDF-(\d\.\d)", tolerate(lambda: pdf.reader.pdf_header, ""))
    stated = str(look_up(pdf.catalog, "/Version") or "").removeprefix("/")
    versions = [header.group(1) if header else NEWEST]
    if re.fullmatch(r"\d\.\d", stated):
        versions.append(stated)
    return max(versions)
