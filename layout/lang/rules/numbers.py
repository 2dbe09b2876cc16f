"""The rules inside numbers and their signs (T20, T26, T06, T05, T07, T08, T04, T03); digits never change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layout.lang.language import Language
from layout.lang.languages import neighbours_of_all
from layout.lang.rules.fragments import DIGITS, EN_DASH, GAP, LOWER, TIMES
from layout.lang.rules.rule import Edit, Finder, Rule, everywhere, replace, where
from layout.model.patterns import late_pattern
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

_BOUND = NO_BREAK_SPACE

# T20: money ---------------------------------------------------------------------------------------

_CURRENCY = rf"(?:CZK|PLN|EUR|€|{neighbours_of_all(lambda one: one.currencies)})(?!\w)"
_MENDED_DASH = replace(rf"[,.](?<=\d.)(?:-{{1,2}}|[–—]){GAP}?(?={_CURRENCY})", _BOUND)
_FINAL_DASH = replace(r",(?<=\d,)(?:-{1,2}|—)(?![\w-])", f",{EN_DASH}")


def _closed_sum(language: Language) -> Finder | None:
    """Finds a currency close behind its sum."""
    currencies = map(re.escape, language.numbers.currencies.split())
    patterns = "|".join(rf"{currency}(?<=\d{currency})" for currency in currencies)
    return replace(rf"(?:{patterns})(?!\w)", rf"{_BOUND}\g<0>") if patterns else None


# T26: times, ratio --------------------------------------------------------------------------------


def _space_times(match: re.Match[str]) -> str:
    sign = f"{_BOUND}{TIMES}{_BOUND}" if match[2] or match[3] else TIMES
    return match[1] + sign


_PRODUCT = replace(rf"(\d)(?<!\b0)({GAP}?)x({GAP}?)(?=\d)", _space_times)
_CLOSED_PRODUCT = replace(r"(\d)(?<!\b0)X(?=\d)", rf"\1{TIMES}")
_LETTERED = late_pattern(
    rf"(?i:\b(?:art|ust|pkt|poz|par|čl|odst|písm|lit|č|bodu?|nr|zał|příl|tab|rys|obr)\.?|§){GAP}\Z"
    rf"|(?<![\w,.])\d+(?!x)[a-z]{{1,2}}(?:,|{GAP}[^\W\d_]{{1,4}}|{GAP}?[–-]){GAP}?\Z"
)
"""What stands before a number with a letter (art. 52x), where that is no multiple: a sign, or another one."""
_LINE_START = late_pattern(rf"(?:\A|{LINE_BREAK})[„‚«]?\Z")
_LONGEST_SIGN = 16


def _multiply(match: re.Match[str]) -> str | None:
    """10×, but neither art. 52x nor a paragraph numbered 1x. or 1x)."""
    text, start, end = match.string, match.start(), match.end()
    before = _LINE_START if text.startswith(".", end) else _LETTERED
    low = max(0, start - _LONGEST_SIGN)
    closed = text.startswith(")", end) and "(" not in text[low:start].rpartition(")")[2]
    lettered = match[2] == "x" and (closed or before.search(text, low, start))
    return None if lettered else match[1] + TIMES


_MULTIPLE = replace(rf"((?!0{GAP}?x)\d(?<![\w.,/]\d)\d*(?:,\d+)?)({GAP}?x)(?=\Z|{GAP}|[.,;:)!?–])", _multiply)
_RATIO = replace(rf"(\d){GAP}:{GAP}?(?=\d)", r"\1:")
_SCALE = replace(
    rf"1(?<![\d.,:]1){GAP}?:{GAP}?(?=\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)|\d{{3,}})", f"1{_BOUND}:{_BOUND}"
)
_OPEN_RATIO = replace(rf"(\d){GAP}:{GAP}(?=\d)", rf"\1{_BOUND}:{_BOUND}")


_ONE_RATIO = rf"\d+{GAP}?:{GAP}?\d+"
_RATIO_COLON = late_pattern(rf"(?<=\d){GAP}?:{GAP}?(?=\d)")


def _named_ratio(language: Language) -> Finder | None:
    """Finds the ratios behind a noun that says so, one or several in a row."""
    nouns = language.numbers.ratio_nouns.split()
    patterns = "|".join(rf"[{noun[0].upper()}{noun[0]}]{noun[1:]}\w*" for noun in nouns)
    another = rf"(?:,{GAP}|{GAP}[^\W\d_]{{1,4}}{GAP}){_ONE_RATIO}"
    row = rf"(?:{patterns})(?:{GAP}[^\W\d_]+)?{GAP}{_ONE_RATIO}(?:{another})*"
    return replace(row, lambda match: _RATIO_COLON.sub(f"{_BOUND}:{_BOUND}", match[0])) if patterns else None


def _spaces_ratios(language: Language) -> bool:
    return bool(language.numbers.ratio_nouns)


def _closes_ratios(language: Language) -> bool:
    return not _spaces_ratios(language)


# T06: thousands -----------------------------------------------------------------------------------

_LEAST_DIGITS = 5
_MOST_DIGITS = 7
"""Longer unbroken numbers are identifiers unless money, a unit or a noun follows."""
_IDENTIFIER = late_pattern(
    rf"(?i:\bp\.|\bID|#|§|\bart\.|\b(?:obr|tab|rys|ryc|kap|rozdz)\w*\.?"
    rf"|{neighbours_of_all(lambda one: one.identifier_signs)}){GAP}*\Z"
)
_COUNTING = neighbours_of_all(lambda one: one.quantities)
_QUANTITY = late_pattern(
    rf"{GAP}?(?:%|‰|€|(?:EUR|PLN|CZK|USD|mil|mld|km|m|kg|t|ha|{_COUNTING})\b|[{LOWER}]{{3,}})|,[-–—]"
)
_START = (
    rf"(?:(?<![\w.,/:+-]\d)|(?<=1:\d)(?<![\w.,/:+-]1:\d))(?<!\d[{THIN_NO_BREAK_SPACE}{NO_BREAK_SPACE}]\d)"
)
"""Stands behind a number's first digit: no digit, letter or joining mark before it."""


