"""Finds in a paragraph what no rule may touch: codes, and numbers that are names (telephones, postcodes)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layout.lang.languages import neighbours_of_all
from layout.lang.rules.fragments import GAP, LOWER, UPPER
from layout.model.patterns import late_pattern

Stretch = tuple[int, int, bool]
"""Start, end, and whether the spaces inside are to be fixed (T09)."""

_GROUPS = rf"(?:\(?\d{{1,4}}\)?(?:(?:{GAP}?[-/]{GAP}?|{GAP})\(?\d{{2,4}}\)?){{1,3}}|\d{{6,12}})(?!\d|,\d)"
_COUNTED = f"(?:EUR|€|PLN|CZK|USD|euro|mil|km|m²|ha|kg|{neighbours_of_all(lambda one: one.counted)})"
_PHONE_LABEL = late_pattern(
    r"(?:[Tt]el(?:efon\w*)?|[Ff]ax|[Mm]ob(?:il\w*)?|GSM|[Ii]nfoli\w+"
    rf"|{neighbours_of_all(lambda one: one.phone_labels)})\.?:?(?:{GAP}č\.)?{GAP}?\Z"
)
_LABELLED_PHONE = late_pattern(rf"(?:\(?\+\d{{1,3}}\)?{GAP}?)?{_GROUPS}")
_IDENTIFIER_LABEL = late_pattern(
    rf"(?:ISBN|ISSN|{neighbours_of_all(lambda one: one.identifier_labels)})\.?:?{GAP}?(?:[A-Z]{{2}})?\Z"
)
_IDENTIFIER = late_pattern(rf"\d(?:[\d/-]|{GAP}(?=\d)){{0,40}}\d")
_COUNTRY = late_pattern(r"\b[A-Z]{2}\Z")
_LABEL_WINDOW = 16
_PHONE = (
    rf"\(?\+{GAP}?\d{{1,3}}\)?{GAP}?{_GROUPS}"
    rf"|\(\d{{2,3}}\)(?:{GAP}\d{{2,3}}){{2,4}}(?!\d)"
    rf"|00\d\d(?<![\w.,-]00\d\d)\d?{GAP}{_GROUPS}"
    rf"|\d\d(?<![\w.,-]\d\d){GAP}\d{{3}}{GAP}\d\d{GAP}\d\d(?!\d)"
    rf"|[2-9]\d\d(?<![\w.,-]\d\d\d)(?<!\d{GAP}\d\d\d)(?:{GAP}\d{{3}}){{2}}(?!\d|,\d|{GAP}\d|{GAP}?{_COUNTED})"
)
_POSTCODE = (
    rf"\d\d(?<![\w-]\d\d)-\d{{3}}(?={GAP}[{UPPER}])"
    r"|\d\d(?<![\w-]\d\d)-0\d\d(?![\w-])|0\d(?<![\w-]0\d)-\d{3}(?![\w-])"
    rf"|[1-7]\d\d(?<![\w.,-]\d\d\d){GAP}\d\d(?={GAP}+[{UPPER}][{LOWER}])"
    rf"|[1-7]\d{{4}}(?<![\w.,-]\d{{5}})(?={GAP}+(?!Kč|Pol|Čech|Něm|Slov|Evrop|Ukraj|Morav|Czech|Niem|Europ)"
    rf"[{UPPER}][{LOWER}])"
)
_CHAIN = (
    r"\d+(?:-\d+){2,9}(?![\w-])|\d+(?:\.\d+){3,9}(?!\w)|(?:\d{1,6}-)?\d{6,10}/\d{4}(?!\d)"
    rf"|\d\d(?<![\w-]\d\d)(?:{GAP}\d{{4}}){{4,6}}(?!\d)|[A-Z]{{2}}\d\d(?:{GAP}?\d{{4}}){{4,6}}(?!\d)"
)
_NUMBER = late_pattern(f"{_PHONE}|{_POSTCODE}|{_CHAIN}")
_STRETCH = late_pattern(rf"\(?\+?\d(?:[\d/.()-]|{GAP}){{3,}}\d")
"""Digits and what joins them, long enough to be one of these numbers."""
_GROUP_START = late_pattern(r"\(?\+?\d+")
_CODE = late_pattern(
    r"[A-Z]{1,6}(?<![\w./-][A-Z])(?=[A-Z0-9./_-]*\d)[A-Z0-9]*(?:[./_-][A-Z0-9]+){2,}(?!\w)"
    r"|\[(?<=[\w/-]\[)\w{1,4}-\w{1,4}\]"
)
_STANDARD = (
    "ISO|IEC|IEEE|EN|CEN|CENELEC|CLC|ETSI|HD|TS|TR|CWA|ČSN|TNI|TPG|TNV|PN|BN|PKN|STN|DIN|VDE|VDI|VDA|"
    "ÖNORM|BS|NF|UNI|"
    "ASTM|ASME|ANSI|NIST|SAE|API|ITU|RFC|FIPS|MIL|JIS|GOST|UIC|OHSAS|HACCP|IAS|IFRS|ISA|IATF|SR|ECE|"
    "OIML|DTR|CPV|CAS|"
    "NACE|UNSPSC|UVIS"
)
_PUBLISHER = rf"(?:{_STANDARD})(?:[-/][A-Z]{{1,9}}){{0,3}}"
_STANDARD_NUMBER = late_pattern(
    rf"{_PUBLISHER}(?:{GAP}(?:{_PUBLISHER}|[A-Z])){{0,3}}"
    rf"(?:{GAP}\([A-ZČŠŘŽ]{{2,6}}\))?(?:{GAP}(?:č\.|nr|No\.?))?{GAP}"
    rf"((?:[A-Z]-?)?\d+(?:{GAP}\d{{4}}(?!\d)|[-–.:/+]\w+){{0,6}})(?!\w)"
)
"""A designation, a publisher in brackets, and the number with parts and years (ČSN 01 6910, EN 3-8)."""
_TWO_CAPITALS = late_pattern("[A-ZČÖ]{2}")
"""What every designation begins with."""
_ENGLISH = (
    "U.S.S.R.|U.S.A.|U.S.|U.K.|D.C.|N.Y.C.|N.Y.|N.A.S.A.|N.F.L.|N.B.A.|N.H.L.|M.L.B.|M.L.S.|F.B.I.|C.I.A.|N.S.A.|"
    "B.B.C.|C.N.N.|R.E.M.|P.O.Box|A.K.A.|R.I.P.|D.I.Y.|U.F.O.|L.L.C."
)
_INITIALISM = late_pattern(
    "|".join(
        re.escape(one).replace(r"\.", rf"\.{GAP}?").removesuffix(f"{GAP}?") for one in _ENGLISH.split("|")
    )
)
"""English abbreviations of several letters, which are nobody's initials."""
_TWO_INITIALS = late_pattern(rf"[A-Z]\.{GAP}?[A-Z]")
"""What every one of them begins with."""
_NO_WORD = late_pattern(rf"[^\s{GAP[1:-1]}]{{200,}}")
"""Longer than any word or address that someone reads."""
_LEAST_DIGITS, _MOST_DIGITS = 6, 28


