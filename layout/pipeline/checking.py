"""Takes a content folder, gives what is wrong in it; no product is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layout.lang.microtype import Change
from layout.model.diagnostic import Diagnostic, Rejected
from layout.pipeline.composing import Composed, _untold, compose_folder
from layout.pipeline.covers import read_covers


def check_folder(folder: Path, tell: Callable[[Change], None] = _untold) -> Composed:
    """The pages of `folder` with every product's covers tried, and nothing written."""
    composed = compose_folder(folder, tell=tell)
    problems: list[Diagnostic] = []
    read_covers(composed, None, problems)
    if problems:
        raise Rejected([*composed.diagnostics, *problems])
    return composed
