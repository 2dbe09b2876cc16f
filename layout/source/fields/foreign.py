"""Takes prose of one language, gives it marked to stand in a passage of another; changes no letter."""

from __future__ import annotations

from layout.model.content.prose import Prose, Run
from layout.model.records import replace


def mark_foreign(prose: Prose, language: str, around: str) -> Prose:
    """`prose`, which is in `language`, fit to stand in a passage in the language `around`."""
    return replace(prose, runs=tuple(_marked(run, language, around) for run in prose.runs))


def _marked(run: Run, language: str, around: str) -> Run:
    own = run.style.language or language
    return replace(run, style=replace(run.style, language=None if own == around else own))
