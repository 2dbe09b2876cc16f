"""Takes a map's places, gives a row with the map over both columns, its names as text, captions below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist

from layout.compose.desk import (
    DESCENT,
    Desk,
    SetPassage,
    figure_nodes,
    line_width,
    nodes_of,
    plain,
    text_items,
)
from layout.compose.drawings.chart import (
    DOT_RADIUS,
    Point,
    Projection,
    draw_bar,
    draw_net,
    draw_patch,
    draw_route,
    draw_sheet,
    draw_town,
    project,
    round_length,
    trace,
    wind,
)
from layout.compose.drawings.labels import grown, holds, place_labels
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import stack_items
from layout.compose.rows import Fixed, Row
from layout.model.blocks.maps import Map, Place
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.drawing import CurveTo, Path
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, StructNode
from layout.model.records import Struct, replace
from layout.model.theme import COMMON, TextStyle
from layout.model.units import NO_BREAK_SPACE

GROUND = "sand"
TALLEST = (0.5, 0.65, 0.8)
"""Parts of the text block's height that a map may take, the next one where names find no room otherwise."""
TYPE_PARTS = (1.0, 0.9, 0.8, 0.75)
"""Parts of their size that names are set in, the next one where they find no room in any height."""
LEAST_TYPE = 6.0
"""Points of the smallest type that names are made smaller to."""
NAME_ROLES = ("map-label", "map-shared")
LOWEST = 9
"""Grid lines a map takes at least."""
RIM_TYPE = 8.0
RIM = (30.0, 38.0)
"""Points free of towns at left and right, and above and below, where names are set in `RIM_TYPE` points."""
MARGIN = 9.0
"""Points free of words along the map's edge."""
AWAY = DOT_RADIUS + 3.5
"""Points from a town's middle to its name."""
BAR_SHARE = 0.25
"""Part of the map's width that the scale bar may take."""
BAR_GAP = 5.0
BAR_FOOT = 3.0
"""Points below the bar in its words' slab."""
TOWN_WEIGHT = 100
"""By how much a town in the scale bar's way is worse than a point of the route."""
OPTICAL = 1.0
"""Points a label is lowered, so that its letters and not its slabs are level with the town."""

_Word = tuple[SetPassage, float]
"""A name set in one line (x counts from the sheet's left edge), and its slab's top on the sheet."""


class _Sheet(Struct, frozen=True):
    """The map's size, its projection and where the towns and the route stand."""

    width: float
    height: float
    projection: Projection
    points: tuple[Point, ...]
    route: tuple[CurveTo, ...]

    @property
    def traced(self) -> list[Point]:
        """Points along the route."""
        return trace(self.points, self.route)


def compose_map(block: Map, desk: Desk) -> ComposedBlock:
    """The map on the grid, as tall as its places ask; raises Rejected where a name finds no room."""
    page, top = desk.theme.page, DESCENT * desk.theme.page.grid
    leaf = ARTIFACT if block.alternative is None else desk.leaves.take(where=block.where)
    desk, part = _with_room(block, desk)
    sheet = _lay_sheet(block, part, desk)
    scale = _lay_scale(sheet, desk)
    labels = _set_labels(block, sheet, scale.box, desk)
    words = [*(word for label in labels for word in label.words), (scale.words, scale.box.y)]
    paths = tuple(_paths(sheet, labels, scale, desk))
    drawing = draw_sheet(sheet.width, sheet.height, desk.theme.colour(GROUND), paths)
    x = desk.measure[0]
    items: list[Item] = [DrawingItem(Box(x, top, sheet.width, sheet.height), drawing, leaf)]
    for passage, y in words:
        (item,) = text_items(replace(passage, x=passage.x + x), y + top, desk)
        items.append(item if block.alternative else replace(item, leaf=ARTIFACT))
    height = sheet.height + 2 * top
    captions = () if block.caption is None else desk.set_pair(block.caption, "caption", "Caption")
    below = 0.0
    for caption in captions:
        lines, used = stack_items(() if caption is None else (caption,), height, desk)
        items.extend(lines)
        below = max(below, used)
    row = Row(
        where=block.where,
        step=height + desk.whole(below),
        count=1,
        pieces=(Fixed(tuple(items)),),
        before=page.grid,
    )
    figures = figure_nodes(block.alternative, leaf, desk)
    return ComposedBlock(rows=(row,), nodes=(*_with_words(figures, words), *nodes_of(*captions)))


def _with_room(block: Map, desk: Desk) -> tuple[Desk, float]:
    """A desk and a part of the text block's height in which all names find room, else the first ones."""
    for part in TYPE_PARTS:
        trial = desk if part == 1.0 else desk.restyled(_smaller_names(part, desk))
        quiet = trial.on_trial()
        for tallest in TALLEST:
            sheet = _lay_sheet(block, tallest, quiet)
            boxes = _place_names(block, sheet, _lay_scale(sheet, quiet).box, quiet)[1]
            if None not in boxes:
                return trial, tallest
    return desk, TALLEST[0]


def _smaller_names(part: float, desk: Desk) -> dict[str, TextStyle]:
    """The styles of names with type and leading that much smaller, as far as they may be."""
    found = {}
    for role in NAME_ROLES:
        style = desk.style(role)
        size = min(style.size, max(style.size * part, LEAST_TYPE))
        found[role] = replace(style, size=size, leading=style.leading * size / style.size)
    return found


def _with_words(figures: tuple[StructNode, ...], words: Sequence[_Word]) -> Iterator[StructNode]:
    """Each language's element of the map with the names in that language, each name once."""
    left = [passage.node for passage, _ in words]
    for figure in figures:
        own = tuple(node for node in left if node.language == figure.language)
        left = [node for node in left if node.language != figure.language]
        yield replace(figure, children=figure.children + own)


