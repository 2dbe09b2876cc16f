"""Takes a value and a language, gives how a sentence of that language says it; knows no sentence.

A place in a sentence is `{name}`; `{name!s}` is the bare text, for what is to be typed. In
`{name:# page|# pages}` a count chooses the form of the words, `#` standing for its number: of one and of more
in English; of one, of two to four (in Polish also of 22, 23, 24, 32…) and of all others in Polish and Czech.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter
from typing import Any

from layout.model.records import Struct
from layout.model.units import NO_BREAK_SPACE
from layout.model.values import (
    ByteSize,
    Count,
    Extent,
    Listed,
    Millimetres,
    Named,
    Percent,
    Points,
    Quantity,
    SquareMillimetres,
    SystemReason,
    Value,
    Values,
    plain_number,
)
from layout.resources.places import messages_folder

LANGUAGES = ("en", "pl", "cs")
"""Languages of the messages."""
LONG = 5
"""Digits from which a number is grouped by threes; fewer are read at a glance."""


class Tongue(Struct, frozen=True, kw_only=True):
    """How a language of messages writes numbers, and which form of a noun stands beside one."""

    decimal: str
    group: str
    percent: str
    point: str
    forms: int
    choose: Callable[[int], int]
    """From a number to the place of its form, counted from 0 (CLDR, plural rules)."""


def _is_few(number: int) -> bool:
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


_POINT, _BOD = f"{NO_BREAK_SPACE}pt", f"{NO_BREAK_SPACE}b."
_APART = f"{NO_BREAK_SPACE}%"
TONGUES: Mapping[str, Tongue] = {
    "en": Tongue(
        decimal=".", group=",", percent=_APART, point=_POINT, forms=2, choose=lambda n: 0 if n == 1 else 1
    ),
    "pl": Tongue(
        decimal=",",
        group=NO_BREAK_SPACE,
        percent="%",
        point=_POINT,
        forms=3,
        choose=lambda n: 0 if n == 1 else 1 if _is_few(n) else 2,
    ),
    "cs": Tongue(
        decimal=",",
        group=NO_BREAK_SPACE,
        percent=_APART,
        point=_BOD,
        forms=3,
        choose=lambda n: 0 if n == 1 else 1 if n in (2, 3, 4) else 2,
    ),
}


def fill(text: str, values: Values, language: str) -> str:
    """A sentence of the catalogue with its values; raises KeyError where it asks for another."""
    return _Speaker(language).vformat(text, (), values)


def say(value: Value, language: str) -> str:
    """A value as a sentence of `language` says it."""
    sayer = _SAYERS.get(type(value))
    return sayer(value, TONGUES[language], language) if sayer else str(value)


class _Speaker(Formatter):
    """Fills in places of one language; see the head of this module."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if not format_spec:
            return say(value, self.language)
        tongue = TONGUES[self.language]
        if not isinstance(value, Count):
            raise TypeError(f"{value!r} is no count and chooses no form")
        form = format_spec.split("|")[tongue.choose(value.number)]
        return form.replace("#", _group(str(value.number), tongue))


def _group(text: str, tongue: Tongue) -> str:
    """A bare number as the language writes it: its decimal sign, long numbers in groups of three."""
    whole, _, decimals = text.partition(".")
    if len(whole.lstrip("-")) >= LONG:
        whole = f"{int(whole):,}".replace(",", tongue.group)
    return f"{whole}{tongue.decimal}{decimals}" if decimals else whole


def _number(value: object, tongue: Tongue, _: str) -> str:
    return _group(str(value), tongue)


def _unit(unit: str) -> Callable[[Any, Tongue, str], str]:
    return lambda value, tongue, _: f"{_group(str(value), tongue)}{NO_BREAK_SPACE}{unit}"


def _extent(value: Extent, tongue: Tongue, _: str) -> str:
    sides = (_group(str(Millimetres(side, value.digits)), tongue) for side in (value.width, value.height))
    return f"{NO_BREAK_SPACE}×{NO_BREAK_SPACE}".join(sides) + f"{NO_BREAK_SPACE}mm"


def _bytes(value: ByteSize, tongue: Tongue, _: str) -> str:
    if value.number >= 1e6:
        return f"{_group(plain_number(value.number / 1e6, 1), tongue)}{NO_BREAK_SPACE}MB"
    return f"{_group(str(-(-value.number // 1000)), tongue)}{NO_BREAK_SPACE}kB"


def _reason(value: SystemReason, _: Tongue, language: str) -> str:
    name = errno.errorcode.get(value.number, "")
    words: str = _load("reasons.toml").get(name, {}).get(language, value.words)
    return words


_SAYERS: Mapping[type, Callable[[Any, Tongue, str], str]] = {
    Count: _number,
    Quantity: _number,
    Percent: lambda value, tongue, _: f"{_group(str(value), tongue)}{tongue.percent}",
    Millimetres: _unit("mm"),
    Points: lambda value, tongue, _: f"{_group(str(value), tongue)}{tongue.point}",
    Extent: _extent,
    SquareMillimetres: _unit("mm²"),
    ByteSize: _bytes,
    Named: lambda value, _, language: _find_term(value.table, value.name, language) or value.name,
    SystemReason: _reason,
    Listed: lambda value, _, language: ", ".join(say(one, language) for one in value.values),
}


def name_term(table: str, name: str, language: str, values: Values | None = None) -> str:
    """What a language calls a thing of `terms.toml`, filled with `values`.

    Raises KeyError if there is none of that name: a fault of the program.
    """
    term = _find_term(table, name, language)
    if term is None:
        raise KeyError(f"{table}.{name}")
    return fill(term, values, language) if values else term


def _find_term(table: str, name: str, language: str) -> str | None:
    term: str | None = _load("terms.toml")[table].get(name, {}).get(language)
    return term


@cache
def _load(name: str) -> Mapping[str, Any]:
    import tomllib

    return tomllib.loads(messages_folder().with_name(name).read_text("utf-8"))
