"""Takes the words of both covers, gives what a theme draws around them, on both pages; sets no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from zlib import crc32

from layout.compose.covers.judge import Trace, is_crossed, trace_items
from layout.compose.covers.words import Words, is_wide, place_in_fields, place_words
from layout.compose.desk import Desk
from layout.compose.drawings.banks import draw_banks, reach_of
from layout.compose.drawings.chart import project
from layout.compose.drawings.circles import TOWNS, bearing, draw_circles, draw_lens, fit_circles
from layout.compose.drawings.course import Ground, find_course, imagine
from layout.compose.drawings.river import draw_ground
from layout.model.blocks.maps import Map
from layout.model.content.brochure import Brochure
from layout.model.drawing import Drawing, Path, oval, rectangle
from layout.model.layout import ARTIFACT, Box, DrawingItem
from layout.model.records import Struct, replace
from layout.model.theme import CIRCLES, PICTURE, PLAIN, RIVER, TYPE, Page

MOUTH = 0.036
"""Width of the river where it leaves the front, as a part of the page's diagonal."""
NARROWER = (1.0, 0.7, 0.45, 0.3, 0.2)
"""Parts of it that are tried, until the words leave it a way."""
AIR = 0.5
"""Between words and a bank, in grid lines at least."""
SOURCE_DOT = 0.22
"""Radius of a town on the river, in parts of the mouth's width."""
MAP_RIM = (0.16, 0.22)
"""What a map's places keep free at the sides, and above and below, in parts of both pages' size."""
BESIDE = 0.12
"""How far from the spine the second town's circle has its centre, in parts of the page's width."""


class OpenCovers(Struct, frozen=True):
    """Both covers laid open, before anything is drawn on them."""

    brochure: Brochure
    desk: Desk
    back: tuple[Box, ...]
    """What the back cover holds."""

    @property
    def page(self) -> Page:
        return self.desk.theme.page

    @property
    def seen(self) -> Box:
        """One page with its bleed."""
        page = self.page
        return Box(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed)

    @property
    def open(self) -> Box:
        """Both pages with their bleed, in a drawing's own coordinates."""
        return Box(0.0, 0.0, self.seen.width + self.page.width, self.seen.height)

    @property
    def seed(self) -> int:
        """What makes this brochure's cover unlike another's, and always the same."""
        return crc32("\n".join(self.brochure.title.sides).encode())

    def cut(
        self, drawing: Drawing, file: str = ""
    ) -> tuple[tuple[DrawingItem, ...], tuple[DrawingItem, ...]]:
        """A drawing over both pages as the front and the back see it."""
        whole = replace(self.open, x=self.seen.x, y=self.seen.y)
        shifted = replace(whole, x=whole.x - self.page.width)
        front, back = (DrawingItem(box, drawing, ARTIFACT, self.seen, file) for box in (shifted, whole))
        return (front,), (back,)

    def opened(self, words: Words) -> tuple[Box, ...]:
        """What stands on both pages, in the coordinates of a drawing over both."""
        page = self.page
        both = ((words.boxes, page.width), (self.back, 0.0))
        return tuple(
            Box(box.x + shift + page.bleed, box.y + page.bleed, box.width, box.height)
            for boxes, shift in both
            for box in boxes
        )


Paths = tuple[Path, ...]
"""What is drawn over both pages, above their ground."""


def draw_mood(sheet: OpenCovers, words: Words) -> Drawing:
    """What the theme draws around these words: its ground and what is on it."""
    area = sheet.open
    ground = draw_ground(area.width, area.height, sheet.desk.theme.colour(sheet.desk.theme.cover.ground))
    return Drawing(area.width, area.height, (*ground.paths, *MOODS[sheet.desk.theme.mood](sheet, words)))


def word_ways(sheet: OpenCovers) -> Iterator[Words]:
    """How the words of the front may stand in this theme, the best way first; raises Rejected for no way."""
    if sheet.desk.theme.mood == TYPE:
        yield place_in_fields(sheet.brochure, sheet.desk, _fields(sheet))
    else:
        yield from place_words(sheet.brochure, sheet.desk)


def _draw_nothing(sheet: OpenCovers, words: Words) -> Paths:
    return ()


def _draw_river(sheet: OpenCovers, words: Words) -> Paths:
    """A river from its source on the back to the front's edge, through a map's places if there is one."""
    area, page, theme = sheet.open, sheet.page, sheet.desk.theme
    boxes = sheet.opened(words)
    meander = imagine(area, sheet.seed)
    stops = _map_stops(sheet) or [meander.start]
    most = MOUTH * (page.width**2 + page.height**2) ** 0.5
    for part in NARROWER:
        mouth = most * part
        ground = Ground(area, boxes, reach_of(mouth) + AIR * page.grid)
        course = find_course(ground, replace(meander, start=stops[0]), stops)
        if course is not None:
            banks = tuple(theme.colour("accent", language) for language in sheet.desk.languages)
            water = theme.colour("common")
            dot = oval(*course[0], SOURCE_DOT * mouth, SOURCE_DOT * mouth)
            return (*draw_banks(course, mouth, water, (banks[0], banks[1])), Path(dot, fill=water))
    return ()


