"""Takes a picture's size and its place on the page, gives the pixels needed there; never resamples."""

from __future__ import annotations

from layout.images.pixels import RasterInfo, Target, effective_ppi

_SLACK = 1.5
"""Pixels are kept up to this multiple of the wanted resolution."""
_LINE_ART = 4
"""Pictures of one bit need this many times the resolution of photographs (1200 ppi beside 300)."""


def fewer_pixels(info: RasterInfo, target: Target) -> float | None:
    """The factor (below 1) by which a picture must shrink for `target`; None where it stays as it is."""
    wanted = target.ppi * (_LINE_ART if info.bits == 1 else 1)
    ppi = effective_ppi(info, target.width, target.height, target.crop)
    return wanted / ppi if ppi > _SLACK * wanted else None


def crop_box(info: RasterInfo, target: Target) -> tuple[int, int, int, int]:
    """The pixels that `target.crop` shows, at least one each way: left, top, right, bottom."""
    left, top, right, bottom = target.crop
    across = _stretch(left, right, info.width)
    down = _stretch(top, bottom, info.height)
    return (across[0], down[0], across[1], down[1])


def _stretch(start: float, end: float, length: int) -> tuple[int, int]:
    first = min(max(round(start * length), 0), length - 1)
    return first, min(max(round(end * length), first + 1), length)
