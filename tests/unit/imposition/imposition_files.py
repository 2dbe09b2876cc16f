"""Takes objects as text, gives whole small PDFs for this folder's tests; knows nothing of the program."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

FIXTURES = Path(__file__).parent / "fixtures"

Pixels = npt.NDArray[np.int16]


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