def _map_stops(sheet: OpenCovers) -> list[tuple[float, float]]:
    """Where the places along the first line of the content's maps stand, both pages being their sheet."""
    blocks = (block for section in sheet.brochure.sections for block in section.blocks)
    block = next((one for one in blocks if isinstance(one, Map) and one.line and len(one.places) > 1), None)
    if block is None:
        return []
    area = sheet.open
    places = [(place.latitude, place.longitude) for place in block.places]
    projection = project(places, 1000.0, 1000.0, (0.0, 0.0))[0]
    points = [projection.locate(place) for place in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rim = (MAP_RIM[0] * area.width, MAP_RIM[1] * area.height)

    def spread(value: float, values: list[float], start: float, room: float) -> float:
        span = max(values) - min(values)
        return start + room * ((value - min(values)) / span if span else 0.5)

    found = [
        (
            spread(x, xs, rim[0], area.width - 2 * rim[0]),
            spread(y, ys, rim[1], area.height - 2 * rim[1]),
        )
        for x, y in points
    ]
    return found if found[0][0] <= found[-1][0] else found[::-1]


def _draw_circles(sheet: OpenCovers, words: Words) -> Paths:
    """A circle for each of two towns, lying as the towns do, as large as the words leave room; on the back
    what both share, nothing more."""
    page, desk, theme = sheet.page, sheet.desk, sheet.desk.theme
    front = Box(page.width + page.bleed, page.bleed, page.width, page.height)
    direction = bearing(_two_towns(sheet.brochure))
    placed = fit_circles(front, sheet.opened(words), direction, page.grid)
    if placed is None:
        return ()
    left, right = (theme.colour("accent", language) for language in desk.languages)
    shared, paper = theme.colour("common"), theme.colour("paper")
    away = placed.middle[0] - page.bleed - page.width / 2
    echo = draw_lens(placed.moved(-away), shared)
    quiet = not any(is_crossed(box, _traced(sheet, echo)) for box in sheet.back)
    return (*draw_circles(placed, (left, right), shared, paper), *((echo,) if quiet else ()))


def _traced(sheet: OpenCovers, path: Path) -> tuple[Trace, ...]:
    """A path over both pages as the back sees it."""
    area = sheet.open
    return trace_items(sheet.cut(Drawing(area.width, area.height, (path,)))[1])


def _two_towns(brochure: Brochure) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of the content's first map, the northern one first; Opole and Olomouc where there is none."""
    blocks = (block for section in brochure.sections for block in section.blocks)
    block = next((one for one in blocks if isinstance(one, Map) and len(one.places) > 1), None)
    if block is None:
        return TOWNS
    one, other = ((place.latitude, place.longitude) for place in (block.places[0], block.places[-1]))
    return (one, other) if one[0] >= other[0] else (other, one)


def _fields(sheet: OpenCovers) -> tuple[Box, Box]:
    """Two equal fields of the front: one above the other, or side by side on a wide page."""
    page = sheet.page
    if is_wide(page):
        half = page.width / 2
        return Box(0.0, 0.0, half, page.height), Box(half, 0.0, half, page.height)
    half = page.height / 2
    return Box(0.0, 0.0, page.width, half), Box(0.0, half, page.width, half)


def _draw_fields(sheet: OpenCovers, words: Words) -> Paths:
    """Each language's field in its accent, over both pages."""
    page, area, desk = sheet.page, sheet.open, sheet.desk
    upper, lower = (desk.theme.colour("accent", language) for language in desk.languages)
    left = page.bleed + page.width / 2
    side_by_side = (
        (0.0, 0.0, left, area.height, lower),
        (left, 0.0, page.width, area.height, upper),
        (left + page.width, 0.0, area.width - left - page.width, area.height, lower),
    )
    half = area.height / 2
    stacked = ((0.0, 0.0, area.width, half, upper), (0.0, half, area.width, half, lower))
    parts = side_by_side if is_wide(page) else stacked
    return tuple(Path(rectangle(x, y, width, height), fill=fill) for x, y, width, height, fill in parts)


MOODS: Mapping[str, Callable[[OpenCovers, Words], Paths]] = {
    RIVER: _draw_river,
    PLAIN: _draw_nothing,
    TYPE: _draw_fields,
    PICTURE: _draw_nothing,
    CIRCLES: _draw_circles,
}
"""What each mood draws; a picture is placed elsewhere, without one its ground stays bare."""
