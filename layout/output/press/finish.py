"""Takes a drawn, merged PDF and its marks, gives a PDF/X-4 or PDF/X-1a file; changes nothing that prints."""

from __future__ import annotations

import hashlib
import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from layout.output.press.marks import lay_marks
from layout.output.press.statement import VERSIONS, Statement, list_information, write_packet

REGISTRY = "http://www.color.org"
"""Where names of printing conditions are registered (ISO 15930-7:2010, 6.2.2)."""

LIVE = ("/Outlines", "/Names", "/Dests", "/PageMode", "/OpenAction", "/AA", "/AcroForm", "/Version")
"""Entries of the catalog that act on a screen, and a version that would outdo the header's."""

SHOWN = ("/Trans", "/Dur", "/AA", "/Annots")
"""Entries of pages that do the same."""


def finish_press(pdf: bytes, marks: bytes | None, statement: Statement) -> bytes:
    """The file a print shop takes: intent, metadata, identifiers and version as `statement` says.

    `marks` is a PDF whose pages are laid over them in turn, outside their bleed. Equal input gives equal
    bytes.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    if marks is not None:
        lay_marks(writer, marks)
    for page in writer.pages:
        for key in SHOWN:
            page.pop(key, None)
    _claim(writer, pdf, marks or b"", statement)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _claim(writer: PdfWriter, pdf: bytes, marks: bytes, statement: Statement) -> None:
    catalog = writer.root_object
    for key in LIVE:
        catalog.pop(key, None)
    catalog[NameObject("/OutputIntents")] = ArrayObject([writer._add_object(_intent(writer, statement))])
    identifier = _identify(pdf, marks, statement)
    catalog[NameObject("/Metadata")] = writer._add_object(_metadata(write_packet(statement, identifier)))
    information = DictionaryObject(
        {NameObject(f"/{key}"): TextStringObject(text) for key, text in list_information(statement).items()}
    )
    information[NameObject("/Trapped")] = NameObject("/False")
    writer._info = information
    writer._ID = ArrayObject([ByteStringObject(identifier), ByteStringObject(identifier)])
    writer.pdf_header = f"%PDF-{VERSIONS[statement.standard]}"


def _intent(writer: PdfWriter, statement: Statement) -> DictionaryObject:
    """The printing condition and its profile (ISO 32000-1, 14.11.5)."""
    profile = _compressed(statement.profile, {"/N": NumberObject(4)})
    entries: dict[str, PdfObject] = {
        "/Type": NameObject("/OutputIntent"),
        "/S": NameObject("/GTS_PDFX"),
        "/OutputConditionIdentifier": TextStringObject(statement.condition),
        "/OutputCondition": TextStringObject(statement.condition),
        "/RegistryName": TextStringObject(REGISTRY),
        "/Info": TextStringObject(statement.condition),
        "/DestOutputProfile": writer._add_object(profile),
    }
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _compressed(data: bytes, entries: dict[str, PdfObject]) -> EncodedStreamObject:
    stream = EncodedStreamObject()
    stream._data = zlib.compress(data)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    for key, value in entries.items():
        stream[NameObject(key)] = value
    return stream


def _metadata(packet: bytes) -> StreamObject:
    """The packet uncompressed, so that programs that know no PDF find it (ISO 32000-1, 14.3.2)."""
    stream = StreamObject()
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    stream.set_data(packet)
    return stream


def _identify(pdf: bytes, marks: bytes, statement: Statement) -> bytes:
    """Sixteen bytes that follow from all that goes into the file."""
    digest = hashlib.sha256(repr((statement.standard.value, statement.condition)).encode())
    for part in (pdf, marks, statement.profile):
        digest.update(hashlib.sha256(part).digest())
    return digest.digest()[:16]
