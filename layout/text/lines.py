"""Takes a passage and its breaks, gives finished lines with exact widths; decides nothing."""

from __future__ import annotations

from itertools import groupby

from layout.lang.hyphenation.divide import BreakKind
from layout.model.records import replace
from layout.model.shapes import Line, LineRun
from layout.model.theme import Justification
from layout.model.units import SOFT_HYPHEN
from layout.text.measure import MeasuredPassage
from layout.text.tracks import FORCED, Track
from layout.text.words import Cut, Piece, Word

SAFELY = 0.99
"""Letters are parted until word spaces are by so much under those of a torn line."""


def build_lines(
    passage: MeasuredPassage, track: Track, ends: tuple[int, ...], measure: float, how: Justification | None
) -> tuple[Line, ...]:
    """The lines between the breaks; justified to `measure` where `how` says, else as wide as they are."""
    builder = _Builder(passage, track, measure, how)
    starts = (0, *ends[:-1])
    return tuple(builder.line(before, row) for before, row in zip(starts, ends, strict=True))


class _Builder:
    """Builds the lines of one paragraph."""

    def __init__(
        self, passage: MeasuredPassage, track: Track, measure: float, how: Justification | None
    ) -> None:
        self._words = passage.words
        self._plain = passage.plain
        self._track = track
        self._measure = measure
        self._how = how

    def line(self, before: int, row: int) -> Line:
        """The line from breakpoint `before` to breakpoint `row`."""
        places = self._track.places
        (first, skip), (last, stop) = places[before], places[row]
        pieces = self._pieces(first if skip else first + 1, skip, last, stop)
        begin_hang = _cut(self._words[first], skip).start_hang if skip else self._words[first + 1].left
        end_hang = _cut(self._words[last], stop).end_hang if stop else self._words[last].right
        end, end_space, kind, _, _ = self._track.rows[row]
        _, _, _, begin, begin_space = self._track.rows[before]
        spaces = end_space - begin_space
        letters = _letters(pieces) if skip or stop else end - begin + begin_hang + end_hang
        room = self._measure + begin_hang + end_hang - letters - spaces
        scale, space = 1.0, 1.0
        if self._how is not None and not (kind == FORCED and room >= 0):
            scale, space = _spread(room, letters, spaces, self._how)
            if space > self._how.torn or (spaces <= 0.0 and room > letters * (scale - 1.0)):
                pieces, scale, space = self._part(pieces, room + letters + spaces, spaces, scale)
                letters = _letters(pieces)
                spaces = sum(_width(piece) for piece in pieces if piece[1].space)
        hyphenated = bool(stop) and pieces[-1][1].texts == (SOFT_HYPHEN,)
        width = letters * scale + spaces * space
        return Line(
            runs=self._runs(pieces),
            x=-begin_hang,
            width=width,
            space=space,
            scale=scale,
            hyphenated=hyphenated,
            inside=bool(stop),
        )

    def _part(
        self, pieces: list[Piece], width: float, spaces: float, scale: float
    ) -> tuple[list[Piece], float, float]:
        """The pieces with their letters parted until word spaces of a line `width` wide are torn no more.

        The letter before a word space makes that one look wider by as much as it is parted.
        """
        how = self._how
        assert how is not None, "only justified lines have their letters parted"
        glyphs = ((-1 if shape.space else len(shape.glyphs)) * ink.size for ink, shape in pieces)
        em = sum(glyphs) / 1000
        letters = _letters(pieces) * scale
        wanted = (width - letters - spaces * how.torn * SAFELY) / (em * scale)
        tracking = min(how.emergency_tracking, max(0.0, wanted))
        parted = [(replace(ink, tracking=ink.tracking + tracking), shape) for ink, shape in pieces]
        letters = _letters(parted) * scale
        natural = sum(_width(piece) for piece in parted if piece[1].space)
        return parted, scale, (width - letters) / natural if natural else 1.0

    def _pieces(self, first: int, skip: int, last: int, stop: int) -> list[Piece]:
        """The shapes from offset `skip` of word `first` to offset `stop` (0: the end) of word `last`."""
        words = self._words
        if first == last:
            return _slice(words[first], skip, stop)
        if skip:
            pieces = _slice(words[first], skip, 0)
            pieces.append(words[first].pieces[-1])
        else:
            pieces = list(words[first].pieces)
        for word in words[first + 1 : last]:
            pieces += word.pieces
        pieces += _slice(words[last], 0, stop) if stop else words[last].letters
        return pieces

    def _runs(self, pieces: list[Piece]) -> tuple[LineRun, ...]:
        """Neighbouring pieces of one ink and one face put together."""
        if self._plain and pieces:
            return (LineRun(pieces[0][0], tuple([shape for _, shape in pieces])),)
        groups = groupby(pieces, key=lambda piece: (piece[0], piece[1].face))
        return tuple(LineRun(pen[0], tuple(shape for _, shape in group)) for pen, group in groups)


def _slice(word: Word, start: int, end: int) -> list[Piece]:
    """The letters of `word` from `start` to `end` (0: to its end), with the hyphens the breaks ask for."""
    if not start and not end:
        return list(word.letters)
    pieces: list[Piece] = []
    starts = _cut(word, start).kind if start else None
    ends = _cut(word, end).kind if end else None
    for fragment in word.fragments:
        low = max(start - fragment.offset, 0)
        high = min(end - fragment.offset, len(fragment.text)) if end else len(fragment.text)
        if low >= high:
            continue
        ink, face = fragment.pen.ink, fragment.pen.face
        if starts is BreakKind.REPEAT and low + fragment.offset == start:
            pieces.append((ink, face.shape("-")))
        here = high + fragment.offset == end
        body = fragment.part(low, high - 1 if here and ends is BreakKind.REPEAT else high)
        pieces.append((ink, body))
        if here and ends in (BreakKind.SOFT, BreakKind.REPEAT):
            pieces.append((ink, face.hyphen))
    return pieces


def _cut(word: Word, offset: int) -> Cut:
    for cut in word.cuts:
        if cut[0] == offset:
            return cut
    raise LookupError(offset)


def _letters(pieces: list[Piece]) -> float:
    """The width of all that is no word space, in points."""
    width = 0.0
    for ink, shape in pieces:
        if not shape.space:
            width += (shape.width + ink.tracking * len(shape.glyphs)) * ink.size / 1000
    return width


def _width(piece: Piece) -> float:
    ink, shape = piece
    return (shape.width + ink.tracking * len(shape.glyphs)) * ink.size / 1000


def _spread(room: float, letters: float, spaces: float, how: Justification) -> tuple[float, float]:
    """Letter scale and space factor that take up `room` points."""
    elastic = how.stretch if room > 0 else min(how.stretch, how.shrink)
    flex = spaces * elastic + letters * how.expansion
    share = max(-1.0, min(1.0, room / flex)) if flex > 0 else 0.0
    scale = 1.0 + share * how.expansion
    rest = room - letters * (scale - 1.0)
    if spaces <= 0.0:
        return scale, 1.0
    return scale, max(1.0 + rest / spaces, 1.0 - how.shrink)
