"""Takes a drawn, merged PDF and its marks, gives a PDF/X-4 or PDF/X-1a file; changes nothing that prints."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from layout.output.pdf.identity import derive_identifier
from layout.output.pdf.objects import make_deflated, make_dictionary, make_metadata, write_file
from layout.output.pdf.store import add_object, set_identifier, set_information
from layout.output.press.marks import lay_marks
from layout.output.press.statement import VERSIONS, Statement, list_information, state_packet

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
    return write_file(writer)


def _claim(writer: PdfWriter, pdf: bytes, marks: bytes, statement: Statement) -> None:
    catalog = writer.root_object
    for key in LIVE:
        catalog.pop(key, None)
    catalog[NameObject("/OutputIntents")] = ArrayObject([add_object(writer, _intent(writer, statement))])
    standing = repr((statement.standard.value, statement.condition)).encode()
    identifier = derive_identifier(standing, pdf, marks, statement.profile)
    catalog[NameObject("/Metadata")] = add_object(writer, make_metadata(state_packet(statement, identifier)))
    told = list_information(statement)
    information = make_dictionary({key: TextStringObject(text) for key, text in told.items()})
    information[NameObject("/Trapped")] = NameObject("/False")
    set_information(writer, information)
    set_identifier(writer, identifier, identifier)
    writer.pdf_header = f"%PDF-{VERSIONS[statement.standard]}"


def _intent(writer: PdfWriter, statement: Statement) -> DictionaryObject:
    """The printing condition and its profile (ISO 32000-1, 14.11.5)."""
    profile = make_deflated(statement.profile, {"/N": NumberObject(4)})
    return make_dictionary(
        {
            "/Type": NameObject("/OutputIntent"),
            "/S": NameObject("/GTS_PDFX"),
            "/OutputConditionIdentifier": TextStringObject(statement.condition),
            "/OutputCondition": TextStringObject(statement.condition),
            "/RegistryName": TextStringObject(REGISTRY),
            "/Info": TextStringObject(statement.condition),
            "/DestOutputProfile": add_object(writer, profile),
        }
    )
