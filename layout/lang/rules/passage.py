"""A paragraph while rules work on it: one string, where its runs end in it, and what stands aside.

It maps run boundaries through every edit, so that each letter keeps its style, and knows no rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from layout.lang.rules.fragments import ASIDE_NUMBER, ASIDE_WORD, GAP
from layout.lang.rules.rule import Edit
from layout.lang.rules.set_aside import Stretch
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE

_PLACEHOLDER = late_pattern(f"[{ASIDE_WORD}{ASIDE_NUMBER}]")
_GAP = late_pattern(GAP)
_WORD_END = late_pattern(f"[ {LINE_BREAK}]")
_LONGEST_QUOTED = 48
"""Characters of a word that a message quotes on either side of a change."""

Altered = tuple[str, str]
"""The words concerned before and after."""


class Passage(Struct):
    """The text of all runs joined; `ends` is where each run but the last ends in it, ascending."""

    text: str
    ends: list[int]
    aside: list[str] = field(default_factory=list)
    """What the placeholders in the text stand for, in order."""
    rewritten: bool = False

    def apply(self, edits: list[Edit]) -> list[Altered]:
        """Make the edits (ascending, apart) and tell what each changed."""
        self.rewritten = True
        old, shift = self.text, 0
        places: list[tuple[int, int]] = []
        for start, end, new in edits:
            places.append((start + shift, start + shift + len(new)))
            shift += len(new) - (end - start)
        self._substitute(edits)
        before, after = self.quoter(old), self.quoter(self.text)
        return [(before(edit[0], edit[1]), after(*place)) for edit, place in zip(edits, places, strict=True)]

    def put_aside(self, stretches: Iterable[Stretch], placeholder: str, fix: bool) -> list[Altered]:
        """Replace stretches by placeholders, one a run; if `fix`, fix the spaces in those that say so."""
        edits: list[Edit] = []
        changes: list[Altered] = []
        kept: list[str] = []
        done = used = 0
        for start, end, fixed in stretches:
            between = self._count(self.text, done, start)
            kept += self.aside[used : used + between]
            used, done = used + between, end
            inside = slice(bisect_right(self.ends, start), bisect_left(self.ends, end))
            cuts = [start, *self.ends[inside], end]
            for low, high in pairwise(cuts):
                before = self.text[low:high]
                after = _GAP.sub(NO_BREAK_SPACE, before) if fix and fixed else before
                kept.append(after)
                edits.append((low, high, placeholder))
                if after != before:
                    changes.append((before, after))
        self._substitute(edits)
        self.aside = kept + self.aside[used:]
        return changes

    def runs(self) -> Iterator[str]:
        """The text of each run with what stood aside back in place; a run may have become empty."""
        kept = iter(self.aside)
        for start, end in zip([0, *self.ends], [*self.ends, len(self.text)], strict=True):
            text = self.text[start:end]
            yield _PLACEHOLDER.sub(lambda _: next(kept), text) if self.aside else text

    def quoter(self, text: str) -> Callable[[int, int], str]:
        """What quotes a stretch of `text` with the words it touches, as the author would know it."""
        if not self.aside:
            return lambda start, end: text[slice(*_widen(text, start, end))]
        places = [found.start() for found in _PLACEHOLDER.finditer(text)]

        def quote(start: int, end: int) -> str:
            start, end = _widen(text, start, end)
            kept = iter(self.aside[bisect_left(places, start) : bisect_left(places, end)])
            return _PLACEHOLDER.sub(lambda _: next(kept), text[start:end])

        return quote

    def _substitute(self, edits: list[Edit]) -> None:
        old = self.text
        pieces: list[str] = []
        done = 0
        for start, end, new in edits:
            pieces += (old[done:start], new)
            done = end
        self.text = "".join([*pieces, old[done:]])
        self.ends = list(_move(old, self.ends, edits))

    def _count(self, text: str, start: int, end: int) -> int:
        return len(_PLACEHOLDER.findall(text, start, end)) if self.aside else 0


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch up to the ends of its words, as far as a message can hold them."""
    low, high = max(0, start - _LONGEST_QUOTED), min(len(text), end + _LONGEST_QUOTED)
    before = max(text.rfind(" ", low, start), text.rfind(LINE_BREAK, low, start))
    behind = _WORD_END.search(text, end, high)
    return low if before < 0 else before + 1, behind.start() if behind else high


def _move(old: str, places: list[int], edits: list[Edit]) -> Iterator[int]:
    """Where the ends of runs are after the edits: behind the same letters and digits as before."""
    shift = done = 0
    for place in places:
        while done < len(edits) and edits[done][0] < place and edits[done][1] <= place:
            start, end, new = edits[done]
            shift += len(new) - (end - start)
            done += 1
        if done < len(edits) and edits[done][0] < place:
            start, _, new = edits[done]
            yield start + shift + _behind_letters(new, sum(map(str.isalnum, old[start:place])))
        else:
            yield place + shift


def _behind_letters(text: str, count: int) -> int:
    for place, character in enumerate(text):
        if not count:
            return place
        count -= character.isalnum()
    return len(text)
