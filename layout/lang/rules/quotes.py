"""Rule T12: takes a paragraph with any quotation marks, gives the edits that make them the language's own.

Outer „ ” and inner « » in Polish (PWN; Interinstitutional Style Guide, pl 10.1.5), „ “ and ‚ ‘ in Czech
(IJP 162). A mark's direction is read from what stands beside it, its level from the marks still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from layout.lang.language import Language, QuotationMarks
from layout.lang.rules.fragments import GAP, UPPER, LatePattern
from layout.lang.rules.rule import Edit, Finder, Fitting, Rule, everywhere, replace
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

_GAPS = frozenset((" ", NO_BREAK_SPACE, THIN_NO_BREAK_SPACE, SOFT_SPACE))
_BEFORE_OPENING = _GAPS | frozenset(LINE_BREAK + "([{/–—-=+:")
_AFTER_CLOSING = _GAPS | frozenset(LINE_BREAK + ")]},.;:!?–—-/")
_MARKS = "\"„“”‟'‚‘’‛«»"
_MARK = LatePattern(f"[{_MARKS}]")
_SINGLE = frozenset("'‚‘’‛")
_LOW = frozenset("„‚")
_STRAIGHT = "'"
APOSTROPHE = "’"
_YEAR = LatePattern(r"['‘’‛]\d\d(?!\d|['’‘])")
"""A year without its century: '90."""
_MINUTE = LatePattern(rf"(?<=\d)['’′]{GAP}?\d+(?:,\d+)?(?:''|[\"”″])")
"""Minutes (feet) before seconds (inches): 5' 30"."""
_SECONDS = LatePattern(rf"\d['’′]{GAP}?\d+(?:,\d+)?\Z")
"""What stands before the mark of seconds."""


class _Place(Enum):
    """How a mark stands: before a word, behind one, inside one, or between spaces."""

    BEFORE = 0
    BEHIND = 1
    INSIDE = 2
    LOOSE = 3


@dataclass(slots=True)
class _Reader:
    """Walks over the marks of one paragraph.

    `open` holds, for each mark still open, what will close it and whether it was single;
    `openings` the offsets just behind opening marks.
    """

    text: str
    style: QuotationMarks
    open: list[tuple[str, bool]] = field(default_factory=list)
    openings: set[int] = field(default_factory=set)

    def read(self) -> Iterator[Edit]:
        done = 0
        for match in _MARK.finditer(self.text):
            start, end = match.span()
            new = self._turn(match[0], start)
            if new is None:
                continue
            if end in self.openings:
                while self.text[end : end + 1] in _GAPS:
                    end += 1
            elif new != APOSTROPHE:
                while start > done and self.text[start - 1] in _GAPS:
                    start -= 1
            done = end
            if self.text[start:end] != new:
                yield start, end, new

    def _turn(self, mark: str, start: int) -> str | None:
        """What a mark becomes; None leaves it as it is."""
        if mark == "«":
            self.open.append(("»", False))
            self.openings.add(start + 1)
            return None
        if mark == "»":
            if self.open and self.open[-1][0] == "»":
                self.open.pop()
            return None
        place = self._place(start)
        turn = self._turn_single if mark in _SINGLE else self._turn_double
        return turn(mark, start, place)

    def _turn_double(self, mark: str, start: int, place: _Place) -> str | None:
        if self._is_measure(start):
            return None
        waiting = self._is_waiting(False)
        if place is _Place.BEFORE or (mark in _LOW and not (place is _Place.BEHIND and waiting)):
            return self._open(start, False)
        if place is _Place.BEHIND or waiting:
            return self._close(start, False)
        comes = place is _Place.LOOSE and mark != "”" and _MARK.search(self.text, start + 1)
        return self._open(start, False) if comes else None

    def _turn_single(self, mark: str, start: int, place: _Place) -> str | None:
        if place is _Place.BEFORE and (mark in _LOW or self._closes_later(start)):
            return self._open(start, True)
        if _MINUTE.match(self.text, start):
            return None
        if place is _Place.BEHIND and self._is_waiting(True):
            return self._close(start, True)
        minute = place is _Place.BEHIND and self.text[start - 1].isdigit()
        return APOSTROPHE if mark == _STRAIGHT and place is not _Place.LOOSE and not minute else None

    def _open(self, start: int, single: bool) -> str:
        inside = bool(self.open) and self.open[-1][0] == self.style.outer[1]
        pair = self.style.inner if inside else self.style.outer
        if single and not self.open:
            mark = self.text[start]
            pair = self.style.lone if mark == _STRAIGHT or self.style.sets_every_single else mark + "’"
        self.open.append((pair[1], single))
        self.openings.add(start + 1)
        return pair[0]

    def _close(self, start: int, single: bool) -> str | None:
        for level in range(len(self.open) - 1, -1, -1):
            closing, was_single = self.open[level]
            same = was_single == single and (single or closing != "»")
            if same or (closing == self.style.inner[1] and not single):
                del self.open[level:]
                return closing
        inch = self.text[start - 1].isdigit()
        return None if inch else self.style.outer[1]

    def _is_waiting(self, single: bool) -> bool:
        return any(was_single == single for _, was_single in self.open)

    def _closes_later(self, start: int) -> bool:
        """Is there a single mark further on that stands behind a word?

        For a year's apostrophe it must be one that closes none of the quotations between.
        """
        year = _YEAR.match(self.text, start) is not None
        inner = 0
        for match in _MARK.finditer(self.text, start + 1):
            if match[0] not in _SINGLE:
                continue
            place = self._place(match.start())
            if place is _Place.BEHIND and not (year and inner):
                return True
            if place is _Place.BEHIND:
                inner -= 1
            elif place is _Place.BEFORE and not _YEAR.match(self.text, match.start()):
                inner += 1
        return False

    def _is_measure(self, start: int) -> bool:
        """Is a double mark the sign of seconds, or of inches before the closing mark?"""
        if start == 0 or not self.text[start - 1].isdigit():
            return False
        another = self.text[start + 1 : start + 2] in ('"', "”", "“")
        inches = another and [single for _, single in self.open] == [False]
        return inches or _SECONDS.search(self.text, max(0, start - 12), start) is not None

    def _place(self, start: int) -> _Place:
        before = start == 0 or self.text[start - 1] in _BEFORE_OPENING or start in self.openings
        end = start + 1
        while self.text[end : end + 1] in _SKIPPED:
            end += 1
        word_follows = end < len(self.text) and self.text[end] not in _AFTER_CLOSING
        if before:
            return _Place.BEFORE if word_follows else _Place.LOOSE
        return _Place.INSIDE if word_follows else _Place.BEHIND


