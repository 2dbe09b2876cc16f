"""Takes the words of a cell, gives where its number has its decimal mark; knows numbers by their form."""

from __future__ import annotations

from collections.abc import Iterable

from layout.lang.languages import LANGUAGES
from layout.model.patterns import late_pattern

_SIGN = r"(?:[+\-−–±~≈<>≤≥]\s?)?(?:[€$£]\s?)?"
_DIGITS = r"\d+(?:[\s.,:/×–-]?\d+)*"
_UNIT = r"(?:\s?(?:[%‰°€$£'′″][CF]?|[^\W\d_]{1,5}\.?[²³]?(?:/[^\W\d_]{1,5}[²³]?)?))"
_NUMBER = late_pattern(rf"\s*{_SIGN}({_DIGITS})\.?{_UNIT}{{0,2}}\s*")
"""A number, a span of two or a time of day, with a sign before it and up to two units behind it."""
_NOTHING = late_pattern(r"[–—−\-…×]|\s*")
"""What stands in a cell that has no number."""


def find_decimal_mark(text: str, language: str) -> int | None:
    """How many characters of `text` stand before its decimal mark, or before where one would be.

    None where the text is no number of `language`, with its unit at most.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    digits = found[1]
    mark = digits.rfind(LANGUAGES[language].numbers.decimal_mark)
    return found.start(1) + (mark if mark >= 0 else len(digits))


def are_numbers(cells: Iterable[tuple[str, str]]) -> bool:
    """Whether all of `cells` (words, language) are numbers, but for empty ones, and one is there."""
    filled = [(text, language) for text, language in cells if not _NOTHING.fullmatch(text)]
    return bool(filled) and all(find_decimal_mark(text, language) is not None for text, language in filled)
