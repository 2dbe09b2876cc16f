"""Takes both sides of a pair, gives people and places that only one of them names; heeds their cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from layout.lang.languages import LANGUAGES
from layout.lang.rules.fragments import LOWER, UPPER
from layout.model.patterns import late_pattern
from layout.model.plain_letters import strip_marks
from layout.model.records import Struct

_NAME = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_PERSON = late_pattern(rf"(?<!\w)(?=({_NAME}) ({_NAME})(?!\w))")
_WORDS = late_pattern(_NAME)
_RULERS = late_pattern(r" (?=[IVX]+\b)")
_BEGINNING = late_pattern(r"\w{1,3}(?![?*{])")
_NAMES_APART = late_pattern(r"\|(?![^(]*\))")
_SPELLINGS = (
    ("sz", "s"),
    ("cz", "c"),
    ("rz", "r"),
    ("x", "ks"),
    ("zs", "s"),
    ("ia", "a"),
    ("ie", "e"),
    ("y", "i"),
    ("ou", "u"),
)
"""How the two languages spell the same sound of a name from elsewhere, without marks."""

Sides = Mapping[str, str]


def compare_names(sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom and what only the first side names, and only the second, as written there."""
    (left, left_text), (right, right_text) = sides.items()
    people = _strangers(left_text, left, right_text, right), _strangers(right_text, right, left_text, left)
    places = _named_places(left_text, left), _named_places(right_text, right)
    only_left = tuple(shown for place, shown in places[0].items() if place not in places[1])
    only_right = tuple(shown for place, shown in places[1].items() if place not in places[0])
    if len(only_left) != len(only_right):
        only_left = only_right = ()  # one side says more of where things are, in other words
    return people[0] + only_left, people[1] + only_right


def _strangers(text: str, language: str, other_text: str, other: str) -> tuple[str, ...]:
    """People of one side whose surname the other side does not have in any case."""
    people = tuple(_people(text, language))
    if not people:
        return ()
    there = {_stem(word, tag) for word in _all_words(other_text) for tag in (other, language)}
    return tuple(
        f"{given} {surname}"
        for given, surname in people
        if not any(
            _alike(_stem(part, tag), one)
            for part in surname.split("-")
            for tag in (language, other)
            for one in there
        )
    )


def _all_words(text: str) -> Iterator[str]:
    return (part for found in _WORDS.finditer(text) for part in found[0].split("-"))


def _alike(one: str, other: str) -> bool:
    """Whether two stems are of one name, though one language leaves out its ending: Kolumb, Kolumbus."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (
        len(shorter) >= 4 and longer.startswith(shorter) and len(longer) <= len(shorter) + 2
    )


def _people(text: str, language: str) -> Iterator[tuple[str, str]]:
    for found in _PERSON.finditer(text):
        ruler = _RULERS.match(text, found.end(2))
        if not ruler and not _epithets(language).fullmatch(found[2]) and _is_given(found[1], language):
            yield found[1], found[2]


@cache
def _epithets(language: str) -> re.Pattern[str]:
    return re.compile(LANGUAGES[language].counterparts.epithets)


@cache
def _given_stems(language: str) -> frozenset[str]:
    names = LANGUAGES[language].counterparts.given_names.split()
    return frozenset(_given_stem(name) for name in names)


def _given_stem(name: str) -> str:
    """A given name without its last vowel or the ending of its case."""
    return re.sub("(?:owi|ovi|iem|em|ou|[aeiouyąęěůé])$", "", name)


def _is_given(word: str, language: str) -> bool:
    return (
        _given_stem(word) in _given_stems(language)
        or word in LANGUAGES[language].counterparts.given_names.split()
    )


@cache
def _stem(surname: str, language: str) -> str:
    """A surname without its case and the sex of its bearer, spelt as neither language does."""
    word = surname.lower()
    ending = re.compile(f"(?<=...)(?:{LANGUAGES[language].counterparts.surname_endings})$")
    word = strip_marks(ending.sub("", word))
    for spelt, said in _SPELLINGS:
        word = word.replace(spelt, said)
    return word


class _Place(Struct, frozen=True):
    """How a place is called in one language; where none of `beginnings` stands, `names` need not be asked."""

    key: str
    beginnings: tuple[str, ...]
    names: re.Pattern[str]


@cache
def _places(language: str) -> tuple[_Place, ...]:
    return tuple(
        _Place(key, _beginnings(names), late_pattern(rf"(?<!\w)(?:{names})(?!\w)"))
        for key, names in LANGUAGES[language].counterparts.places.items()
    )


def _beginnings(names: str) -> tuple[str, ...]:
    """The first letters, up to three, of each name; names are parted by bars outside brackets."""
    found = (_BEGINNING.match(name) for name in _NAMES_APART.split(names))
    return tuple(dict.fromkeys(match[0] if match else "" for match in found))


def _named_places(text: str, language: str) -> dict[str, str]:
    """Places as they are called here, by their key."""
    found = (
        (place.key, place.names.search(text))
        for place in _places(language)
        if any(beginning in text for beginning in place.beginnings)
    )
    return {key: match[0] for key, match in found if match}