_SKIPPED = frozenset(_MARKS + "…")


def _reader(language: Language) -> Finder:
    def find(text: str) -> Iterator[Edit]:
        return _Reader(text, language.quotes).read()

    return find


_CLOSING = "”“»‘"
"""What may close a quotation in one language or another."""
_TOKEN = LatePattern(rf"[^\s„«({GAP[1:-1]}]+\Z")
_NEXT_SENTENCE = rf"(?=\Z|{LINE_BREAK}|\)|{GAP}[{UPPER}„(\d–])"


def _behind_quotation(pattern: str, into: str) -> Fitting:
    """Moves a stop or a comma (PWN, interpunkcja); `{marks}` in `pattern` are the language's closing marks.

    The full stop of an abbreviation stays.
    """

    def fit(language: Language) -> Finder | None:
        quotes = language.quotes
        if not quotes.stop_behind:
            return None
        kept = frozenset(language.abbreviations.keep_stop.split())

        def move(match: re.Match[str]) -> str | None:
            token = _TOKEN.search(match.string, 0, match.start() + 1)
            return None if token and token[0] in kept else match.expand(into)

        return replace(pattern.replace("{marks}", quotes.outer[1] + quotes.inner[1]), move)

    return fit


QUOTES: tuple[Rule, ...] = (
    Rule("T12", (",",), everywhere(replace(r",,(?<![\w,],,)(?=\w)", "„")), "two commas are an opening mark"),
    Rule(
        "T12",
        (",",),
        everywhere(replace(rf",,(?<=[\w.!?…],,)(?=\Z|{GAP}|[.;:!?)])", '"')),
        "or a closing one",
    ),
    Rule("T12", ("'`´",), everywhere(replace(r"''|``|´´", '"')), "two single marks are a double one"),
    Rule("T12", (_MARKS,), _reader, "quotation marks: „ ” and « » in Polish, „ “ and ‚ ‘ in Czech"),
    Rule(
        "T12",
        (_CLOSING,),
        _behind_quotation(r"\.(?<!\.\.)([{marks}]+[.,])(?!\.)", r"\1"),
        "one full stop or comma, behind the quotation",
    ),
    Rule(
        "T12",
        (_CLOSING,),
        _behind_quotation(r"\.(?<![.,!?…]\.)([{marks}]+)" + _NEXT_SENTENCE, r"\1."),
        "the full stop stands behind the quotation",
    ),
    Rule(
        "T12",
        (_CLOSING,),
        _behind_quotation(rf",(?<=\w,)([{{marks}}]+)(?={GAP})", r"\1,"),
        "so does the comma",
    ),
)
