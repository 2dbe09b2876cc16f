"""How its author wants a picture: which page of a document it is, and what becomes of its pixels."""

from __future__ import annotations

from enum import Enum

from layout.model.colour import Colour
from layout.model.records import Struct


class SheetBox(Enum):
    """The part of a PDF's page that is the picture (ISO 32000-1, 14.11.2)."""

    TRIM = "trim"
    BLEED = "bleed"
    CROP = "crop"
    MEDIA = "media"
    ART = "art"


class PageChoice(Struct, frozen=True):
    """A page of a PDF, counted from 1, and the box of it that is shown."""

    page: int = 1
    box: SheetBox = SheetBox.TRIM


FIRST = PageChoice()


class PictureLook(Struct, frozen=True, kw_only=True):
    """What is shown of a picture's file, and how.

    `sharpening` (parts of 1) is done to pixels that were made fewer; a photograph is set in the two inks of
    `duotone`, the first of which carries its shadows.
    """

    choice: PageChoice = FIRST
    sharpening: float = 0.0
    duotone: tuple[Colour, Colour] | None = None


PLAIN = PictureLook()