def _group(digits: str) -> str:
    """`digits` in threes from the right, thin fixed spaces between (EU pl 10.8; IJP 786)."""
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    groups += [digits[start : start + 3] for start in range(head, len(digits), 3)]
    return THIN_NO_BREAK_SPACE.join(groups)


def _names_a_thing(match: re.Match[str]) -> bool:
    return _IDENTIFIER.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _group_whole(match: re.Match[str]) -> str | None:
    digits, decimals = match[1], match[2] or ""
    if len(digits) < _LEAST_DIGITS or digits.startswith("0") or _names_a_thing(match):
        return None
    if len(digits) > _MOST_DIGITS and not _QUANTITY.match(match.string, match.end()):
        return None
    return _group(digits) + decimals


def _group_decimals(match: re.Match[str]) -> str:
    digits = match[1]
    groups = (digits[start : start + 3] for start in range(0, len(digits), 3))
    return "," + THIN_NO_BREAK_SPACE.join(groups)


def _fix_groups(match: re.Match[str]) -> str:
    return re.sub(GAP, THIN_NO_BREAK_SPACE, match[0])


_DECIMAL_POINT = late_pattern(r"(?<![\d.])0\.\d|=\Z")
_NEIGHBOURHOOD = 120


def _has_decimal_points(match: re.Match[str]) -> bool:
    """Do the numbers around have a point before their decimals (0.500 to 1.000)?"""
    start, end = match.span()
    text = match.string
    before = _DECIMAL_POINT.search(text, max(0, start - _NEIGHBOURHOOD), start)
    return bool(before or _DECIMAL_POINT.search(text, end, min(len(text), end + _NEIGHBOURHOOD)))


