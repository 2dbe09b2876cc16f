"""Takes what a file is made from, gives how it names itself: information, properties, identifier."""

from __future__ import annotations

import hashlib
from datetime import date

from layout.output.pdf.xmp import DEFAULT, ValueList, WordsByLanguage, XmpValue

CREATOR = "Szpalta"
PRODUCER = "Szpalta, ReportLab, pypdf"


def document_information(title: str, author: str, created: date) -> dict[str, str]:
    """The entries of the Info dictionary (ISO 32000-1, 14.3.3); an empty `author` is not named."""
    day = f"D:{created:%Y%m%d}000000Z"
    return {
        "/Title": title,
        **({"/Author": author} if author else {}),
        "/Creator": CREATOR,
        "/Producer": PRODUCER,
        "/CreationDate": day,
        "/ModDate": day,
    }


def xmp_information(
    title: str, author: str, created: date, titles: tuple[tuple[str, str], ...] = ()
) -> dict[str, XmpValue]:
    """The same as XMP properties, which must agree; `titles` are languages with the title in each."""
    day = xmp_day(created)
    return {
        "dc:format": "application/pdf",
        "dc:title": WordsByLanguage(((DEFAULT, title), *titles)),
        **({"dc:creator": ValueList((author,), ordered=True)} if author else {}),
        "xmp:CreateDate": day,
        "xmp:ModifyDate": day,
        "xmp:CreatorTool": CREATOR,
        "pdf:Producer": PRODUCER,
    }


def xmp_day(day: date) -> str:
    """A day's first moment as XMP writes dates."""
    return f"{day.isoformat()}T00:00:00Z"


def derive_identifier(*grounds: bytes) -> bytes:
    """Sixteen bytes that follow from all that goes into a file (ISO 32000-1, 14.4)."""
    digest = hashlib.sha256()
    for ground in grounds:
        digest.update(hashlib.sha256(ground).digest())
    return digest.digest()[:16]
