"""Takes a code, hangs it at the outer end of the right column, gives the room it leaves for words."""

from __future__ import annotations

from layout.compose.desk import Desk
from layout.model.drawing import Drawing
from layout.model.layout import Box, DrawingItem


def hang_code(drawing: Drawing, quiet: float, top: float, desk: Desk) -> DrawingItem:
    """A code flush with the right edge, its dark part from `top` down; its `quiet` zone hangs out."""
    left, width = desk.measure
    box = Box(left + width - drawing.width + quiet, top - quiet, drawing.width, drawing.height)
    return DrawingItem(box, drawing, desk.leaves.take())


def boxes_beside(taken: float, desk: Desk) -> dict[int, tuple[float, float]]:
    """Room for the words of each side, (x, width): its column, the last one less what is `taken` of it."""
    boxes = {side: desk.columns[side] for side in desk.sides}
    x, width = boxes[desk.sides[-1]]
    return {**boxes, desk.sides[-1]: (x, width - taken)}
