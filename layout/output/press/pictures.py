"""Takes a picture in a foreign PDF, changes its light into inks where it is plain; leaves others alone."""

from __future__ import annotations

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
from layout.images.raster import convert_jpeg, convert_samples
from layout.model.diagnostic import Rejected, Span
from layout.output.pdf.objects import Adding, spell_object
from layout.output.pdf.store import encoded_data, set_encoded_data
from layout.output.press.light import RGB, light_of
from layout.pdfreading.opening import look_up, tolerate

OPAQUE = frozenset({"/SMask", "/SMaskInData", "/Mask", "/ImageMask", "/Matte"})
"""Entries of pictures that are more than their samples; such a picture is left alone."""

UNPACKED = frozenset(
    {"None", "/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
)
"""Codings that keep each sample as it is (ISO 32000-1, 7.4)."""

JPEG = "/DCTDecode"
SOURCE = Span("cover")
"""What a picture without a file of its own is called; nobody is told of one that is left alone."""

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
    pixels = _convert_samples(picture, inks, intent)
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


def _convert_samples(picture: StreamObject, inks: str, intent: str) -> Pixels | None:
    """All its pixels in inks; None where they cannot be read, or are packed as anything lossy but JPEG."""
    filters = look_up(picture, "/Filter")
    names = [str(name) for name in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if not UNPACKED.issuperset(names[:-1]) or names[-1] not in UNPACKED | {JPEG}:
        return None
    width, height = (int(str(look_up(picture, key))) for key in ("/Width", "/Height"))
    samples = tolerate(picture.get_data, b"")
    target = Target(
        space="cmyk",
        width=72 / PPI * width,
        height=72 / PPI * height,
        ppi=PPI,
        quality=QUALITY,
        inks=inks,
        intent=intent,
    )
    try:
        if names[-1] == JPEG:
            return convert_jpeg(samples, target, SOURCE)
        return convert_samples(samples, width, height, target, SOURCE)
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