def _undot(match: re.Match[str]) -> str | None:
    """A dot between thousands goes where the number is long, round, or counts money, things or people."""
    groups = match[0].split(".")
    counted = _QUANTITY.match(match.string, match.end())
    round_number = groups[-1].endswith("00") and len(groups[0]) > 1
    if _names_a_thing(match) or not (len(groups) > 2 or counted or round_number):
        return None
    if len(groups) == 2 and _has_decimal_points(match):
        return None
    return THIN_NO_BREAK_SPACE.join(groups)


_DOTTED = replace(rf"[1-9]{_START}\d{{0,2}}(?:\.\d{{3}})+(?![\w/-]|\.\d|{GAP}?[°NSEW](?!\w))", _undot)
_SPACED = replace(
    rf"[1-9]{_START}\d{{0,2}}(?:{GAP}\d{{3}})+(?![\d/_-]|[.:]\d|{GAP}\d{{1,2}}(?!\d))", _fix_groups
)
_WHOLE = replace(rf"(\d{_START}\d{{4,11}})(,\d+)?(?![\w/-]|[.:]\d)", _group_whole)
_DECIMALS = replace(r",(?<=\d,)(\d{5,})(?![\w/-]|[.:]\d)", _group_decimals)
_SPACED_DECIMALS = replace(rf",(?<=\d,)\d{{3}}(?:{GAP}\d{{3}})+(?![\d,])", _fix_groups)

# T05: dates ---------------------------------------------------------------------------------------

_ZERO_PADDED = late_pattern(r"0\d(?<!\d\d\d)\.\d\d\.\d{4}|\d\d\.0\d\.\d{4}")
_TIME_BEHIND = late_pattern(rf",?{GAP}(?:(?:od|v|ve|do|–){GAP})?\d{{1,2}}[:.]\d\d(?!\d)")
_IN_SENTENCE = late_pattern(rf"[,;–]|{GAP}(?:[{LOWER}(–]|\d{{1,2}}:)")
"""What follows a date; at a sentence's end its last stop may be the sentence's own (verze 4.3.)."""
_DAY, _MONTH = r"([1-9]|[12]\d|3[01])\.", r"([1-9]|1[0-2])\."


def _is_joined(match: re.Match[str]) -> bool:
    """Does the match go on from a longer number or code?"""
    before = match.string[match.start() - 1 : match.start()]
    return bool(before) and (before.isalnum() or before in ".,/")


def _space_date(match: re.Match[str]) -> str | None:
    """`1. 1. 2020`; members of two digits each are left beside zero-padded dates (ČSN 01 6910)."""
    day, month, year = match[1], match[2], match[3]
    padded = len(day) == len(month) == 2 and _ZERO_PADDED.search(match.string)
    if padded or _is_joined(match):
        return None
    return f"{day}.{_BOUND}{month}.{SOFT_SPACE}{year}"


_FULL_DATE = replace(rf"{_DAY}{GAP}?{_MONTH}{GAP}?((?:1\d|20)\d\d)(?!\d|\.\d)", _space_date)


_CUE_WINDOW = 32


def _short_date(language: Language) -> Finder | None:
    """Finds a day and a month in figures, but no section's number.

    That one opens a line, or stands behind a word that says so: bod 5.1.
    """
    cues, sections = language.numbers.date_cues, language.numbers.section_cues
    if not _spaces_dates(language) or not cues:
        return None
    cue = late_pattern(rf"(?:(?<!\w)(?:{cues}){GAP}|[\d.]{GAP}?–{GAP}?)\Z")
    section = late_pattern(
        rf"(?i)(?:(?<!\w)(?:{sections})\w*\.?{GAP}?(?:[\d.,]|{GAP}|\b(?:a|až|nebo|i|do)\b)*|\A\W*)\Z"
    )

    def spell(match: re.Match[str]) -> str | None:
        text, start, end = match.string, match.start(), match.end()
        low = max(0, start - _CUE_WINDOW)
        is_date = (
            cue.search(text, low, start)
            or _TIME_BEHIND.match(text, end)
            or (_IN_SENTENCE.match(text, end) and not section.search(text, low, start))
        )
        return f"{match[1]}.{_BOUND}{match[2]}." if is_date and not _is_joined(match) else None

    return replace(rf"{_DAY}{_MONTH}(?=\Z|{GAP}(?!\d)|,?{GAP}\d{{1,2}}:\d|[,;)–])", spell)


