"""Takes what is wrong, gives what can be done about it at a button, where that is certain; does nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypedDict

from layout.model.content.translation import TRANSLATION_RULES
from layout.model.diagnostic import Diagnostic


class Fix(TypedDict):
    """What a button does: `rename` a key, `correct` a word, `excuse` a rule of translation; with `to`."""

    how: Literal["rename", "correct", "excuse"]
    to: str


def _take_nearest(how: Literal["rename", "correct"]) -> Callable[[Diagnostic], Fix | None]:
    def take(problem: Diagnostic) -> Fix | None:
        nearest = problem.values.get("nearest")
        return Fix(how=how, to=nearest) if isinstance(nearest, str) and nearest else None

    return take


def _excuse(problem: Diagnostic) -> Fix | None:
    rule = problem.values.get("rule")
    return Fix(how="excuse", to=rule) if isinstance(rule, str) and rule in TRANSLATION_RULES else None


_KEYS = ("misspelt-key", "misspelt-block")
_WORDS = (
    "unknown-choice",
    "unknown-language",
    "unknown-place",
    "misspelt-file",
    "unknown-cover",
    "unknown-rule",
    "unknown-translation-rule",
    "unknown-theme",
    "unknown-page-size",
    "unknown-colour",
    "unknown-font",
    "publicity-unknown",
)
FIXES: Mapping[str, Callable[[Diagnostic], Fix | None]] = {
    **dict.fromkeys(_KEYS, _take_nearest("rename")),
    **dict.fromkeys(_WORDS, _take_nearest("correct")),
    **{f"translation-{rule}": _excuse for rule in TRANSLATION_RULES},
}
"""What to do about a mistake, by its code."""


def find_fix(problem: Diagnostic) -> Fix | None:
    """What can be done at a button; None where a person must think."""
    make = FIXES.get(problem.code)
    return make(problem) if make and problem.where.line else None
