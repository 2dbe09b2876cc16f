"""Takes a desk, gives the thin rules over its columns; what stands below them is others' work."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.desk import Desk
from layout.compose.river import draw_rule
from layout.model.layout import ARTIFACT, Box, DrawingItem

RULE_WEIGHT = 0.5


def rule_columns(y: float, desk: Desk) -> Iterator[DrawingItem]:
    """A rule over each column, `y` points below the row's top."""
    for x, width in (desk.columns[side] for side in desk.sides):
        rule = draw_rule(width, desk.theme.colour("river"), RULE_WEIGHT)
        yield DrawingItem(Box(x, y, width, RULE_WEIGHT), rule, ARTIFACT)