def find_codes(text: str) -> Iterator[Stretch]:
    """Project numbers and the like: capitals and digits joined by points, slashes, hyphens; `cdrom[0-9]`."""
    for match in _CODE.finditer(text):
        yield match.start(), match.end(), False


def find_endless_words(text: str) -> Iterator[Stretch]:
    """Stretches without a space that are too long to be words."""
    for match in _NO_WORD.finditer(text):
        yield *match.span(), False


def find_standards(text: str) -> Iterator[Stretch]:
    """The numbers of standards behind their designation; they are grouped by none and hold no range."""
    if not _TWO_CAPITALS.search(text):
        return
    for match in _STANDARD_NUMBER.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            yield *match.span(1), True


def find_initialisms(text: str) -> Iterator[Stretch]:
    """Abbreviations of English in capitals (U. S., N.F.L.), which no rule for initials may touch."""
    if not _TWO_INITIALS.search(text):
        return
    for match in _INITIALISM.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            yield *match.span(), False


def find_number_names(text: str) -> Iterator[Stretch]:
    """Telephone numbers, postcodes, accounts, identifiers, dates of ISO 8601, in ascending order."""
    done = 0
    for stretch in _STRETCH.finditer(text):
        for group in _GROUP_START.finditer(text, *stretch.span()):
            if group.start() < done:
                continue
            found = _labelled(text, group.start()) or _NUMBER.match(text, _with_letters(text, group.start()))
            if found:
                done = found.end()
                yield found.start(), done, True


def _labelled(text: str, start: int) -> re.Match[str] | None:
    """A number behind `tel.`, `IČO` and the like."""
    window = max(0, start - _LABEL_WINDOW)
    for label, number in ((_PHONE_LABEL, _LABELLED_PHONE), (_IDENTIFIER_LABEL, _IDENTIFIER)):
        if label.search(text, window, start):
            found = number.match(text, start)
            if found and _is_long_enough(found[0]):
                return found
    return None


def _with_letters(text: str, start: int) -> int:
    """Where an account number begins: its country's two letters stand before the digits."""
    found = _COUNTRY.search(text, max(0, start - 3), start)
    return found.start() if found else start


def _is_long_enough(number: str) -> bool:
    return _LEAST_DIGITS <= sum(map(str.isdigit, number)) <= _MOST_DIGITS
