"""Takes a Brochure, gives the words of its front cover, the title as large as it fits; draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from layout.compose.desk import DESCENT, Desk, line_width, plain, unset
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.layout import Box, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.model.theme import COMMON, Page
from layout.model.values import Percent
from layout.source.import_text.tell_language import tell_language
from layout.text.paragraph import OVERFULL

PAIR_GAP = 2.5
"""Grid lines between the title and its subtitle, more than between the languages of either."""
FOOT_GAP = 0.75
"""Grid lines between what is said at the foot."""
SIZES = (1.0, 0.88, 0.76, 0.64, 0.54, 0.46, 0.4, 0.34)
"""Parts of the theme's size that the title is tried in, until it fits."""
SHORT_OF = 0.64
"""The part of its size a title keeps rather than end above the theme's `title-foot`."""
ASCENT, DESCENDER = 0.78, 0.24
"""How far letters reach above and below their baseline, in parts of their size, accents counted."""
LANDSCAPE = 1.15
"""A page so many times wider than high is wide."""
FIELD_SIZES = (1.6, 1.4, 1.2, *SIZES)
"""The same for a title that has a field of its own, which it should fill, or is as short as a word."""
TORN = 0.4
"""The least part of a title's measure that its first line fills, where another size can do it."""
SHORT = 8
"""Letters of such a title at most."""
TAGS = {"cover-title": "H1", "cover-subtitle": "P", "cover-publisher": "P"}
"""The element of each role's words."""


class CoverPassage(Struct, frozen=True):
    """Words in one language where they stand, with their element of the structure tree."""

    lines: tuple[TextItem, ...]
    node: StructNode

    @property
    def foot(self) -> float:
        """The last baseline."""
        return self.lines[-1].y

    @property
    def boxes(self) -> tuple[Box, ...]:
        """A box round the letters of each line."""
        return tuple(box_of(line) for line in self.lines)

    def moved(self, down: float, across: float = 0.0) -> CoverPassage:
        """The same words further down, or further right."""
        lines = (replace(line, y=line.y + down, x=line.x + across) for line in self.lines)
        return replace(self, lines=tuple(lines))


class Words(Struct, frozen=True):
    """What a cover says: passages that stand together, each group by itself."""

    groups: tuple[tuple[CoverPassage, ...], ...]

    @property
    def passages(self) -> tuple[CoverPassage, ...]:
        """All of them in reading order."""
        return tuple(passage for group in self.groups for passage in group)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """A box round the letters of each line."""
        return tuple(box for passage in self.passages for box in passage.boxes)


