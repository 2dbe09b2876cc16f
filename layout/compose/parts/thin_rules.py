"""Takes a desk, gives the thin rules over its columns and under titles; entries are others' work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layout.compose.desk import Desk, SetPassage
from layout.compose.drawings.river import draw_rule
from layout.compose.parts.titles import stand_titles
from layout.compose.rows import Fixed
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item
from layout.model.theme import COMMON

RULE_WEIGHT = 0.5
RULE_DROP = 3.0
"""Points from the foot of a title to the rule below it."""
TITLE_GAP = 6.0
"""Points from the foot of a title to its first entry: half a line of the grid."""


def rule_columns(y: float, desk: Desk) -> Iterator[DrawingItem]:
    """A rule over each column, `y` points below the row's top."""
    return rule_spans([desk.columns[side] for side in desk.sides], y, RULE_WEIGHT, desk)


def rule_spans(
    spans: Iterable[tuple[float, float]], y: float, weight: float, desk: Desk
) -> Iterator[DrawingItem]:
    """A rule of `weight` points over each of `spans` (x, width), `y` points below the row's top."""
    for x, width in spans:
        rule = draw_rule(width, desk.theme.colour(COMMON), weight)
        yield DrawingItem(Box(x, y, width, weight), rule, ARTIFACT)


def title_over_rule(
    passages: tuple[SetPassage | None, ...], desk: Desk, gap: float = TITLE_GAP
) -> tuple[Fixed, float]:
    """A title in each column with a rule below it, and the height it takes with the `gap` to its entries."""
    lines, foot = stand_titles(passages, desk)
    items: list[Item] = [*lines]
    items.extend(rule_columns(foot + RULE_DROP, desk))
    return Fixed(tuple(items)), foot + gap
