"""How files begin that people take for others: byte order marks and the first bytes of common formats."""

from __future__ import annotations

import codecs

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Each mark with the encoding it stands for; UTF-32 before UTF-16, whose mark begins alike."""

ZIP = b"PK\x03\x04"
"""Word, Excel and LibreOffice of today."""
COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
"""Word and Excel until 2003."""
RTF = b"{\\rtf"
PDF = b"%PDF"
PNG = b"\x89PNG"
JPEG = b"\xff\xd8\xff"


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark names; text in UTF-8 begins with U+FEFF when decoded so."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)
