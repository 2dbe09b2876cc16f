"""Takes a passage and tells Polish from Czech by letters, endings and function words; never by position."""

from __future__ import annotations

import re

POLISH_LETTERS = "ąćęłńśźż"
CZECH_LETTERS = "áčďéěíňřšťúůýž"
"""Letters that the other language has not (ó is in both)."""

_POLISH = """
w we się oraz jest są nie dla przez przy był była było były jako tej tego tym ten lub albo także też że
aby żeby ze ich jego jej który która które których którym czy już tylko między wraz roku lat latach
"""
_CZECH = """
v ve se je jsou pro při byl byla bylo byly být také nebo že k ke kdy jeho jejich ale který která které
kterým tento této toto tím než již jen mezi roce let letech zde mu ji si
"""
_POLISH_WORDS = frozenset(_POLISH.split())
_CZECH_WORDS = frozenset(_CZECH.split())
"""Words that a sentence can hardly do without."""
_SHARED_WORDS = _POLISH_WORDS & _CZECH_WORDS

_POLISH_ENDINGS = (
    "cja",
    "cji",
    "cję",
    "cje",
    "anie",
    "enie",
    "ania",
    "enia",
    "ych",
    "iej",
    "ego",
    "owie",
    "ość",
)
_CZECH_ENDINGS = ("ace", "aci", "ou", "ání", "ení", "ých", "ého", "ému", "ost", "osti", "ovat", "ích")
_POLISH_HINTS = ("w", "rz", "sz", "cz", "dz")
_CZECH_HINTS = ("v", "ou")
"""Letters and groups that are frequent in the one language and rare in the other."""

_WORD = re.compile(r"[^\W\d_]+")
_MOST_OF_A_WORD = 4.0
_NAME_WEIGHT = 0.5
"""A capitalised word may be a name out of the other language."""
_LEAST_EVIDENCE = 0.5
_LEAST_RATIO = 1.5
"""How much stronger one language must be than the other."""


def tell_language(text: str) -> str | None:
    """`pl` or `cs`, or None if the passage does not show which."""
    polish, czech = weigh_languages(text)
    if polish >= _LEAST_EVIDENCE and polish > _LEAST_RATIO * czech:
        return "pl"
    if czech >= _LEAST_EVIDENCE and czech > _LEAST_RATIO * polish:
        return "cs"
    return None


def weigh_languages(text: str) -> tuple[float, float]:
    """Evidence for Polish and for Czech, in letters."""
    polish = czech = 0.0
    for word in _WORD.findall(text):
        weight = _NAME_WEIGHT if word[0].isupper() else 1.0
        lower = word.lower()
        polish += weight * _weigh(lower, POLISH_LETTERS, _POLISH_HINTS, _POLISH_WORDS, _POLISH_ENDINGS)
        czech += weight * _weigh(lower, CZECH_LETTERS, _CZECH_HINTS, _CZECH_WORDS, _CZECH_ENDINGS)
    return polish, czech


def _weigh(
    word: str, letters: str, hints: tuple[str, ...], words: frozenset[str], endings: tuple[str, ...]
) -> float:
    if word in words:
        return 0.0 if word in _SHARED_WORDS else 3.0
    found = 2.0 * sum(word.count(letter) for letter in letters) if not word.isascii() else 0.0
    found += sum(word.count(hint) for hint in hints)
    if len(word) > 4 and word.endswith(endings):
        found += 1.0
    return min(found, _MOST_OF_A_WORD)
