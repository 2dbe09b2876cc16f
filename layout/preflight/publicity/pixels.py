"""Takes a page, gives the emblems that only its rendering shows: of pixels, or drawn in an unknown way."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from layout.model.geometry import Point, Rect, distance, meet
from layout.preflight.facts import PageFacts
from layout.preflight.gathering.views import Pages, Pixel, View, patches
from layout.preflight.graphics.emblem_sight import EmblemForm
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
LEAST = 7.0
"""Points of the smallest picture in which one is looked for."""
SHADE, SHADES = 16, 4
"""Levels of grey that count as one, and of how many such a picture is searched."""
STRAY = 40
"""How far levels of one field may be from each other, and how far those of its stars must be."""
BETWEEN = ((0.0, 0.0), (-0.6, 0.4), (0.6, -0.4), (0.6, 0.4))
"""Places of the field away from its stars, in heights from its middle."""
RIM = ((-0.4, 0.493), (0.4, -0.493), (-0.74, 0.2), (0.74, -0.2))
"""Places of the outline."""
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


def find_in_pixels(
    opened: Pages, page: PageFacts, known: Sequence[Rect]
) -> Iterator[tuple[Rect, EmblemForm]]:
    """The fields of emblems that are not among the `known` ones, and how they are coloured."""
    found = list(_find_blue(opened, page, known))
    yield from found
    yield from _find_grey(opened, page, [*known, *(box for box, _ in found)])


def _find_blue(opened: Pages, page: PageFacts, known: Sequence[Rect]) -> Iterator[tuple[Rect, EmblemForm]]:
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
        form = _form_of(opened, page, box) if all(distance(box, other) > 0 for other in known) else None
        if form is not None:
            yield box, form


def _form_of(opened: Pages, page: PageFacts, box: Rect) -> EmblemForm | None:
    """The form of a blue field by its stars; None without twelve of them."""
    view = opened.view(page.number, box, CLOSER / box.height)
    if view is None or not all(_shows(view, _place(box, x, y), is_blue) for x, y in BETWEEN):
        return None
    for form, look in ((EmblemForm.COLOURED, is_yellow), (EmblemForm.BLUE, is_white)):
        if sum(_shows(view, _place(box, RING * x, RING * y), look) for x, y in _hours()) >= ENOUGH:
            return form
    return None


def _hours(shift: float = 0.0) -> list[Point]:
    """Twelve places round a dial of radius 1, from the top (or so much of an hour behind it)."""
    angles = [math.tau * (hour + shift) / 12 for hour in range(12)]
    return [(math.sin(angle), math.cos(angle)) for angle in angles]


def _find_grey(opened: Pages, page: PageFacts, known: Sequence[Rect]) -> Iterator[tuple[Rect, EmblemForm]]:
    """Emblems without colour in the pictures of a page: fields of one grey, or frames round white."""
    told = list(known)
    for placement in page.placements:
        seen = meet(placement.box, bled(page))
        view = None if seen is None or min(seen.width, seen.height) < LEAST else _view(opened, page, seen)
        for box in () if view is None else _fields(view):
            form = None if any(distance(box, other) <= 0 for other in told) else _grey_form(opened, page, box)
            if form is not None:
                told.append(box)
                yield box, form


def _view(opened: Pages, page: PageFacts, box: Rect) -> View | None:
    return opened.view(page.number, box, PPI / 72)


def _fields(view: View) -> Iterator[Rect]:
    """Rectangles of an emblem's proportions: those of each grey that a picture has most of, and all of it."""
    candidates = [(0, 0, view.picture.width, view.picture.height)]
    counts = view.picture.convert("L").histogram()
    shades = sorted(range(0, PAPER, SHADE), key=lambda low: -sum(counts[low : low + SHADE]))[:SHADES]
    for low in shades:
        grey = low + SHADE // 2
        for left, top, right, bottom, _ in patches(view.near((grey, grey, grey), SHADE), SMALLEST):
            candidates.append((left, top, right, bottom))
    for left, top, right, bottom in dict.fromkeys(candidates):
        if ASPECTS[0] < (right - left) / (bottom - top) < ASPECTS[1]:
            yield view.box_of(left, top, right, bottom)


def _grey_form(opened: Pages, page: PageFacts, box: Rect) -> EmblemForm | None:
    """The form of a field without colour by its stars; None where no such stars stand out from it."""
    view = opened.view(page.number, box, CLOSER / box.height)
    if view is None:
        return None
    places = [*BETWEEN, *((RING * x, RING * y) for x, y in _hours(0.5))]
    field = [view.at(_place(box, x, y)) or (0, 0, 255) for x, y in places]
    usual = sorted(field)[len(field) // 2]
    if max(usual) - min(usual) > STRAY or any(differ(pixel, usual) > STRAY for pixel in field):
        return None
    stars = [_place(box, RING * x, RING * y) for x, y in _hours()]
    for sign in (1, -1):
        if sum(_stands_out(view, star, usual, sign) for star in stars) >= ENOUGH:
            rim = [_place(box, x, y) for x, y in RIM]
            framed = sum(_shows(view, point, is_dark) for point in rim) >= len(rim) - 1
            plain = is_white(usual) and framed and all(_shows(view, star, is_dark) for star in stars)
            return EmblemForm.BLACK if plain else EmblemForm.GREY
    return None


def _stands_out(view: View, place: Point, usual: Pixel, sign: int) -> bool:
    """Whether a grey place is lighter (`sign` 1) or darker than the field."""
    pixel = view.at(place)
    grey = pixel is not None and max(pixel) - min(pixel) <= STRAY
    return pixel is not None and grey and sign * (sum(pixel) - sum(usual)) > 3 * STRAY


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
