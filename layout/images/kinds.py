"""Takes a file's path, gives the kind of picture its first bytes show, or a refusal; never reads further."""

from __future__ import annotations

import stat
from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.model.products.signatures import COMPOUND_FILE, JPEG, PDF, PNG, ZIP
from layout.model.values import ByteSize, SystemReason, Value

SVG = "SVG"
RASTER = frozenset({"JPEG", "PNG", "TIFF", "WebP", "AVIF", "HEIC", "JPEG 2000", "GIF"})
SHEETS = frozenset({"PDF", "EPS"})
"""Kinds of which a page is the picture."""

MAX_BYTES = 400_000_000
"""Bytes a picture file may have: an uncompressed A3 page in CMYK at 600 ppi has 280 million."""

_HEAD = 4096
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, JPEG, "JPEG"),
    (0, PNG + b"\r\n\x1a\n", "PNG"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (8, b"WEBPVP8", "WebP"),
    (0, b"GIF8", "GIF"),
    (4, b"jP  \r\n", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"\xff\x0a", "JPEG XL"),
    (4, b"JXL \r\n", "JPEG XL"),
    (0, b"8BPS", "Photoshop"),
    (0, PDF, "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (8, b"CDR", "CorelDRAW"),
    (0, ZIP, "ZIP / Microsoft Office"),
    (0, COMPOUND_FILE + b"\xa1\xb1\x1a\xe1", "Microsoft Office"),
    (0, b"\x1f\x8b", "SVGZ / GZIP"),
    (0, b"\x00\x00\x01\x00", "ICO"),
    (0, b"BM", "BMP"),
)


def picture_kind(path: str, where: Span) -> str:
    """`SVG`, or one of `RASTER` or `SHEETS`, by content and not by name.

    Raises `Rejected` for a file that is missing, empty, too heavy, no regular file,
    unreadable or of another kind.
    """
    kind = _kind(_first_bytes(path, where))
    if kind is None:
        raise Rejected.one("image-not-a-picture", where, file=path)
    if kind != SVG and kind not in RASTER | SHEETS:
        raise Rejected.one("image-format", where, file=path, kind=kind)
    return kind


def _first_bytes(path: str, where: Span) -> bytes:
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise Rejected.one("image-not-a-file", where, file=path)
        if status.st_size > MAX_BYTES:
            raise Rejected.one("image-too-heavy", where, file=path, limit=ByteSize(MAX_BYTES))
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except (FileNotFoundError, NotADirectoryError):
        raise Rejected.one("image-missing", where, file=path) from None
    except (OSError, ValueError) as error:
        raise Rejected.one("image-locked", where, file=path, reason=_reason(error)) from None
    if not head:
        raise Rejected.one("image-empty", where, file=path)
    return head


def _reason(error: OSError | ValueError) -> Value:
    return SystemReason.of(error) if isinstance(error, OSError) else str(error)


_HEIF = ((b"avif", "AVIF"), (b"avis", "AVIF"), (b"hei", "HEIC"), (b"hev", "HEIC"), (b"mif1", "HEIC"))
"""Brands of still pictures in boxes (ISO/IEC 23008-12, 10; AV1 Image File Format, 6.2), the surest first."""


def _boxed(head: bytes) -> str | None:
    """What a file is whose first box names brands, its own and those that it is compatible with."""
    if head[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[at : at + 4] for at in (8, *range(16, end - 3, 4))]
    return next((kind for mark, kind in _HEIF if any(brand.startswith(mark) for brand in brands)), None)


def _kind(head: bytes) -> str | None:
    for start, mark, kind in _SIGNATURES:
        if head.startswith(mark, start):
            return kind
    return _boxed(head) or _markup(head)


def _markup(head: bytes) -> str | None:
    """What a text file is: SVG, a web page, or (None) nothing we know; UTF-16 is read like ASCII."""
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!")) and b"svg" in text):
        return SVG
    return None
