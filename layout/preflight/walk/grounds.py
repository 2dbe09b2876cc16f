"""Takes what a page paints, in order, gives the colour that a text stands on; judges none."""

from __future__ import annotations

from layout.model.geometry import Rect, meet
from layout.model.records import Struct, field
from layout.preflight.graphics.colour import Seen

PAPER: Seen = (1.0, 1.0, 1.0)
MOST = 400
"""Areas of a page that are remembered; behind more of them nothing is told."""
LEAST_AREA = 20.0
"""Square points below which an area is no ground for a text."""
TOUCH = 0.05
"""The part of a text's box that may lie on something else."""


class Grounds(Struct):
    """The areas painted so far; each with its colour, None where it has several or is no rectangle."""

    areas: list[tuple[Rect, Seen | None]] = field(default_factory=list)

    def add(self, box: Rect, seen: Seen | None) -> None:
        """One more area, over those before it."""
        if _area(box) >= LEAST_AREA and len(self.areas) <= MOST:
            self.areas.append((box, seen))

    def under(self, box: Rect) -> Seen | None:
        """The colour below a box; None where it cannot be told."""
        if len(self.areas) > MOST:
            return None
        whole = max(_area(box), 0.01)
        for area, seen in reversed(self.areas):
            shared = meet(area, box)
            part = _area(shared) / whole if shared is not None else 0.0
            if part > TOUCH:
                return seen if part > 1 - TOUCH else None
        return PAPER


def _area(box: Rect) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
