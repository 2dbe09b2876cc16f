"""Takes a passage and its breaks, gives finished lines with exact widths; decides nothing."""

from __future__ import annotations

from itertools import groupby

from layout.lang.hyphenation import BreakKind
from layout.model.shapes import Ink, Line, LineRun, Shape
from layout.model.theme import Justification
from layout.model.units import LINE_BREAK
from layout.text.tracks import FORCED, Track
from layout.text.words import Cut, Passage, Word

_Piece = tuple[Ink, Shape]


def build_lines(
    passage: Passage, track: Track, rows: tuple[int, ...], measure: float, how: Justification | None
) -> tuple[Line, ...]:
    """The lines between the breaks; justified to `measure` where `how` says, else as wide as they are."""
    lines = []
    before = 0
    for row in rows:
        pieces = _pieces(passage, track, before, row)
        lines.append(_line(pieces, passage, track, before, row, measure, how))
        before = row
    return tuple(lines)


def _pieces(passage: Passage, track: Track, before: int, row: int) -> list[_Piece]:
    words = passage.words
    first, skip = track.word[before], track.offset[before]
    last, stop = track.word[row], track.offset[row]
    if not skip:
        first += 1
    pieces: list[_Piece] = []
    for index in range(first, last + 1):
        word = words[index]
        start = skip if index == first else 0
        end = stop if index == last else 0
        if start or end:
            _add_slice(pieces, word, start, end)
        else:
            pieces.extend((ink, fragment.shape) for fragment, ink, _ in word.fragments)
        if index < last and passage.separators[index] != LINE_BREAK:
            pieces.append(word.gap)
    return pieces


def _add_slice(pieces: list[_Piece], word: Word, start: int, end: int) -> None:
    """The letters of `word` from `start` to `end` (0: to its end), with the hyphens the breaks ask for."""
    kinds = {cut.offset: cut.kind for cut in word.cuts}
    length = sum(len(fragment.text) for fragment, _, _ in word.fragments)
    stop = end or length
    for fragment, ink, offset in word.fragments:
        low = max(start - offset, 0)
        high = min(stop - offset, len(fragment.text))
        if low >= high:
            continue
        if start and low + offset == start and kinds[start] is BreakKind.REPEAT:
            pieces.append((ink, fragment.face.shape("-")))
        repeated = bool(end) and high + offset == end and kinds[end] is BreakKind.REPEAT
        body = fragment.part(low, high - 1 if repeated else high)
        pieces.append((ink, body))
        soft = bool(end) and high + offset == end and kinds[end] is BreakKind.SOFT
        if repeated or soft:
            pieces.append((ink, fragment.face.hyphen))


def _line(
    pieces: list[_Piece],
    passage: Passage,
    track: Track,
    before: int,
    row: int,
    measure: float,
    how: Justification | None,
) -> Line:
    letters = spaces = 0.0
    for ink, shape in pieces:
        width = (shape.width + ink.tracking * len(shape.glyphs)) * ink.size / 1000
        if shape.space:
            spaces += width
        else:
            letters += width
    begin_hang, end_hang = _hangs(passage, track, before, row)
    room = measure + begin_hang + end_hang - letters - spaces
    ends = track.kind[row] == FORCED
    scale, space = (1.0, 1.0) if how is None else _spread(room, letters, spaces, ends, how)
    hyphenated = bool(track.offset[row]) and pieces[-1][1].texts == ("\u00ad",)
    width = letters * scale + spaces * space
    return Line(_runs(pieces), -begin_hang, width, space, scale, hyphenated)


def _spread(
    room: float, letters: float, spaces: float, ends: bool, how: Justification
) -> tuple[float, float]:
    """Letter scale and space factor that take up `room` points; a last line is never widened."""
    if ends and room >= 0:
        return 1.0, 1.0
    elastic = how.stretch if room > 0 else how.shrink
    flex = spaces * elastic + letters * how.expansion
    share = max(-1.0, min(1.0, room / flex)) if flex > 0 else 0.0
    scale = 1.0 + share * how.expansion
    rest = room - letters * (scale - 1.0)
    if spaces <= 0.0:
        return scale, 1.0
    return scale, max(1.0 + rest / spaces, 1.0 - how.shrink)


def _hangs(passage: Passage, track: Track, before: int, row: int) -> tuple[float, float]:
    """How far the line's first and last marks stand outside the measure."""
    first, skip = track.word[before], track.offset[before]
    last, stop = track.word[row], track.offset[row]
    begin = _cut(passage.words[first], skip).start_hang if skip else passage.words[first + 1].left
    end = _cut(passage.words[last], stop).end_hang if stop else passage.words[last].right
    return begin, end


def _cut(word: Word, offset: int) -> Cut:
    return next(cut for cut in word.cuts if cut.offset == offset)


def _runs(pieces: list[_Piece]) -> tuple[LineRun, ...]:
    """Neighbouring pieces of one ink and one face put together."""
    groups = groupby(pieces, key=lambda piece: (piece[0], piece[1].face))
    return tuple(LineRun(pen[0], tuple(shape for _, shape in group)) for pen, group in groups)
