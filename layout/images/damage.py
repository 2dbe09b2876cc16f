"""Takes JPEG data or decoded pixels, gives signs of lost data and of inverted inks; mends nothing."""

from __future__ import annotations

from PIL.Image import Image
from PIL.ImageFile import ImageFile

from layout.images.jpeg import entropy_coded

EMPTY_SECTOR = bytes(512)
"""What a memory card or a broken copy leaves where it lost data (a sector of a disk has 512 bytes)."""

_LOST = 128
"""The level of blocks that a decoder has no data for: coefficients of 0 (ITU-T T.81, A.3.3)."""
_LEAST_LOST = 0.02
"""The part of a picture's height below which a grey foot is no sign."""

_COARSE = (128, 128)
_SOAKED = 3.4 * 255
"""Inks that no press bears together: what has them means paper, read the other way round."""
_PAPER = 0.6 * 255


def has_gap(jpeg: bytes) -> bool:
    """Whether data are missing within a JPEG's scan: zeros that its own codes do not spell as an even area.

    An even area is coded by zeros alone only where the code 0 means "no more" in each of its tables; scans
    that refine others (progressive JPEG) say nothing.
    """
    found = entropy_coded(jpeg)
    if found is None:
        return False
    scan, first_symbols = found
    return any(first_symbols) and EMPTY_SECTOR in scan


def ends_grey(image: Image) -> bool:
    """Whether the foot of a decoded JPEG is of the grey that stands for lost data, and the rest is not."""
    height = max(1, round(image.height * _LEAST_LOST))
    foot = image.crop((0, image.height - height, image.width, image.height))
    return _is_lost(foot) and not _is_lost(image)


def _is_lost(image: Image) -> bool:
    levels = [band.getextrema() for band in image.split()]
    return all(low == high and abs(low - _LOST) <= 1 for low, high in levels)  # type: ignore[operator]


def guess_inverted(image: ImageFile) -> bool | None:
    """Whether an opened CMYK JPEG has inverted inks, by its looks; None where Adobe's marker says it.

    No press bears four full inks, and most pictures have light parts: the reading with fewer soaked places
    is the right one. Where neither has more, it is the one with less black, the ink that is used least.
    """
    if "adobe" in image.info:
        return None
    image.draft(None, _COARSE)
    small = image.convert("CMYK").resize(_COARSE)
    # Pillow has turned them round already.
    sums = [sum(pixel) for pixel in zip(*(band.tobytes() for band in small.split()), strict=True)]
    soaked = sum(total > _SOAKED for total in sums)
    bare = sum(total < _PAPER for total in sums)
    if soaked != bare:
        return bool(soaked < bare)
    black: list[int] = small.getchannel("K").histogram()
    return bool(sum(black[_LOST:]) <= sum(black[:_LOST]))
