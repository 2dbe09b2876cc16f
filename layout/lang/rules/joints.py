"""Takes a paragraph and a judge, gives the edits of the short marks between words; decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from layout.lang.rules.fragments import EN_DASH, GAP
from layout.lang.rules.rule import Edit, Finder
from layout.model.patterns import late_pattern
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE

MARK = late_pattern("-{1,3}(?![-–—−])|[–—−](?![-–—−])")
_GAPS = frozenset(GAP[1:-1])
MARKS = "-–—−"
SPACED = f"{NO_BREAK_SPACE}{EN_DASH} "
_WINDOW = 48
_TOKEN_ENDS = (*_GAPS, LINE_BREAK)
_TOKEN_AFTER = late_pattern(rf"[^\s{GAP[1:-1]}]*")
_OUTER_MARKS = "([{„“‚‘«\"'.,;:!?)]}”’»…"


class Joint(NamedTuple):
    """A mark in its place: the characters on both sides (up to 48), the spaces beside it, the words."""

    before: str
    gap_before: str
    mark: str
    gap_after: str
    after: str

    @property
    def left(self) -> str:
        """The word in front, without quotation marks and brackets."""
        start = max(map(self.before.rfind, _TOKEN_ENDS))
        return self.before[start + 1 :].lstrip(_OUTER_MARKS)

    @property
    def right(self) -> str:
        """The word behind, without its punctuation."""
        found = _TOKEN_AFTER.match(self.after)
        return found[0].rstrip(_OUTER_MARKS) if found else ""

    @property
    def is_spaced(self) -> bool:
        return bool(self.gap_before or self.gap_after)


Judge = Callable[[Joint], str | None]
"""Says what a joint becomes, spaces included; None leaves it to the next rule."""


def judged(judge: Judge, starts: Container[str] | None = None) -> Finder:
    """Finds every mark that the judge turns into another, or gives other spaces.

    Only marks before one of the characters `starts` are looked at, if there are any.
    """

    def find(text: str) -> Iterator[Edit]:
        done = 0
        for match in MARK.finditer(text):
            start, end = match.span()
            gap_before = text[start - 1] if start and text[start - 1] in _GAPS else ""
            gap_after = text[end] if end < len(text) and text[end] in _GAPS else ""
            if starts is not None and text[end + len(gap_after) : end + len(gap_after) + 1] not in starts:
                continue
            start, end = start - len(gap_before), end + len(gap_after)
            before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
            new = judge(Joint(before, gap_before, match[0], gap_after, after))
            if new is not None and start < done:
                # The gap before belongs to the edit of the mark before.
                start, new = done, new.lstrip("".join(_GAPS))
            if new is not None and new != text[start:end]:
                yield start, end, new
                done = end

    return find
