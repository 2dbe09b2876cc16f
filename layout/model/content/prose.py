"""Inline text as data: runs of characters with one style each."""

from __future__ import annotations

from dataclasses import dataclass, field

from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStyle:
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


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that share a style; never empty."""

    text: str
    style: RunStyle = PLAIN


@dataclass(frozen=True, slots=True)
class Prose:
    """The inline content of one paragraph in one language, and where it was written."""

    runs: tuple[Run, ...]
    where: Span = field(default=Span(""), compare=False)

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
