"""Small picture files of every kind, drawn here, and ways to read converted pixels back."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms

from layout.images.pixels import INTENT_PROFILE, Pixels
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES

WHERE = Span("sections/01.yaml", 4, 3)


def photograph(width: int = 60, height: int = 40) -> Image.Image:
    """Colours that change smoothly, with some grain; the same every time."""
    noise = Image.frombytes("L", (width, height), Random(1).randbytes(width * height))
    grain = noise.point(lambda value: value // 20)
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    light = [ImageChops.add(one, grain) for one in (across, down, ImageChops.invert(across))]
    return Image.merge("RGB", light)


def chart(width: int = 60, height: int = 40) -> Image.Image:
    """Two flat colours, as an office program draws them: blue on white."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    image.paste((0, 51, 153), (width // 4, height // 4, width // 2, height))
    return image


def save(image: Image.Image, path: Path, **options: Any) -> str:
    image.save(path, **options)
    return str(path)


def jpeg_bytes(image: Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", **options)
    return stream.getvalue()


def write(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def rejected(path: str, call: Any) -> Diagnostic:
    """The only diagnostic of a refusal, at the place given."""
    with pytest.raises(Rejected) as caught:
        call(path)
    (diagnostic,) = explained(caught.value)
    return diagnostic


def explained(rejection: Rejected) -> tuple[Diagnostic, ...]:
    """The diagnostics of a refusal; fails where words or values for one are missing."""
    for diagnostic in rejection.diagnostics:
        for language in LANGUAGES:
            assert explain(diagnostic, language)
    return rejection.diagnostics


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def odd_rgb_profile() -> bytes:
    """sRGB's profile with the primaries red and green exchanged."""
    data = bytearray(srgb_profile())
    red, green = data.index(b"rXYZ", 128), data.index(b"gXYZ", 128)
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def intent_profile() -> bytes:
    return Path(INTENT_PROFILE).read_bytes()


def odd_cmyk_profile() -> bytes:
    """The profile of a press that prints far paler: half of each table to Lab overwritten with grey."""
    data = bytearray(intent_profile())
    for name in (b"A2B0", b"A2B1", b"A2B2"):
        tag = data.index(name, 128)
        offset, length = struct.unpack(">II", data[tag + 4 : tag + 12])
        data[offset + length // 2 : offset + length - 600] = b"\x80" * (length - length // 2 - 600)
    return bytes(data)


def without_segment(jpeg: bytes, marker: int) -> bytes:
    """A JPEG less its first segment of this marker."""
    start = jpeg.index(bytes([0xFF, marker]))
    return jpeg[:start] + jpeg[start + 2 + struct.unpack(">H", jpeg[start + 2 : start + 4])[0] :]


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment at its beginning."""
    return jpeg[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def png(width: int, height: int, depth: int, colour: int, rows: bytes, extra: bytes = b"") -> bytes:
    """A PNG of chunks made by hand, so that it can hold what Pillow does not write."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


_COMPONENTS = {"rgb": 3, "cmyk": 4, "grey": 1}
_MODES = {"rgb": "RGB", "cmyk": "CMYK", "grey": "L"}


def seen(pixels: Pixels) -> Image.Image:
    """What a PDF reader makes of converted pixels, by its own rules and not by the encoder's."""
    if pixels.filter == "DCT":
        image = Image.open(io.BytesIO(pixels.data))
        assert image.size == (pixels.width, pixels.height)
        if pixels.space == "cmyk" and not pixels.inverted:
            return image.point(lambda ink: 255 - ink)
        return image.copy()
    components = 1 if pixels.palette is not None else _COMPONENTS[pixels.space]
    size = (pixels.width, pixels.height)
    samples = _unfilter(pixels, components) if pixels.predictor == 15 else zlib.decompress(pixels.data)
    if pixels.palette is None:
        return Image.frombytes("1" if pixels.bits == 1 else _MODES[pixels.space], size, samples)
    indices = _unpack(samples, pixels)
    colours = [pixels.palette[3 * index : 3 * index + 3] for index in indices]
    return Image.frombytes("RGB", size, b"".join(colours))


def _unfilter(pixels: Pixels, components: int) -> bytes:
    """PNG prediction undone (ISO/IEC 15948, 9)."""
    data = zlib.decompress(pixels.data)
    step = max(1, components * pixels.bits // 8)
    length = (pixels.width * components * pixels.bits + 7) // 8
    above = bytearray(length)
    rows = bytearray()
    assert len(data) == (length + 1) * pixels.height
    for start in range(0, len(data), length + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for i in range(length):
            left = row[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            row[i] = (row[i] + _predict(kind, left, above[i], corner)) % 256
        rows += row
        above = row
    return bytes(rows)


def _predict(kind: int, left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    nearest = min((left, up, corner), key=lambda value: abs(guess - value))
    return (0, left, up, (left + up) // 2, nearest)[kind]


def _unpack(samples: bytes, pixels: Pixels) -> list[int]:
    row = (pixels.width * pixels.bits + 7) // 8
    found = []
    for y in range(pixels.height):
        bits = "".join(f"{byte:08b}" for byte in samples[y * row : (y + 1) * row])
        found += [int(bits[x * pixels.bits : (x + 1) * pixels.bits], 2) for x in range(pixels.width)]
    return found
