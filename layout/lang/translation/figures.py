"""Takes the words of a passage, gives its days, numbers and sums as values that no language shows in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from layout.lang.languages import LANGUAGES
from layout.lang.web_names import find_addresses
from layout.model.patterns import late_pattern
from layout.model.records import Struct

Day = tuple[int, int]
"""Day and month."""


class NumberSaid(Struct, frozen=True):
    """A number as it was written, its value, and the currency it counts, if any (ISO 4217)."""

    shown: str
    value: Decimal
    currency: str | None = None
    factor: int = 1
    """By what a word behind it multiplies it."""


class Figures(Struct, frozen=True):
    """What a passage counts: days by their month, months named alone too, and all other numbers."""

    days: tuple[Day, ...]
    months: frozenset[int]
    numbers: tuple[NumberSaid, ...]
    romans: tuple[NumberSaid, ...]


_DIGIT = late_pattern(r"\d")
_HALF = Decimal("0.5")
_PART = late_pattern(r"(?<![\d/])1/(\d)(?![\d/])")
"""One of several parts, which words name by the parts: 1/3, třetina."""
_PHONE = late_pattern(r"\+\d[\d ()/-]{7,}\d")
_NUMERIC_DAY = late_pattern(r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(?=(\d{4})(?!\d)|[^\d]|$)")
_ISO_DAY = late_pattern(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ROMAN_DAY = late_pattern(r"(?<!\d)(\d{1,2})\.? (XI{0,2}|IX|IV|VI{0,3}|I{1,3}|V)\b(?!\w)(?=\.? \d{4})")
_NUMBER = late_pattern(r"(?<![\d])(?:\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)?)")
_GROUPED = late_pattern(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?")
_ROMAN = late_pattern(r"\b(?=[IVXLCDM]{2,})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ANY_ROMAN = late_pattern(r"\b[IVX]+\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_GONE = "\ufdd0"
"""Stands where something has been read already."""


def read_figures(text: str, language: str) -> Figures:
    """The figures of bare words in a language."""
    months = frozenset(number for number, _ in _named_months(text, language))
    romans = tuple(_read_romans(text)) if _ANY_ROMAN.search(text) or _ROMAN.search(text) else ()
    if not _DIGIT.search(text):
        return Figures((), months, (), romans)
    numbers: list[NumberSaid] = []
    for start, end in reversed(list(find_addresses(text))):
        text = text[:start] + _GONE + text[end:]

    def phone(found: re.Match[str]) -> str:
        digits = "".join(filter(str.isdigit, found[0]))
        numbers.append(NumberSaid(found[0], Decimal(digits)))
        return _GONE

    text = _PHONE.sub(phone, text) if "+" in text else text
    text = _PART.sub(r"\1", text) if "1/" in text else text
    days: list[Day] = []
    text = _take_days(text, language, days, bool(months))
    numbers += _read_numbers(text, language)
    return Figures(tuple(days), months | {month for _, month in days}, tuple(numbers), romans)


@cache
def _month_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A month, its number being that of its group; a day before a month."""
    months = LANGUAGES[language].counterparts.months
    names = "|".join(f"({month})" for month in months)
    return late_pattern(rf"\b(?:{names})\b"), late_pattern(rf"(?<![\d,.:])(\d{{1,2}})\.? (?:{names})\b")


def _named_months(text: str, language: str) -> Iterator[tuple[int, re.Match[str]]]:
    for found in _month_patterns(language)[0].finditer(text):
        yield int(found.lastindex or 0), found


