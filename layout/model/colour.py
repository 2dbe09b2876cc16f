"""A colour as the printer and as the screen need it: CMYK with its RGB twin."""

from __future__ import annotations

from layout.model.records import Struct


class Colour(Struct, frozen=True):
    """Inks and light, each component 0…1; `spot` names a Separation whose alternate is `cmyk`."""

    cmyk: tuple[float, float, float, float]
    rgb: tuple[float, float, float]
    spot: str | None = None


BLACK = Colour((0, 0, 0, 1), (0.1, 0.1, 0.1))
WHITE = Colour((0, 0, 0, 0), (1, 1, 1))
ALARM = Colour((0, 1, 1, 0), (0.85, 0, 0))
"""What a draft marks its faults with."""
