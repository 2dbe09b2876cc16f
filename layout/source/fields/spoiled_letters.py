"""Takes words, tells those whose letters were spoiled before, and what they most likely were; mends none.

A text once read in a wrong code page looks like `wspó³pracy` or `Å»Ã³Å‚ta` ever after, whatever its own code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.languages import OWN_LETTERS
from layout.model.patterns import late_pattern
from layout.model.records import Struct

_LOST = late_pattern("\ufffd|(?<=[^\\W\\d_])\\?(?=[^\\W\\d_])")
"""The sign for a letter that is gone, and a question mark in its place."""
_ADDRESS = late_pattern(r"://|www\.|[=&/@]")
_INSIDE = late_pattern("(?<=[^\\W\\d_])[³¹¿¯£¥ª¢±¶¼¾¦¬¤](?=[^\\W\\d_])|(?<=[^\\W\\d_])[±¶¼¾¦¬¤](?!\\w)")
"""Signs that no word has between its letters, some of them not even behind the last one (m³ has)."""
_READ_AS = ("cp1252", "cp1250", "latin-1", "iso8859_2", "cp852", "mac_latin2")
_PAGES = ("cp1250", "iso8859_2")
_ALPHABET = frozenset("".join(OWN_LETTERS.values()) + "ó")
_RARE = _ALPHABET - frozenset("áéíóúý")
"""Letters that hardly any third language has."""
_WEAK_AT_LEAST = 3
_WEAK_SHARE = 0.05
"""From when words that only may be spoiled count: so many different ones, and this share of all words."""
_WORD = late_pattern(r"\S+")


class SpoiledWord(Struct, frozen=True):
    """A word as it stands, where it begins in its line (from 0), and what it likely was, if one can tell."""

    line: int
    start: int
    word: str
    likely: str


def find_spoiled(lines: Sequence[str]) -> Iterator[SpoiledWord]:
    """Spoiled words of a text in order; `line` counts from 0.

    Foreign names have letters that a code page may have spoiled too (Sørensen): they count beside others.
    """
    sure: list[SpoiledWord] = []
    weak: list[SpoiledWord] = []
    words = 0
    for number, line in enumerate(lines):
        for found in _WORD.finditer(line):
            words += 1
            word = found[0]
            if word.isascii() and "?" not in word:
                continue
            certain, likely = judge_word(word)
            if certain or likely:
                (sure if certain else weak).append(SpoiledWord(number, found.start(), word, likely))
    many = len({one.word for one in weak}) >= _WEAK_AT_LEAST and len(weak) >= _WEAK_SHARE * words
    yield from sorted([*sure, *(weak if sure or many else ())], key=lambda one: (one.line, one.start))


def judge_word(word: str) -> tuple[bool, str]:
    """Whether a word is spoiled for certain, and what it was or, if it only may be, would have been."""
    if _ADDRESS.search(word):
        return False, ""
    if _LOST.search(word):
        return True, ""
    letters = {character for character in word.lower() if character.isalpha() and not character.isascii()}
    unknown = letters - _ALPHABET
    for wrong in _READ_AS:
        mended = _reread(word, wrong, "utf-8")
        if mended and _is_own(mended):
            return True, mended
    if not unknown and not _INSIDE.search(word):
        return False, ""
    likely = next(
        (
            mended
            for wrong in _READ_AS
            for page in _PAGES
            if wrong != page and (mended := _reread(word, wrong, page)) and _is_own(mended)
        ),
        "",
    )
    certain = bool(likely) and bool(_INSIDE.search(word) or letters & _RARE)
    return certain, likely


def _reread(word: str, wrong: str, right: str) -> str:
    """The word as its bytes would have been read rightly; empty where they could not have been."""
    try:
        mended = word.encode(wrong).decode(right)
    except UnicodeError:
        return ""
    return mended if mended != word else ""


def _is_own(word: str) -> bool:
    """Whether a word has no letters but those of both languages, and one of their own."""
    special = [character for character in word.lower() if not character.isascii()]
    letters = [character for character in special if character.isalpha()]
    return bool(letters) and all(character in _ALPHABET for character in letters) and not _INSIDE.search(word)
