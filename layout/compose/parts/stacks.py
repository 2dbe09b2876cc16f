"""Takes passages, gives them one below the other in their column, and the height they take."""

from __future__ import annotations

from layout.compose.desk import Desk, SetPassage, text_items
from layout.model.content.pairs import ProsePair
from layout.model.layout import TextItem


def stack_of(passage: SetPassage | None) -> tuple[SetPassage, ...]:
    """The passage as a stack of one, or an empty stack."""
    return () if passage is None else (passage,)


def side_stacks(
    pairs: tuple[tuple[ProsePair, str], ...], tag: str, desk: Desk
) -> list[tuple[SetPassage, ...]]:
    """For each side the passages of `pairs` (pair, style role), ready to be stacked in its column."""
    stacks = []
    for side in (0, 1):
        found = (desk.set_side(pair.sides[side], side, role, tag) for pair, role in pairs)
        stacks.append(tuple(passage for passage in found if passage is not None))
    return stacks


def stack_items(stack: tuple[SetPassage, ...], y: float, desk: Desk) -> tuple[tuple[TextItem, ...], float]:
    """Passages one below the other from `y`; the items and the height they take."""
    items: list[TextItem] = []
    start = y
    for passage in stack:
        items.extend(text_items(passage, y, desk))
        y += passage.text.leading * len(passage.text.lines)
    return tuple(items), y - start
