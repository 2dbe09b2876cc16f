"""Takes measured words, gives the breakpoints of a paragraph as flat columns of numbers.

A line from breakpoint i to breakpoint j holds letters of `end[j] - begin[i]` points (hanging parts left
out, hyphens counted) and natural word spaces of `end_space[j] - begin_space[i]` points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from layout.lang.hyphenation import BreakKind
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE
from layout.text.words import Passage

AT_SPACE, AT_SOFT_SPACE, AT_HYPHEN, AT_BARE, FORCED = range(5)
"""Kinds of breakpoints; FORCED ends a line without stretching it."""

_OF_CUT = {BreakKind.SOFT: AT_HYPHEN, BreakKind.REPEAT: AT_HYPHEN, BreakKind.BARE: AT_BARE}
_OF_SEPARATOR = {" ": AT_SPACE, SOFT_SPACE: AT_SOFT_SPACE, LINE_BREAK: FORCED}


@dataclass(slots=True)
class Track:
    """Parallel columns, a row a breakpoint; `word` and `offset` say where it stands in the passage.

    `offset` is 0 for a break after the whole word `word`.
    """

    begin: list[float] = field(default_factory=list)
    begin_space: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
    end_space: list[float] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    word: list[int] = field(default_factory=list)
    offset: list[int] = field(default_factory=list)


def lay_track(passage: Passage) -> Track:
    """The breakpoints of `passage` in order; row 0 is the paragraph's start, the last row its end."""
    words = passage.words
    track = Track([words[0].left], [0.0], [0.0], [0.0], [FORCED], [-1], [0])
    letters = spaces = 0.0
    last = len(words) - 1
    for index, word in enumerate(words):
        for cut in word.cuts:
            _add(track, letters + cut.start, spaces, letters + cut.end, spaces)
            track.kind.append(_OF_CUT[cut.kind])
            track.word.append(index)
            track.offset.append(cut.offset)
        letters += word.width
        if index == last:
            _add(track, letters, spaces, letters - word.right, spaces)
        else:
            separator = passage.separators[index]
            ended = spaces
            if separator != LINE_BREAK:
                spaces += word.space
            if separator == NO_BREAK_SPACE:
                continue
            _add(track, letters + words[index + 1].left, spaces, letters - word.right, ended)
        track.kind.append(FORCED if index == last else _OF_SEPARATOR[passage.separators[index]])
        track.word.append(index)
        track.offset.append(0)
    return track


def _add(track: Track, begin: float, begin_space: float, end: float, end_space: float) -> None:
    track.begin.append(begin)
    track.begin_space.append(begin_space)
    track.end.append(end)
    track.end_space.append(end_space)
