"""Small picture files of every kind, drawn here; nothing is read from elsewhere."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms

ICC = Path(__file__).parents[3] / "layout" / "resources" / "icc"


def photograph(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Colours that change smoothly with some grain, as a camera's do."""
    grain = Image.effect_noise((width, height), 12)
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, grain)).convert(mode)


def chart(width: int = 60, height: int = 40) -> Image.Image:
    """Two flat colours, as an office program draws them."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    image.paste((0, 51, 153), (width // 4, height // 4, width // 2, height))
    return image


def save(image: Image.Image, path: Path, **options: object) -> str:
    image.save(path, **options)  # type: ignore[arg-type]
    return str(path)


def adobe_rgb_like() -> bytes:
    """A wide RGB profile: sRGB's file with its primaries' tags exchanged (red for green)."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ", 128), data.index(b"gXYZ", 128)
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def without_segment(jpeg: bytes, marker: int) -> bytes:
    """A JPEG less its first segment of this marker."""
    start = jpeg.index(bytes([0xFF, marker]))
    length = struct.unpack(">H", jpeg[start + 2 : start + 4])[0]
    return jpeg[:start] + jpeg[start + 2 + length :]


def jpeg_bytes(image: Image.Image, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", **options)  # type: ignore[arg-type]
    return stream.getvalue()


def png_header(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG that claims a size and holds almost nothing."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\x00" * 64)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
