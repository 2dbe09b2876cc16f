"""Takes a paragraph and a judge, gives the edits of the short marks between words; decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import lru_cache

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


class Joint:
    """A mark in its place: the characters on both sides (up to 48), the spaces beside it, the words."""

    __slots__ = ("_left", "_right", "after", "before", "gap_after", "gap_before", "is_spaced", "mark")

    def __init__(self, before: str, gap_before: str, mark: str, gap_after: str, after: str) -> None:
        self.before, self.after, self.mark = before, after, mark
        self.gap_before, self.gap_after = gap_before, gap_after
        self.is_spaced = bool(gap_before or gap_after)
        self._left: str | None = None
        self._right: str | None = None

    @property
    def left(self) -> str:
        """The word in front, without quotation marks and brackets."""
        if self._left is None:
            start = max(map(self.before.rfind, _TOKEN_ENDS))
            self._left = self.before[start + 1 :].lstrip(_OUTER_MARKS)
        return self._left

    @property
    def right(self) -> str:
        """The word behind, without its punctuation."""
        if self._right is None:
            found = _TOKEN_AFTER.match(self.after)
            self._right = found[0].rstrip(_OUTER_MARKS) if found else ""
        return self._right


@lru_cache(maxsize=1)
def _joints(text: str) -> list[tuple[int, int, Joint]]:
    """Every mark of a text with the stretch it and its spaces take; rules that change nothing share them.

    Marks with the same neighbours are one joint, so that each is judged once.
    """
    found = []
    known: dict[tuple[str, ...], Joint] = {}
    for match in MARK.finditer(text):
        start, end = match.span()
        gap_before = text[start - 1] if start and text[start - 1] in _GAPS else ""
        gap_after = text[end] if end < len(text) and text[end] in _GAPS else ""
        start, end = start - len(gap_before), end + len(gap_after)
        before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        key = (before, gap_before, match[0], gap_after, after)
        joint = known.get(key)
        if joint is None:
            joint = known[key] = Joint(*key)
        found.append((start, end, joint))
    return found


Judge = Callable[[Joint], str | None]
"""Says what a joint becomes, spaces included; None leaves it to the next rule."""


def judged(judge: Judge, starts: Container[str] | None = None) -> Finder:
    """Finds every mark that the judge turns into another, or gives other spaces.

    Only marks before one of the characters `starts` are looked at, if there are any.
    """

    def find(text: str) -> Iterator[Edit]:
        done = 0
        judged_before: dict[Joint, str | None] = {}
        for start, end, joint in _joints(text):
            if joint in judged_before:
                new = judged_before[joint]
            else:
                looked_at = starts is None or joint.after[:1] in starts
                new = judged_before[joint] = judge(joint) if looked_at else None
            if new is not None and start < done:
                # The gap before belongs to the edit of the mark before.
                start, new = done, new.lstrip("".join(_GAPS))
            if new is not None and new != text[start:end]:
                yield start, end, new
                done = end

    return find
