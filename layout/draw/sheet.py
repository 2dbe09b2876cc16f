"""Takes a page's size and who prints it, gives the paper round it: bleed and room for marks, in points."""

from __future__ import annotations

from layout.model.layout import Layout
from layout.model.products.crop_marks import CropMarks, marks_beyond
from layout.model.products.printer import PrinterProfile
from layout.model.records import Struct
from layout.model.units import mm

ROOM = mm(1)
"""Paper beyond the marks."""

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top, y upward from the sheet's lower left corner."""


class PressSheet(Struct, frozen=True):
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


def sheet_of(layout: Layout, printer: PrinterProfile | None) -> PressSheet:
    """The sheet of a layout's pages: for a screen the trimmed page alone."""
    if printer is None:
        return PressSheet(layout.width, layout.height)
    margin = crop_marks(printer).reach + ROOM if printer.marks else printer.bleed
    return PressSheet(layout.width, layout.height, printer.bleed, margin)


def crop_marks(printer: PrinterProfile) -> CropMarks:
    """Marks as far from the trim as the printer says."""
    return marks_beyond(printer.bleed, printer.mark_offset)
