"""Takes a mark between numbers, dates, ordinals or days, gives the dash of a range (T10)."""

from __future__ import annotations

import re
from functools import cache

from layout.lang.language import Language
from layout.lang.rules.fragments import EN_DASH, GAP, UPPER
from layout.lang.rules.joints import SPACED, Joint, Judge
from layout.lang.rules.word_kinds import Kind
from layout.model.patterns import late_pattern

_NUMBER = rf"\d{{1,3}}(?:{GAP}\d{{3}})+(?:,\d+)?|\d+(?:[.,:]\d+)*"
_LEFT_NUMBER = late_pattern(rf"(?<![\w.,:/–−+-])({_NUMBER})(?:%|°)?\Z")
_RIGHT_NUMBER = late_pattern(rf"({_NUMBER})(?![\d/_{UPPER}-]|{GAP}?=)")
_DAY, _MONTH_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])\.", "(?:0?[1-9]|1[0-2])"
_DATE = rf"{_DAY}{GAP}?{_MONTH_NUMBER}\.(?:{GAP}?\d{{4}})?"
_LEFT_DATE = late_pattern(rf"(?<![\w.,])({_DATE}|{_DAY}{_MONTH_NUMBER})\Z")
_RIGHT_DATE = late_pattern(rf"({_DATE}|{_DAY}{_MONTH_NUMBER}(?!\d))")
_LEFT_ORDINAL = late_pattern(rf"(?<![\w.,])(?<!\d\.{GAP})(\d{{1,3}}\.)\Z")
_RIGHT_ORDINAL = late_pattern(rf"\d{{1,3}}\.(?=\Z|{GAP}|[)“”,;])")
_LEFT_DAY = late_pattern(r"(?<![\w.,:/–−+-])\d{1,2}\Z")
_RIGHT_FULL_DATE = late_pattern(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
_PADDED = late_pattern(r"\d\d\.\d\d\.(?:\d{4})?")
_PLAIN_NUMBER = late_pattern(r"\d+(?:[.,]\d+)?")
_TIME = late_pattern(r"\d{1,2}[:.]\d\d")
_YEAR = late_pattern(r"1\d{3}|20\d\d|2100")
_ROMAN = late_pattern(r"X{0,3}(?:IX|IV|V?I{0,3})(\.?)")
_AFTER_DAY = late_pattern(rf"\d\.?{GAP}[^\W\d_]+\.?\Z")
_MOST_DIGITS = 7
_CLOCK_HOUR, _TWO_FIGURES = late_pattern(r"0\d"), late_pattern(r"\d\d")
"""Padded figures are hours, or parts of a form's or a file's number."""
_MONTH = late_pattern(r"0[1-9]|1[0-2]")
"""Behind a year rather a month (2006-12 on an issue) than a later year."""
_FEW = late_pattern(r"\d{1,3}")
_RIGHT_LETTER = late_pattern(r"([a-z])(?!\w)")
_RIGHT_LETTERED = late_pattern(r"(\d+)([a-z])(?!\w)")
_SHARE = late_pattern(rf"{GAP}?[%‰]")
_YEARS = late_pattern(r"\d{1,4}")
_BESIDE_RANGES = frozenset(".%°)")
NOTHING = "(?!)"


def _value(number: str) -> float:
    return float(number.replace(",", "."))


def _is_range(left: str, right: str, spaced: bool) -> bool:
    """Does a pair of numbers rise as a range does? Identifiers, scores and differences do not."""
    if _TIME.fullmatch(left) and _TIME.fullmatch(right):
        return True
    left, right = re.sub(GAP, "", left), re.sub(GAP, "", right)
    if not (_PLAIN_NUMBER.fullmatch(left) and _PLAIN_NUMBER.fullmatch(right)):
        return False
    padded = (len(number) > 2 and number.startswith("0") and number[1].isdigit() for number in (left, right))
    if any(padded) or max(len(left.split(",")[0]), len(right.split(",")[0])) > _MOST_DIGITS:
        return False
    if _YEAR.fullmatch(left) and len(right) == 2 and right.isdigit():
        return not spaced and int(right) > int(left) % 100
    if spaced and _YEAR.fullmatch(left) and not _YEAR.fullmatch(right):
        return False
    return _value(left) < _value(right)


def _judge_numbers(language: Language) -> Judge:
    data = language.dashes
    file_number = late_pattern(rf"(?<!\w)(?:{data.file_cues or NOTHING})[.:]?{GAP}?\S*\Z")
    of_hours, of_years, of_scores = map(_word_starting, (data.hour_cues, data.year_cues, data.score_cues))
    before_era = late_pattern(data.before_era or NOTHING)
    signs = "|".join(f"{language.numbers.signs} {language.numbers.signs_without_stop} pkt".split())
    provision = late_pattern(rf"(?:§|(?<!\w)(?:{signs})\.?){GAP}?\d+\Z")

    def judge(joint: Joint) -> str | None:
        left, right = _LEFT_NUMBER.search(joint.before), _RIGHT_NUMBER.match(joint.after)
        if not left or not right or file_number.search(joint.before):
            return None
        if joint.is_spaced and _is_measured(joint, right) and provision.search(joint.before):
            return None  # pkt 2 – 2354,12 zł
        if joint.before[-1] == "%" and not _SHARE.match(joint.after, right.end()):
            return None  # 6,68% – 380,50 zł
        beside = f"{joint.before} {joint.after}"
        if _CLOCK_HOUR.fullmatch(left[1]) and _TWO_FIGURES.fullmatch(right[1]):
            rises = left[1] < right[1] and of_hours.search(beside)
        elif _YEAR.fullmatch(left[1]) and _MONTH.fullmatch(right[1]):
            rises = of_years.search(joint.before) and int(right[1]) > int(left[1]) % 100
        else:
            rises = _is_range(left[1], right[1], joint.is_spaced)
        if not rises and _FEW.fullmatch(left[1]) and _FEW.fullmatch(right[1]):
            rises = not joint.is_spaced and of_scores.search(beside)
        if not rises and _YEARS.fullmatch(left[1]) and _YEARS.fullmatch(right[1]):
            rises = before_era.search(joint.after)
        return EN_DASH if rises else None

    return judge


def _is_measured(joint: Joint, number: re.Match[str]) -> bool:
    """Is the number behind the mark a sum or a share, and none of a provision?"""
    return not number[1].isdigit() or _SHARE.match(joint.after, number.end()) is not None


def _word_starting(beginnings: str) -> re.Pattern[str]:
    return late_pattern(rf"(?i)(?<!\w)(?:{beginnings or NOTHING})")


def _judge_letters(language: Language) -> Judge:
    """Letters of a provision (lit. a–e) and numbers with letters behind a sign (§ 25a–25c)."""
    letters = late_pattern(rf"(?<!\w)(?:{language.dashes.letter_cues or NOTHING})\.?{GAP}([a-z])\)?\Z")
    signs = "|".join(f"{language.numbers.signs} {language.numbers.signs_without_stop}".split())
    lettered = late_pattern(rf"(?:§|(?<!\w)(?:{signs or NOTHING})\.?){GAP}?(\d+)([a-z]?)\Z")

    short_words = frozenset(
        word for kind in (Kind.LETTER, Kind.LETTER_A) for word in language.words.get(kind, "").split()
    )

    def judge(joint: Joint) -> str | None:
        right, last = _RIGHT_LETTER.match(joint.after), _RIGHT_LETTERED.match(joint.after)
        if right and (left := letters.search(joint.before)):
            is_word = joint.is_spaced and right[1] in short_words  # lit. a – w tej części
            return EN_DASH if left[1] < right[1] and not is_word else None
        if not last or not (first := lettered.search(joint.before)):
            return None
        return EN_DASH if (int(first[1]), first[2]) < (int(last[1]), last[2]) else None

    return judge


def _judge_dates(language: Language) -> Judge:
    spaced = language.numbers.spaces_dates

    def judge(joint: Joint) -> str | None:
        left, right = _LEFT_DATE.search(joint.before), _RIGHT_DATE.match(joint.after)
        if left and right and left[1].count(".") + right[1].count(".") > 2:
            padded = _PADDED.fullmatch(left[1]) and _PADDED.fullmatch(right[1])
            words = re.search(GAP, left[1] + right[1])
            closed = padded or not (spaced or words)
            return EN_DASH if closed else SPACED
        ordinals = _LEFT_ORDINAL.search(joint.before) and _RIGHT_ORDINAL.match(joint.after)
        days = _LEFT_DAY.search(joint.before) and _RIGHT_FULL_DATE.match(joint.after)
        return EN_DASH if ordinals or days else None

    return judge


@cache
def _roman_value(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written.rstrip(".")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _judge_romans(language: Language) -> Judge:
    before_era = late_pattern(language.dashes.before_era or NOTHING)

    def judge(joint: Joint) -> str | None:
        if joint.after[:1] not in "IVX":
            return None
        left, right = joint.left, joint.right
        stopped = joint.after.startswith(right + ".")
        if not (left and right and _ROMAN.fullmatch(left) and _ROMAN.fullmatch(right)):
            return None
        if left.endswith(".") and not stopped:
            return None
        rises = _roman_value(left) < _roman_value(right) or before_era.search(joint.after)
        return EN_DASH if rises else None

    return judge


def _calendar(language: Language) -> Judge:
    listed = frozenset(language.dashes.times_of_year.split())

    def judge(joint: Joint) -> str | None:
        left, right = joint.left, joint.right
        # Capitals stand in tables: Po-Pá; but “Ne – po dlouhé době” is no range.
        if left[:1].isupper() and (right[:1].isupper() or not joint.is_spaced):
            left, right = left.lower(), right.lower()
        abbreviated = right + "." if joint.after[len(right) :].startswith(".") else right
        names = left in listed and (right in listed or abbreviated in listed)
        return EN_DASH if names and not _AFTER_DAY.search(joint.before) else None

    return judge


def judge_ranges(language: Language) -> Judge:
    """Says where a mark between two neighbours is the dash of a range."""
    letters = _judge_letters(language)
    figures = (_judge_dates(language), _judge_numbers(language), letters)
    words = (_judge_romans(language), letters, _calendar(language))

    def judge(joint: Joint) -> str | None:
        first = joint.after[:1]
        if not first.isalnum() or not (joint.before[-1:].isalnum() or joint.before[-1:] in _BESIDE_RANGES):
            return None
        judges = figures if first.isdigit() else words
        return next((new for each in judges if (new := each(joint)) is not None), None)

    return judge
