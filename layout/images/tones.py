"""Takes a picture file and a part of it, gives the darkest and the lightest colour there; changes none."""

from __future__ import annotations

from functools import lru_cache

from layout.images.decode import read_pixels
from layout.images.pixels import Crop, Target
from layout.images.raster import open_raster, probe
from layout.model.colour import Colour
from layout.model.diagnostic import Span

COARSE = 96
"""Places each way that a part of a picture is looked at in: finer than letters, coarser than grain."""
APART = 0.02
"""The part of the places that may be darker or lighter still: specks that no letter stands on alone."""


@lru_cache(maxsize=256)
def find_tones(path: str, crop: Crop, where: Span) -> tuple[Colour, Colour]:
    """The darkest and the lightest grey of a part (left, top, right, bottom as 0…1) of a picture, as colours.

    Raises `Rejected` at `where` for pixels that cannot be read.
    """
    info = probe(path, where)
    left, top, right, bottom = crop
    with open_raster(path, info.kind, where) as image:
        small = Target(space="rgb", width=COARSE * 8.0, height=COARSE * 8.0 / info.aspect, ppi=72)
        pixels = read_pixels(image, info, small).image.convert("RGB").convert("L")
        area = (left * pixels.width, top * pixels.height, right * pixels.width, bottom * pixels.height)
        box = tuple(round(edge) for edge in area)
        x0, y0 = min(box[0], pixels.width - 1), min(box[1], pixels.height - 1)
        part = pixels.crop((x0, y0, max(box[2], x0 + 1), max(box[3], y0 + 1)))
        part.thumbnail((COARSE, COARSE))
        levels = sorted(part.getdata())
    spare = int(APART * len(levels))
    return _grey(levels[spare]), _grey(levels[-1 - spare])


def _grey(level: int) -> Colour:
    light = level / 255
    return Colour((0.0, 0.0, 0.0, 1 - light), (light, light, light))
