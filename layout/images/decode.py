"""Takes an opened picture, gives its pixels upright in one of six modes; never crops or changes colours."""

from __future__ import annotations

from PIL.Image import Image, Transpose
from PIL.ImageFile import ImageFile

from layout.images.fitting import fewer_pixels
from layout.images.pixels import RasterInfo, Target
from layout.model.records import Struct

_PLAIN = {"P": "RGB", "RGBX": "RGB", "YCbCr": "RGB", "PA": "RGBA"}
_WITH_ALPHA = {"1": "LA", "L": "LA", "P": "RGBA", "RGB": "RGBA"}
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""EXIF orientation (JEITA CP-3451, 4.6.4) to `PIL.Image.Transpose`."""
_DRAFT = 1.5
"""JPEG is decoded at a reduced size that has still this many times the pixels wanted each way."""


class Picture(Struct, frozen=True):
    """Decoded pixels: `image` is 1, L, LA, RGB, RGBA or CMYK; `lossy` if it was stored with JPEG's losses."""

    image: Image
    profile: bytes | None
    lossy: bool


def read_pixels(image: ImageFile, info: RasterInfo, target: Target) -> Picture:
    """All pixels of an opened picture; raises what Pillow raises for damaged data."""
    factor = fewer_pixels(info, target)
    if info.kind == "JPEG" and factor:
        reduced = [max(1, int(length * factor * _DRAFT)) for length in image.size]
        image.draft(None, (reduced[0], reduced[1]))
    image.load()
    pixels = _plain(image)
    if info.inverted is False:
        # Pillow takes every CMYK JPEG for Adobe's, whose inks are inverted.
        pixels = pixels.point(lambda ink: 255 - ink)
    if info.orientation in _TURNS:
        pixels = pixels.transpose(Transpose(_TURNS[info.orientation]))
    return Picture(pixels, image.info.get("icc_profile") or None, info.kind == "JPEG")


def _plain(image: Image) -> Image:
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    table = _WITH_ALPHA if "transparency" in image.info else _PLAIN
    mode = table.get(image.mode, _PLAIN.get(image.mode))
    return image.convert(mode) if mode else image
