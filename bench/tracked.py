"""Takes a column's lines and typed text, gives lines that know their words, gaps and breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.alignment import Gap, Stream, align, letters_of
from bench.columns import Line

HYPHENS = frozenset("-\u00ad\u2010\u2011\x02\ufffe")
"""What a hyphen is extracted as; PDFium gives U+0002 for one that ends a line."""
DASHES = frozenset("–—")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A line with each glyph's place in the typed letters (None: a mark, or not in the text)."""

    line: Line
    places: tuple[int | None, ...]
    first: int
    last: int
    ends_block: bool
    heading: bool

    @property
    def ends_with_hyphen(self) -> bool:
        """Whether a hyphen is the last mark of the line."""
        return self.line.glyphs[-1].text in HYPHENS

    @property
    def starts_with_hyphen(self) -> bool:
        """Whether a hyphen is the first mark of the line."""
        return self.line.glyphs[0].text in HYPHENS

    @property
    def starts_with_dash(self) -> bool:
        """Whether a dash is the first mark of the line."""
        return self.line.glyphs[0].text in DASHES


@dataclass(frozen=True, slots=True)
class Break:
    """The place between a line and the next one of the same block."""

    line: Tracked
    after: Tracked
    typed: str
    """What was typed between the last letter of the line and the next letter."""
    token: str
    """The word typed around the last letter, and `at`, that letter's place in it."""
    at: int

    @property
    def inside_word(self) -> bool:
        """Whether no space was typed there: a word, compound or range is broken."""
        return not re.search(r"\s", self.typed)


def track_lines(lines: Sequence[Line], stream: Stream) -> tuple[tuple[Tracked, ...], tuple[Gap, ...]]:
    """The lines that hold typed text, and the letters lost or added. Lines wholly added are left out."""
    letters = "".join(letters_of(glyph.text) for line in lines for glyph in line.glyphs)
    alignment = align(letters, stream.letters)
    tracked = []
    position = 0
    for line in lines:
        places: list[int | None] = []
        for glyph in line.glyphs:
            width = len(letters_of(glyph.text))
            places.append(alignment.places[position] if width else None)
            position += width
        known = [place for place in places if place is not None]
        if known:
            first, last = known[0], known[-1]
            heading = stream.blocks[stream.places[first][0]].heading
            tracked.append(Tracked(line, tuple(places), first, last, stream.is_last(last), heading))
    return tuple(tracked), alignment.gaps


def find_breaks(tracked: Sequence[Tracked], stream: Stream) -> list[Break]:
    """Breaks between successive lines of one block."""
    breaks = []
    for line, after in pairwise(tracked):
        if not line.ends_block and after.first == line.last + 1:
            token, at = stream.token(line.last)
            breaks.append(Break(line, after, stream.between(line.last), token, at))
    return breaks


def word_gaps(line: Tracked, stream: Stream, natural: float) -> list[float]:
    """Distances between the words of a line, in points, as they stand on paper.

    Where n spaces were typed between two letters, the n widest distances there are word spaces, unless they
    are under a quarter of the natural one (a compound mended from `a - b`). The space that groups the digits
    of a number is not a word space.
    """
    return [right - left for left, right in gap_edges(line, stream, natural)]


def gap_edges(line: Tracked, stream: Stream, natural: float) -> list[tuple[float, float]]:
    """The same distances as pairs of their left and right edge, from left to right."""
    gaps: list[tuple[float, float]] = []
    known = [index for index, place in enumerate(line.places) if place is not None]
    for start, end in zip(known, [*known[1:], len(line.places) - 1], strict=True):
        place = line.places[start]
        if place is None or stream.is_last(place):
            continue
        typed = stream.between(place)
        if _groups_digits(line, start, end, typed):
            continue
        gaps += _widest(line, start, end, len(re.findall(r"\s+", typed)))
    return [(left, right) for left, right in gaps if right - left > natural / 4]


def _groups_digits(line: Tracked, start: int, end: int, typed: str) -> bool:
    before, after = line.line.glyphs[start].text, line.line.glyphs[end].text
    return before.isdigit() and after.isdigit() and typed.isspace()


def _widest(line: Tracked, start: int, end: int, count: int) -> list[tuple[float, float]]:
    glyphs = line.line.glyphs[start : end + 1]
    gaps = [(before.right, after.left) for before, after in pairwise(glyphs)]
    return sorted(sorted(gaps, key=lambda gap: gap[0] - gap[1])[:count])
