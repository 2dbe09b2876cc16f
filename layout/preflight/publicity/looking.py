"""Takes a file and its pages' sketches, gives the emblems and logos that are seen on them; judges nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from layout.model.geometry import Point, Rect, contains, distance
from layout.model.products.publicity import Likeness
from layout.preflight.facts import PageFacts
from layout.preflight.gathering.views import Pages, Pixel, View, open_pages
from layout.preflight.graphics.emblem_sight import EmblemForm, PublicityFacts, SeenEmblem, SeenLogo
from layout.preflight.publicity.beside import find_logos
from layout.preflight.publicity.emblems import ASPECT, RING, STAR, DrawnEmblem, find_emblems
from layout.preflight.publicity.pixels import differ, find_in_pixels, is_blue, is_dark, is_white, is_yellow
from layout.preflight.reading.limits import Limits
from layout.preflight.walk.areas import finished

PIXELS = 150
"""Rows of pixels in which an emblem is looked at."""
STRAY = 45
"""How far a pixel of the field may be from its usual colour, of 255."""
BORDER = 1 / 25
"""Width of the white border, in heights of the emblem (Interinstitutional Style Guide, annex A1)."""
ANGLE = math.cos(math.radians(1.0))


def look_for_marks(
    data: bytes, pages: Sequence[PageFacts], logos: Sequence[Likeness], limits: Limits
) -> PublicityFacts:
    """Emblems and logos of the first pages of a file, as many as `limits` let be rendered."""
    emblems: list[SeenEmblem] = []
    marks: list[SeenLogo] = []
    with open_pages(data) as opened:
        if opened is None:
            return PublicityFacts(problem="publicity-unrendered")
        for page in pages[: limits.render_pages]:
            found = list(_look_at_page(opened, page))
            emblems += found
            if found:
                marks += find_logos(opened, page, found, logos)
    problem = "publicity-partial" if len(pages) > limits.render_pages else ""
    return PublicityFacts(emblems=tuple(emblems), logos=tuple(marks), problem=problem)


def _look_at_page(opened: Pages, page: PageFacts) -> Iterator[SeenEmblem]:
    drawn = list(find_emblems(page.sketch))
    for emblem in drawn:
        yield _look_at(opened, page, emblem)
    for box, form in find_in_pixels(opened, page, [emblem.box for emblem in drawn]):
        up = (0.0, 1.0)
        yield SeenEmblem(
            page=page.number,
            box=box,
            up=up,
            height=box.height,
            vector=False,
            form=form,
            upright=_is_upright(page, box, up),
        )


def _look_at(opened: Pages, page: PageFacts, emblem: DrawnEmblem) -> SeenEmblem:
    height = emblem.height
    area = emblem.box.grown(4 * BORDER * height)
    view = opened.view(page.number, area, PIXELS / height)
    length = math.hypot(*emblem.up) or 1.0
    up = (emblem.up[0] / length, emblem.up[1] / length)
    seen = contains(finished(page), emblem.box, 0.5) and contains(emblem.within, emblem.box, 0.5)
    return SeenEmblem(
        page=page.number,
        box=emblem.box,
        up=up,
        height=height,
        vector=True,
        form=emblem.form,
        flaws=emblem.flaws,
        stars=emblem.stars,
        colours=emblem.colours,
        upright=_is_upright(page, emblem.box, up),
        hidden=_hidden(view, emblem) if view and seen else float(not seen),
        bare=_bare(view, emblem) if view else 0.0,
    )


def _is_upright(page: PageFacts, box: Rect, up: Point) -> bool:
    """Whether an emblem stands as the words nearest to it do, or as the page where it has none."""
    right = (up[1], -up[0])
    texts = [run for run in page.texts if len(run.text.strip()) > 2]
    nearest = min(texts, key=lambda run: distance(run.box, box), default=None)
    if nearest is not None:
        return right[0] * nearest.direction[0] + right[1] * nearest.direction[1] >= ANGLE
    turn = math.radians(page.rotate)
    return right[0] * math.cos(turn) + right[1] * math.sin(turn) >= ANGLE


def _hidden(view: View, emblem: DrawnEmblem) -> float:
    """Which part of an emblem's field, or of its stars, looks otherwise than its form says."""
    field, stars = _points(emblem)
    pixels = [pixel for point in field if (pixel := view.at(point))]
    if not pixels:
        return 1.0
    red, green, blue = (sorted(channel)[len(pixels) // 2] for channel in zip(*pixels, strict=True))
    usual = (red, green, blue)
    looks_field, looks_star = _looks(emblem, usual)
    if not looks_field(usual):
        return 1.0
    stray = sum(differ(pixel, usual) > STRAY for pixel in pixels)
    lit = [pixel for point in stars if (pixel := view.at(point))]
    dark = sum(not looks_star(pixel) for pixel in lit)
    return max(stray / len(pixels), dark / max(len(lit), 1))


def _points(emblem: DrawnEmblem) -> tuple[list[Point], list[Point]]:
    """Places in the field away from stars and edge, and the stars' middles."""
    hours = [(math.sin(math.tau * hour / 12), math.cos(math.tau * hour / 12)) for hour in range(12)]
    stars = [(2 * RING / ASPECT * x, 2 * RING * y) for x, y in hours]
    field = []
    for column in range(24):
        for row in range(16):
            x, y = -0.95 + 1.9 * column / 23, -0.93 + 1.86 * row / 15
            apart = min(math.hypot((x - sx) * ASPECT / 2, (y - sy) / 2) for sx, sy in stars)
            if apart > 1.35 * STAR:
                field.append(emblem.at(x, y))
    return field, [emblem.at(*star) for star in stars]


Look = Callable[[Pixel], bool]


def _looks(emblem: DrawnEmblem, usual: Pixel) -> tuple[Look, Look]:
    """How field and stars should look; wrong colours have a rule of their own, and only are to differ."""
    known = _LOOKS.get(emblem.form)
    if known is None or emblem.colours:
        return (lambda pixel: True), (lambda pixel: differ(pixel, usual) > STRAY / 2)
    return known


_LOOKS: Mapping[EmblemForm, tuple[Look, Look]] = {
    EmblemForm.COLOURED: (is_blue, is_yellow),
    EmblemForm.BLACK: (is_white, is_dark),
    EmblemForm.BLUE: (is_blue, is_white),
}


def _bare(view: View, emblem: DrawnEmblem) -> float:
    """Which part of the border is not white where there is a coloured ground outside it."""
    coloured = bare = total = 0
    for x, y in _rim(40):
        total += 1
        beyond = view.at(emblem.at(*_pushed(x, y, 1.8 * BORDER)))
        border = view.at(emblem.at(*_pushed(x, y, 0.5 * BORDER)))
        if beyond and not is_white(beyond):
            coloured += 1
            bare += bool(border and not is_white(border))
    return bare / (4 * 40) if coloured > total / 8 else 0.0


def _rim(steps: int) -> Iterator[Point]:
    """Places along the field's four edges, in half widths and half heights."""
    for step in range(steps):
        along = -0.9 + 1.8 * step / (steps - 1)
        yield from ((along, 1.0), (along, -1.0), (1.0, along), (-1.0, along))


def _pushed(x: float, y: float, by: float) -> Point:
    """A place of the rim moved outward by a part of the height."""
    if abs(y) == 1.0:
        return x, y * (1 + 2 * by)
    return x * (1 + 2 * by / ASPECT), y
