"""What the patterns of all rules are made of: signs, classes of characters, expressions compiled late."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

ASIDE_WORD = "\ufdd0"
"""Stands for a URL, an e-mail address, a code or a protected phrase while rules run."""
ASIDE_NUMBER = "\ufdd1"
"""Stands for a telephone number, a postcode or another number that is a name."""
EN_DASH = "–"
MINUS = "−"
TIMES = "×"
ELLIPSIS = "…"
APOSTROPHES = "'’"

GAP = f"[ {NO_BREAK_SPACE}{THIN_NO_BREAK_SPACE}{SOFT_SPACE}]"
"""Any space that may stand between two words."""
UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚĹĽŇŘŠŤŮŽŐŰ"
LOWER = "a-zß-öø-ÿąćęłńśźżčďěĺľňřšťůžőű"
"""Insides of character classes: the letters of Polish, Czech and their neighbours."""
LETTER = f"[{UPPER}{LOWER}]"
DASHES = "[-–—−]"
DIGITS = "0123456789"


class LatePattern:
    """A regular expression that is compiled when it is first used: most paragraphs need few of them."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Callable[..., object]:
        compiled = re.compile(self._pattern)
        for method in ("search", "match", "fullmatch", "finditer", "sub"):
            setattr(self, method, getattr(compiled, method))
        found: Callable[..., object] = getattr(compiled, name)
        return found
