"""Where the marks stand that a page is cut by, on a drawn sheet as on an imposed one; draws none."""

from __future__ import annotations

from layout.model.records import Struct
from layout.model.units import mm

HAIRLINE = 0.3
"""Thickness of any line that is cut, folded or measured by."""
CLEARANCE = mm(0.5)
"""Least distance of marks from the bleed."""


class CropMarks(Struct, frozen=True):
    """Marks round a trimmed page, in points: from the trim to where they begin, how long and how thick."""

    distance: float
    length: float = mm(5)
    width: float = HAIRLINE

    @property
    def reach(self) -> float:
        """From the trim to where marks end."""
        return self.distance + self.length


def marks_beyond(bleed: float, offset: float) -> CropMarks:
    """Marks that begin `offset` from the trim, and never at the bleed."""
    return CropMarks(max(offset, bleed + CLEARANCE))