def _spaces_dates(language: Language) -> bool:
    return language.numbers.spaces_dates


_FIRST_DATE = replace(
    rf"{_DAY}{_MONTH}(?={GAP}?–)", lambda m: None if _is_joined(m) else f"{m[1]}.{_BOUND}{m[2]}."
)

# T07, T08, T04, T03: a space that is missing ------------------------------------------------------

_CLOSED_ORDINAL = replace(rf"(\d(?<![\w.,/]\d)\d{{0,2}}\.)(?=[{LOWER}]{{3,}})", rf"\1{_BOUND}")
_CLOSED_ROMAN = replace(rf"([IVX](?<![\w.][IVX])[IVX]*\.)(?=[{LOWER}]{{3,}})", rf"\1{_BOUND}")
_CLOSED_SECTION = replace(r"§(?=\d)", f"§{_BOUND}")
_DEGREES = replace(rf"(\d){GAP}?°{GAP}?C(?!\w)", rf"\1{_BOUND}°C")
_SPLIT_DEGREES = replace(rf"(\d)(?:{GAP}°{GAP}?|°{GAP})C(?!\w)", rf"\1{_BOUND}°C")
_LAST_WORD = late_pattern(r"[^\W\d_]+\Z")


def _closed_sign(language: Language) -> Finder:
    """Finds `str.5`: a stop with a number close behind, at the end of one of the abbreviations."""
    known = frozenset(language.numbers.signs.split())
    stop = late_pattern(r"\.(?=\d)")

    def find(text: str) -> Iterator[Edit]:
        for match in stop.finditer(text):
            word = _LAST_WORD.search(text, max(0, match.start() - 8), match.start())
            if word and word[0].lower() in known:
                yield match.end(), match.end(), _BOUND

    return find


def _closed_number(language: Language) -> Finder | None:
    """Finds `nr5`: a sign without a stop close before its number."""
    signs = language.numbers.signs_without_stop.split()
    patterns = "|".join(f"[{sign[0].upper()}{sign[0]}]{sign[1:]}" for sign in signs)
    return replace(rf"({patterns})(?<!\w\1)(?=\d)", rf"\1{_BOUND}") if patterns else None


def _closed_year(language: Language) -> Finder | None:
    mark = language.numbers.year_mark
    return replace(rf"(\d{{4}})(?<![\w/]\1){re.escape(mark)}", rf"\1{_BOUND}{mark}") if mark else None


def _closed_unit(language: Language) -> Finder | None:
    units = "|".join(map(re.escape, language.numbers.units.split()))
    found = rf"(\d(?<![\w.,]\d)\d*(?:,\d+)?)(?=(?:{units})(?!\w))"
    return replace(found, rf"\1{_BOUND}") if units else None


def _parts_degrees(language: Language) -> bool:
    return language.numbers.parts_degrees


def _leaves_degrees(language: Language) -> bool:
    return not _parts_degrees(language)


def _groups_decimals(language: Language) -> bool:
    return language.numbers.groups_decimals


def _stops_romans(language: Language) -> bool:
    return language.numbers.stops_romans


