"""Takes a Brochure and its theme, gives the generated covers, a Layout of one page each, its words tagged."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.desk import DESCENT, Desk, plain, unset
from layout.compose.drawings.river import draw_ground, draw_river
from layout.model.content.brochure import Brochure
from layout.model.content.looks import FIRST
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, Layout, LayoutPage, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.source.import_text.tell_language import tell_language
from layout.text.paragraph import OVERFULL

PAIR_GAP = 2.5
"""Grid lines between what one pair says and the next, more than between its languages."""
SIZES = (1.0, 0.88, 0.76, 0.64)
"""Parts of the theme's size that the title is tried in, until it fits."""
RIVER_SHARE = 0.5
"""Part of the page's width the river of a cover without artwork swings over."""
RIVER_WEIGHT = 22.0


class _Passage(Struct, frozen=True):
    """Words in one language where they stand, with their element of the structure tree."""

    lines: tuple[TextItem, ...]
    node: StructNode

    @property
    def foot(self) -> float:
        """The last baseline."""
        return self.lines[-1].y


def compose_front(brochure: Brochure, desk: Desk) -> Layout:
    """The front cover: ground, artwork's right half, the title in both languages, the publisher.

    What it says is read as text, the title as a heading; ground and artwork are decoration. Raises Rejected
    where even the smallest title is too wide, runs into the publisher, or below the text block where there
    is none.
    """
    words = tuple(_words(brochure, desk))
    lines = (line for passage in words for line in passage.lines)
    nodes = tuple(passage.node for passage in words)
    return _page([*_art(desk, front=True), *lines], 1, desk, (StructNode(tag="Part", children=nodes),))


def compose_back(number: int, desk: Desk) -> Layout:
    """The back cover: ground and the artwork's left half, nothing more."""
    return _page(list(_art(desk, front=False)), number, desk, ())


def _page(items: list[Item], number: int, desk: Desk, parts: tuple[StructNode, ...]) -> Layout:
    page = desk.theme.page
    return Layout(
        width=page.width,
        height=page.height,
        bleed=page.bleed,
        pages=(LayoutPage(number, tuple(items)),),
        structure=StructNode(tag="Document", children=parts),
        outline=(),
        origins=desk.leaves.origins,
    )


def _art(desk: Desk, *, front: bool) -> Iterator[Item]:
    page, cover = desk.theme.page, desk.theme.cover
    seen = Box(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed)
    yield DrawingItem(seen, draw_ground(seen.width, seen.height, desk.theme.colour(cover.ground)), ARTIFACT)
    if cover.artwork is None:
        yield _river(desk)
        return
    artwork = desk.load(cover.artwork, FIRST)
    if not isinstance(artwork, Drawing):
        raise Rejected.one("cover-artwork", Span(cover.artwork), file=cover.artwork)
    left = -page.bleed - (page.width if front else 0.0)
    whole = Box(left, -page.bleed, 2 * page.width + 2 * page.bleed, seen.height)
    yield DrawingItem(whole, artwork, ARTIFACT, seen, cover.artwork)


def _river(desk: Desk) -> DrawingItem:
    page = desk.theme.page
    swing = page.width * RIVER_SHARE
    height = page.height + 2 * page.bleed
    river = draw_river(swing, height, desk.theme.colour("river"), RIVER_WEIGHT, bends=2)
    return DrawingItem(Box(page.width - swing * 0.9, -page.bleed, swing, height), river, ARTIFACT)


def _words(brochure: Brochure, desk: Desk) -> Iterator[_Passage]:
    """The title as large as it fits, with the subtitle below it and the publisher at the foot."""
    page = desk.theme.page
    foot = list(_foot(brochure, desk))
    room = foot[0].lines[0].y - desk.style("cover-publisher").leading if foot else page.height - page.bottom
    yield from _title(brochure, _fit(brochure, room - page.grid, desk))
    yield from foot


def _fit(brochure: Brochure, room: float, desk: Desk) -> Desk:
    """A desk whose title keeps its width, ends above `room` and, where any size does, at the theme's foot.

    Raises Rejected where no size keeps the first two.
    """
    fitting: Desk | None = None
    for size in SIZES:
        said: list[Diagnostic] = []
        tried = _resize(desk, size)
        trial = replace(tried, typesetter=tried.typesetter.restyled(tried.theme, said.append))
        words = list(_title(brochure, trial))
        wide = any(problem.code == OVERFULL for problem in said)
        if wide or words[-1].foot + DESCENT * desk.theme.page.grid > room:
            continue
        fitting = tried
        if _foot_of_title(brochure, trial) <= desk.theme.cover.title_foot:
            break
    if fitting is None:
        raise Rejected.one("cover-title-long", brochure.title_where)
    return fitting


def _resize(desk: Desk, size: float) -> Desk:
    """The desk with the cover's title `size` times as large."""
    title = desk.style("cover-title")
    smaller = replace(title, size=title.size * size, leading=title.leading * size, after=title.after * size)
    theme = replace(desk.theme, styles={**desk.theme.styles, "cover-title": smaller})
    return replace(desk, theme=theme, typesetter=desk.typesetter.restyled(theme))


def _foot_of_title(brochure: Brochure, desk: Desk) -> float:
    return list(_title(replace(brochure, subtitle=None), desk))[-1].foot


def _title(brochure: Brochure, desk: Desk) -> Iterator[_Passage]:
    page, cover = desk.theme.page, desk.theme.cover
    y = cover.title_top - desk.style("cover-title").leading
    for pair, role, gap, where in (
        (brochure.title, "cover-title", 0.0, brochure.title_where),
        (brochure.subtitle, "cover-subtitle", PAIR_GAP * page.grid, brochure.where),
    ):
        if pair is not None:
            y += gap
            for passage in _stack(pair, role, y, desk, where):
                yield passage
                y = passage.foot + DESCENT * page.grid


def _foot(brochure: Brochure, desk: Desk) -> Iterator[_Passage]:
    """The publisher, where one is named, down to the foot of the text block."""
    if brochure.publisher is None:
        return
    passages = list(_stack(brochure.publisher, "cover-publisher", 0.0, desk, brochure.where))
    drop = desk.theme.page.height - desk.theme.page.bottom - passages[-1].foot
    for passage in passages:
        yield replace(passage, lines=tuple(replace(line, y=line.y + drop) for line in passage.lines))


TAGS = {"cover-title": "H1", "cover-subtitle": "P", "cover-publisher": "P"}
"""The element of each role's words."""


def _stack(pair: Pair[str], role: str, y: float, desk: Desk, where: Span) -> Iterator[_Passage]:
    """Both languages one below the other, each in its own accent; words they share stand once."""
    page = desk.theme.page
    width = min(desk.theme.cover.title_width, page.block_width - page.hang)
    spoken = tuple(zip(desk.languages, pair.sides, strict=True))
    shared = unset(pair.left) == unset(pair.right)
    for language, words in spoken[1:] if shared else spoken:
        text = desk.typesetter.set(plain(words, where), role, language, width)
        leaf = desk.leaves.take(where=where, side=desk.languages.index(language))
        down = y + desk.baseline(text.leading)
        lines = tuple(
            TextItem(page.inner, down + order * text.leading, line, leaf)
            for order, line in enumerate(text.lines)
        )
        read = tell_language(words) or language if shared else language
        yield _Passage(lines, StructNode(tag=TAGS[role], children=(leaf,), language=read))
        y += len(lines) * text.leading + desk.style(role).after
