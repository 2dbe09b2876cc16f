"""Takes a paint, gives which of the emblem's colours it is; converts none into another space."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from layout.preflight.facts import Paint


class Hue(Enum):
    """The colours that emblem and statement know, and all others."""

    BLUE = "blue"
    YELLOW = "yellow"
    WHITE = "white"
    BLACK = "black"
    GREY = "grey"
    OTHER = "other"


_PRINTED = {
    Hue.BLUE: (1.0, 0.8, 0.0, 0.0),
    Hue.YELLOW: (0.0, 0.0, 1.0, 0.0),
    Hue.BLACK: (0.0, 0.0, 0.0, 1.0),
    Hue.WHITE: (0.0, 0.0, 0.0, 0.0),
}
_LIT = {
    Hue.BLUE: (0.0, 51 / 255, 153 / 255),
    Hue.YELLOW: (1.0, 204 / 255, 0.0),
    Hue.BLACK: (0.0, 0.0, 0.0),
    Hue.WHITE: (1.0, 1.0, 1.0),
}
"""The emblem's colours on paper and on a screen (Interinstitutional Style Guide, annex A1)."""
_SPOTS = {Hue.BLUE: "reflex blue", Hue.YELLOW: "pantone yellow"}
PRINT_TOLERANCE, LIGHT_TOLERANCE = 0.0105, 1.5 / 255
"""One per cent of an ink, one step of 255 in light."""
SOFTEST_BLACK = 36 / 255
"""What full black ink looks like on a screen at its lightest: about #231F20 on coated paper (FOGRA39)."""


def hue_of(paint: Paint) -> Hue:
    """The colour a paint is, exactly; `OTHER` where that depends on a conversion."""
    channels = _channels(paint)
    if len(channels) in (1, 3) and _is_grey(channels) and max(channels) <= SOFTEST_BLACK:
        return Hue.BLACK
    if len(channels) == 1:
        return Hue.WHITE if channels[0] > 0.995 else Hue.GREY
    known, tolerance = _TABLES.get(len(channels), ({}, 0.0))
    for hue, wanted in known.items():
        if all(abs(a - b) <= tolerance for a, b in zip(channels, wanted, strict=True)):
            return hue
    ink = " ".join(paint.space.names).lower()
    for hue, name in _SPOTS.items():
        if name in ink and paint.components and paint.components[0] > 0.99:
            return hue
    return Hue.GREY if _is_grey(channels) else Hue.OTHER


_TABLES: Mapping[int, tuple[Mapping[Hue, tuple[float, ...]], float]] = {
    3: (_LIT, LIGHT_TOLERANCE),
    4: (_PRINTED, PRINT_TOLERANCE),
}
_FAMILIES = ("DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased")


def _channels(paint: Paint) -> tuple[float, ...]:
    """Components in grey, RGB or CMYK; one ink black counts as grey."""
    family, names, given = paint.space.family, paint.space.names, paint.components
    if family in _FAMILIES:
        return given
    if family == "Separation" and names == ("Black",) and given:
        return (1.0 - given[0],)
    return ()


def _is_grey(channels: tuple[float, ...]) -> bool:
    if len(channels) == 4:
        return max(channels[:3]) < 0.02
    return bool(channels) and max(channels) - min(channels) < 0.02


def write_colour(paint: Paint) -> str:
    """A colour as people write it: `100/80/0/0`, `#003399`, an ink's name."""
    channels = _channels(paint)
    if len(channels) == 4:
        return "CMYK " + "/".join(f"{100 * one:.0f}" for one in channels)
    if len(channels) == 3:
        return "#" + "".join(f"{round(255 * min(max(one, 0.0), 1.0)):02x}" for one in channels)
    if len(channels) == 1:
        return f"K {100 * (1 - channels[0]):.0f} %"
    return ", ".join(paint.space.names) or paint.space.family
