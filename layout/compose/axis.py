"""Takes a Brochure and its theme, gives the theme with the columns as wide as the brochure wants them."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.blocks.block import Block
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.content.brochure import Brochure
from layout.model.records import replace
from layout.model.theme import Theme

NARROWEST = 0.44
"""The least part of both columns' width that a language gets by the length of its text."""
STEP = 0.01
"""The share comes in steps of so much: with every letter typed all pages would else be set anew."""


def set_axis(brochure: Brochure, theme: Theme) -> Theme:
    """`theme` with the left column's share as `brochure` or it says: a number, or by the text's length."""
    wanted = brochure.columns or theme.columns
    if wanted is None:
        return theme
    share = _measure_share(brochure) if wanted.left is None else wanted.left
    return replace(theme, page=replace(theme.page, left_share=share))


def _measure_share(brochure: Brochure) -> float:
    """The left language's part of the running text that both have: both then come to as many lines."""
    blocks = [block for section in brochure.sections for block in section.blocks]
    lengths = [0, 0]
    for block in blocks:
        for left, right in _pairs(block):
            lengths[0] += left
            lengths[1] += right
    if not all(lengths):
        return 0.5
    share = lengths[0] / sum(lengths)
    return round(min(max(share, NARROWEST), 1 - NARROWEST) / STEP) * STEP


def _pairs(block: Block) -> Iterator[tuple[int, int]]:
    """The letters of both sides of each pair in a block of running text."""
    if isinstance(block, ItemList):
        pairs = [pair for item in block.items for pair in (item.text, *item.items)]
    elif isinstance(block, Text | Quote):
        pairs = [block.text]
    else:
        pairs = []
    for left, right in (pair.sides for pair in pairs):
        if left is not None and right is not None:
            yield len(left.text), len(right.text)
