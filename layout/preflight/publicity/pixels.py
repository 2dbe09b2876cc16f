"""Takes a page, gives the emblems that only its rendering shows: of pixels, or drawn in an unknown way."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from layout.model.geometry import Point, Rect, distance
from layout.preflight.facts import PageFacts
from layout.preflight.gathering.views import Pages, Pixel, View, patches
from layout.preflight.publicity.emblems import ASPECT, RING
from layout.preflight.walk.areas import bled

PPI = 100.0
"""Resolution in which fields of blue are looked for."""
SMALLEST = 10
"""Pixels of the smallest field: 2.5 mm."""
CLOSER = 140
"""Rows of pixels in which such a field is looked at."""
PAPER, INK = 232, 110
"""The darkest channel of white, the lightest of black."""
ASPECTS = (1.3, 1.75)
FILLED = 0.6
"""Least part of its box that a field fills."""
ENOUGH = 10
"""Stars of twelve that make an emblem of a blue field."""
BLUES: tuple[Pixel, ...] = ((0, 51, 153), (0, 73, 154), (22, 78, 160))
"""The emblem's blue as RGB and as different programs render 100/80/0/0."""


def is_blue(pixel: Pixel) -> bool:
    """Whether a pixel may be the emblem's blue, whatever way its inks were rendered."""
    red, green, blue = pixel
    return blue > 90 and blue > red + 50 and blue > green + 25 and red < 90 and green < 120


def is_yellow(pixel: Pixel) -> bool:
    """Whether a pixel may be the emblem's yellow."""
    red, green, blue = pixel
    return red > 190 and green > 150 and blue < 130


def is_white(pixel: Pixel) -> bool:
    """Whether a pixel is paper."""
    return min(pixel) >= PAPER


def is_dark(pixel: Pixel) -> bool:
    """Whether a pixel is black."""
    return max(pixel) < INK


def differ(one: Pixel, other: Pixel) -> int:
    """The difference in the channel that differs most."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def find_in_pixels(opened: Pages, page: PageFacts, known: Sequence[Rect]) -> Iterator[Rect]:
    """The fields of emblems that are not among the `known` ones."""
    view = opened.view(page.number, bled(page), PPI / 72)
    if view is None:
        return
    mask = view.near(BLUES[1], 48)
    if mask.getbbox() is None:
        return
    for left, top, right, bottom, count in patches(mask, SMALLEST):
        wide, high = right - left, bottom - top
        box = view.box_of(left, top, right, bottom)
        if not ASPECTS[0] < wide / high < ASPECTS[1] or count < FILLED * wide * high:
            continue
        if all(distance(box, other) > 0 for other in known) and _has_stars(opened, page, box):
            yield box


def _has_stars(opened: Pages, page: PageFacts, box: Rect) -> bool:
    view = opened.view(page.number, box, CLOSER / box.height)
    if view is None:
        return False
    hours = [(math.sin(math.tau * hour / 12), math.cos(math.tau * hour / 12)) for hour in range(12)]
    stars = sum(_shows(view, _place(box, RING * x, RING * y), is_yellow) for x, y in hours)
    between = (_place(box, 0.0, 0.0), _place(box, -0.6, 0.4), _place(box, 0.6, -0.4), _place(box, 0.6, 0.4))
    return stars >= ENOUGH and all(_shows(view, point, is_blue) for point in between)


def _place(box: Rect, x: float, y: float) -> Point:
    """A place in a field, in heights from its middle."""
    across = (box.x0 + box.x1) / 2 + x * box.width / ASPECT
    return across, (box.y0 + box.y1) / 2 + y * box.height


def _shows(view: View, point: Point, look: Callable[[Pixel], bool]) -> bool:
    """Whether a pixel at a place, or close by, looks as it should."""
    reach = view.area.height / 60
    near = ((0.0, 0.0), (reach, 0.0), (-reach, 0.0), (0.0, reach), (0.0, -reach))
    pixels = (view.at((point[0] + dx, point[1] + dy)) for dx, dy in near)
    return any(pixel is not None and look(pixel) for pixel in pixels)
