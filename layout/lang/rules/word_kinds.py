"""Takes one word as it stands between two spaces, gives what kinds of word it is to its neighbours.

A word is judged twice: as the left of a pair (opening marks are set aside, closing ones forbid a bond) and
as the right of one (closing marks are set aside).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntFlag, auto

from layout.lang.rules.fragments import APOSTROPHES, ASIDE_NUMBER, EN_DASH, LOWER, MINUS, TIMES, UPPER
from layout.model.patterns import late_pattern
from layout.model.records import Struct


class Kind(IntFlag):
    """What a word can be; one word is usually several of these."""

    WORD = auto()
    LETTER = auto()
    LETTER_A = auto()
    TITLE = auto()
    INITIAL = auto()
    NAME = auto()
    CAPITALS = auto()
    DEGREE = auto()
    NUMBER = auto()
    COUNT = auto()
    FRACTION = auto()
    REFERENCE = auto()
    YEAR = auto()
    YEAR_MARK = auto()
    DAY = auto()
    ORDINAL = auto()
    ROMAN = auto()
    ROMAN_ORDINAL = auto()
    DATE = auto()
    MONTH = auto()
    ERA = auto()
    CENTURY = auto()
    UNIT = auto()
    NOUN = auto()
    COUNTABLE = auto()
    THING = auto()
    FUNCTION = auto()
    JOINT = auto()
    MAGNITUDE = auto()
    MONEY = auto()
    MONEY_SIGN = auto()
    SIGN = auto()
    LABEL = auto()
    SUBLABEL = auto()
    ITEM = auto()
    REGISTER = auto()
    PHONE = auto()
    PHONE_LABEL = auto()
    DASH = auto()
    LEADING = auto()
    TRAILING = auto()
    PLACE = auto()
    PROGRAMME = auto()
    STRAND = auto()
    OPERATOR = auto()


class Lexicon(Struct, frozen=True):
    """The listed words of a language with their kinds, and what tells that a number counts no such word."""

    words: Mapping[str, int]
    uncounted: re.Pattern[str]


_OPENING = "([{„“”‚‘’«»›‹\"'…"
_CLOSING = ",;:!?)]}”“„’‘»«…\"'"
_OPERATORS = frozenset((TIMES, "+", "=", ":", "÷", "±", "<", ">", "≤", "≥", "≈", MINUS))
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_FRACTION = r"[¼½¾⅐-⅞]|[1-9]\d?/[1-9]\d?"
_CONSONANT = "[bcčdďfghjklłmnňńprřsšśtťvwxzžźż]"
"""Abbreviated given names end in one (Fr., Wł.); short words that end a sentence seldom do."""
_SHORT_WORD = r"(?:On|Ok|Im|Ów|Aż|Až|Už|Od|Oh|Ah|Eh|Hm|Uf|Ad)\."
"""What ends a sentence of its own and looks like such a name."""
_COUNT = r"(?:\d+(?:,\d+)?|\d*[¼½¾⅐-⅞])"
_ITEM = r"(?:[a-z]|[a-z]{1,2}\))"
_NUMBER = rf"[{MINUS}±+]?\d+(?:[.,:/{TIMES}]\d+)*"

Shapes = tuple[tuple[re.Pattern[str], int], ...]


def _shapes(*rows: tuple[str, int]) -> Shapes:
    return tuple((late_pattern(pattern), int(kind)) for pattern, kind in rows)


_CAPITAL = _shapes(
    (rf"[IVXLC]+/\d\w*(?:[./{EN_DASH}-]\w+)*", Kind.REFERENCE),
    (rf"{_ROMAN}(?:[{EN_DASH}/]{_ROMAN})?", Kind.ROMAN),
    (rf"{_ROMAN}\.(?:[{EN_DASH}/]{_ROMAN}\.)?", Kind.ROMAN_ORDINAL),
    (
        rf"(?:[{UPPER}]\.-?)*[{UPPER}]\.|Ch\.|(?!{_SHORT_WORD})[{UPPER}](?:{_CONSONANT}|[{LOWER}]+-[{UPPER}])\.",
        Kind.INITIAL,
    ),
    (
        rf"(?:[{UPPER}][{APOSTROPHES}])?[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?"
        rf"(?:[{APOSTROPHES}][{LOWER}]+)?(?:-[{UPPER}]?[{LOWER}]+)*",
        Kind.NAME,
    ),
    (rf"[{UPPER}]{{2,}}", Kind.CAPITALS),
    (r"[IVX]{1,4}(?:-?[A-C])?", Kind.STRAND),
)
"""What a word is that begins with a capital."""
_SMALL = _shapes(
    (rf"[{LOWER}]{{2,}}(?:-[{LOWER}]+)*", Kind.NOUN),
    (rf"{_ITEM}(?:{EN_DASH}{_ITEM})?", Kind.ITEM),
)
"""What it is if it begins with a small letter."""
_OTHER = _shapes(
    (rf"{_NUMBER}(?:{EN_DASH}{_NUMBER})?(?:,{EN_DASH})?", Kind.NUMBER),
    (rf"[{MINUS}±+]?{_COUNT}(?:{EN_DASH}{_COUNT})?|{_FRACTION}", Kind.COUNT),
    (_FRACTION, Kind.FRACTION | Kind.NUMBER),
    (rf"\d\w*(?:[./{EN_DASH}-]\w+)*", Kind.REFERENCE),
    (rf"(?:1\d|20)\d\d(?:[{EN_DASH}/](?:(?:1\d|20)\d\d|\d\d))?", Kind.YEAR),
    (rf"(?:[1-9]|[12]\d|3[01])(?:{EN_DASH}(?:[1-9]|[12]\d|3[01]))?", Kind.DAY),
    (rf"\d{{1,3}}\.(?:{EN_DASH}\d{{1,3}}\.)?", Kind.ORDINAL),
    (r"\d{1,2}\.\d{1,2}\.(?:\d{4})?", Kind.DATE),
    (rf"[{EN_DASH}—]", Kind.DASH),
)
"""What it is if it begins with a figure or a sign."""

_PLAIN_LENGTH = 4
_WORD, _NOUN, _NAME, _COUNTABLE, _THING = map(
    int, (Kind.WORD, Kind.NOUN, Kind.NAME, Kind.COUNTABLE, Kind.THING)
)
_FUNCTION, _DASH, _OPERATOR, _COUNTED, _SIGN = map(
    int, (Kind.FUNCTION, Kind.DASH, Kind.OPERATOR, Kind.COUNT, Kind.SIGN)
)
"""Plain numbers: to join two flags takes twenty times as long as to join two of these."""
_PLAIN, _PLAIN_NAME = _WORD | _NOUN, _WORD | _NAME
_NUMBER_NAME = int(Kind.NUMBER | Kind.PHONE)
_UNCOUNTABLE = int(Kind.YEAR | Kind.PHONE)
_MEASURES = int(Kind.UNIT | Kind.MONEY)
"""What stands before the slash of a rate: km/h, Kč/os."""


def build_lexicon(words: Mapping[Kind, str], uncounted: str) -> Lexicon:
    """Each word of the lists, with every kind whose list it stands in.

    `uncounted` is a regular expression for words in lower case that no number before them counts.
    """
    kinds: dict[str, int] = {}
    for kind, listed in words.items():
        number = int(kind)
        for word in listed.split():
            kinds[word] = kinds.get(word, 0) | number
    return Lexicon(kinds, re.compile(uncounted))


def classify(word: str, lexicon: Lexicon) -> tuple[int, int]:
    """The kinds of a word as the left and as the right member of a pair."""
    bare = word.rstrip(_CLOSING)
    stem = bare.rstrip(".")
    if len(stem) >= _PLAIN_LENGTH and stem.isalpha() and stem[1:].islower() and not _look_up(bare, lexicon):
        kinds = _describe_plain(stem, lexicon)
        return kinds if stem == word else _WORD, kinds
    left = _describe(word.lstrip(_OPENING), lexicon)
    if not left & _DASH:
        left |= _WORD
    right = _WORD
    for core in dict.fromkeys((bare, stem.rstrip(_CLOSING), word.rstrip(_CLOSING + "."))):
        right |= _describe(core, lexicon)
    return left, right


def _describe_plain(word: str, lexicon: Lexicon) -> int:
    """A word of letters only, too long for a number or an initial."""
    if word.islower():
        found = lexicon.words.get(word)
        return _plain_noun(word, lexicon) if found is None else _describe(word, lexicon) | _WORD
    found = lexicon.words.get(word.lower())
    if found is None:
        return _PLAIN_NAME
    kinds = _describe(word, lexicon) | _WORD
    return kinds & ~_NAME if found & _FUNCTION else kinds


def _plain_noun(word: str, lexicon: Lexicon) -> int:
    return _PLAIN if lexicon.uncounted.fullmatch(word) else _PLAIN | _COUNTABLE


def _describe(core: str, lexicon: Lexicon) -> int:
    kinds = _look_up(core, lexicon)
    if core in _OPERATORS:
        return kinds | _OPERATOR
    first = core[:1]
    for pattern, kind in _CAPITAL if first.isupper() else _SMALL if first.islower() else _OTHER:
        if pattern.fullmatch(core):
            kinds |= kind
    if core.endswith(ASIDE_NUMBER):
        kinds |= _NUMBER_NAME
    if kinds & _UNCOUNTABLE:
        kinds &= ~_COUNTED
    if kinds & _FUNCTION:
        kinds &= ~(_NOUN | _NAME)
    elif kinds & _THING or (kinds & _NOUN and not lexicon.uncounted.fullmatch(core)):
        kinds |= _COUNTABLE
    return kinds


def _look_up(core: str, lexicon: Lexicon) -> int:
    """A word's own entry, or that of its lower-case form if its first letter is a capital.

    Of words in capitals the signs before numbers alone are found so: ART. 5.
    """
    found = lexicon.words.get(core)
    if found is None and len(core) > 1 and core[0].isupper() and core[1:] == core[1:].lower():
        found = lexicon.words.get(core.lower())
    if found is None and core[-1:] == "." and len(core) > _PLAIN_LENGTH - 1 and core.isupper():
        found = lexicon.words.get(core.lower(), 0) & _SIGN
    if found is None and "/" in core:
        found = lexicon.words.get(core.partition("/")[0], 0) & _MEASURES
    return found or 0
