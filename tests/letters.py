"""Paragraphs of letters all alike, written with their break points, so that a break can be counted by hand.

A letter is 2 wide, a hyphen 1, a word space 1. `-` is a place for a hyphen, `+` one inside a name, `'` one
that leaves two letters; after `/`, as wide as a letter, a line may end. ` ` is a word space, `_` one that had
better not end a line, `~` one that must not, nor `=`, `^` and `*`, which give way sooner; `|` ends a line.
"""

from __future__ import annotations

import re

from layout.lang.hyphenation.divide import BreakKind
from layout.lang.rules.bonds import Grip
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE
from layout.text.justify import Breaks
from layout.text.measure import LITTLE, MeasuredPassage
from layout.text.tracks import Track, lay_track
from layout.text.words import Cut, Word

LETTER, SPACE, HYPHEN = 2.0, 1.0, 1.0
SIZE = 2 * LETTER
"""The size of type these letters would have."""
GRIPS = {"=": Grip.PASTED, "^": Grip.WEAK, "*": Grip.YIELDING, "~": Grip.FIRM}
SEPARATORS = {" ": " ", "_": SOFT_SPACE, "|": LINE_BREAK, **dict.fromkeys(GRIPS, NO_BREAK_SPACE)}
CUTS = {
    "-": (BreakKind.SOFT, False),
    "'": (BreakKind.SOFT, False),
    "+": (BreakKind.SOFT, True),
    "/": (BreakKind.BARE, False),
}


class Letters:
    """A written paragraph as a track, and its lines after breaking."""

    def __init__(self, written: str, scale: float = 1.0, loosened: int = 0) -> None:
        tokens = re.split(f"([{re.escape(''.join(SEPARATORS))}])", written)
        self._words = [re.sub("[-+']", "", token) for token in tokens[::2]]
        words = [_word(token, scale) for token in tokens[::2]]
        marks = tokens[1::2]
        grips = {place: GRIPS[mark] for place, mark in enumerate(marks) if mark in GRIPS}
        passage = MeasuredPassage(words, [SEPARATORS[mark] for mark in marks], True, grips)
        self.track: Track = lay_track(passage, loosened)

    def lines(self, breaks: Breaks) -> list[str]:
        """What stands on each line, a hyphen at its end where it breaks a word."""
        found = []
        first, skip = 0, 0
        for row in breaks.rows:
            last, stop = self.track.places[row]
            parts = self._words[first : last + 1]
            if stop:
                hyphen = "" if parts[-1][stop - 1] == "/" else "-"
                parts[-1] = parts[-1][:stop] + hyphen
            parts[0] = parts[0][skip:]
            found.append(" ".join(parts))
            first, skip = (last, stop) if stop else (last + 1, 0)
        return found


def _word(written: str, scale: float) -> Word:
    cuts = []
    offset = 0
    for mark in written:
        offset += mark not in "-+'"
        if mark in CUTS:
            kind, reluctant = CUTS[mark]
            hyphen = 0.0 if kind is BreakKind.BARE else HYPHEN * scale
            width = offset * LETTER * scale
            cuts.append(Cut(offset, kind, width + hyphen, width, 0.0, 0.0, reluctant, mark == "'"))
    little = offset <= LITTLE and written.isalpha()
    return Word(
        fragments=(),
        width=offset * LETTER * scale,
        left=0.0,
        right=0.0,
        cuts=tuple(cuts),
        space=SPACE * scale,
        letters=(),
        pieces=(),
        little=little,
    )
