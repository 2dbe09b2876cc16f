"""Small makers of passages and themes for tests."""

from __future__ import annotations

from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Span
from layout.model.records import replace
from layout.model.theme import Theme


def prose(text: str, line: int = 1) -> Prose:
    """Unmarked text as prose, written at `line`."""
    return Prose((Run(text),), Span("content/sections/a.yaml", line, 1))


def restyled(theme: Theme, role: str, **changes: object) -> Theme:
    """`theme` with one style changed."""
    styles = dict(theme.styles)
    styles[role] = replace(styles[role], **changes)  # type: ignore[arg-type]
    return replace(theme, styles=styles)
