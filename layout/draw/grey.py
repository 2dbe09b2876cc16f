"""Takes a theme's colours, gives the greys that stand for them on paper; no language is the paler one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.draw.ink import KNOCKOUT
from layout.model.colour import Colour
from layout.model.theme import Theme

OF_LANGUAGES, OF_COMMON = 0.22, 0.12
"""Greys of both languages' accents, which form tells apart, and of what is common to them."""


def grey_levels(theme: Theme) -> Mapping[Colour, float]:
    """The grey (0 black … 1 white) of each accent: one for all languages, a darker one for what is common."""
    accents = {name: theme.colours[colour] for name, colour in theme.accents.items()}
    levels = dict.fromkeys(accents.values(), OF_LANGUAGES)
    return levels | {accents["common"]: OF_COMMON} if len(levels) > 1 else {}


def luma(colour: Colour) -> float:
    """How light a colour's RGB twin looks, 0…1 (ITU-R BT.601)."""
    red, green, blue = colour.rgb
    return 0.299 * red + 0.587 * green + 0.114 * blue


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

    def overprints(self, colour: Colour) -> bool:
        return False

    def shades(self, colours: Sequence[Colour]) -> tuple[str, list[tuple[float, ...]]]:
        return "DeviceGray", [(self._grey(colour),) for colour in colours]

    def _grey(self, colour: Colour) -> float:
        return self._levels.get(colour, luma(colour))
