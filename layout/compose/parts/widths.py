"""Takes what the columns of a table need, gives how wide each is; sets no words."""

from __future__ import annotations

from collections.abc import Sequence

from layout.model.blocks.tables import ColumnWidth
from layout.model.records import Struct

TOLERANCE = 0.01
"""Points by which words may stick out unseen."""


class ColumnNeed(Struct, frozen=True):
    """What a column's words need: `least` for the widest unbreakable one, `most` for all on one line."""

    least: float
    most: float


def share_out(needs: Sequence[ColumnNeed], asked: Sequence[ColumnWidth], room: float) -> list[float] | None:
    """The widths of columns in `room` points, all together at most that; None where words stick out.

    What is `asked` is done; the other columns get what their words need, or share what is left evenly as
    far as their words allow.
    """
    asked = asked or [ColumnWidth()] * len(needs)
    widths = [width.points + width.part * room for width in asked]
    rest = room - sum(widths)
    shares = sum(width.share for width in asked)
    free = [index for index, width in enumerate(asked) if width.fits_words]
    if shares:
        level = rest if not free else rest * len(free) / len(needs)
        fitted = _level([needs[index] for index in free], level)
        rest -= sum(fitted)
        widths = [w + rest * one.share / shares for w, one in zip(widths, asked, strict=True)]
    else:
        fitted = _level([needs[index] for index in free], rest)
    for index, width in zip(free, fitted, strict=True):
        widths[index] = width
    narrow = any(width < need.least - TOLERANCE for width, need in zip(widths, needs, strict=True))
    return None if narrow or sum(widths) > room + TOLERANCE else widths


def _level(needs: Sequence[ColumnNeed], room: float) -> list[float]:
    """Widths between what each needs at least and at most, as alike as they may be, `room` in all."""
    if sum(need.most for need in needs) <= room:
        return [need.most for need in needs]
    low, high = 0.0, room
    for _ in range(50):
        middle = (low + high) / 2
        if sum(_clamp(middle, need) for need in needs) > room:
            high = middle
        else:
            low = middle
    return [_clamp(low, need) for need in needs]


def _clamp(width: float, need: ColumnNeed) -> float:
    return min(max(width, need.least), need.most)
