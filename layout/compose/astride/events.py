"""Takes events, sets them along a river over both pages of a spread: one language above it, one below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from layout.compose.astride.halves import part_over_fold, spread_span
from layout.compose.desk import Desk, SetPassage, echo_node, nodes_of, plain, unset
from layout.compose.drawings.river import draw_dot, draw_stream
from layout.compose.parts.stacks import stack_items
from layout.compose.rows import Fixed, Floats, Row
from layout.model.blocks.displays import Event
from layout.model.diagnostic import Diagnostic, Span
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, StructNode, TextItem
from layout.model.records import Struct
from layout.model.theme import COMMON
from layout.text.paragraph import DIVIDED, OVERFULL

NARROWEST = 56.0
"""Points of the column that an event has at least."""
COLUMN_GAP = 12.0
BAND = 2
"""Grid lines of the river."""
SWING = 0.33
"""How far it leaves its middle, as a part of its band."""

_Stack = tuple[SetPassage, ...]


class _Place(Struct, frozen=True):
    """Where an event stands: which page of the spread, and its column, x from the text block's left edge."""

    page: int
    x: float
    width: float


class _Standing(Struct, frozen=True):
    """An event in its place: what is above and below the river, and its elements."""

    place: _Place
    above: _Stack
    below: _Stack
    nodes: tuple[StructNode, ...]


def stand_along_fold(
    where: Span, events: Sequence[Event], radius: float, weight: float, desk: Desk
) -> tuple[Row, tuple[StructNode, ...]] | None:
    """A row that floats over a spread's foot, with dots of `radius` on a river of `weight` points.

    None where the events do not find room beside each other.
    """
    places = _share_pages(len(events), desk)
    said: list[Diagnostic] = []
    quiet = desk.on_trial(said.append)
    for event, place in zip(events, places, strict=True):
        _stand(event, place, quiet)
    if places[0].width < NARROWEST or any(problem.code in (OVERFULL, DIVIDED) for problem in said):
        return None
    standings = [_stand(event, place, desk) for event, place in zip(events, places, strict=True)]
    page = desk.theme.page
    top = desk.whole(max(_height(standing.above) for standing in standings))
    foot = top + BAND * page.grid
    sides: tuple[list[Item], list[Item]] = ([], [])
    for standing in standings:
        words = _words(standing, top, foot, desk)
        sides[standing.place.page].extend((*words, _dot(standing.place, top, radius, desk)))
    stops = [_stop(standing.place, radius, desk) for standing in standings]
    left, right = part_over_fold([_river(stops, top, weight, desk)], desk)
    height = desk.whole(foot + max(_height(standing.below) for standing in standings))
    halves = (
        (Fixed(tuple(left), bleeding=True), Fixed(tuple(sides[0]))),
        (Fixed(tuple(right), bleeding=True), Fixed(tuple(sides[1]))),
    )
    row = Row(where=where, step=height, count=1, pieces=(), floats=Floats(foot=halves))
    return row, tuple(node for standing in standings for node in standing.nodes)


def _share_pages(count: int, desk: Desk) -> list[_Place]:
    """As many columns on each page, clear of the fold; where one is over it stays free at the end."""
    page = desk.theme.page
    clear = max(0.0, page.fold - page.inner)
    each = ceil(count / 2)
    width = (page.text_width - clear - (each - 1) * COLUMN_GAP) / each
    starts = (0.0, clear)
    return [
        _Place(order // each, starts[order // each] + order % each * (width + COLUMN_GAP), width)
        for order in range(count)
    ]


def _stand(event: Event, place: _Place, desk: Desk) -> _Standing:
    """An event's passages: when it was stands once, above, where both languages say it alike."""
    box = (place.x, place.width)
    alike = unset(event.when.left) == unset(event.when.right) and None not in event.text.sides
    stacks: list[_Stack] = []
    nodes: list[StructNode] = []
    when: SetPassage | None = None
    for side, (words, prose) in enumerate(zip(event.when.sides, event.text.sides, strict=True)):
        text = desk.set_side(prose, side, "event-text", "Span", box)
        if text is None:
            stacks.append(())
            continue
        if when is not None and alike:
            said = echo_node(when, desk.languages[side], words)
            stacks.append((text,))
        else:
            when = desk.set_side(plain(words), side, "event-when", "Span", box)
            assert when is not None
            said = when.node
            stacks.append((when, text) if side else (text, when))
        nodes.append(StructNode(tag="P", children=(said, *nodes_of(text)), language=desk.languages[side]))
    return _Standing(place, stacks[0], stacks[1], tuple(nodes))


def _height(stack: _Stack) -> float:
    return sum(passage.text.leading * len(passage.text.lines) for passage in stack)


def _words(standing: _Standing, top: float, foot: float, desk: Desk) -> Iterator[TextItem]:
    """What stands above the river ends at `top`, what stands below it starts at `foot`."""
    yield from stack_items(standing.above, top - _height(standing.above), desk)[0]
    yield from stack_items(standing.below, foot, desk)[0]


def _dot(place: _Place, top: float, radius: float, desk: Desk) -> DrawingItem:
    theme = desk.theme
    dot = draw_dot(radius, theme.colour(COMMON), theme.colour("paper"))
    y = top + BAND * theme.page.grid / 2
    return DrawingItem(Box(place.x, y - radius, 2 * radius, 2 * radius), dot, ARTIFACT)


def _stop(place: _Place, radius: float, desk: Desk) -> float:
    """The middle of an event's dot, x from the left page's trim."""
    page = desk.theme.page
    return place.page * page.width + page.left_edge(place.page) + place.x + radius


def _river(stops: Sequence[float], top: float, weight: float, desk: Desk) -> DrawingItem:
    """The river through all dots, from one outer bleed to the other."""
    page = desk.theme.page
    x, width = spread_span(page)
    bends = [0.0, *(stop - x for stop in stops), width]
    band = BAND * page.grid
    river = draw_stream(bends, band, desk.theme.colour(COMMON), weight, SWING)
    return DrawingItem(Box(x, top, width, band), river, ARTIFACT)
