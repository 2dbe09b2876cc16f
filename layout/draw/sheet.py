"""Takes a page's size and who prints it, gives the paper round it: bleed and room for marks, in points."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.layout import Layout
from layout.model.printer import PrinterProfile
from layout.model.units import mm

MARK_LENGTH = mm(5)
"""How far marks reach from where they begin."""
MARK_ROOM = MARK_LENGTH + mm(1)
MARK_GAP = mm(0.5)
"""Least distance of marks from the bleed."""

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top, y upward from the sheet's lower left corner."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A trimmed page on paper that reaches `margin` beyond it; `bleed` of that is printed."""

    width: float
    height: float
    bleed: float = 0.0
    margin: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return (self.width + 2 * self.margin, self.height + 2 * self.margin)

    def box(self, beyond: float = 0.0) -> Corners:
        """The trimmed page, or what reaches `beyond` it on all sides."""
        inset = self.margin - beyond
        return (inset, inset, self.margin + self.width + beyond, self.margin + self.height + beyond)


def sheet_of(layout: Layout, printer: PrinterProfile | None) -> Sheet:
    """The sheet of a layout's pages: for a screen the trimmed page alone."""
    if printer is None:
        return Sheet(layout.width, layout.height)
    margin = mark_distance(printer) + MARK_ROOM if printer.marks else printer.bleed
    return Sheet(layout.width, layout.height, printer.bleed, margin)


def mark_distance(printer: PrinterProfile) -> float:
    """From the trim to where marks begin: as far as the printer says, and never at the bleed."""
    return max(printer.mark_offset, printer.bleed + MARK_GAP)
