"""Takes the shapes of logos and the heights some of them have, gives sizes in which none looks larger."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from layout.images.marks.emblem import ASPECT
from layout.model.units import mm

SIDE = mm(12)
"""Of a square logo without a height of its own; others have its area."""
LOWEST, HIGHEST = mm(5), mm(20)
"""Heights between which logos stay, however long or tall they are."""

Size = tuple[float, float]


def size_logos(wishes: Sequence[tuple[float, float | None]], emblem: float | None = None) -> list[Size]:
    """Width and height in points of each logo, of which its aspect and its height, if it has one, are wished.

    Equal heights make a long logo look larger than a square one: those without a height have equal areas.
    They are made smaller together where one would be larger than an emblem as high as `emblem`, in width and
    height (Regulation (EU) 2021/1060, Annex IX, 1.7).
    """
    sizes = [_of_area(aspect) if height is None else (aspect * height, height) for aspect, height in wishes]
    free = [size for size, (_, height) in zip(sizes, wishes, strict=True) if height is None]
    scale = min((emblem / min(high, wide / ASPECT) for wide, high in free if emblem), default=1.0)
    scale = min(1.0, scale)
    return [
        (scale * wide, scale * high) if height is None else (wide, high)
        for (wide, high), (_, height) in zip(sizes, wishes, strict=True)
    ]


def _of_area(aspect: float) -> Size:
    height = min(max(SIDE / sqrt(aspect), LOWEST), HIGHEST)
    return (aspect * height, height)
