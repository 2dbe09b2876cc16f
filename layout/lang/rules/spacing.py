"""The rules for spaces and stops (T00, T25, T13, T21): they take text, give edits, and touch no letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from layout.lang.language import Language
from layout.lang.rules.fragments import ELLIPSIS, GAP, UPPER
from layout.lang.rules.rule import Edit, Finder, Rule, everywhere, replace
from layout.model.patterns import late_pattern
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN

_DROPPED = (
    "\u034f\u180e\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
_SPACES = "\t\n\x0b\x0c\r\x85\u1680\u2000-\u2006\u2008-\u200a\u205f\u2029\u3000"
_FIGURE_SPACE = "\u2007"
_HYPHENS = "\u2010-\u2012"
_COMBINING = "\u0300-\u036f"
_UNSETTABLE = late_pattern(f"[{_DROPPED}{_SPACES}{_FIGURE_SPACE}{_HYPHENS}{_COMBINING}]")
_DROP = late_pattern(f"[{_DROPPED}]")
_IDLE_HYPHEN = late_pattern(f"(?<={GAP}){SOFT_HYPHEN}+(?={GAP})")
_PLAIN_SPACE = late_pattern(f"[{_SPACES}]")
_PLAIN_HYPHEN = late_pattern(f"[{_HYPHENS}]")


def admit(text: str) -> str:
    """`text` as it can be set: no zero widths or controls, ordinary spaces and hyphens for odd ones.

    A letter typed as a base and a combining mark becomes one character (Unicode normal form C). A soft
    hyphen between spaces, as pasted text has it, divides no word and goes.
    """
    if SOFT_HYPHEN in text:
        text = _IDLE_HYPHEN.sub("", text)
    if not _UNSETTABLE.search(text):
        return text
    text = unicodedata.normalize("NFC", _DROP.sub("", text)).replace(_FIGURE_SPACE, NO_BREAK_SPACE)
    return _PLAIN_HYPHEN.sub("-", _PLAIN_SPACE.sub(" ", text))


def _collapse(match: re.Match[str]) -> str:
    kinds = set(match[0])
    return kinds.pop() if len(kinds) == 1 else " "


_ENDS = rf"(?=\Z|{GAP}|[”“’‘»\"')\]])"
_NEEDLESS = (
    rf"{GAP}+(?:(?=\Z|{LINE_BREAK})"
    rf"|(?=[.,;]{_ENDS}|,[-–]|[!?](?:{_ENDS}|[!?,;.…]))"
    rf"|(?<![(\[]{GAP})(?=[)\]])"
    rf"|(?=:(?:\Z|{GAP}(?!\d)))|(?<=\D{GAP})(?=:{GAP}\d))"
    rf"|\A{GAP}+|({LINE_BREAK}){GAP}+|([(\[]){GAP}+(?![)\]])"
)

_GAPS = frozenset(GAP)
_SPACE_BEFORE = late_pattern(f"{GAP}[{GAP[1:-1]}.,;:!?)\\]{LINE_BREAK}…]")
_OPEN_CLAUSE = ":;,.!?„(\u2028"
"""What no comma follows behind a space: there it stands for a low quotation mark."""
_LOW_COMMA = late_pattern(r"[„“\"(],[^\W\d_]")
_SPACE_BEHIND = late_pattern(f"[(\\[{LINE_BREAK}]{GAP}")


def is_untidy(text: str) -> bool:
    """Can T25 have anything to do here? (A cheap look that saves trying its rules on clean text.)"""
    if not text:
        return False
    edge = text[0] in _GAPS or text[-1] in _GAPS or text[0] == "," or _LOW_COMMA.search(text) is not None
    return edge or _SPACE_BEFORE.search(text) is not None or _SPACE_BEHIND.search(text) is not None


_LONGEST_ELLIPSIS = 5
"""More dots in a row are a line to write on."""


def _close_dots(match: re.Match[str]) -> str | None:
    dots = match[0]
    return ELLIPSIS if ELLIPSIS in dots or 3 <= len(dots) <= _LONGEST_ELLIPSIS else None


_find_dots = replace(r"[.…]{2,}", _close_dots)

_LOOSE_ELLIPSIS = rf"{GAP}(?<=[\w”“’»!?)\]]{GAP})…(?![\w„«])"


def _dots(text: str) -> Iterator[Edit]:
    if ".." in text or ELLIPSIS in text:
        yield from _find_dots(text)


_CLOSING_MARKS = late_pattern(r"[”“’‘»\")\]]*\Z")
_LAST_TOKEN = late_pattern(rf"[^\s{GAP[1:-1]}(„«\"]+\Z")
_ORDINAL_STOP = late_pattern(rf"(?:\d{{1,2}}\.{GAP}?)+\d{{1,2}}\.\Z|(?:^|\W)[{UPPER}]\.\Z")
_ROMAN_STOP = late_pattern(r"(?:^|\W)[IVX]+\.\Z")


def _bare_heading(language: Language) -> Finder:
    """Finds the full stop that ends a heading, unless it belongs to an abbreviation or an ordinal."""
    kept = frozenset(language.abbreviations.keep_stop.split())
    roman_stop = language.numbers.stops_romans

    def find(text: str) -> Iterator[Edit]:
        marks = _CLOSING_MARKS.search(text)
        end = marks.start() if marks else len(text)
        head = text[:end]
        token = _LAST_TOKEN.search(head)
        if not head.endswith(".") or head.endswith("..") or not token or token[0].lower() in kept:
            return
        belongs = token[0] in kept or _ORDINAL_STOP.search(head) or (roman_stop and _ROMAN_STOP.search(head))
        if not belongs:
            yield end - 1, end, ""

    return find


_MARKED_WORD = r"(?<=[!?])[^\W\d_]{1,40}[!?]"
"""A word between marks that stand for spoiled quotation marks: ?word?."""
_EARLY_MARK = rf"{GAP}(?<![{_OPEN_CLAUSE}].)([,;!?])(?=[^\W\d_])(?!{_MARKED_WORD})"

SPACING: tuple[Rule, ...] = (
    Rule(
        id="T25",
        needs=(),
        fit=everywhere(replace(f"{GAP}{{2,}}", _collapse)),
        summary="several spaces become one",
        before_spaces=True,
    ),
    Rule(
        id="T25",
        needs=(",;!?",),
        fit=everywhere(replace(_EARLY_MARK, r"\1 ")),
        summary="a comma follows its word",
        before_spaces=True,
    ),
    Rule(
        id="T25",
        needs=(),
        fit=everywhere(replace(_NEEDLESS, r"\1\2")),
        summary="no space before , . ; : ? ! ) or after (",
        before_spaces=True,
    ),
)
ELLIPSES: tuple[Rule, ...] = (
    Rule(id="T13", needs=(".…",), fit=everywhere(_dots), summary="three dots become one sign"),
    Rule(
        id="T13",
        needs=("…",),
        fit=everywhere(replace(_LOOSE_ELLIPSIS, ELLIPSIS)),
        summary="no space before …",
    ),
)
HEADINGS: tuple[Rule, ...] = (
    Rule(id="T21", needs=(".",), fit=_bare_heading, summary="a heading has no full stop", headings_only=True),
)
