"""Takes objects as text, gives whole small PDFs for this folder's tests; knows nothing of the program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

FIXTURES = Path(__file__).parent / "fixtures"

PRODUCERS = ["reportlab", "ghostscript", "typst", "weasyprint", "qpdf", "cairo"]
"""Files of `FIXTURES`; see its make_fixtures.py."""

Pixels = npt.NDArray[np.int16]

Box = tuple[float, float, float, float]

PLACED = re.compile(r"q\n(\S+ \S+ \S+ \S+) re W n\n(\S+ \S+ \S+ \S+ \S+ \S+) cm\n/P(\d+) Do")


def raw_pdf(objects: Sequence[str | bytes], header: str = "%PDF-1.7", trailer: str = "") -> bytes:
    """A PDF of objects numbered from 1; the first is the catalog."""
    out = BytesIO()
    out.write(f"{header}\n".encode())
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        text = body.encode("latin-1") if isinstance(body, str) else body
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, text))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def stream(data: str | bytes, entries: str = "") -> bytes:
    body = data.encode("latin-1") if isinstance(data, str) else data
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(body), entries.encode(), body)


def pages_pdf(
    pages: Sequence[str], contents: Sequence[str | bytes], more: Sequence[str | bytes] = (), catalog: str = ""
) -> bytes:
    """Pages from their entries and contents: page n is object 2n + 1, its content 2n + 2, `more` follows."""
    kids = " ".join(f"{2 * at + 3} 0 R" for at in range(len(pages)))
    objects: list[str | bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
    ]
    for at, (entries, content) in enumerate(zip(pages, contents, strict=True)):
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {2 * at + 4} 0 R{entries}>>")
        objects.append(stream(content))
    return raw_pdf([*objects, *more])


def simple_pdf(count: int, size: tuple[float, float] = (420, 596), content: str = "") -> bytes:
    box = f"/MediaBox[0 0 {size[0]} {size[1]}]/Resources<<>>"
    return pages_pdf([box] * count, [f"{content}\n% page {number}" for number in range(1, count + 1)])


def render(pdf: bytes, page: int = 0, scale: float = 1.0, box: tuple[float, ...] | None = None) -> Pixels:
    """Grey pixels of a page (from 0), rows from the top; `box` replaces what is shown of it."""
    document = pypdfium2.PdfDocument(pdf)
    shown = document[page]
    if box is not None:
        shown.set_cropbox(*box)
    bitmap = shown.render(scale=scale, grayscale=True)
    pixels: Pixels = bitmap.to_numpy().astype(np.int16)
    document.close()
    return pixels[..., 0] if pixels.ndim == 3 else pixels


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def entry(dictionary: DictionaryObject, *keys: str) -> object:
    """The value at the end of a path of keys."""
    value: object = dictionary
    for key in keys:
        assert isinstance(value, DictionaryObject)
        value = value[key]
    return value


def numbers(text: str) -> list[float]:
    return [float(word) for word in text.split()]


def read_placements(pdf: bytes) -> dict[int, tuple[int, Box, Box]]:
    """For each page: its sheet side, its trim on the sheet, and the clip; from the file alone."""
    found = {}
    for at, side in enumerate(read(pdf).pages):
        content = side["/Contents"].get_data().decode()  # type: ignore[attr-defined]
        for clip, matrix, page in PLACED.findall(content):
            form = side["/Resources"]["/XObject"][f"/P{page}"]  # type: ignore[index]
            a, b, c, d, e, f = numbers(matrix)
            x0, y0, x1, y1 = map(float, form["/BBox"])
            xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
            ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
            x, y, width, height = numbers(clip)
            found[int(page)] = (at, (min(xs), min(ys), max(xs), max(ys)), (x, y, x + width, y + height))
    return found


def sheet_size(pdf: bytes) -> tuple[float, float]:
    box = read(pdf).pages[0].mediabox
    return float(box.width), float(box.height)


def crop(pixels: Pixels, trim: Box, height: float) -> Pixels:
    x0, y0, x1, y1 = (round(value) for value in trim)
    top = round(height)
    return pixels[top - y1 : top - y0, x0:x1]