def _lay_sheet(block: Map, part: float, desk: Desk) -> _Sheet:
    page, width = desk.theme.page, desk.measure[1]
    edge = 2 * DESCENT * page.grid
    tallest = desk.whole(part * page.lines * page.grid) - edge
    places = [(place.latitude, place.longitude) for place in block.places]
    larger = desk.style("map-label").size / RIM_TYPE
    projection, height = project(places, width, tallest, (RIM[0] * larger, RIM[1] * larger))
    height = max(desk.whole(height + edge), LOWEST * page.grid) - edge
    projection = replace(projection, centre=(width / 2, height / 2))
    points = tuple(projection.locate(place) for place in places)
    return _Sheet(width, height, projection, points, wind(points) if block.line else ())


class _Label(Struct, frozen=True):
    """A town's names as they stand in their box."""

    box: Box
    words: tuple[_Word, ...]


class _Scale(Struct, frozen=True):
    """The scale bar, `length` points long, with its words at its right, both inside `box` on the sheet."""

    box: Box
    length: float
    words: SetPassage


def _lay_scale(sheet: _Sheet, desk: Desk) -> _Scale:
    """A bar of a round length in that corner where it hides least."""
    length = round_length(BAR_SHARE * sheet.width / sheet.projection.scale)
    amount, unit = (length, "km") if length >= 1 else (1000 * length, "m")
    text = plain(f"{amount:g}{NO_BREAK_SPACE}{unit}")
    words = desk.set_side(text, 0, "map-scale", "Span", (0.0, sheet.width))
    assert words is not None
    reach = length * sheet.projection.scale
    box = _free_corner(sheet, (reach + BAR_GAP + _width(words), words.text.leading))
    return _Scale(box, reach, replace(words, x=box.x + reach + BAR_GAP))


def _free_corner(sheet: _Sheet, size: tuple[float, float]) -> Box:
    """A box of `size` in the corner of the sheet with the fewest towns, the least route, the most room."""
    right, foot = sheet.width - MARGIN - size[0], sheet.height - MARGIN - size[1]
    corners = [Box(x, y, *size) for y in (foot, MARGIN) for x in (MARGIN, right)]

    def price(corner: Box) -> tuple[int, float]:
        near = grown(corner, 2 * MARGIN)
        towns, route = (sum(holds(near, point) for point in of) for of in (sheet.points, sheet.traced))
        middle = (corner.x + corner.width / 2, corner.y + corner.height / 2)
        return TOWN_WEIGHT * towns + route, -min(dist(middle, point) for point in sheet.points)

    return min(corners, key=price)


def _paths(sheet: _Sheet, labels: Sequence[_Label], scale: _Scale, desk: Desk) -> Iterator[Path]:
    river, paper = desk.theme.colour(COMMON), desk.theme.colour("paper")
    yield from draw_net(sheet.projection, sheet.width, sheet.height, paper)
    if sheet.route:
        yield draw_route(sheet.points, sheet.route, river)
    for label in labels:
        if any(holds(label.box, point) for point in sheet.traced):
            yield draw_patch(label.box, desk.theme.colour(GROUND))
    for x, y in sheet.points:
        yield draw_town(x, y, river, paper)
    yield draw_bar(scale.box.x, scale.box.y + scale.box.height - BAR_FOOT, scale.length, river)


def _set_labels(block: Map, sheet: _Sheet, bar: Box, desk: Desk) -> list[_Label]:
    """Each town's names, one below the other, or one where both languages call it the same."""
    names, boxes = _place_names(block, sheet, bar, desk)
    homeless = [place for place, box in zip(block.places, boxes, strict=True) if box is None]
    if homeless:
        raise Rejected(Diagnostic("map-crowded", p.where, {"name": p.name.left}) for p in homeless)
    found = []
    for point, stack, box in zip(sheet.points, names, boxes, strict=True):
        assert box is not None
        found.append(_Label(box, tuple(_words(stack, point[0], box))))
    return found


def _place_names(
    block: Map, sheet: _Sheet, bar: Box, desk: Desk
) -> tuple[list[tuple[SetPassage, ...]], tuple[Box | None, ...]]:
    """Each town's names, and the box where they hide nothing if there is one."""
    names = [_set_names(place, sheet.width, desk) for place in block.places]
    sizes = [(max(_width(p) for p in stack), sum(p.text.leading for p in stack)) for stack in names]
    inside = grown(Box(0.0, 0.0, sheet.width, sheet.height), -MARGIN)
    return names, place_labels(sheet.points, sizes, AWAY, inside, [bar], sheet.traced)


def _words(stack: Sequence[SetPassage], x: float, box: Box) -> Iterator[_Word]:
    """The names of a town at `x` in their box."""
    y = box.y + OPTICAL
    for passage in stack:
        yield replace(passage, x=_start(passage, x, box)), y
        y += passage.text.leading


def _set_names(place: Place, width: float, desk: Desk) -> tuple[SetPassage, ...]:
    names = place.name.sides
    sides, role = ((0,), "map-shared") if names[0] == names[1] else ((0, 1), "map-label")
    set_names = (
        desk.set_side(plain(names[side], place.where), side, role, "Span", (0.0, width)) for side in sides
    )
    return tuple(passage for passage in set_names if passage is not None)


def _start(passage: SetPassage, x: float, box: Box) -> float:
    """Where a line starts in its label's box: at the side of the town at `x`, or centred on it."""
    room = box.width - _width(passage)
    if box.x >= x:
        return box.x
    return box.x + (room if box.x + box.width <= x else room / 2)


def _width(passage: SetPassage) -> float:
    return max(line_width(line) for line in passage.text.lines)
