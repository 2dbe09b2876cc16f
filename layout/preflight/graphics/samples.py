"""Takes an image XObject, says whether its samples are all there; draws nothing."""

from __future__ import annotations

import io
import time
import warnings
from collections.abc import Iterator

from PIL import Image

from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget
from layout.preflight.reading.wholeness import coded_data, is_cut

LARGEST_PICTURE = 60_000_000
"""Pixels of a JPEG up to which it is decoded to see whether it is whole."""

SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
RESTARTS = range(0xD0, 0xD8)
SEGMENTS = range(0xC0, 0xFF)
"""Markers of JPEG (ITU-T T.81, table B.1)."""
TAIL = 2
"""Bytes of codes that a whole picture shows at its end."""
OTHER_CODES = (b"\x55\xaa", b"\xaa\x55", b"\x00\x00", b"\x7f\x7e", b"\x33\xcc", b"\xc3\x0f")
"""What stands in their place: one of these at least must look different."""
LEAST_CODES, BLOCK = 1024, 64
"""Bytes of codes, and samples a byte, from which on the last codes say something."""
PADDING = b"\x55\xaa" * 64
"""Codes put behind a picture's own: a decoder that still wants some shows them."""

_DEVICES = {"DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}


def is_picture_torn(stream: pdf.Stream, budget: Budget) -> bool | None:
    """Whether a picture's data end too early or are damaged; None where no time is left to tell.

    Flate, plain and JPEG data are looked at, those of other filters pass. Raises OverLimitError.
    """
    if budget.looking > budget.limits.image_seconds:
        return None
    begun = time.monotonic()
    try:
        name, data = coded_data(stream)
        return is_jpeg_torn(data) if name == "DCTDecode" else is_cut(stream, budget, _least_size(stream))
    finally:
        budget.looking += time.monotonic() - begun


def _least_size(stream: pdf.Dictionary) -> int:
    """Bytes that a picture's samples take at least (ISO 32000-1, 8.9.3)."""
    width, height = pdf.integer(pdf.entry(stream, "Width")), pdf.integer(pdf.entry(stream, "Height"))
    stencil = pdf.truth(pdf.entry(stream, "ImageMask"))
    bits = 1 if stencil else pdf.integer(pdf.entry(stream, "BitsPerComponent"), 1)
    components = 1 if stencil else _components(pdf.entry(stream, "ColorSpace"))
    return max(0, height * ((width * bits * components + 7) // 8))


def _components(space: object) -> int:
    """Components of a colour space; 1 where that is not plain."""
    parts = pdf.array(space)
    family = pdf.name(parts[0]) if parts else pdf.name(space)
    if family == "ICCBased" and len(parts) > 1:
        return max(1, pdf.integer(pdf.entry(pdf.dictionary(parts[1]), "N"), 1))
    if family == "DeviceN" and len(parts) > 1:
        return max(1, len(pdf.array(parts[1])))
    return _DEVICES.get(family, 1)


def is_jpeg_torn(data: bytes) -> bool:
    """Whether a JPEG ends too early, has markers where none can be, or more or fewer codes than pixels.

    A decoder fills up what is missing and drops what is left over, so it is asked again: codes put behind the
    last ones must not show, and others in their place must; the latter in one scan that says much of each
    block, since a plain tint's codes may all mean the same. Of several scans only the last is tried.
    """
    scans = _scans(data)
    pixels = None if scans is None else _decode(data)
    if scans is None or pixels is None:
        return True
    if not pixels:
        return False
    end = scans[-1].stop
    if _decode(data[:end] + PADDING + data[end:]) != pixels:
        return True
    telling = len(scans) == 1 and len(scans[0]) > max(LEAST_CODES, len(pixels) // BLOCK)
    start = end - TAIL - (data[end - TAIL - 1] == 0xFF)
    return telling and all(_decode(data[:start] + codes + data[end:]) == pixels for codes in OTHER_CODES)


def _decode(data: bytes) -> bytes | None:
    """A JPEG's pixels; empty where they would be too many, None where it cannot be decoded to its end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
                if picture.width * picture.height > LARGEST_PICTURE:
                    return b""
                return picture.tobytes()
    except (SyntaxError, Image.DecompressionBombError, *pdf.BROKEN):
        return None


def _scans(data: bytes) -> list[range] | None:
    """Where the codes of each scan stand; None where markers are out of order, or there is no scan or end."""
    found: list[range] = []
    for marker, codes in _markers(data):
        if marker == EOI:
            return found or None
        if marker == SOS:
            found.append(codes)
    return None


def _markers(data: bytes) -> Iterator[tuple[int, range]]:
    """The markers from SOI on, and the codes behind each; stops short where one cannot be."""
    at = data.find(b"\xff\xd8", 0, 1024) + 2
    while 1 < at < len(data) - 1 and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == EOI:
            yield marker, range(0)
            return
        after = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == SOI or marker in RESTARTS or marker not in SEGMENTS or after > len(data):
            return
        at = _skip_codes(data, after) if marker == SOS else after
        yield marker, range(after, at)


def _skip_codes(data: bytes, at: int) -> int:
    """Where the codes of a scan end: at the next marker that is no restart in its turn, or with the data."""
    awaited = 0
    while True:
        at = data.find(b"\xff", at)
        if not 0 <= at < len(data) - 1:
            return len(data)
        following = data[at + 1]
        if following not in (0, RESTARTS[awaited]):
            return at
        awaited = (awaited + (following != 0)) % len(RESTARTS)
        at += 2
