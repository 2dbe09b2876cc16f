"""The rules for the short marks between words (T14, T19, T10, T26, T11): hyphen, dash, range or minus?

They take a paragraph's text and give edits. Each looks at every mark with what stands on its two sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from layout.lang.language import Language
from layout.lang.rules.fragments import EN_DASH, GAP, LOWER, MINUS, UPPER, LatePattern
from layout.lang.rules.rule import Edit, Finder, Fitting, Rule, everywhere
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE

_MARK = LatePattern("-{1,3}|[–—−]")
_GAPS = frozenset(GAP[1:-1])
_MARKS = "-–—−"
_SPACED = f"{NO_BREAK_SPACE}{EN_DASH} "
_WINDOW = 48
_TOKEN_BEFORE = LatePattern(rf"[^\s{GAP[1:-1]}]*\Z")
_TOKEN_AFTER = LatePattern(rf"[^\s{GAP[1:-1]}]*")
_OUTER_MARKS = "([{„“‚‘«\"'.,;:!?)]}”’»…"


@dataclass(frozen=True, slots=True)
class Joint:
    """A mark in its place: the characters on both sides (up to 48), the spaces beside it, the words."""

    before: str
    gap_before: str
    mark: str
    gap_after: str
    after: str

    @property
    def left(self) -> str:
        """The word in front, without quotation marks and brackets."""
        found = _TOKEN_BEFORE.search(self.before)
        return found[0].lstrip(_OUTER_MARKS) if found else ""

    @property
    def right(self) -> str:
        """The word behind, without its punctuation."""
        found = _TOKEN_AFTER.match(self.after)
        return found[0].rstrip(_OUTER_MARKS) if found else ""

    @property
    def is_spaced(self) -> bool:
        return bool(self.gap_before or self.gap_after)


Judge = Callable[[Joint], str | None]
"""Says what a joint becomes, spaces included; None leaves it to the next rule."""


def _judged(judge: Judge) -> Finder:
    def find(text: str) -> Iterator[Edit]:
        done = 0
        for match in _MARK.finditer(text):
            start, end = match.span()
            gap_before = text[start - 1] if start and text[start - 1] in _GAPS else ""
            gap_after = text[end] if end < len(text) and text[end] in _GAPS else ""
            start, end = start - len(gap_before), end + len(gap_after)
            before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
            new = judge(Joint(before, gap_before, match[0], gap_after, after))
            if new is not None and start < done:
                # The gap before belongs to the edit of the mark before.
                start, new = done, new.lstrip("".join(_GAPS))
            if new is not None and new != text[start:end]:
                yield start, end, new
                done = end

    return find


def _fitted(judge_for: Callable[[Language], Judge]) -> Fitting:
    return lambda language: _judged(judge_for(language))


def _pairs(written: str) -> frozenset[tuple[str, str]]:
    halves = (entry.rsplit(" ", 1) for entry in written.split("|"))
    return frozenset((left.rsplit(" ", 1)[-1], right) for left, right in halves)


# T14: compounds -----------------------------------------------------------------------------------

_ELECTRONIC = frozenset("eE")
"""What opens e-mail and its like, and is no word."""
_ROMAN_OR_NUMBER = LatePattern(r"\d{1,4}|[IVX]+")


def _compounds(language: Language) -> Judge:
    data = language.compounds
    forms = frozenset(f"{data.forms} {data.adverbs}".split())
    endings = tuple(data.endings.split())
    names = _pairs(data.names)
    suspended = frozenset(data.suspended.split())
    number_endings = frozenset(data.after_number.split())
    adjective, towns = LatePattern(data.adjective), frozenset(language.dashes.towns.split())

    def judge(joint: Joint) -> str | None:
        left, right = joint.left, joint.right
        if (joint.mark == "-" and not joint.is_spaced) or right in towns:
            return None
        if (left, right) in names or (left in _ELECTRONIC and joint.is_spaced and right.islower()):
            return "-"
        first, second = left.rpartition("-")[2].lower(), right.partition("-")[0].lower()
        if second in number_endings and _ROMAN_OR_NUMBER.fullmatch(left):
            return "-"
        compound = first in forms or (len(first) > 6 and first.endswith(endings))
        hanging = joint.mark == "-" and not joint.gap_before and second in suspended
        return "-" if compound and not hanging and adjective.fullmatch(second) else None

    return judge


# T19: acronyms ------------------------------------------------------------------------------------

_ACRONYM = LatePattern(rf"[{UPPER}]{{2,}}")
_INFLECTION = LatePattern(rf"[{LOWER}]{{1,4}}|\d{{1,3}}")


def _judge_acronym(joint: Joint) -> str | None:
    closed = not joint.is_spaced and joint.mark in (EN_DASH, "—")
    return "-" if closed and _ACRONYM.fullmatch(joint.left) and _INFLECTION.fullmatch(joint.right) else None


# T10: ranges --------------------------------------------------------------------------------------

_NUMBER = rf"\d{{1,3}}(?:{GAP}\d{{3}})+(?:,\d+)?|\d+(?:[.,:]\d+)*"
_LEFT_NUMBER = LatePattern(rf"(?<![\w.,:/–−+-])({_NUMBER})(?:%|°)?\Z")
_RIGHT_NUMBER = LatePattern(rf"({_NUMBER})(?![\d/_{UPPER}-]|{GAP}?=)")
_DAY = r"\d{1,2}\."
_DATE = rf"{_DAY}{GAP}?\d{{1,2}}\.(?:{GAP}?\d{{4}})?"
_LEFT_DATE = LatePattern(rf"(?<![\w.,])({_DATE}|\d{{1,2}}\.\d{{1,2}})\Z")
_RIGHT_DATE = LatePattern(rf"({_DATE}|\d{{1,2}}\.\d{{1,2}}(?!\d))")
_LEFT_ORDINAL = LatePattern(rf"(?<![\w.,])(?<!\d\.{GAP})(\d{{1,3}}\.)\Z")
_RIGHT_ORDINAL = LatePattern(rf"\d{{1,3}}\.(?=\Z|{GAP}|[)“”,;])")
_LEFT_DAY = LatePattern(r"(?<![\w.,:/–−+-])\d{1,2}\Z")
_RIGHT_FULL_DATE = LatePattern(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
_PADDED = LatePattern(r"\d\d\.\d\d\.(?:\d{4})?")
_PLAIN_NUMBER = LatePattern(r"\d+(?:[.,]\d+)?")
_TIME = LatePattern(r"\d{1,2}[:.]\d\d")
_YEAR = LatePattern(r"1\d{3}|20\d\d|2100")
_ROMAN = LatePattern(r"X{0,3}(?:IX|IV|V?I{0,3})(\.?)")
_AFTER_DAY = LatePattern(rf"\d\.?{GAP}[^\W\d_]+\.?\Z")
_MOST_DIGITS = 7


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


def _judge_numbers(joint: Joint) -> str | None:
    left, right = _LEFT_NUMBER.search(joint.before), _RIGHT_NUMBER.match(joint.after)
    if not left or not right:
        return None
    return EN_DASH if _is_range(left[1], right[1], joint.is_spaced) else None


def _judge_dates(language: Language) -> Judge:
    spaced = language.numbers.spaces_dates

    def judge(joint: Joint) -> str | None:
        left, right = _LEFT_DATE.search(joint.before), _RIGHT_DATE.match(joint.after)
        if left and right and left[1].count(".") + right[1].count(".") > 2:
            padded = _PADDED.fullmatch(left[1]) and _PADDED.fullmatch(right[1])
            words = re.search(GAP, left[1] + right[1])
            closed = padded or not (spaced or words)
            return EN_DASH if closed else _SPACED
        ordinals = _LEFT_ORDINAL.search(joint.before) and _RIGHT_ORDINAL.match(joint.after)
        days = _LEFT_DAY.search(joint.before) and _RIGHT_FULL_DATE.match(joint.after)
        return EN_DASH if ordinals or days else None

    return judge


def _roman_value(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written.rstrip(".")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _judge_romans(joint: Joint) -> str | None:
    left, right = joint.left, joint.right
    stopped = joint.after.startswith(right + ".")
    if not (left and right and _ROMAN.fullmatch(left) and _ROMAN.fullmatch(right)):
        return None
    if left.endswith(".") and not stopped:
        return None
    return EN_DASH if _roman_value(left) < _roman_value(right) else None


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


def _ranges(language: Language) -> Judge:
    judges = (_judge_dates(language), _judge_numbers, _judge_romans, _calendar(language))

    def judge(joint: Joint) -> str | None:
        return next((new for each in judges if (new := each(joint)) is not None), None)

    return judge


# T26: minus ---------------------------------------------------------------------------------------

_DEGREES = LatePattern(rf"\d+(?:,\d+)?{GAP}?[°%‰]")
_SMALL = LatePattern(r"\d{1,3}(?:,\d+)?(?![\d.:/-])")
_DIFFERENCE = LatePattern(rf"\d[\d,]*{GAP}?=")


def _judge_minus(joint: Joint) -> str | None:
    after_digit = joint.before[-1:].isdigit()
    if joint.gap_before and joint.gap_after and after_digit and _DIFFERENCE.match(joint.after):
        return f"{NO_BREAK_SPACE}{MINUS}{NO_BREAK_SPACE}"
    free = joint.gap_before or joint.before[-1:] in ("", "(", "„", LINE_BREAK)
    if joint.gap_after or not free or len(joint.mark) > 1 or after_digit:
        return None
    sure = _DEGREES.match(joint.after)
    likely = joint.mark == "-" and joint.before and _SMALL.match(joint.after)
    return joint.gap_before + MINUS if sure or likely else None


# T11: dashes --------------------------------------------------------------------------------------

_WORD_END = LatePattern(r"[\w)\]”“’»«%.!?,…°\ufdd0\ufdd1]\Z")
_SUM_END = LatePattern(r"\d[,.]\Z")
_WORD_START = LatePattern(r"[\w(\[„«‚…\ufdd0\ufdd1]")
_CAPITALISED = LatePattern(rf"[{UPPER}][{LOWER}]+")


def _between_towns(language: Language) -> Judge:
    """Closed between single names in Czech (Praha–Brno); in Polish a mistyped hyphen becomes a dash."""
    data = language.dashes
    towns, long_names = frozenset(data.towns.split()), frozenset(data.long_names.split())
    closed, routes = data.closes_names, frozenset(data.routes.split())

    def judge(joint: Joint) -> str | None:
        left, right = joint.left, joint.right
        if left in long_names and right in towns and not joint.is_spaced:
            return _SPACED
        if not closed:
            hyphen = joint.mark == "-" and not joint.is_spaced
            return EN_DASH if hyphen and left in towns and right in towns else None
        if not _CAPITALISED.fullmatch(left) or not _CAPITALISED.fullmatch(right):
            return None
        words = joint.before.split()
        previous = words[-2] if len(words) > 1 else ""
        following = joint.after[len(right) :].lstrip(f" {NO_BREAK_SPACE}")
        single = not _CAPITALISED.fullmatch(previous) and not _CAPITALISED.match(following)
        route = joint.is_spaced and previous.lower() in routes
        return EN_DASH if single and (route or (left in towns and right in towns)) else None

    return judge


def _dashes(language: Language) -> Judge:
    suspended = frozenset(language.compounds.suspended.split())
    suffix_cues = frozenset(language.dashes.suffix_cues.split())
    between_towns = _between_towns(language)

    def judge(joint: Joint) -> str | None:
        closed = between_towns(joint)
        if closed is not None:
            return closed
        if not joint.before or joint.before.endswith(LINE_BREAK):
            return _judge_first(joint)
        if joint.gap_before and (joint.gap_after or joint.after[:1] in ("", LINE_BREAK)):
            return _judge_spaced(joint)
        sum_ends = not joint.gap_before and _SUM_END.search(joint.before)
        between_words = _WORD_END.search(joint.before) and _WORD_START.match(joint.after)
        return _judge_uneven(joint, suspended, suffix_cues) if between_words and not sum_ends else None

    return judge


def _judge_spaced(joint: Joint) -> str | None:
    """A mark between spaces, or between a space and the end."""
    if joint.mark == MINUS and joint.before[-1].isdigit():
        return None
    return _SPACED[:-1] + _space_behind(joint)


def _space_behind(joint: Joint) -> str:
    """A plain space, but before another dash the one that binds it."""
    return joint.gap_after if _MARK.match(joint.after) else joint.gap_after and " "


def _judge_first(joint: Joint) -> str | None:
    """A mark that opens the paragraph or a line: a dash of speech or of a list."""
    if joint.gap_after:
        return EN_DASH + _space_behind(joint)
    return f"{EN_DASH} " if joint.mark != EN_DASH and joint.after[:1].isalpha() else None


def _judge_uneven(joint: Joint, suspended: frozenset[str], suffix_cues: frozenset[str]) -> str | None:
    """A mark with a space on one side only, or a long one without any."""
    if joint.gap_before:
        option = len(joint.mark) > 1 or joint.left.lower() in suffix_cues
        return None if joint.mark == MINUS or (option and not joint.gap_after) else _SPACED
    if joint.gap_after:
        hanging = joint.mark == "-" and (joint.right.lower() in suspended or joint.before[-1].isdigit())
        return None if hanging or joint.mark == MINUS else _SPACED
    long = joint.mark == "—" or len(joint.mark) > 1
    return _SPACED if long and not (joint.before[-1].isdigit() and joint.after[0].isdigit()) else None


DASHES: tuple[Rule, ...] = (
    Rule("T14", (_MARKS,), _fitted(_compounds), "a compound takes a closed hyphen"),
    Rule("T19", ("–—",), everywhere(_judged(_judge_acronym)), "an ending of an acronym follows a hyphen"),
    Rule("T10", (_MARKS,), _fitted(_ranges), "a range takes an en dash"),
    Rule("T26", ("-–—",), everywhere(_judged(_judge_minus)), "a negative number takes a minus"),
    Rule(
        "T11", (_MARKS,), _fitted(_dashes), "a dash is an en dash between spaces, closed between some names"
    ),
)
