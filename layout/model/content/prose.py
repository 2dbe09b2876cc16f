"""Inline text as data: runs of characters with one style each."""

from __future__ import annotations

from layout.model.diagnostic import Span
from layout.model.records import Struct


class RunStyle(Struct, frozen=True, kw_only=True):
    """How one run differs from its paragraph; `language` marks a foreign phrase (BCP 47)."""

    emphasis: bool = False
    strong: bool = False
    link: str | None = None
    language: str | None = None
    protected: bool = False
    """True where no rule of microtypography and no hyphenation may touch the run."""
    small_caps: bool = False
    """Whether small letters are set as small capitals."""
    raised: bool = False
    """Whether it is a number above the line, as footnotes have."""
    note: Note | None = None
    """The footnote whose mark the run is."""
    page: bool = False
    """Whether it says the page that its link, one inside the brochure, leads to."""
    anchor: str | None = None
    """The key by which links inside the brochure find it."""
    entry: str | None = None
    """The entry of the index that leads to it."""


PLAIN = RunStyle()
INSIDE = "#"
"""Begins a link that leads to a key inside the brochure."""
UNKNOWN_NUMBER = "0"
"""What stands for a number that only finished pages tell."""


class Run(Struct, frozen=True):
    """Characters that share a style; never empty."""

    text: str
    style: RunStyle = PLAIN


class Prose(Struct, frozen=True):
    """The inline content of one paragraph in one language, and where it was written."""

    runs: tuple[Run, ...]
    where: Span = Span("")

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same; `where` is not asked."""
        return isinstance(other, Prose) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    @property
    def text(self) -> str:
        """All characters of the paragraph, in order."""
        return "".join(run.text for run in self.runs)

    @property
    def parts(self) -> tuple[int, ...]:
        """For each run the number of its structure leaf: links, foreign phrases and marks stand apart."""
        numbers: list[int] = []
        before: tuple[object, ...] | None = None
        for run in self.runs:
            style = run.style
            mark = (style.link, style.language, style.note, style.anchor, style.entry)
            numbers.append(numbers[-1] + (mark != before) if numbers else 0)
            before = mark
        return tuple(numbers)


class Note(Struct, frozen=True):
    """A footnote: its words, its place among those of its language (from 1, 0: not counted yet).

    A `lone` one has none beside it in the other language.
    """

    text: Prose
    lone: bool = False
    order: int = 0
