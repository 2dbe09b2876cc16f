"""Takes the glyphs of all pages, finds the two columns of text and gives their lines; reads no content."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.glyphs import Glyph, Page, split_baselines

_EDGE_STEP = 0.25
"""Line starts and ends are counted in steps of so many points to find a column's edges."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face by its PostScript name and a size in points."""

    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column (`side` 0 left, 1 right); `body` if in the running text's style."""

    page: int
    side: int
    y: float
    glyphs: tuple[Glyph, ...]
    body: bool

    @property
    def text(self) -> str:
        """The visible characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def words(self) -> str:
        """The characters with a space wherever the gap is wider than an eighth of the size, for a reader."""
        spaced = [self.glyphs[0].text]
        for before, glyph in pairwise(self.glyphs):
            spaced += [" "] * (glyph.left - before.right > glyph.size / 8) + [glyph.text]
        return "".join(spaced)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand on pages of one parity: left and right edge of each, the gutter's middle."""

    edges: tuple[tuple[float, float], tuple[float, float]]
    middle: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Both columns' lines in reading order over all pages, and the frames by page parity."""

    body: Style
    frames: dict[int, Frame]
    lines: tuple[tuple[Line, ...], tuple[Line, ...]]


class NoColumns(Exception):
    """The PDF has no two columns of running text."""


def find_columns(pages: Sequence[Page], headings: Iterable[str] = ()) -> Columns:
    """The two columns of the running text.

    The running text's style is the one of most glyphs. The gutter is the widest strip, inside the text's
    width, that the running text leaves empty on pages of one parity; edges are where most lines start
    and end. Lines below the lowest line of running text are folios; lines above the highest one count only
    if they are as large as it and part of one of `headings`. Raises NoColumns.
    """
    body = find_body(pages)
    frames = {parity: _frame(list(group), body) for parity, group in _by_parity(pages).items()}
    heights = [glyph.y for page in pages for glyph in page.glyphs if _in_style(glyph, body)]
    lowest, highest = min(heights) - 2, max(heights) + 2
    wanted = {_letters(heading) for heading in headings}
    sides: tuple[list[Line], list[Line]] = ([], [])
    for page in pages:
        for line in _split_page(page, frames[page.number % 2], body):
            if line.y < lowest:
                continue
            if line.y > highest and not _is_heading(line, body, wanted):
                continue
            sides[line.side].append(line)
    return Columns(body, frames, (tuple(sides[0]), tuple(sides[1])))


def find_body(pages: Iterable[Page]) -> Style:
    """The style of most glyphs."""
    counts = Counter((glyph.face, glyph.size) for page in pages for glyph in page.glyphs)
    if not counts:
        raise NoColumns("the file has no text")
    return Style(*counts.most_common(1)[0][0])


def _in_style(glyph: Glyph, style: Style) -> bool:
    return glyph.face == style.face and abs(glyph.size - style.size) < 0.05


def _by_parity(pages: Iterable[Page]) -> dict[int, list[Page]]:
    groups: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        groups[page.number % 2].append(page)
    return groups


def _frame(pages: list[Page], body: Style) -> Frame:
    glyphs = [glyph for page in pages for glyph in page.glyphs if _in_style(glyph, body)]
    if not glyphs:
        raise NoColumns("pages without running text")
    gutter = _gutter(glyphs)
    middle = sum(gutter) / 2
    starts: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    ends: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    for page in pages:
        for side, part in _halves(page, middle):
            if _in_style(part[0], body):
                starts[side][_stepped(part[0].left)] += 1
                ends[side][_stepped(part[-1].right)] += 1
    if not starts[0] or not starts[1]:
        raise NoColumns("only one column of running text")
    left, right = ((_mode(starts[side]), _mode(ends[side])) for side in (0, 1))
    return Frame((left, right), middle)


def _gutter(glyphs: Iterable[Glyph]) -> tuple[float, float]:
    """The widest nearly empty strip between the outermost glyphs."""
    cover: Counter[int] = Counter()
    for glyph in glyphs:
        for x in range(int(glyph.left), int(glyph.right) + 1):
            cover[x] += 1
    usual = sorted(cover.values())[len(cover) // 2]
    full = sorted(x for x, count in cover.items() if count > 0.05 * usual)
    gap, start = max((after - before, before) for before, after in pairwise(full))
    if gap < 4:
        raise NoColumns("no gutter between two columns of running text")
    return float(start), float(start + gap)


def _stepped(x: float) -> float:
    return round(x / _EDGE_STEP) * _EDGE_STEP


def _mode(counts: Counter[float]) -> float:
    return counts.most_common(1)[0][0]


def _halves(page: Page, middle: float) -> list[tuple[int, tuple[Glyph, ...]]]:
    parts = []
    for line in split_baselines(page.glyphs):
        for side in (0, 1):
            part = tuple(glyph for glyph in line if (glyph.left + glyph.right > 2 * middle) == bool(side))
            if part:
                parts.append((side, part))
    return parts


def _split_page(page: Page, frame: Frame, body: Style) -> list[Line]:
    lines = []
    for side, part in _halves(page, frame.middle):
        styled = sum(_in_style(glyph, body) for glyph in part)
        lines.append(Line(page.number, side, part[0].y, part, 2 * styled > len(part)))
    return lines


def _is_heading(line: Line, body: Style, headings: set[str]) -> bool:
    if line.glyphs[0].size < body.size - 0.05:
        return False
    letters = _letters(line.text)
    return any(letters in heading for heading in headings)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold()
