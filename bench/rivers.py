"""Takes the word gaps of a paragraph's lines, counts the rivers among them; reads no page.

river     a strip of white, at least a quarter of the natural word space wide, that runs straight through the
          word gaps of four lines in a row or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Gap = tuple[float, float]
"""Left and right edge of a word gap, in points."""

LINES = 4
WIDTH = 0.25


def count_rivers(lines: Iterable[Sequence[Gap]], natural: float) -> int:
    """Rivers among lines in a row, each counted once however long; `natural` is the word space in points."""
    rivers = 0
    strips: list[tuple[float, float, int]] = []
    for gaps in lines:
        through = []
        for left, right in gaps:
            strip = (left, right, 1)
            for start, end, depth in strips:
                low, high = max(left, start), min(right, end)
                if high - low >= WIDTH * natural and depth >= strip[2]:
                    strip = (low, high, depth + 1)
            rivers += strip[2] == LINES
            through.append(strip)
        strips = through
    return rivers
