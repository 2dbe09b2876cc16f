"""The record of one rewriting rule, and the regex fragments rules share; it rewrites nothing itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

Edit = tuple[int, int, str]
"""Replace the characters from the first offset up to the second by the string."""

ASIDE_WORD = "\ufdd0"
"""Stands for a URL, an e-mail address, a code or a protected phrase while rules run."""
ASIDE_NUMBER = "\ufdd1"
"""Stands for a telephone number, a postcode or another number that is a name."""
EN_DASH = "–"
MINUS = "−"
TIMES = "×"
ELLIPSIS = "…"

GAP = f"[ {NO_BREAK_SPACE}{THIN_NO_BREAK_SPACE}{SOFT_SPACE}]"
"""Any space that may stand between two words."""
UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚĹĽŇŘŠŤŮŽŐŰ"
LOWER = "a-zß-öø-ÿąćęłńśźżčďěĺľňřšťůžőű"
"""Insides of character classes: the letters of Polish, Czech and their neighbours."""
LETTER = f"[{UPPER}{LOWER}]"
DASHES = "[-–—−]"
DIGITS = "0123456789"

BOTH = frozenset({"pl", "cs"})
POLISH = frozenset({"pl"})
CZECH = frozenset({"cs"})


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


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: what is looked for in a paragraph and what is put in its place.

    The rule is tried where of each string in `needs` at least one character occurs. `find` takes the
    paragraph's text and yields edits that do not overlap, in ascending order. Its pattern starts with a
    character, not with a lookbehind, so that the search is fast.
    """

    id: str
    languages: frozenset[str]
    needs: tuple[str, ...]
    find: Callable[[str], Iterable[Edit]]
    summary: str
    headings_only: bool = False


def replace(
    pattern: str, into: str | Callable[[re.Match[str]], str | None]
) -> Callable[[str], Iterator[Edit]]:
    """A finder that replaces each match by a template, or by what a function says (None: leave it)."""
    compiled = LatePattern(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            new = match.expand(into) if isinstance(into, str) else into(match)
            if new is not None and new != match[0]:
                yield match.start(), match.end(), new

    return find
