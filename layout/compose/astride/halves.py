"""Takes what stands over both pages of a spread, gives each page's half; loses nothing in the fold."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.desk import Desk
from layout.model.layout import Box, DrawingItem, ImageItem
from layout.model.records import replace
from layout.model.theme import Page

MIDDLE = 0.5
"""The part of its width and height that a picture shows where nobody says what matters in it."""


def spread_span(page: Page) -> tuple[float, float]:
    """(x, width) of both pages with their outer bleed, x from the left page's trim."""
    return (-page.bleed, 2 * page.width + 2 * page.bleed)


def part_over_fold(
    items: Iterable[DrawingItem | ImageItem], desk: Desk
) -> tuple[list[DrawingItem | ImageItem], ...]:
    """`items` that stand over a spread, x from the left page's trim, as each of its pages shows them.

    Each half goes on beyond the fold as far as the page's bleed does.
    """
    page = desk.theme.page
    whole = tuple(items)
    return tuple(
        [replace(item, box=_moved(item.box, -side * page.width), clip=_seen(item, page)) for item in whole]
        for side in (0, 1)
    )


def _seen(item: DrawingItem | ImageItem, page: Page) -> Box:
    box = item.clip or item.box
    return Box(-page.bleed, box.y, page.width + 2 * page.bleed, box.height)


def _moved(box: Box, dx: float) -> Box:
    return Box(box.x + dx, box.y, box.width, box.height)


def fit_spread(size: tuple[float, float], box: Box, focus: tuple[float, float] | None, desk: Desk) -> Box:
    """Where a picture of `size` stands that fills `box`, x from the left page's trim.

    What is in focus keeps clear of the fold, if need be in a slightly larger picture; where there is room it
    stands in the middle of the page it is nearer to.
    """
    page = desk.theme.page
    scale = max(box.width / size[0], box.height / size[1])
    x, y = focus or (MIDDLE, MIDDLE)
    if focus is not None:
        scale = max(scale, _clear(x, size[0], box, page))
    width, height = size[0] * scale, size[1] * scale
    aim = MIDDLE * box.width if focus is None else (0.25 if x < MIDDLE else 0.75) * box.width
    left = min(max(width * x - aim, 0.0), width - box.width)
    top = min(max(height * y - box.height / 2, 0.0), height - box.height)
    return Box(box.x - left, box.y - top, width, height)


def _clear(x: float, width: float, box: Box, page: Page) -> float:
    """The least scale in which a picture's part at `x` of its width can stand beside the fold."""
    near = page.width - page.fold - box.x
    far = near + 2 * page.fold
    if x < MIDDLE:
        return max(0.0, (box.width - near) / ((1 - x) * width))
    return far / (x * width)
