"""Takes a Brochure and its theme, gives the generated covers, a Layout of one page each, words tagged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from layout.compose.covers.back import set_back
from layout.compose.covers.judge import LEAST_CONTRAST, Trace, grounds_below, is_crossed, trace_items
from layout.compose.covers.moods import OpenCovers, draw_mood, word_ways
from layout.compose.covers.photograph import find_picture, mount_picture
from layout.compose.covers.words import CoverPassage, Words, recolour
from layout.compose.desk import Desk, unset
from layout.compose.drawings.river import draw_ground
from layout.images.pixels import RasterInfo
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure
from layout.model.content.looks import FIRST
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, DrawingItem, Item, Layout, LayoutPage, StructNode
from layout.model.records import Struct, replace
from layout.model.theme import PICTURE
from layout.model.values import Quantity, Values
from layout.source.fields.colours import contrast

MOST_WAYS = 40
"""How many ways of placing the words are tried on artwork that runs through them."""


class CoverPages(Struct, frozen=True):
    """Both covers, and what is wrong with them."""

    front: Layout
    back: Layout
    problems: tuple[Diagnostic, ...]


class _Open(Struct, frozen=True):
    """Both pages as drawn, with the words of the front."""

    front: tuple[Item, ...]
    back: tuple[Item, ...]
    words: Words
    problems: tuple[Diagnostic, ...]


def compose_covers(brochure: Brochure, last: int, desk: Desk) -> CoverPages:
    """The front and the back, page `last`: ground, drawing, and the words that the drawing leaves free.

    The title is read as a heading, what else is said as text; ground and drawing are decoration. Raises
    Rejected where even the smallest title finds no room.
    """
    back = set_back(brochure, desk)
    drawn = _draw(OpenCovers(brochure, desk, back.boxes))
    words = drawn.words
    lines = [line for passage in words.passages for line in passage.lines]
    nodes = tuple(passage.node for passage in words.passages)
    return CoverPages(
        _page([*drawn.front, *lines], 1, desk, nodes),
        _page([*drawn.back, *back.items], last, desk, back.nodes),
        (*drawn.problems, *back.problems),
    )


def _page(items: Sequence[Item], number: int, desk: Desk, nodes: tuple[StructNode, ...]) -> Layout:
    page = desk.theme.page
    parts = (StructNode(tag="Part", children=nodes),) if nodes else ()
    return Layout(
        width=page.width,
        height=page.height,
        bleed=page.bleed,
        pages=(LayoutPage(number, tuple(items)),),
        structure=StructNode(tag="Document", children=parts),
        outline=(),
        origins=desk.leaves.origins,
    )


def _draw(sheet: OpenCovers) -> _Open:
    """Artwork that is named, a photograph for a theme that shows one, else what the theme draws itself."""
    theme = sheet.desk.theme
    file = theme.cover.artwork or (find_picture(sheet) if theme.mood == PICTURE else None)
    if file is None:
        words = next(word_ways(sheet))
        front, back = sheet.cut(draw_mood(sheet, words))
        drawn = _told(sheet, front, back, words, theme.name)
        if theme.mood != PICTURE:
            return drawn
        values: Values = {"theme": theme.name}
        bare = Diagnostic("cover-no-picture", sheet.brochure.where, values, Severity.WARNING)
        return replace(drawn, problems=(*drawn.problems, bare))
    picture = sheet.desk.load(file, FIRST)
    if isinstance(picture, RasterInfo):
        mounted = mount_picture(sheet, file, picture, next(word_ways(sheet)))
        return _Open(mounted.front, mounted.back, mounted.words, ())
    if not isinstance(picture, Drawing):
        raise Rejected.one("cover-artwork", Span(file), file=file)
    return _draw_artwork(sheet, file, picture)


def _draw_artwork(sheet: OpenCovers, file: str, artwork: Drawing) -> _Open:
    """A designer's drawing on the theme's ground; words move until no line of it runs through them."""
    seen, theme = sheet.seen, sheet.desk.theme
    ground = DrawingItem(
        seen, draw_ground(seen.width, seen.height, theme.colour(theme.cover.ground)), ARTIFACT
    )
    front, back = ((ground, *items) for items in sheet.cut(artwork, file))
    traces = trace_items(front)
    ways = list(islice(word_ways(sheet), MOST_WAYS))
    words = next((way for way in ways if not any(is_crossed(box, traces) for box in way.boxes)), ways[0])
    return _told(sheet, front, back, words, file)


def _told(
    sheet: OpenCovers, front: tuple[DrawingItem, ...], back: tuple[DrawingItem, ...], words: Words, file: str
) -> _Open:
    """The drawing with its words, each in a colour that is read on it, and what is wrong with them."""
    traces = trace_items(front)
    problems: list[Diagnostic] = []
    groups = tuple(
        tuple(_legible(passage, traces, sheet, problems) for passage in group) for group in words.groups
    )
    for passage in words.passages:
        if any(is_crossed(box, traces) for box in passage.boxes):
            values: Values = {"excerpt": _excerpt(passage), "file": file}
            problems.append(Diagnostic("cover-crossed", sheet.brochure.title_where, values, Severity.WARNING))
    return _Open(front, back, Words(groups), tuple(problems))


def _legible(
    passage: CoverPassage, traces: Sequence[Trace], sheet: OpenCovers, problems: list[Diagnostic]
) -> CoverPassage:
    """The passage in its own colour if that is read on what is below it, else in paper's or the text's."""
    theme = sheet.desk.theme
    grounds = [
        ground for box in passage.boxes for ground in grounds_below(box, traces, (theme.colour("paper"),))
    ]
    own = [run.ink.colour for line in passage.lines for run in line.line.runs]
    if _least(own, grounds) >= LEAST_CONTRAST:
        return passage
    ratio, best = max(((_least([one], grounds), one) for one in _readable(sheet)), key=lambda pair: pair[0])
    if ratio < LEAST_CONTRAST:
        values: Values = {
            "excerpt": _excerpt(passage),
            "ratio": Quantity(ratio),
            "wanted": Quantity(LEAST_CONTRAST),
        }
        problems.append(Diagnostic("cover-pale", sheet.brochure.title_where, values, Severity.WARNING))
    return recolour(passage, best)


def _readable(sheet: OpenCovers) -> Iterator[Colour]:
    yield from (sheet.desk.theme.colour(name) for name in ("paper", "text"))


def _least(colours: Sequence[Colour], grounds: Sequence[Colour]) -> float:
    return min(contrast(colour, ground) for colour in colours for ground in grounds)


def _excerpt(passage: CoverPassage) -> str:
    return unset(" ".join(line.line.text for line in passage.lines))
