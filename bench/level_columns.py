"""Takes the lines of both columns, tells how much of the shorter side stays blank and which feet are level.

blank  lines that the shorter partners of all pairs of paragraphs are short of the longer ones, in a hundred
       lines of room in both columns: twice the longer ones. Headings are left out.
feet   spreads whose two pages end on the same baseline (0.6 pt allowed): a page ends with its lowest line in
       either column. The spread with the text's last page is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bench.alignment import Stream
from bench.tracked import Tracked

LEVEL = 0.6
"""Points by which baselines on the same grid line may differ."""


def blank_lines(columns: Sequence[tuple[Sequence[Tracked], Stream]]) -> tuple[int, int]:
    """Lines that shorter partners lack, and the room for lines in both columns."""
    left, right = (_count_lines(lines, stream) for lines, stream in columns)
    pairs = [(left[block], right[block]) for block in left.keys() & right.keys()]
    return sum(abs(one - other) for one, other in pairs), 2 * sum(max(pair) for pair in pairs)


def level_feet(columns: Sequence[Sequence[Tracked]]) -> tuple[int, int]:
    """Spreads whose feet are level, and spreads of two pages before the last page."""
    feet: dict[int, float] = {}
    for lines in columns:
        for line in lines:
            page = line.line.page
            feet[page] = min(feet.get(page, line.line.y), line.line.y)
    last = max(feet, default=0)
    spreads = [page for page in feet if page % 2 == 0 and page + 1 in feet and page + 1 < last]
    return sum(abs(feet[page] - feet[page + 1]) <= LEVEL for page in spreads), len(spreads)


def _count_lines(lines: Sequence[Tracked], stream: Stream) -> Counter[int]:
    return Counter(stream.places[line.first][0] for line in lines if not line.heading)
