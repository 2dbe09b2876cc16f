"""Takes colours, gives the operators that set them on a screen or on a press; chooses inks, never places.

A press prints small text in one ink, lets black text print over what is below, and has spot inks only where
its profile takes them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

from layout.model.colour import BLACK, WHITE, Colour
from layout.model.products.printer import PrinterProfile, SpotPolicy

KNOCKOUT, OVERPRINT = "/Knockout gs", "/Overprint gs"
"""Graphics states: paint takes away what is below it, or leaves it on the other plates."""

GRAPHICS_STATES: Mapping[str, Mapping[str, object]] = {
    "Knockout": {"OP": "false", "op": "false", "OPM": 0},
    "Overprint": {"OP": "true", "op": "true", "OPM": 1},
}
"""Nonzero overprint mode: inks that a colour has none of stay as they are (ISO 32000-1, 8.6.7)."""

ALL = "All"
"""The separation that prints on every plate (ISO 32000-1, 8.6.6.4)."""

PALE = 0.8
"""Luma from which a text's colour is meant for dark grounds; in one ink it is then bare paper."""


class Inks(Protocol):
    """How a document sets its colours; lines are at least `finest` points wide, `single` is one ink alone."""

    finest: float
    single: bool

    def fill(self, colour: Colour) -> str:
        """The operators that set `colour` for fills (ISO 32000-1, 8.6.8)."""

    def stroke(self, colour: Colour) -> str:
        """The operators that set `colour` for strokes."""

    def text(self, colour: Colour, size: float) -> tuple[str, str]:
        """The graphics state and the operators for text whose strokes are those of `size` points, regular."""

    def overprints(self, colour: Colour) -> bool:
        """Whether letters and hairlines in a colour print over what is below them."""

    def shades(self, colours: Sequence[Colour]) -> tuple[str, list[tuple[float, ...]]]:
        """The space (a device's, or a separation's name) in which colours shade, and what they are in it."""


class ScreenInks:
    """Light: every colour by its RGB twin, nothing overprints, any line can be seen."""

    finest = 0.0
    single = False

    def fill(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} rg".format(*colour.rgb)

    def stroke(self, colour: Colour) -> str:
        return "{:.4g} {:.4g} {:.4g} RG".format(*colour.rgb)

    def text(self, colour: Colour, size: float) -> tuple[str, str]:
        return KNOCKOUT, self.fill(colour)

    def overprints(self, colour: Colour) -> bool:
        return False

    def shades(self, colours: Sequence[Colour]) -> tuple[str, list[tuple[float, ...]]]:
        return "DeviceRGB", [colour.rgb for colour in colours]


class PressInks:
    """The four process inks and the spot inks a printer takes; `separations` gathers those met."""

    single = False

    def __init__(self, printer: PrinterProfile) -> None:
        self.finest = printer.minimum_line
        self._printer = printer
        self._texts: dict[tuple[Colour, bool], tuple[str, str]] = {}
        self.separations: dict[str, tuple[str, Colour]] = {}
        """By the ink's name: its resource name and a colour that has its substitute."""

    def fill(self, colour: Colour) -> str:
        name = self._separation(colour)
        return f"/{name} cs 1 scn" if name else "{:.4g} {:.4g} {:.4g} {:.4g} k".format(*self._held(colour))

    def stroke(self, colour: Colour) -> str:
        name = self._separation(colour)
        return f"/{name} CS 1 SCN" if name else "{:.4g} {:.4g} {:.4g} {:.4g} K".format(*self._held(colour))

    def text(self, colour: Colour, size: float) -> tuple[str, str]:
        key = (colour, size < self._printer.one_ink_text)
        found = self._texts.get(key)
        if found is None:
            printed = in_one_ink(colour, self._printer) if key[1] else colour
            state = OVERPRINT if self.overprints(printed) else KNOCKOUT
            found = self._texts[key] = (state, self.fill(printed))
        return found

    def overprints(self, colour: Colour) -> bool:
        """Full black alone: it hides what is below, and no white shows where plates miss."""
        return colour.spot is None and colour.cmyk == BLACK.cmyk

    def shades(self, colours: Sequence[Colour]) -> tuple[str, list[tuple[float, ...]]]:
        """One spot ink and bare paper stay tints of that ink; anything else is in process inks."""
        inked = [colour for colour in colours if colour.spot is not None or any(colour.cmyk)]
        name = self._separation(inked[0]) if len({colour.spot for colour in inked}) == 1 else None
        if name is not None:
            return name, [(float(colour.spot is not None),) for colour in colours]
        return "DeviceCMYK", [self._held(colour) for colour in colours]

    def _held(self, colour: Colour) -> tuple[float, float, float, float]:
        """Its inks within the printer's limit: black stays, the others give way alike."""
        cyan, magenta, yellow, black = colour.cmyk
        colours = cyan + magenta + yellow
        room = self._printer.ink_limit - black
        if colours <= room:
            return colour.cmyk
        share = math.floor(1000 * max(room, 0.0) / colours) / 1000
        return (cyan * share, magenta * share, yellow * share, black)

    def _separation(self, colour: Colour) -> str | None:
        if colour.spot is None or not takes_spot(colour.spot, self._printer):
            return None
        number = len(self.separations) + 1
        return self.separations.setdefault(colour.spot, (f"Spot{number}", colour))[0]


def takes_spot(name: str, printer: PrinterProfile) -> bool:
    """Whether a spot ink is printed as such; else its CMYK substitute is."""
    if name == ALL:
        return True
    return printer.spots is SpotPolicy.ALLOWED or (
        printer.spots is SpotPolicy.LISTED and name in printer.spot_names
    )


def ink_count(colour: Colour, printer: PrinterProfile) -> int:
    """How many plates a colour prints on."""
    if colour.spot is not None and takes_spot(colour.spot, printer):
        return 1
    return sum(tint > 0 for tint in colour.cmyk)


def in_one_ink(colour: Colour, printer: PrinterProfile) -> Colour:
    """The colour itself if it has one ink; else black, or bare paper where it was nearly that."""
    if ink_count(colour, printer) <= 1:
        return colour
    red, green, blue = colour.rgb
    return WHITE if 0.299 * red + 0.587 * green + 0.114 * blue >= PALE else BLACK
