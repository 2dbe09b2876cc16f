"""Takes a text and its language, gives a key by which lists in that language are sorted; it sorts nothing.

Rule T22. Polish: ą ć ę ł ń ó ś ź ż are letters of their own. Czech (ČSN 97 6030; IJP 900): č, ch, ř, š, ž
are letters of their own, á ď é ě í ň ó ť ú ů ý count only where words are otherwise the same. The key has
four levels, each decided only by a tie in the one before: letters, accents, case (small first), the text.
A space goes before every letter (word by word), and so does a hyphen or a dash, so that Nowak-Zając follows
Nowak and precedes Nowakowska (PN-80/N-01223); digits go before letters in Polish and behind them in Czech;
other characters are passed over.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import dropwhile

from layout.lang.languages import LANGUAGES
from layout.model.plain_letters import WITHOUT_PARTS
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_SPACE_RANK, _FIRST_RANK = 1, 2
_SPACES = frozenset((" ", NO_BREAK_SPACE, THIN_NO_BREAK_SPACE, SOFT_SPACE, LINE_BREAK, "-", "–"))
_ACCENTS = "\u0301\u030c\u030a\u0308\u0302\u0300\u0328\u0327\u0307\u030b"
"""Acute, caron, ring, diaeresis, circumflex, grave, ogonek, cedilla, dot, double acute: in this order."""


@cache
def _ranks(language: str) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(LANGUAGES[language].alphabet.split(), _FIRST_RANK)}


def sort_key(text: str, language: str) -> Key:
    """The key of `text` in the alphabet of `language` (its tag); keys of one language are comparable."""
    ranks = _ranks(language)
    letters: list[int] = []
    accents: list[int] = []
    capitals: list[bool] = []
    composed = unicodedata.normalize("NFC", text)
    place = 0
    while place < len(composed):
        width = 2 if composed[place : place + 2].lower() in ranks else 1
        written = composed[place : place + width]
        rank, accent = _weigh(written.lower(), ranks)
        if rank:
            letters.append(rank)
            accents.append(accent)
            capitals.append(written[0].isupper())
        place += width
    return tuple(letters), tuple(accents), tuple(capitals), text


def name_key(surname: str, given: str, language: str) -> tuple[Key, Key]:
    """The key of a person in a list; a particle written small (de, von, van den) does not count."""
    words = surname.split()
    counted = " ".join(dropwhile(str.islower, words)) or surname
    return sort_key(counted, language), sort_key(given, language)


def _weigh(letter: str, ranks: dict[str, int]) -> tuple[int, int]:
    """A letter's place in the alphabet (0: passed over) and its accent's place among accents (0: none)."""
    if letter in ranks:
        return ranks[letter], 0
    if letter in _SPACES:
        return _SPACE_RANK, 0
    base, *marks = list(unicodedata.normalize("NFD", letter))
    accent = 1 + max((_ACCENTS.find(mark) for mark in marks), default=len(_ACCENTS))
    return ranks.get(WITHOUT_PARTS.get(base, base)[0], 0), accent