def box_of(line: TextItem) -> Box:
    """The box round a line's letters."""
    size = max(run.ink.size for run in line.line.runs)
    return Box(
        line.x + line.line.x,
        line.y - ASCENT * size,
        line_width(line.line) - line.line.x,
        (ASCENT + DESCENDER) * size,
    )


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box round all of them."""
    known = tuple(boxes)
    left, top = min(box.x for box in known), min(box.y for box in known)
    right, foot = max(box.x + box.width for box in known), max(box.y + box.height for box in known)
    return Box(left, top, right - left, foot - top)


def place_words(brochure: Brochure, desk: Desk) -> Iterator[Words]:
    """The words of the front, the best way first: the title where the theme has it, then lower, then smaller.

    Raises Rejected where even the smallest title is too wide, runs into the foot's words, or below the text
    block where there are none.
    """
    page = desk.theme.page
    head = tuple(_head(brochure, desk))
    aside = page.width / 2 - page.inner if is_wide(page) else 0.0
    foot = tuple(passage.moved(0.0, aside) for passage in _foot(brochure, desk))
    rise = ASCENT * desk.style("cover-title").size
    drop = head[-1].foot + page.grid + rise - desk.theme.cover.title_top if head else 0.0
    below = foot[0].lines[0].y - desk.style("cover-publisher").leading if foot and not aside else None
    room = page.height - page.bottom if below is None else below
    found = False
    for title in _titles(brochure, desk, max(drop, 0.0), room - page.grid):
        found = True
        last = title[-1].foot + DESCENT * page.grid
        for step in range(max(0, int((room - page.grid - last) / page.grid)) + 1):
            lower = tuple(passage.moved(step * page.grid) for passage in title)
            yield Words(tuple(group for group in (head, lower, foot) if group))
    if not found:
        raise Rejected.one("cover-title-long", brochure.title_where, least=Percent(SIZES[-1]))


def _titles(brochure: Brochure, desk: Desk, drop: float, room: float) -> Iterator[tuple[CoverPassage, ...]]:
    """Title and subtitle in each size and width that fits above `room`; those above `title-foot` first."""
    page, cover = desk.theme.page, desk.theme.cover
    whole = page.block_width - page.hang
    later = []
    sizes = FIELD_SIZES if max(len(side) for side in brochure.title.sides) <= SHORT else SIZES
    for size, width in product(sizes, dict.fromkeys((min(cover.title_width, whole), whole))):
        rise = max(0.0, size - 1) * ASCENT * desk.style("cover-title").size
        passages = fit_title(brochure, desk, size, width, cover.title_top + drop + rise)
        if passages is None or passages[-1].foot + DESCENT * page.grid > room:
            continue
        titles = [passage for passage in passages if passage.node.tag == "H1"]
        fits = titles[-1].foot <= cover.title_foot + drop and size >= SHORT_OF
        if fits and not any(_is_torn(title) for title in titles):
            yield passages
        else:
            later.append((any(_is_torn(title) for title in titles), passages))
    yield from (passages for _, passages in sorted(later, key=lambda entry: entry[0]))


def _is_torn(title: CoverPassage) -> bool:
    """Whether a title of three lines and more begins with a line that is hardly one."""
    widths = [line_width(item.line) for item in title.lines]
    return len(widths) > 2 and widths[0] < TORN * max(widths)


def fit_title(
    brochure: Brochure, desk: Desk, size: float, width: float, top: float, sides: tuple[int, ...] = (0, 1)
) -> tuple[CoverPassage, ...] | None:
    """Title and subtitle with the title `size` times as large; None where a word is wider than `width`."""
    said: list[Diagnostic] = []
    tried = _resize(desk, size)
    trial = replace(tried, typesetter=tried.typesetter.restyled(tried.theme, said.append))
    passages = tuple(_title(brochure, trial, width, top, sides))
    return None if any(problem.code == OVERFULL for problem in said) else passages


def _resize(desk: Desk, size: float) -> Desk:
    """The desk with the cover's title `size` times as large."""
    title = desk.style("cover-title")
    smaller = replace(title, size=title.size * size, leading=title.leading * size, after=title.after * size)
    return desk.restyled({"cover-title": smaller})


def _title(
    brochure: Brochure, desk: Desk, width: float, top: float, sides: tuple[int, ...]
) -> Iterator[CoverPassage]:
    grid = desk.theme.page.grid
    y = top - desk.style("cover-title").leading
    for pair, role, gap, where in (
        (brochure.title, "cover-title", 0.0, brochure.title_where),
        (brochure.subtitle, "cover-subtitle", PAIR_GAP * grid / len(sides), brochure.where),
    ):
        if pair is not None:
            y += gap
            for passage in stack(pair, role, (y, width), desk, where, sides):
                yield passage
                y = passage.foot + DESCENT * grid


def _head(brochure: Brochure, desk: Desk, sides: tuple[int, ...] = (0, 1)) -> Iterator[CoverPassage]:
    """The series, from the head of the text block down."""
    series, page = brochure.colophon.series, desk.theme.page
    if series is not None:
        top = page.top - desk.style("cover-publisher").leading
        yield from stack(series, "cover-publisher", (top, _whole(desk)), desk, brochure.where, sides)


