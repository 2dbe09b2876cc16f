"""The rules for the short marks between words (T14, T19, T10, T26, T11): hyphen, dash, range or minus?

They take a paragraph's text and give edits. Each looks at every mark with what stands on its two sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from layout.lang.language import Language
from layout.lang.languages import neighbours_of_all
from layout.lang.rules.fragments import DIGITS, EN_DASH, GAP, LOWER, MINUS, UPPER
from layout.lang.rules.joints import MARK, MARKS, SPACED, Joint, Judge, judged
from layout.lang.rules.measures import UNITS
from layout.lang.rules.ranges import judge_ranges
from layout.lang.rules.rule import Fitting, Rule, everywhere
from layout.model.patterns import late_pattern
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE


def _fitted(judge_for: Callable[[Language], Judge], starts: Container[str] | None = None) -> Fitting:
    return lambda language: judged(judge_for(language), starts)


def _pairs(written: str) -> frozenset[tuple[str, str]]:
    halves = (entry.rsplit(" ", 1) for entry in written.split("|"))
    return frozenset((left.rsplit(" ", 1)[-1], right) for left, right in halves)


# T14: compounds -----------------------------------------------------------------------------------

_ELECTRONIC = frozenset("eE")
_ELECTRONIC_THING = late_pattern(
    "(?:mail|learn|shop|book|commerce|bank|bus|gov|sklep|usług|podpis|administr|zdrow|zdrav|dowod|dowód|obchod"
    "|kni[gžh]|recept|neschop|slu[žz]|faktur|ticket|urz[ąę]d|podatel|deklar|czasopis|handel|zin|sport)\\w*"
)
"""What opens e-mail and its like, and is no word; what follows it."""
_ROMAN_OR_NUMBER = late_pattern(r"\d{1,4}|[IVX]+")


def _compounds(language: Language) -> Judge:
    data = language.compounds
    forms = frozenset(f"{data.forms} {data.adverbs}".split())
    endings = tuple(data.endings.split())
    names = _pairs(data.names)
    suspended = frozenset(data.suspended.split())
    number_endings = frozenset(data.after_number.split())
    particles = frozenset(data.particles.split())
    adjective, towns = late_pattern(data.adjective), frozenset(language.dashes.towns.split())

    def judge(joint: Joint) -> str | None:
        if joint.mark == "-" and not joint.is_spaced:
            return None
        left, right = joint.left, joint.right
        if right in towns:
            return None
        if right in particles and left.isalpha() and left[1:].islower():
            return "-"
        if (left, right) in names or (left in _ELECTRONIC and _ELECTRONIC_THING.fullmatch(right)):
            return "-"
        first, second = left.rpartition("-")[2].lower(), right.partition("-")[0].lower()
        if second in number_endings and _ROMAN_OR_NUMBER.fullmatch(left):
            return "-"
        compound = first in forms or (len(first) > 6 and first.endswith(endings))
        hanging = joint.mark == "-" and not joint.gap_before and second in suspended
        return "-" if compound and not hanging and adjective.fullmatch(second) else None

    return judge


# T19: acronyms ------------------------------------------------------------------------------------

_ACRONYM = late_pattern(rf"[{UPPER}]{{2,}}")
_INFLECTION = late_pattern(rf"[{LOWER}]{{1,4}}|\d{{1,3}}")


def _judge_acronym(joint: Joint) -> str | None:
    closed = not joint.is_spaced and joint.mark in (EN_DASH, "—")
    return "-" if closed and _ACRONYM.fullmatch(joint.left) and _INFLECTION.fullmatch(joint.right) else None


# T26: minus ---------------------------------------------------------------------------------------

_DEGREES = late_pattern(rf"\d+(?:,\d+)?{GAP}?[°%‰]")
_NEGATIVE = late_pattern(
    rf"(\d{{1,3}}(?:{GAP}\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d:/-]|[.,]\d|\.{GAP}?[{LOWER}\d])"
)
_YEAR_LIKE = late_pattern(r"1[89]\d\d|20[0-4]\d")
_SIGNS_OF_UNITS = "|".join(sorted(map(re.escape, UNITS.split()), reverse=True))
_MEASURED = late_pattern(
    rf"{GAP}?(?:(?:EUR|€|USD|\$|{neighbours_of_all(lambda one: one.currencies)}|{_SIGNS_OF_UNITS})(?!\w))"
)
"""A currency or a unit behind a number."""
_DIFFERENCE = late_pattern(rf"\d[\d,]*{GAP}?=")


def _minuses(language: Language) -> Judge:
    """A dash stands before no number behind a preposition, before few numbers that are no years."""
    bounds = frozenset(language.dashes.bounds.split())

    def is_negative(joint: Joint) -> bool:
        number = _NEGATIVE.match(joint.after)
        if joint.mark != "-" or not number:
            return False
        if _MEASURED.match(joint.after, number.end()) or joint.left.lower() in bounds:
            return True
        if not joint.before:
            return number.end() == len(joint.after)
        return not _YEAR_LIKE.fullmatch(number[1])

    return lambda joint: _judge_minus(joint, is_negative)


def _judge_minus(joint: Joint, is_negative: Callable[[Joint], bool]) -> str | None:
    after_digit = joint.before[-1:].isdigit()
    if joint.gap_before and joint.gap_after and after_digit and _DIFFERENCE.match(joint.after):
        return f"{NO_BREAK_SPACE}{MINUS}{NO_BREAK_SPACE}"
    free = joint.gap_before or joint.before[-1:] in ("", "(", "[", "„", LINE_BREAK)
    if joint.gap_after or not free or len(joint.mark) > 1 or after_digit:
        return None
    negative = _DEGREES.match(joint.after) or is_negative(joint)
    return joint.gap_before + MINUS if negative else None


# T11: dashes --------------------------------------------------------------------------------------

_WORD_END = late_pattern(r"[\w)\]”“’»«%.!?,…°\ufdd0\ufdd1]\Z")
_OPTION = late_pattern(r"[a-z][a-z0-9-]*(?![^\W\d_])|[A-Z](?=,? --?\w)")
_SUM_END = late_pattern(r"\d[,.]\Z")
_WORD_START = late_pattern(r"[\w(\[„«‚…\ufdd0\ufdd1]")
_CAPITALISED = late_pattern(rf"[{UPPER}][{LOWER}]+")


def _between_towns(language: Language) -> Judge:
    """Closed between single names in Czech (Praha–Brno); in Polish a mistyped hyphen becomes a dash."""
    data = language.dashes
    towns, long_names = frozenset(data.towns.split()), frozenset(data.long_names.split())
    closed, routes = data.closes_names, frozenset(data.routes.split())

    def judge(joint: Joint) -> str | None:
        if not joint.after[:1].isupper():
            return None
        left, right = joint.left, joint.right
        if left in long_names and right in towns and not joint.is_spaced:
            return SPACED
        if not closed:
            hyphen = joint.mark == "-" and not joint.is_spaced
            return EN_DASH if hyphen and left in towns and right in towns else None
        if not _CAPITALISED.fullmatch(left) or not _CAPITALISED.fullmatch(right):
            return None
        words = joint.before.split()
        previous = words[-2] if len(words) > 1 else ""
        following = joint.after[len(right) :].lstrip(f" {NO_BREAK_SPACE}")
        on_route = previous.lower() in routes
        single = (on_route or not _CAPITALISED.fullmatch(previous)) and not _CAPITALISED.match(following)
        route = joint.is_spaced and on_route
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
    return SPACED[:-1] + _space_behind(joint)


def _space_behind(joint: Joint) -> str:
    """A plain space, but before another dash the one that binds it."""
    return joint.gap_after if MARK.match(joint.after) else joint.gap_after and " "


def _judge_first(joint: Joint) -> str | None:
    """A mark that opens the paragraph or a line: a dash of speech or of a list."""
    if joint.gap_after:
        return EN_DASH + _space_behind(joint)
    option = _OPTION.match(joint.after) and (len(joint.mark) > 1 or len(joint.right) == 1)
    return f"{EN_DASH} " if joint.mark != EN_DASH and joint.after[:1].isalpha() and not option else None


def _judge_uneven(joint: Joint, suspended: frozenset[str], suffix_cues: frozenset[str]) -> str | None:
    """A mark with a space on one side only, or a long one without any."""
    if joint.gap_before:
        option = len(joint.mark) > 1 or joint.left.lower() in suffix_cues or _is_option(joint)
        return None if joint.mark == MINUS or (option and not joint.gap_after) else SPACED
    if joint.gap_after:
        hanging = joint.mark == "-" and (joint.right.lower() in suspended or joint.before[-1].isdigit())
        return None if hanging or joint.mark == MINUS else SPACED
    long = joint.mark == "—" or len(joint.mark) > 1
    return SPACED if long and not (joint.before[-1].isdigit() and joint.after[0].isdigit()) else None


_COMMANDS = frozenset(
    [
        "apt",
        "apt-get",
        "cat",
        "chmod",
        "chown",
        "convert",
        "cp",
        "curl",
        "dconf",
        "docker",
        "dpkg",
        "ffmpeg",
        "find",
        "gcc",
        "git",
        "grep",
        "gsettings",
        "java",
        "kill",
        "ls",
        "lspci",
        "lsusb",
        "make",
        "mount",
        "mv",
        "npm",
        "ping",
        "pip",
        "ps",
        "python",
        "python3",
        "rm",
        "rpm",
        "scp",
        "soffice",
        "ssh",
        "sudo",
        "tar",
        "umount",
        "wget",
    ]
)


def _is_option(joint: Joint) -> bool:
    """Does the hyphen open an option of a command (lspci -v) or a suffix in a row of them?"""
    left = joint.left
    return joint.mark == "-" and (
        len(joint.right) == 1 or left in _COMMANDS or left.startswith("-") or "_" in left
    )


DASHES: tuple[Rule, ...] = (
    Rule(id="T14", needs=(MARKS,), fit=_fitted(_compounds), summary="a compound takes a closed hyphen"),
    Rule(
        id="T19",
        needs=("–—",),
        fit=everywhere(judged(_judge_acronym)),
        summary="an ending of an acronym follows a hyphen",
    ),
    Rule(id="T10", needs=(MARKS,), fit=_fitted(judge_ranges), summary="a range takes an en dash"),
    Rule(
        id="T26",
        needs=("-–—",),
        fit=_fitted(_minuses, frozenset(DIGITS)),
        summary="a negative number takes a minus",
    ),
    Rule(
        id="T11",
        needs=(MARKS,),
        fit=_fitted(_dashes),
        summary="a dash is an en dash between spaces, closed between some names",
    ),
)
