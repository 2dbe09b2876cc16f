"""Takes what a print file says of itself, gives it as Info dictionary and XMP packet that agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from layout.model.products.printer import Standard
from layout.model.records import Struct
from layout.output.pdf.identity import document_information, xmp_day, xmp_information
from layout.output.pdf.xmp import write_packet

VERSIONS: Mapping[Standard, str] = {Standard.X4: "1.6", Standard.X1A: "1.4"}
"""The PDF version each standard is based on (ISO 15930-7:2010, 6.2; ISO 15930-4:2003, 5.2)."""


class Statement(Struct, frozen=True, kw_only=True):
    """A print file's title, author and date (the brochure's, never the clock's), and the standard it keeps.

    An empty `author` is not named.
    `condition` names the printing condition; `profile` is its ICC profile.
    """

    title: str
    author: str
    created: date
    standard: Standard
    condition: str
    profile: bytes


def list_information(statement: Statement) -> dict[str, str]:
    """The entries of the Info dictionary; PDF/X-1a makes its claim there."""
    entries = document_information(statement.title, statement.author, statement.created)
    if statement.standard is Standard.X1A:
        entries["/GTS_PDFXVersion"] = statement.standard.value
    return entries


_CLAIMS = {Standard.X4: "pdfxid:GTS_PDFXVersion", Standard.X1A: "pdfx:GTS_PDFXVersion"}


def state_packet(statement: Statement, identifier: bytes) -> bytes:
    """The XMP packet (ISO 15930-7:2010, 6.7.2); `identifier` is 16 bytes that tell this file from others."""
    uuid = _uuid(identifier)
    return write_packet(
        {
            **xmp_information(statement.title, statement.author, statement.created),
            "xmp:MetadataDate": xmp_day(statement.created),
            "xmpMM:DocumentID": uuid,
            "xmpMM:InstanceID": uuid,
            "xmpMM:VersionID": "1",
            "xmpMM:RenditionClass": "default",
            "pdf:Trapped": "False",
            _CLAIMS[statement.standard]: statement.standard.value,
        }
    )


def _uuid(identifier: bytes) -> str:
    digits = identifier.hex()
    return f"uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}"
