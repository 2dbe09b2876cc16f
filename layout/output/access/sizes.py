"""Takes a way to build the mail edition and a limit, gives the best file within it; builds nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from layout.model.diagnostic import Rejected, Span
from layout.model.products.edition import Edition
from layout.model.records import replace
from layout.model.values import ByteSize
from layout.output.pdf.store import encoded_data

STEPS = ((150, 65), (120, 60), (100, 50), (72, 40))
"""Pixels an inch and JPEG quality of pictures, step by step down to where they are still of use."""


def fit(build: Callable[[Edition], bytes], edition: Edition, limit: int, where: Span) -> bytes:
    """The file as `edition` has it, or with its pictures lowered no further than `limit` bytes ask for.

    Raises Rejected at `where`, with what takes the room, if the lowest step is not enough.
    """
    pdf = build(edition)
    for ppi, quality in STEPS:
        if len(pdf) <= limit or not _weigh(pdf)[0]:
            break
        pdf = build(replace(edition, ppi=min(ppi, edition.ppi), quality=min(quality, edition.quality)))
    if len(pdf) <= limit:
        return pdf
    pictures, fonts = _weigh(pdf)
    rest = len(pdf) - pictures - fonts
    sizes = {"size": len(pdf), "limit": limit, "pictures": pictures, "fonts": fonts, "rest": rest}
    raise Rejected.one("mail-too-big", where, **{name: ByteSize(size) for name, size in sizes.items()})


def _weigh(pdf: bytes) -> tuple[int, int]:
    """Bytes of pictures and of font files."""
    reader = PdfReader(BytesIO(pdf))
    pictures = fonts = 0
    for number in reader.xref.get(0, {}):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            size = len(encoded_data(found))
            pictures += size if found.get("/Subtype") == "/Image" else 0
            fonts += size if "/Length1" in found else 0
    return pictures, fonts
