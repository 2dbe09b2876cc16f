"""Takes what a print file says of itself, gives it as Info dictionary and XMP packet that agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from layout.model.printer import Standard

CREATOR = "Szpalta"
PRODUCER = "Szpalta, ReportLab, pypdf"

VERSIONS: Mapping[Standard, str] = {Standard.X4: "1.6", Standard.X1A: "1.4"}
"""The PDF version each standard is based on (ISO 15930-7:2010, 6.2; ISO 15930-4:2003, 5.2)."""


@dataclass(frozen=True, slots=True)
class Statement:
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
    """The entries of the Info dictionary (ISO 32000-1, 14.3.3); PDF/X-1a makes its claim there."""
    day = f"D:{statement.created:%Y%m%d}000000Z"
    entries = {
        "Title": statement.title,
        **({"Author": statement.author} if statement.author else {}),
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }
    if statement.standard is Standard.X1A:
        entries["GTS_PDFXVersion"] = statement.standard.value
    return entries


def write_packet(statement: Statement, identifier: bytes) -> bytes:
    """The XMP packet; `identifier` is 16 bytes that tell this file from all others.

    Properties as ISO 15930-7:2010, 6.7.2, and ISO 16684-1 ask for; the packet is not padded, since a
    finished print file is not edited.
    """
    lines = "\n".join(f"   {line}" for line in _properties(statement, _uuid(identifier)))
    namespaces = "\n".join(f'    xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'  <rdf:Description rdf:about=""\n{namespaces}>\n{lines}\n'
        "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}

_CLAIMS = {Standard.X4: "pdfxid:GTS_PDFXVersion", Standard.X1A: "pdfx:GTS_PDFXVersion"}


def _properties(statement: Statement, uuid: str) -> Iterator[str]:
    day = f"{statement.created:%Y-%m-%d}T00:00:00Z"
    title, author = escape(statement.title), escape(statement.author)
    yield "<dc:format>application/pdf</dc:format>"
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    if author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    claim = _CLAIMS[statement.standard]
    simple = {
        "xmp:CreatorTool": CREATOR,
        "xmp:CreateDate": day,
        "xmp:ModifyDate": day,
        "xmp:MetadataDate": day,
        "xmpMM:DocumentID": uuid,
        "xmpMM:InstanceID": uuid,
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdf:Producer": PRODUCER,
        "pdf:Trapped": "False",
        claim: statement.standard.value,
    }
    for name, value in simple.items():
        yield f"<{name}>{escape(value)}</{name}>"


def _uuid(identifier: bytes) -> str:
    digits = identifier.hex()
    return f"uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}"
