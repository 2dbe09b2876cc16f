"""Takes a code, hangs it between both columns or at the end of the only one, gives the room for words."""

from __future__ import annotations

from layout.compose.desk import Desk
from layout.model.drawing import Drawing
from layout.model.layout import Box, DrawingItem


def hang_code(drawing: Drawing, quiet: float, top: float, desk: Desk) -> DrawingItem:
    """A code over the gutter, where it is no language's own, its dark part from `top` down.

    Beside one column alone it is flush with the right edge; its `quiet` zone hangs out.
    """
    left, width = desk.measure
    x = left + width - drawing.width + quiet
    if len(desk.sides) == 2:
        x = _middle(desk) - drawing.width / 2
    box = Box(x, top - quiet, drawing.width, drawing.height)
    return DrawingItem(box, drawing, desk.leaves.take())


def boxes_beside(dark: float, gap: float, desk: Desk) -> dict[int, tuple[float, float]]:
    """Room for the words of each side, (x, width): its column less a code `dark` points wide and a `gap`."""
    if not dark:
        return {side: desk.columns[side] for side in desk.sides}
    if len(desk.sides) == 1:
        x, width = desk.columns[desk.sides[0]]
        return {desk.sides[0]: (x, width - dark - gap)}
    middle, reach = _middle(desk), dark / 2 + gap
    end = desk.measure[0] + desk.measure[1]
    return {0: (0.0, middle - reach), 1: (middle + reach, end - middle - reach)}


def _middle(desk: Desk) -> float:
    """The middle of the gutter."""
    (left, width), (right, _) = desk.columns
    return (left + width + right) / 2