NUMBERS: tuple[Rule, ...] = (
    Rule(
        id="T20",
        needs=(DIGITS, "-–—"),
        fit=everywhere(_MENDED_DASH),
        summary="no dash before the currency: 500 Kč",
    ),
    Rule(
        id="T20",
        needs=(DIGITS, "-—"),
        fit=everywhere(_FINAL_DASH),
        summary="a whole sum ends in an en dash: Kč 500,–",
    ),
    Rule(id="T20", needs=(DIGITS,), fit=_closed_sum, summary="a space between sum and currency"),
    Rule(id="T26", needs=(DIGITS, "x"), fit=everywhere(_PRODUCT), summary="the sign × between numbers"),
    Rule(
        id="T26", needs=(DIGITS, "X"), fit=everywhere(_CLOSED_PRODUCT), summary="the sign × between numbers"
    ),
    Rule(id="T26", needs=(DIGITS, "x"), fit=everywhere(_MULTIPLE), summary="the sign × for times: 10×"),
    Rule(id="T26", needs=(DIGITS, ":"), fit=where(_closes_ratios, _RATIO), summary="a ratio is closed: 1:3"),
    Rule(
        id="T26",
        needs=(DIGITS, ":"),
        fit=where(_spaces_ratios, _SCALE),
        summary="a scale is spaced: 1 : 50 000",
    ),
    Rule(
        id="T26",
        needs=(DIGITS, ":"),
        fit=where(_spaces_ratios, _OPEN_RATIO),
        summary="a spaced ratio holds together: 3 : 1",
    ),
    Rule(id="T26", needs=(DIGITS, ":"), fit=_named_ratio, summary="a ratio is spaced: 1 : 3"),
    Rule(id="T06", needs=(DIGITS, "."), fit=everywhere(_DOTTED), summary="no dot between thousands"),
    Rule(id="T06", needs=(DIGITS,), fit=everywhere(_SPACED), summary="fixed thin spaces between thousands"),
    Rule(id="T06", needs=(DIGITS,), fit=everywhere(_WHOLE), summary="thousands from five digits"),
    Rule(
        id="T06",
        needs=(DIGITS, ","),
        fit=where(_groups_decimals, _DECIMALS),
        summary="thousandths from five digits",
    ),
    Rule(
        id="T06",
        needs=(DIGITS, ","),
        fit=where(_groups_decimals, _SPACED_DECIMALS),
        summary="fixed thin spaces between thousandths",
    ),
    Rule(
        id="T05",
        needs=(DIGITS, "."),
        fit=where(_spaces_dates, _FULL_DATE),
        summary="dates are spaced, day and month bound: 1. 1. 2020",
    ),
    Rule(id="T05", needs=(DIGITS, "."), fit=_short_date, summary="so are dates without a year"),
    Rule(
        id="T05",
        needs=(DIGITS, "–"),
        fit=where(_spaces_dates, _FIRST_DATE),
        summary="so is the first date of two",
    ),
    Rule(id="T07", needs=(DIGITS, "."), fit=everywhere(_CLOSED_ORDINAL), summary="a space behind an ordinal"),
    Rule(
        id="T07",
        needs=("IVX", "."),
        fit=where(_stops_romans, _CLOSED_ROMAN),
        summary="a space behind a Roman ordinal",
    ),
    Rule(id="T08", needs=(DIGITS, "."), fit=_closed_sign, summary="a space between sign and number"),
    Rule(id="T08", needs=("§",), fit=everywhere(_CLOSED_SECTION), summary="a space behind §"),
    Rule(id="T08", needs=(DIGITS,), fit=_closed_number, summary="a space behind nr"),
    Rule(id="T04", needs=(DIGITS,), fit=_closed_year, summary="a space before r."),
    Rule(id="T03", needs=("°",), fit=where(_parts_degrees, _DEGREES), summary="a space before °C"),
    Rule(
        id="T03",
        needs=("°",),
        fit=where(_leaves_degrees, _SPLIT_DEGREES),
        summary="°C is one sign behind a space",
    ),
    Rule(id="T03", needs=(DIGITS,), fit=_closed_unit, summary="a space between number and unit"),
)
