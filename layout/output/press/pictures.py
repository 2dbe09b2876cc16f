"""Takes a picture in a foreign PDF, changes its light into inks where it is plain; leaves others alone."""

from __future__ import annotations

import struct
import tempfile
import zlib
from pathlib import Path

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from layout.draw.picture import describe_picture
from layout.images.inks import mix_inks
from layout.images.pixels import Pixels, Target
from layout.images.raster import convert
from layout.model.diagnostic import Rejected
from layout.output.pdf.objects import Adding, spell_object
from layout.output.pdf.opening import look_up, tolerate
from layout.output.pdf.store import encoded_data, set_encoded_data
from layout.output.press.light import RGB, light_of

OPAQUE = frozenset({"/SMask", "/SMaskInData", "/Mask", "/ImageMask", "/Matte"})
"""Entries of pictures that are more than their samples; such a picture is left alone."""

UNPACKED = frozenset(
    {"None", "/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
)
"""Codings that keep each sample as it is (ISO 32000-1, 7.4)."""

PPI = 300.0
QUALITY = 95


def convert_picture(picture: StreamObject, inks: str, intent: str, add: Adding) -> bool:
    """Puts a picture of sRGB samples or of an sRGB palette into inks; False if it is none or not plain."""
    if OPAQUE & set(picture) or not _is_plain(look_up(picture, "/Decode")):
        return False
    space = look_up(picture, "/ColorSpace")
    if isinstance(space, ArrayObject) and str(space[0]) == "/Indexed":
        return _convert_palette(space, inks)
    if light_of(space) != RGB or str(look_up(picture, "/BitsPerComponent")) != "8":
        return False
    name, data = _as_file(picture)
    pixels = _convert_file(name, data, picture, inks, intent) if data else None
    if pixels is None:
        return False
    _store(picture, pixels, add)
    return True


def _is_plain(decode: PdfObject | None) -> bool:
    """Whether a Decode array takes samples as they are (ISO 32000-1, table 90)."""
    if decode is None:
        return True
    return isinstance(decode, ArrayObject) and [str(bound) for bound in decode] == ["0", "1"] * 3


def _convert_palette(space: ArrayObject, inks: str) -> bool:
    """Every colour of an Indexed space (ISO 32000-1, 8.6.6.3) as inks."""
    if len(space) != 4 or light_of(space[1].get_object()) != RGB:
        return False
    lights = _octets(space[3].get_object())
    if not lights or len(lights) % 3:
        return False
    colours = bytearray()
    for red, green, blue in zip(*(iter(lights),) * 3, strict=True):
        colours += bytes(round(255 * ink) for ink in mix_inks(red, green, blue, inks))
    space[1] = NameObject("/DeviceCMYK")
    space[3] = ByteStringObject(bytes(colours))
    return True


def _octets(table: PdfObject | None) -> bytes:
    if isinstance(table, StreamObject):
        return tolerate(table.get_data, b"")
    if isinstance(table, ByteStringObject | TextStringObject):
        return table.original_bytes
    return b""


def _as_file(picture: StreamObject) -> tuple[str, bytes]:
    """The samples as a picture file: JPEG as it is, anything unpacked as PNG; empty for other codings."""
    filters = look_up(picture, "/Filter")
    names = [str(name) for name in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if names[-1] == "/DCTDecode" and UNPACKED.issuperset(names[:-1]):
        return "picture.jpg", tolerate(picture.get_data, b"")
    if not UNPACKED.issuperset(names):
        return "", b""
    width, height = (int(str(look_up(picture, key))) for key in ("/Width", "/Height"))
    samples = tolerate(picture.get_data, b"")
    if len(samples) < 3 * width * height or not samples:
        return "", b""
    return "picture.png", _png(width, height, samples)


def _png(width: int, height: int, samples: bytes) -> bytes:
    """RGB samples of eight bits as a PNG file (ISO/IEC 15948)."""
    row = 3 * width
    rows = b"".join(b"\0" + samples[at : at + row] for at in range(0, row * height, row))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 1)),
        (b"IEND", b""),
    )
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, data in chunks:
        parts.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return b"".join(parts)


def _convert_file(name: str, data: bytes, picture: StreamObject, inks: str, intent: str) -> Pixels | None:
    """All its pixels in inks; None where the file cannot be read."""
    width, height = (72 / PPI * int(str(look_up(picture, key))) for key in ("/Width", "/Height"))
    target = Target("cmyk", width, height, PPI, quality=QUALITY, inks=inks, intent=intent)
    with tempfile.TemporaryDirectory(prefix="cover-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return convert(str(path), target)
        except Rejected:
            return None


def _store(picture: StreamObject, pixels: Pixels, add: Adding) -> None:
    """Other samples in the same picture (ISO 32000-1, 8.9.5)."""
    made = spell_object(describe_picture(pixels), add)
    assert isinstance(made, StreamObject)
    for key in ("/DecodeParms", "/Decode"):
        picture.pop(key, None)
    picture.update(made)
    set_encoded_data(picture, encoded_data(made))
