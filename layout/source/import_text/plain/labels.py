"""Takes a line of an office's text, gives the language that a label before it names; guesses none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from layout.model.languages import CZECH, POLISH
from layout.model.patterns import late_pattern

_LABELS = {
    POLISH: ("pl", "pol", "polski", "po polsku", "wersja polska", "polsky", "polská verze"),
    CZECH: ("cz", "cs", "ces", "cze", "česky", "czeski", "po czesku", "wersja czeska", "česká verze"),
}
"""What stands before a passage to name its language."""
_HEADS = {
    POLISH: (*_LABELS[POLISH], "polska", "polština", "polish", "język polski", "tekst polski", "polský text"),
    CZECH: (
        *_LABELS[CZECH],
        "czeska",
        "čeština",
        "czech",
        "český",
        "język czeski",
        "tekst czeski",
        "český text",
    ),
}
"""What stands at the head of a column."""


def _table(names: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], str]:
    """The language of each name, and a pattern of all names, the longest first."""
    languages = {name: language for language, several in names.items() for name in several}
    return languages, "|".join(sorted(map(re.escape, languages), key=len, reverse=True))


_LANGUAGE, _NAME = _table(_LABELS)
_COLUMN, _HEAD = _table(_HEADS)
_LABEL = late_pattern(rf"(?:[\[(]({_NAME})[\])]\s*:?|({_NAME})\s*:)(?:\s+|$)", re.IGNORECASE)
_ALONE = late_pattern(rf"\W*({_HEAD})\W*", re.IGNORECASE)


def read_label(line: str) -> tuple[str | None, str]:
    """The language a line's label names, such as `PL:` or `[CZ]`, and the words behind it."""
    found = _LABEL.match(line)
    if found is None:
        return None, line
    return _LANGUAGE[(found[1] or found[2]).lower()], line[found.end() :]


def names_language(cell: str) -> str | None:
    """The language that a cell at the head of a column names and nothing else."""
    found = _ALONE.fullmatch(cell)
    return _COLUMN[found[1].lower()] if found else None
