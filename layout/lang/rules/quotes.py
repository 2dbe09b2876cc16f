"""Rule T12: takes a paragraph with any quotation marks, gives the edits that make them the language's own.

Outer „ ” and inner « » in Polish (PWN; Interinstitutional Style Guide, pl 10.1.5), „ “ and ‚ ‘ in Czech
(IJP 162). A mark's direction is read from what stands beside it, its level from the marks still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from layout.lang.language import Language, QuotationMarks
from layout.lang.rules.fragments import GAP, UPPER
from layout.lang.rules.rule import Edit, Finder, Fitting, Rule, everywhere, replace
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

_GAPS = frozenset((" ", NO_BREAK_SPACE, THIN_NO_BREAK_SPACE, SOFT_SPACE))
_BEFORE_OPENING = _GAPS | frozenset(LINE_BREAK + "([{/–—-=+:")
_QUOTED_SIGN = late_pattern(rf"(?<![^\s({GAP[1:-1]}])(['\"])[/–—=+:.,;!?-]\1")
"""A sign alone between two marks: '+'."""
_AFTER_CLOSING = _GAPS | frozenset(LINE_BREAK + ")]},.;:!?–—-/")
_MARKS = "\"„“”‟'‚‘’‛«»"
_MARK = late_pattern(f"[{_MARKS}]")
_SINGLE = frozenset("'‚‘’‛")
_LOW = frozenset("„‚")
_HIGH = frozenset("‘‛")
_POINTED = frozenset("«»")
_ENGLISH_TAIL = late_pattern(r"[‘‛](?:s|t|d|m|ll|re|ve)(?!\w)")
_STRAIGHT = "'"
APOSTROPHE = "’"
_YEAR = late_pattern(r"['‘’‛]\d\d(?!\d|['’‘])")
"""A year without its century: '90."""
_MINUTE = late_pattern(rf"(?<=\d)['’′]{GAP}?\d+(?:,\d+)?(?:''|[\"”″])")
"""Minutes (feet) before seconds (inches): 5' 30"."""
_SECONDS = late_pattern(rf"\d['’′]{GAP}?\d+(?:,\d+)?\Z")
"""What stands before the mark of seconds."""


class _Place(Enum):
    """How a mark stands: before a word, behind one, inside one, or between spaces."""

    BEFORE = 0
    BEHIND = 1
    INSIDE = 2
    LOOSE = 3


