"""Takes a theme's colours, gives the greys that stand for them on paper; accents stay apart by value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.draw.ink import KNOCKOUT
from layout.model.colour import Colour
from layout.model.theme import Theme

DARKEST, LIGHTEST = 0.12, 0.4
"""Greys between which accents lie; the lightest has 5.7:1 against white (WCAG 2.2, 1.4.3 asks for 4.5:1)."""


def grey_levels(theme: Theme) -> Mapping[Colour, float]:
    """The grey (0 black … 1 white) of each accent: as dark as its neighbours are light, evenly apart."""
    accents = sorted({theme.colours[name] for name in theme.accents.values()}, key=_by_value)
    if len(accents) == 1:
        return {}
    step = (LIGHTEST - DARKEST) / (len(accents) - 1)
    return {colour: DARKEST + order * step for order, colour in enumerate(accents)}


def luma(colour: Colour) -> float:
    """How light a colour's RGB twin looks, 0…1 (ITU-R BT.601)."""
    red, green, blue = colour.rgb
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _by_value(colour: Colour) -> tuple[object, ...]:
    """From dark to light; those alike in value always in one order."""
    return (luma(colour), colour.rgb, colour.cmyk, colour.spot or "")


class GreyInks:
    """Toner: `levels` where a colour has one, for all others as light as it looks."""

    finest = 0.0
    single = True

    def __init__(self, levels: Mapping[Colour, float]) -> None:
        self._levels = levels

    def fill(self, colour: Colour) -> str:
        return f"{self._grey(colour):.4g} g"

    def stroke(self, colour: Colour) -> str:
        return f"{self._grey(colour):.4g} G"

    def text(self, colour: Colour, size: float) -> tuple[str, str]:
        return KNOCKOUT, self.fill(colour)

    def shades(self, colours: Sequence[Colour]) -> tuple[str, list[tuple[float, ...]]]:
        return "DeviceGray", [(self._grey(colour),) for colour in colours]

    def _grey(self, colour: Colour) -> float:
        return self._levels.get(colour, luma(colour))
