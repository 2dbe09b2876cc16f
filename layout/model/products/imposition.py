"""Imposition as data: the job a user asks for, the plan of sheets, and what came out of it."""

from __future__ import annotations

from enum import Enum

from layout.model.diagnostic import Diagnostic
from layout.model.geometry import Matrix, Rect
from layout.model.records import Struct
from layout.model.units import mm

Slot = int | None
"""A page number from 1, or None for a blank."""

A4 = (mm(210), mm(297))

COPY_PAPER_BULK = 1.3
"""cm³/g of ordinary office paper (80 g/m² is 0.104 mm thick); coated stock is about 0.8."""


def paper_thickness(grammage: float, bulk: float = COPY_PAPER_BULK) -> float:
    """Points of one leaf's thickness: g/m² times bulk in cm³/g gives micrometres (ISO 534)."""
    return mm(grammage * bulk / 1000.0)


class Scheme(Enum):
    """How pages are laid out on sheets."""

    BOOKLET = "booklet"
    TWO_UP = "2up"
    PLAIN = "plain"


class Job(Struct, frozen=True, kw_only=True):
    """What to do with a finished PDF; lengths in points.

    `sheet` is the paper, in either orientation (the job turns it); None cuts the sheet to the pages.
    `paper` is one leaf's thickness, from which creep follows; `signature` the most sheets folded as
    one; `unprintable` the margin a printer leaves white at each edge of the sheet, 0 for none known.
    `press` keeps up to `bleed` of the file's bleed and adds crop marks; otherwise pages are clipped
    to their trim. `alignment` puts a test sheet in front.
    """

    scheme: Scheme = Scheme.BOOKLET
    sheet: tuple[float, float] | None = A4
    paper: float = 0.0
    signature: int | None = None
    fold_marks: bool = False
    staple_marks: bool = False
    unprintable: float = 0.0
    press: bool = False
    bleed: float = mm(3)
    alignment: bool = False


class Side(Struct, frozen=True):
    """One side of a sheet: its slots from left to right (or from top to bottom)."""

    slots: tuple[Slot, ...]

    @property
    def blank(self) -> bool:
        return all(slot is None for slot in self.slots)


class Sheet(Struct, frozen=True):
    """Front and back of one sheet; `depth` counts the sheets folded around it within its signature."""

    front: Side
    back: Side
    signature: int = 0
    depth: int = 0

    @property
    def sides(self) -> tuple[Side, Side]:
        return (self.front, self.back)


class Plan(Struct, frozen=True):
    """The sheets in the order they leave the printer; signatures one after the other."""

    scheme: Scheme
    pages: int
    sheets: tuple[Sheet, ...]

    @property
    def blanks(self) -> int:
        """Slots left white."""
        return sum(slot is None for sheet in self.sheets for side in sheet.sides for slot in side.slots)


class PageBox(Struct, frozen=True):
    """What a page shows, in its own user space: the trim (or crop) and what bleeds past it.

    `turn` is the clockwise quarter turns it is shown with (0…3), `unit` the points in one user unit.
    """

    trim: Rect
    bleed: Rect
    turn: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as shown, turned."""
        width, height = self.trim.width * self.unit, self.trim.height * self.unit
        return (height, width) if self.turn % 2 else (width, height)


class PlacedPage(Struct, frozen=True):
    """One page on one side of a sheet: where its trim comes to lie and what of it may be seen."""

    page: int
    matrix: Matrix
    trim: Rect
    clip: Rect
    scale: float


class Imposed(Struct, frozen=True):
    """The finished file, its plan, and what the user should know about it."""

    pdf: bytes
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
