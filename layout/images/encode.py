"""Takes flat pixels, gives the shorter of their JPEG and their lossless stream for a PDF; never resizes."""

from __future__ import annotations

import io
import zlib

from PIL.Image import Image, Palette
from PIL.ImageChops import difference

from layout.images.pixels import Pixels, Space

_SPACES: dict[str, Space] = {"1": "grey", "L": "grey", "RGB": "rgb", "CMYK": "cmyk"}
_FINE = 90
"""From this quality on colour is stored as finely as light (4:4:4)."""
_TILE = 128
_PHOTOGRAPH = 2.5
"""A piece whose lossless stream is this many times longer than its JPEG is no drawing."""
_COLOURS = 256
_LONGEST_SIDE = 65_500
"""Pixels that libjpeg's format allows in one direction."""


def encode(image: Image, quality: int, lossy: bool, press: bool, exact: bool = False) -> Pixels:
    """An image XObject's data for pixels of mode 1, L, RGB or CMYK.

    A picture that was a JPEG stays one; any other becomes JPEG of `quality` (1…95) or stays lossless,
    whichever is shorter; one bit a pixel and what must be `exact` stay lossless. For a press JPEG is
    baseline, since older devices read no other; else progressive, which is shorter. The bytes depend on the
    arguments alone.
    """
    if exact or image.mode == "1" or max(image.size) > _LONGEST_SIDE:
        return _lossless(image)
    if lossy or _is_photograph(image, quality):
        return _jpeg(image, quality, press)
    return min(_lossless(image), _jpeg(image, quality, press), key=lambda pixels: len(pixels.data))


def _is_photograph(image: Image, quality: int) -> bool:
    """Whether a piece of its middle says that a lossless stream is not worth trying."""
    if image.width < 2 * _TILE or image.height < 2 * _TILE:
        return False
    left, top = (image.width - _TILE) // 2, (image.height - _TILE) // 2
    tile = image.crop((left, top, left + _TILE, top + _TILE))
    return len(_lossless(tile).data) > _PHOTOGRAPH * len(_jpeg(tile, quality, press=True).data)


def _jpeg(image: Image, quality: int, press: bool) -> Pixels:
    stream = io.BytesIO()
    inks = image.mode == "CMYK"
    image.save(
        stream,
        "JPEG",
        quality=quality,
        subsampling=0 if inks or quality >= _FINE else 2,
        optimize=True,
        progressive=not press,
    )
    width, height = image.size
    return Pixels(
        width=width,
        height=height,
        space=_SPACES[image.mode],
        bits=8,
        data=stream.getvalue(),
        filter="DCT",
        inverted=inks,
    )


def _lossless(image: Image) -> Pixels:
    width, height = image.size
    if image.mode == "CMYK":
        data = zlib.compress(image.tobytes(), 9)
        return Pixels(width=width, height=height, space="cmyk", bits=8, data=data, filter="Flate")
    stream = io.BytesIO()
    (_few_colours(image) or image).save(stream, "PNG", optimize=True)
    chunks = _chunks(stream.getvalue())
    palette = chunks.get(b"PLTE")
    return Pixels(
        width=width,
        height=height,
        space=_SPACES[image.mode],
        bits=chunks[b"IHDR"][8],
        data=chunks[b"IDAT"],
        filter="Flate",
        predictor=15,
        palette=palette,
    )


def _few_colours(image: Image) -> Image | None:
    """The same picture with a palette, if it has few enough colours and none is changed."""
    if image.mode != "RGB":
        return None
    colours = image.getcolors(_COLOURS)
    if colours is None:
        return None
    indexed = image.convert("P", palette=Palette.ADAPTIVE, colors=len(colours))
    return indexed if difference(indexed.convert("RGB"), image).getbbox() is None else None


def _chunks(png: bytes) -> dict[bytes, bytes]:
    """The contents of a PNG's chunks by their names, equal names joined (ISO/IEC 15948, 5.3)."""
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        name = png[at + 4 : at + 8]
        chunks[name] = chunks.get(name, b"") + png[at + 8 : at + 8 + length]
        at += length + 12
    return chunks
