"""Takes a point on a sheet, gives where what stands there was written."""

from __future__ import annotations

from layout.live.session import Snapshot
from layout.live.view.problems import item_box
from layout.model.layout import Box, Origin, TextItem

NEAR = 3.0
"""Points beside a line that still mean it."""


def find_hit(state: Snapshot, index: int, x: float, y: float) -> Origin | None:
    """The origin of the words or the picture at a point (points from the sheet's top left), words first."""
    if not 0 <= index < len(state.sheets):
        return None
    sheet = state.sheets[index]
    items = sorted(sheet.page.items, key=lambda item: not isinstance(item, TextItem))
    under = (item for item in items if _holds(item_box(item), x, y))
    origins = (sheet.layout.origin_of(item.leaf) for item in under)
    return next((origin for origin in origins if origin is not None), None)


def _holds(box: Box, x: float, y: float) -> bool:
    across = box.x - NEAR <= x <= box.x + box.width + NEAR
    return across and box.y - NEAR <= y <= box.y + box.height + NEAR
