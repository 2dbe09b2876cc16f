"""Takes pixels, gives them sharper, or in the two inks of a duotone; never resizes."""

from __future__ import annotations

from PIL import Image as Pictures
from PIL.Image import Image
from PIL.ImageFilter import UnsharpMask

from layout.images.pixels import Space
from layout.model.colour import Colour

_RADIUS = 0.6
"""Pixels that sharpening reaches: at 300 ppi a twentieth of a millimetre, which no eye sees as a rim."""
_GRAIN = 3
"""Differences of so few levels are grain and stay."""
_SHADES = 256


def sharpen(image: Image, amount: float) -> Image:
    """Edges `amount` (parts of 1) steeper; transparency and pictures of one bit stay."""
    if not amount or image.mode == "1":
        return image
    return image.filter(UnsharpMask(_RADIUS, round(100 * amount), _GRAIN))


def set_duotone(image: Image, inks: tuple[Colour, Colour], space: Space) -> Image:
    """Grey pixels in two inks: the first carries the shadows, the second the middle tones; white is paper."""
    mode = "CMYK" if space == "cmyk" else "RGB"
    shades = [_mix(level / (_SHADES - 1), inks, mode) for level in range(_SHADES)]
    bands = [image.point([shade[band] for shade in shades]) for band in range(len(mode))]
    return Pictures.merge(mode, bands)


def _mix(light: float, inks: tuple[Colour, Colour], mode: str) -> tuple[int, ...]:
    """One shade: inks add up on paper, and take light away one after the other."""
    dark = 1 - light
    amounts = (dark * dark, dark)
    if mode == "CMYK":
        pairs = zip(*(colour.cmyk for colour in inks), strict=True)
        return tuple(
            round(255 * min(1.0, sum(a * ink for a, ink in zip(amounts, pair, strict=True))))
            for pair in pairs
        )
    passed = zip(*(colour.rgb for colour in inks), strict=True)
    first, second = amounts
    return tuple(round(255 * (1 - first * (1 - one)) * (1 - second * (1 - other))) for one, other in passed)