class _Marks:
    """The marks of a paragraph as they stand before any is turned, looked at once from the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[int] = [match.start() for match in _MARK.finditer(text)]
        count = len(self.places)
        self._behind = [0] * count
        """Where what follows each mark and the marks close behind it begins."""
        self.ends_single = [False] * (count + 1)
        """Does a single mark from here on stand behind a word?"""
        self._balance = [0] * (count + 1)
        """How far single marks from here on close more than they open (below zero) at some point."""
        self.next_double = [count] * (count + 1)
        for index in range(count - 1, -1, -1):
            self._look(index)

    def _look(self, index: int) -> None:
        start = self.places[index]
        end, following = start + 1, self.places[index + 1 : index + 2]
        while end < len(self.text) and self.text[end] in _SKIPPED:
            if following == [end]:
                end = self._behind[index + 1]
                break
            end += 1
        self._behind[index] = end
        single = self.text[start] in _SINGLE
        place = self.place(index, False)
        behind = single and place is _Place.BEHIND
        opens = single and place is _Place.BEFORE and not _YEAR.match(self.text, start)
        self.ends_single[index] = behind or self.ends_single[index + 1]
        self._balance[index] = opens - behind + min(0, self._balance[index + 1])
        self.next_double[index] = self.next_double[index + 1] if single else index

    def place(self, index: int, opened: bool) -> _Place:
        """How a mark stands; `opened` if an opening mark stands close before it."""
        start, end = self.places[index], self._behind[index]
        before = opened or start == 0 or self.text[start - 1] in _BEFORE_OPENING
        word_follows = end < len(self.text) and self.text[end] not in _AFTER_CLOSING
        if before and not word_follows and _QUOTED_SIGN.match(self.text, start):
            return _Place.BEFORE
        if before and start > 1 and _QUOTED_SIGN.match(self.text, start - 2):
            return _Place.INSIDE if word_follows else _Place.BEHIND
        if before:
            return _Place.BEFORE if word_follows else _Place.LOOSE
        return _Place.INSIDE if word_follows else _Place.BEHIND

    def closes_later(self, index: int) -> bool:
        """Is there a single mark further on that stands behind a word?

        For a year's apostrophe it must be one that closes none of the quotations between.
        """
        if _YEAR.match(self.text, self.places[index]):
            return self._balance[index + 1] < 0
        return self.ends_single[index + 1]


class _Reader(Struct, kw_only=True):
    """Walks over the marks of one paragraph.

    `open` holds, for each mark still open, what will close it and whether it was single; `waiting` how many
    of them are single and how many double; `closable` how many of them a double mark may close;
    `opening` is the offset just behind the last opening mark.
    """

    text: str
    style: QuotationMarks
    marks: _Marks
    open: list[tuple[str, bool]] = field(default_factory=list)
    waiting: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    closable: int = 0
    opening: int = -1

    def read(self) -> Iterator[Edit]:
        done = 0
        for index, start in enumerate(self.marks.places):
            end = start + 1
            new = self._turn(index, start)
            if new is None:
                continue
            if end == self.opening:
                while self.text[end : end + 1] in _GAPS:
                    end += 1
            elif new != APOSTROPHE:
                while start > done and self.text[start - 1] in _GAPS:
                    start -= 1
            done = end
            if self.text[start:end] != new:
                yield start, end, new

    def _turn(self, index: int, start: int) -> str | None:
        """What a mark becomes; None leaves it as it is."""
        mark, place = self.text[start], self.marks.place(index, start == self.opening)
        if mark in _POINTED:
            self._pass(mark, place, start)
            return None
        turn = self._turn_single if mark in _SINGLE else self._turn_double
        return turn(index, mark, start, place)

    def _pass(self, mark: str, place: _Place, start: int) -> None:
        """Pointed marks stay, in either direction («…», or »…« where that one opens)."""
        top = self.open[-1][0] if self.open else ""
        if mark == top and (mark == "»" or place is _Place.BEHIND):
            self._drop(len(self.open) - 1)
        elif mark == "«" or place is _Place.BEFORE:
            self._push("»" if mark == "«" else "«", False)
            self.opening = start + 1

    def _push(self, closing: str, single: bool) -> None:
        self.open.append((closing, single))
        self.waiting[single] += 1
        self.closable += self._is_closable(closing, single)

    def _drop(self, level: int) -> None:
        for closing, single in self.open[level:]:
            self.waiting[single] -= 1
            self.closable -= self._is_closable(closing, single)
        del self.open[level:]

    def _is_closable(self, closing: str, single: bool) -> bool:
        """Can a double mark close it?"""
        return closing == self.style.inner[1] or not (single or closing in _POINTED)

    def _turn_double(self, index: int, mark: str, start: int, place: _Place) -> str | None:
        if self._is_measure(start):
            return None
        waiting = self.waiting[False] > 0
        if place is _Place.BEFORE or (mark in _LOW and not (place is _Place.BEHIND and waiting)):
            return self._open(start, False)
        if place is _Place.BEHIND or waiting:
            return self._close(start, False)
        if place is _Place.INSIDE:
            return self._open(start, False) if self._touches(index, start) else None
        comes = mark != "”" and index + 1 < len(self.marks.places)
        return self._open(start, False) if comes else None

    def _touches(self, index: int, start: int) -> bool:
        """Does an opening mark touch the word before it (tzw."ZIT”), with a closing one to come?"""
        partner = self.marks.next_double[index + 1]
        before = self.text[start - 1]
        return (
            (before.isalpha() or before in ".,;!?")
            and partner < len(self.marks.places)
            and self.marks.place(partner, False) is _Place.BEHIND
        )

    def _turn_single(self, index: int, mark: str, start: int, place: _Place) -> str | None:
        if place is _Place.BEFORE and (mark in _LOW or self.marks.closes_later(index)):
            return self._open(start, True)
        if _MINUTE.match(self.text, start):
            return None
        waiting = self.waiting[True] > 0
        if place is _Place.BEHIND and waiting:
            return self._close(start, True)
        if mark in _HIGH:
            inside = place is _Place.INSIDE and self.text[start - 1].isalpha()
            return APOSTROPHE if inside and (not waiting or _ENGLISH_TAIL.match(self.text, start)) else None
        minute = place is _Place.BEHIND and self.text[start - 1].isdigit()
        return APOSTROPHE if mark == _STRAIGHT and place is not _Place.LOOSE and not minute else None

    def _open(self, start: int, single: bool) -> str:
        inside = bool(self.open) and self.open[-1][0] == self.style.outer[1]
        pair = self.style.inner if inside else self.style.outer
        if single and not self.open:
            mark = self.text[start]
            pair = self.style.lone if mark == _STRAIGHT or self.style.sets_every_single else mark + "’"
        self._push(pair[1], single)
        self.opening = start + 1
        return pair[0]

    def _close(self, start: int, single: bool) -> str | None:
        may_close = self.waiting[True] if single else self.closable
        for level in range(len(self.open) - 1, -1, -1) if may_close else ():
            closing, was_single = self.open[level]
            if was_single if single else self._is_closable(closing, was_single):
                self._drop(level)
                return closing
        inch = self.text[start - 1].isdigit()
        return None if inch else self.style.outer[1]

    def _is_measure(self, start: int) -> bool:
        """Is a double mark the sign of seconds, or of inches before the closing mark?"""
        if start == 0 or not self.text[start - 1].isdigit():
            return False
        another = self.text[start + 1 : start + 2] in ('"', "”", "“")
        inches = another and len(self.open) == 1 and self.waiting[False] == 1
        return inches or _SECONDS.search(self.text, max(0, start - 12), start) is not None


_SKIPPED = frozenset(_MARKS + "…")


def _reader(language: Language) -> Finder:
    def find(text: str) -> Iterator[Edit]:
        return _Reader(text=text, style=language.quotes, marks=_Marks(text)).read()

    return find


_CLOSING = "”“»‘"
"""What may close a quotation in one language or another."""
_TOKEN = late_pattern(rf"[^\s„«({GAP[1:-1]}]+\Z")
_TOKEN_WINDOW = 16
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
            token = _TOKEN.search(match.string, max(0, match.start() - _TOKEN_WINDOW), match.start() + 1)
            return None if token and token[0] in kept else match.expand(into)

        return replace(pattern.replace("{marks}", quotes.outer[1] + quotes.inner[1]), move)

    return fit


_COMMA_OR_SINGLE = late_pattern(r",(?=[^\W\d_])|‚|[‘’'](?=\w)|[‘’'](?!\w)")
_FARTHEST_CLOSING = 400
"""Characters up to the mark that closes what a comma opens."""


def _commas_for_low_marks(text: str) -> Iterator[Edit]:
    """A comma close before a word, with a single closing mark to come, is a low opening mark."""
    pending, opened = -_FARTHEST_CLOSING, False
    for match in _COMMA_OR_SINGLE.finditer(text):
        start = match.start()
        free = start == 0 or text[start - 1] in _BEFORE_COMMA
        if match[0] == ",":
            pending = start if free and not opened else pending
        elif free:
            opened = True
        elif not text[match.end() : match.end() + 1].isalnum():
            if not opened and start - pending < _FARTHEST_CLOSING:
                yield pending, pending + 1, "‚"
            pending, opened = -_FARTHEST_CLOSING, False


_BEFORE_COMMA = _GAPS | frozenset(LINE_BREAK + '„“"([–—')

LOW_MARKS: tuple[Rule, ...] = (
    Rule(
        id="T12",
        needs=(",", "‘’'"),
        fit=everywhere(_commas_for_low_marks),
        summary="a comma typed for the low mark: ‚slovo‘",
        before_spaces=True,
    ),
)
QUOTES: tuple[Rule, ...] = (
    Rule(
        id="T12",
        needs=("´`",),
        fit=everywhere(replace(r"[´`](?<=[^\W\d_].)(?=[^\W\d_])", APOSTROPHE)),
        summary="an accent between letters is an apostrophe",
    ),
    Rule(
        id="T12",
        needs=("`",),
        fit=everywhere(replace(r"`(?<![\w`]`)(?=[^\s`'’][^`'’]{0,80}['’](?!\w))", "'")),
        summary="a grave accent before a word that a single mark closes opens a quotation",
    ),
    Rule(
        id="T12",
        needs=(",",),
        fit=everywhere(replace(r",,(?<![\w,],,)(?=\w)", "„")),
        summary="two commas are an opening mark",
    ),
    Rule(
        id="T12",
        needs=(",",),
        fit=everywhere(replace(rf",,(?<=[\w.!?…],,)(?=\Z|{GAP}|[.;:!?)])", '"')),
        summary="or a closing one",
    ),
    Rule(
        id="T12",
        needs=("'`´",),
        fit=everywhere(replace(r"''|``|´´", '"')),
        summary="two single marks are a double one",
    ),
    Rule(
        id="T12",
        needs=(_MARKS,),
        fit=_reader,
        summary="quotation marks: „ ” and « » in Polish, „ “ and ‚ ‘ in Czech",
    ),
    Rule(
        id="T12",
        needs=(_CLOSING,),
        fit=_behind_quotation(r"\.(?<!\.\.)([{marks}]+[.,])(?!\.)", r"\1"),
        summary="one full stop or comma, behind the quotation",
    ),
    Rule(
        id="T12",
        needs=(_CLOSING,),
        fit=_behind_quotation(r"\.(?<![.,!?…]\.)([{marks}]+)" + _NEXT_SENTENCE, r"\1."),
        summary="the full stop stands behind the quotation",
    ),
    Rule(
        id="T12",
        needs=(_CLOSING,),
        fit=_behind_quotation(rf",(?<=\w,)([{{marks}}]+)(?={GAP})", r"\1,"),
        summary="so does the comma",
    ),
)
