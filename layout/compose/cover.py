"""Takes a Brochure and its theme, gives the generated covers, a Layout of one page each."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.desk import DESCENT, Desk, plain
from layout.compose.river import draw_ground, draw_river
from layout.model.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, Layout, LayoutPage, StructNode, TextItem
from layout.model.pairs import Pair

PAIR_GAP = 2.5
"""Grid lines between what one pair says and the next, more than between its languages."""
RIVER_SHARE = 0.5
"""Part of the page's width the river of a cover without artwork swings over."""
RIVER_WEIGHT = 22.0


def compose_front(brochure: Brochure, desk: Desk) -> Layout:
    """The front cover: ground, artwork's right half, the title in both languages, the publisher.

    Raises Rejected where the title runs into the publisher, or below the text block where there is none.
    """
    items = [*_art(desk, front=True), *_words(brochure, desk)]
    return _page(items, 1, desk)


def compose_back(number: int, desk: Desk) -> Layout:
    """The back cover: ground and the artwork's left half, nothing more."""
    return _page(list(_art(desk, front=False)), number, desk)


def _page(items: list[Item], number: int, desk: Desk) -> Layout:
    page = desk.theme.page
    return Layout(
        page.width, page.height, page.bleed, (LayoutPage(number, tuple(items)),), StructNode("Document"), ()
    )


def _art(desk: Desk, *, front: bool) -> Iterator[Item]:
    page, cover = desk.theme.page, desk.theme.cover
    seen = Box(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed)
    yield DrawingItem(seen, draw_ground(seen.width, seen.height, desk.theme.colour(cover.ground)), ARTIFACT)
    if cover.artwork is None:
        yield _river(desk)
        return
    artwork = desk.load(cover.artwork)
    if isinstance(artwork, Drawing):
        left = -page.bleed - (page.width if front else 0.0)
        whole = Box(left, -page.bleed, 2 * page.width + 2 * page.bleed, seen.height)
        yield DrawingItem(whole, artwork, ARTIFACT, seen)


def _river(desk: Desk) -> DrawingItem:
    page = desk.theme.page
    swing = page.width * RIVER_SHARE
    height = page.height + 2 * page.bleed
    river = draw_river(swing, height, desk.theme.colour("river"), RIVER_WEIGHT, bends=2)
    return DrawingItem(Box(page.width - swing * 0.9, -page.bleed, swing, height), river, ARTIFACT)


def _words(brochure: Brochure, desk: Desk) -> Iterator[TextItem]:
    page, cover = desk.theme.page, desk.theme.cover
    y = cover.title_top - desk.style("cover-title").leading
    for pair, role, gap in (
        (brochure.title, "cover-title", 0.0),
        (brochure.subtitle, "cover-subtitle", PAIR_GAP * page.grid),
    ):
        if pair is not None:
            y += gap
            for item in _stack(pair, role, y, desk, brochure.where):
                yield item
                y = item.y + DESCENT * page.grid
    foot = list(_foot(brochure, desk))
    room = foot[0].y - desk.style("cover-publisher").leading if foot else page.height - page.bottom
    if y + page.grid > room:
        raise Rejected([Diagnostic("cover-title-long", brochure.where)])
    yield from foot


def _foot(brochure: Brochure, desk: Desk) -> Iterator[TextItem]:
    """The publisher, where one is named, down to the foot of the text block."""
    if brochure.publisher is None:
        return
    lines = list(_stack(brochure.publisher, "cover-publisher", 0.0, desk, brochure.where))
    drop = desk.theme.page.height - desk.theme.page.bottom - lines[-1].y
    for item in lines:
        yield TextItem(item.x, item.y + drop, item.line, item.leaf)


def _stack(pair: Pair[str], role: str, y: float, desk: Desk, where: Span) -> Iterator[TextItem]:
    """Both languages one below the other, each in its own accent; words they share stand once."""
    page = desk.theme.page
    width = min(desk.theme.cover.title_width, page.block_width - page.hang)
    spoken = tuple(zip(desk.languages, pair.sides, strict=True))
    for language, words in spoken[1:] if pair.left == pair.right else spoken:
        text = desk.typesetter.set(plain(words, where), role, language, width)
        for line in text.lines:
            yield TextItem(page.inner, y + desk.baseline(text.leading), line, ARTIFACT)
            y += text.leading
        y += desk.style(role).after