def _foot(brochure: Brochure, desk: Desk, sides: tuple[int, ...] = (0, 1)) -> tuple[CoverPassage, ...]:
    """Edition, publisher, place and year as far as they are named, down to the foot of the text block."""
    page, said = desk.theme.page, brochure.colophon
    place = said.place and Pair(*(f"{name} {brochure.date.year}" for name in said.place.sides))
    y, passages = 0.0, []
    for pair, role in (
        (said.edition, "cover-subtitle"),
        (brochure.publisher, "cover-publisher"),
        (place, "cover-subtitle"),
    ):
        if pair is not None:
            for passage in stack(pair, role, (y, _whole(desk)), desk, brochure.where, sides):
                passages.append(passage)
                y = passage.foot + DESCENT * page.grid
            y += FOOT_GAP * page.grid
    drop = page.height - page.bottom - passages[-1].foot if passages else 0.0
    return tuple(passage.moved(drop) for passage in passages)


def is_wide(page: Page) -> bool:
    """Whether a page is so much wider than high that its cover is laid out in two halves."""
    return page.width > LANDSCAPE * page.height


def _whole(desk: Desk) -> float:
    """The width of what is said at head and foot; on a wide page the foot has the right half."""
    page = desk.theme.page
    return page.width / 2 - page.outer if is_wide(page) else page.block_width - page.hang


def stack(
    pair: Pair[str], role: str, place: tuple[float, float], desk: Desk, where: Span, sides: tuple[int, ...]
) -> Iterator[CoverPassage]:
    """The `sides` of a pair one below the other from y = `place[0]` on, no wider than `place[1]`.

    Each stands in its own accent; words that both share stand once.
    """
    (y, width), page = place, desk.theme.page
    spoken = tuple(zip(desk.languages, pair.sides, strict=True))
    shared = len(sides) > 1 and unset(pair.left) == unset(pair.right)
    for language, words in spoken[1:] if shared else (spoken[side] for side in sides):
        text = desk.typesetter.set(plain(words, where), role, language, width)
        leaf = desk.leaves.take(where=where, side=desk.languages.index(language))
        down = y + desk.baseline(text.leading)
        lines = tuple(
            TextItem(page.inner, down + order * text.leading, line, leaf)
            for order, line in enumerate(text.lines)
        )
        read = tell_language(words) or language if shared else language
        passage = CoverPassage(lines, StructNode(tag=TAGS[role], children=(leaf,), language=read))
        common = shared and desk.style(role).colour == "accent"
        yield recolour(passage, desk.theme.colour(COMMON)) if common else passage
        y += len(lines) * text.leading + desk.style(role).after


def recolour(passage: CoverPassage, colour: Colour) -> CoverPassage:
    """The same words in another colour."""
    lines = (
        replace(
            item,
            line=replace(
                item.line,
                runs=tuple(replace(run, ink=replace(run.ink, colour=colour)) for run in item.line.runs),
            ),
        )
        for item in passage.lines
    )
    return replace(passage, lines=tuple(lines))


def place_in_fields(brochure: Brochure, desk: Desk, fields: tuple[Box, Box]) -> Words:
    """Each language's words in a field of its own, titles of one size; raises Rejected as `place_words`."""
    for size in FIELD_SIZES:
        groups = [_fill_field(brochure, desk, size, side, field) for side, field in enumerate(fields)]
        if all(group is not None for group in groups):
            return Words(tuple(group for group in groups if group))
    raise Rejected.one("cover-title-long", brochure.title_where, least=Percent(SIZES[-1]))


def _fill_field(
    brochure: Brochure, desk: Desk, size: float, side: int, field: Box
) -> tuple[CoverPassage, ...] | None:
    """One language's words in its field, the foot's at its foot; None where they find no room."""
    page = desk.theme.page
    width = field.width - page.inner - page.outer
    leading = desk.style("cover-title").leading * size
    head, foot = tuple(_head(brochure, desk, (side,))), _foot(brochure, desk, (side,))
    head = tuple(passage.moved(field.y, field.x) for passage in head)
    top = (head[-1].foot + page.grid if head else field.y + page.top) + leading * ASCENT
    title = fit_title(brochure, desk, size, width, top, (side,))
    if title is None:
        return None
    lift = field.y + field.height - page.height
    foot = tuple(passage.moved(lift, field.x) for passage in foot)
    title = tuple(passage.moved(0.0, field.x) for passage in title)
    room = (foot[0].lines[0].y if foot else field.y + field.height - page.bottom) - page.grid * 2
    return (*head, *title, *foot) if title[-1].foot <= room else None