def _take_days(text: str, language: str, days: list[Day], named: bool) -> str:
    """The text without its days; a year stays in it as a number. `named`: whether a month's name is in it."""

    def take(day: int, month: int, rest: str, whole: str) -> str:
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return whole
        days.append((day, month))
        return f"{_GONE} {rest} "

    text = _ISO_DAY.sub(lambda found: take(int(found[3]), int(found[2]), found[1], found[0]), text)
    text = _NUMERIC_DAY.sub(lambda found: take(int(found[1]), int(found[2]), "", found[0]), text)
    text = _ROMAN_DAY.sub(
        lambda found: take(int(found[1]), _ROMAN_MONTHS.index(found[2]) + 1, "", found[0]), text
    )
    if not named:
        return text
    return _month_patterns(language)[1].sub(
        lambda found: take(int(found[1]), int(found.lastindex or 1) - 1, "", found[0]), text
    )


@cache
def _beside_patterns() -> tuple[dict[int, re.Pattern[str]], re.Pattern[str], re.Pattern[str]]:
    """What multiplies a number, and the currencies behind and before it, of all languages together.

    A group of the currencies' patterns is named after its code.
    """
    facts = [language.counterparts for language in LANGUAGES.values()]
    magnitudes = {
        value: re.compile(rf"[ -]?(?:{'|'.join(one.magnitudes[value] for one in facts)})(?!\w)")
        for value in facts[0].magnitudes
    }
    signs = {"EUR": "EUR|€", "USD": r"USD|\$"}
    codes = "|".join(
        f"(?P<{code}>{'|'.join([*(one.currencies[code] for one in facts), signs.get(code, code)])})"
        for code in facts[0].currencies
    )
    return magnitudes, re.compile(rf" ?(?:{codes})(?!\w)"), re.compile(rf"(?:{codes}) ?$")


def _read_numbers(text: str, language: str) -> Iterator[NumberSaid]:
    magnitudes, behind, before = _beside_patterns()
    for found in _NUMBER.finditer(text):
        value, end, factor = _value(found[0]), found.end(), 1
        for times, pattern in magnitudes.items():
            if multiplied := pattern.match(text, end):
                value, end, factor = value * times, multiplied.end(), times
        money = behind.match(text, end) or before.search(text[max(0, found.start() - 5) : found.start()])
        yield NumberSaid(
            text[found.start() : end].strip(), value.normalize(), money.lastgroup if money else None, factor
        )


def _value(written: str) -> Decimal:
    if _GROUPED.fullmatch(written):
        written = written.replace(" ", "").replace(".", "")
    return Decimal(written.replace(",", ".").replace(":", "."))


def _read_romans(text: str) -> Iterator[NumberSaid]:
    for found in (*_ROMAN.finditer(text), *_ANY_ROMAN.finditer(text)):
        values = [_ROMAN_VALUES[sign] for sign in found[0]]
        following = [*values[1:], 0]
        total = sum(-one if one < after else one for one, after in zip(values, following, strict=True))
        yield NumberSaid(found[0], Decimal(total))


@cache
def _numerals(language: str) -> dict[int, str]:
    return {value: f"(?:{stems})" for value, stems in LANGUAGES[language].counterparts.numerals.items()}


@cache
def _said(value: int, language: str) -> re.Pattern[str] | None:
    """What says a number: a word, tens with ones before or behind them, hundreds."""
    numerals = _numerals(language)
    found: str | None = None
    if value in numerals:
        found = rf"\b{numerals[value]}"
    elif 20 < value < 100 and value % 10:
        ones, tens = numerals[value % 10], numerals[value - value % 10]
        found = rf"\b{tens}\w* ?{ones}|\b{ones}\w*{tens}"
    elif 100 < value < 1000 and value % 100 == 0:
        found = rf"\b{numerals[value // 100]}\w{{0,4}} ?(?:st|set|ście)"
    return None if found is None else re.compile(found, re.IGNORECASE)


def says_in_words(value: Decimal, text: str, language: str) -> bool:
    """Whether words of a language say a number."""
    if value % 1 == _HALF:
        return re.search(LANGUAGES[language].counterparts.halves, text) is not None
    whole = value == value.to_integral() and abs(value) < 10**12
    pattern = _said(int(value), language) if whole else None
    return pattern is not None and pattern.search(text) is not None
