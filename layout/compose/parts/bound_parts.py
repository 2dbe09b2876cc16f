"""Takes a passage, gives the parts of it that hold together; sets and measures nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.content.prose import Prose, Run
from layout.model.patterns import late_pattern
from layout.model.records import replace
from layout.model.units import LINE_BREAK, SOFT_SPACE

_AT_SPACE = late_pattern(f"[ {SOFT_SPACE}{LINE_BREAK}]")


def bound_parts(passage: Prose) -> Iterator[Prose]:
    """What stands between the spaces at which a passage may go on in the next line."""
    part: list[Run] = []
    for run in passage.runs:
        for order, words in enumerate(_AT_SPACE.split(run.text)):
            if order and part:
                yield replace(passage, runs=tuple(part))
                part = []
            if words:
                part.append(replace(run, text=words))
    if part:
        yield replace(passage, runs=tuple(part))
