"""Takes page entries and contents, gives whole small cover files and bodies; knows nothing of the program."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from layout.model.units import mm
from tests.unit.output.imposition.imposition_files import raw_pdf, stream

TRIM = (mm(148), mm(210))
BLEED = mm(3)


def boxed(**boxes: tuple[float, float, float, float]) -> str:
    """Page entries of boxes in millimetres: MediaBox=(x0, y0, x1, y1)."""
    return "".join(f"/{name}[{' '.join(f'{mm(side):.4f}' for side in box)}]" for name, box in boxes.items())


INKED = "0 g 40 40 9 9 re f"
"""A square that paints, since a page on which nothing is drawn is no cover."""

PLAIN = boxed(MediaBox=(0, 0, 148, 210))
BLED = boxed(MediaBox=(0, 0, 170, 230), TrimBox=(11, 10, 159, 220), BleedBox=(8, 7, 162, 223))


def packed(data: bytes, entries: str = "") -> bytes:
    return stream(zlib.compress(data, 9), f"{entries}/Filter/FlateDecode")


def cover_pdf(
    page: str = BLED, content: str | bytes = INKED, more: Sequence[str | bytes] = (), catalog: str = ""
) -> bytes:
    """One page as object 3 with content 4; `more` are objects from 5."""
    drawn = content if isinstance(content, bytes) else stream(content)
    objects: list[str | bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/Contents 4 0 R{page}>>",
        drawn,
        *more,
    ]
    return raw_pdf(objects, "%PDF-1.6")
