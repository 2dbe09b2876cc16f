"""Takes a track and a measure, gives breaks for ragged lines of like length: headings, captions, tables."""

from __future__ import annotations

from math import inf

from layout.text.justify import Breaks
from layout.text.tracks import AT_BARE, AT_HYPHEN, AT_RELUCTANT, AT_SOFT_SPACE, AT_SPACE, FORCED, Track

BREAK_COST = {
    AT_SPACE: 0.0,
    AT_SOFT_SPACE: 0.2,
    AT_HYPHEN: 0.3,
    AT_RELUCTANT: 0.5,
    AT_BARE: 0.05,
    FORCED: 0.0,
}
"""Prices in squares of the measure left empty."""
LINE_COST = 1.0
"""One more line is never worth a calmer edge."""
LAST_WEIGHT = 0.15
"""How much of a short last line's emptiness counts, so that it balances a little."""
OVERFULL_COST = 1e6


def fit_ragged(track: Track, measure: float, balanced: bool) -> Breaks:
    """The breaks that leave the least uneven edge; where `balanced`, the last line counts like the others.

    Lines wider than `measure` are reported as overfull.
    """
    last_weight = 1.0 if balanced else LAST_WEIGHT
    count = len(track.rows)
    cost = [0.0] + [inf] * (count - 1)
    before = [0] * count
    start = 0
    for row in range(1, count):
        for left in range(row - 1, start - 1, -1):
            width = _width(track, left, row)
            kind = track.rows[row][2]
            weight = last_weight if kind == FORCED else 1.0
            price = _price(width, measure, kind, weight)
            if cost[left] + price < cost[row]:
                cost[row] = cost[left] + price
                before[row] = left
            if width > measure * 1.5:
                break
        if track.rows[row][2] == FORCED:
            start = row
    rows = [count - 1]
    while before[rows[-1]] > 0:
        rows.append(before[rows[-1]])
    rows.reverse()
    starts = [0, *rows[:-1]]
    over = tuple(
        order
        for order, (left, row) in enumerate(zip(starts, rows, strict=True))
        if _width(track, left, row) > measure + 0.01
    )
    return Breaks(tuple(rows), over)


def _width(track: Track, left: int, row: int) -> float:
    end, end_space, _, _, _ = track.rows[row]
    _, _, _, begin, begin_space = track.rows[left]
    return end - begin + end_space - begin_space


def _price(width: float, measure: float, kind: int, weight: float) -> float:
    if width > measure + 0.01:
        return OVERFULL_COST + width
    empty = (measure - width) / measure
    return LINE_COST + BREAK_COST[kind] + weight * empty * empty
