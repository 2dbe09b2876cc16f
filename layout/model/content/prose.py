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


PLAIN = RunStyle()


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
        """For each run the number of its structure leaf: links and foreign phrases stand apart."""
        numbers: list[int] = []
        before: tuple[str | None, str | None] | None = None
        for run in self.runs:
            mark = (run.style.link, run.style.language)
            numbers.append(numbers[-1] + (mark != before) if numbers else 0)
            before = mark
        return tuple(numbers)
