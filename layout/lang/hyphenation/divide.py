"""Takes a word as it stands between two spaces, gives the places where a line may break inside it.

Rules T14, T15, T16 and T19 of docs/typography-rules.md (PWN 14–19; ÚJČ, Internetová jazyková příručka,
„Dělení slov“). The patterns are those of pyphen; the seams and mends of the language's folder correct them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise

from layout.lang.hyphenation.patterns import load_patterns
from layout.lang.hyphenation.seams import NOTHING, Seams, read_seams
from layout.lang.hyphenation.syllables import VOWELS, Syllables, is_hiatus
from layout.lang.languages import LANGUAGES
from layout.lang.web_names import break_address, find_addresses
from layout.model.patterns import late_pattern
from layout.model.records import Struct, replace
from layout.model.units import SOFT_HYPHEN


class BreakKind(StrEnum):
    """What a break does to the line: adds a hyphen, repeats one, or leaves the characters alone."""

    SOFT = "soft"
    REPEAT = "repeat"
    BARE = "bare"


class Break(Struct, frozen=True):
    """A place where a line may end: before `word[offset]`.

    SOFT adds a hyphen at the line end. REPEAT stands after the hyphen `word[offset - 1]`, which opens the
    next line again. BARE adds nothing. `reluctant` marks words written with a capital, to be divided
    only in need (T16).
    """

    offset: int
    kind: BreakKind
    reluctant: bool = False

    def later(self, count: int) -> Break:
        """The same break with `count` characters more before it."""
        return replace(self, offset=self.offset + count)


class _Piece(Struct, frozen=True):
    """A stretch of letters and soft hyphens between two joints of a token; offsets count in the token."""

    start: int
    letters: str
    alone: bool
    """False where the stretch holds other characters as well: then it is not divided."""

    @property
    def end(self) -> int:
        return self.start + len(self.letters)


_LONGEST_WORD = 80
_SOFT = tuple(
    tuple(Break(offset, BreakKind.SOFT, reluctant) for offset in range(_LONGEST_WORD))
    for reluctant in (False, True)
)
_PUNCTUATION = "([{„“‚‘«\"',.;:!?…)]}”’»"
_LEAST_BEFORE, _LEAST_AFTER = 2, 3
_LEAST_BESIDE = {"–": 1, "/": 3}
"""Letters on both sides of a mark behind which a line may end."""
_LONG_CODE = 16
_LETTERS = late_pattern(rf"[^\W\d_](?:[^\W\d_]|{SOFT_HYPHEN})*")
_SECTION = late_pattern(r"[^-–/]+")
_UNBREAKABLE = late_pattern(r"[\d'’_]")
_CODE_JOINT = late_pattern(r"(?<=[/_])(?=\w)")


def _capitals(letters: str) -> int:
    return sum(1 for letter in letters if letter.isupper())


Mends = tuple[re.Pattern[str], Mapping[str, tuple[int, ...]]]
"""Finds the stretches to mend; their break points."""


class _Divider(Struct, frozen=True):
    """What divides the words of one language, ready for use."""

    seams: Seams
    patterns: Callable[[str], list[int]]
    mends: Mends
    hiatus_before: str | None
    syllables: Syllables

    def divide(self, word: str) -> tuple[int, ...]:
        """The break points of a word of lower-case letters, each part at least two letters long."""
        if len(word) < 2 * _LEAST_BEFORE:
            return ()
        breaks, stem = self.seams.split(word)
        seams = frozenset(breaks)
        rest = word[stem:]
        for offset in self.patterns(rest):
            if self.hiatus_before is None or not is_hiatus(rest, offset, self.hiatus_before):
                breaks.append(stem + offset)
        return self.syllables.settle(word, _mend(word, breaks, self.mends), seams)


@cache
def _divider(tag: str) -> _Divider:
    found = LANGUAGES[tag].hyphenation
    return _Divider(
        read_seams(found.seams, found.outer),
        load_patterns(tag),
        _read_mends(found.mends),
        found.hiatus_before,
        Syllables(found.syllabic, found.heads, found.sonorants, found.sonorant_onsets, _LEAST_BEFORE),
    )


def _read_mends(written: str) -> Mends:
    divided = {_plain(stretch): _written_breaks(stretch) for stretch in written.split()}
    longest_first = sorted(divided, key=len, reverse=True)
    return re.compile("|".join(longest_first) or NOTHING), divided


class Hyphenator:
    """Divides words of one language; remembers each it has met, loads its patterns with the first.

    `exceptions` are words with their break points as hyphens (`kon-kurs`), a word without one is never
    divided; they stand above every rule. `off` are the ids of rules switched off.
    """

    def __init__(
        self, language: str, exceptions: Iterable[str] = (), off: frozenset[str] = frozenset()
    ) -> None:
        self._language = language
        self._off = off
        self._short_ends = "T15" in off
        self._exceptions = {_plain(word): _written_breaks(word) for word in exceptions}
        self._found: dict[str, tuple[Break, ...]] = {}
        self._divided: dict[str, tuple[int, ...]] = {}

    def breaks(self, word: str) -> tuple[Break, ...]:
        """Where a line may end inside `word` (a token with its punctuation), in order.

        If the word has soft hyphens, its SOFT breaks are those just behind them and no others.
        """
        found = self._found.get(word)
        if found is None:
            points = self.division(word)
            found = self._found[word] = points if not points or self._short_ends else _shorten(word, points)
        return found

    def division(self, word: str) -> tuple[Break, ...]:
        """Every break point the language knows in `word`, those two letters from its end included."""
        letters = word.strip(_PUNCTUATION)
        if letters.isalpha() and letters[1:].islower() and len(word) < _LONGEST_WORD:
            start, capital = word.index(letters), letters[0].isupper()
            return tuple([_SOFT[capital][start + offset] for offset in self._divide(letters)])
        return self._division_of_token(word)

    def _division_of_token(self, word: str) -> tuple[Break, ...]:
        """The same for a word that is not just letters between punctuation."""
        if any(True for _ in find_addresses(word)):
            return tuple(Break(offset, BreakKind.BARE) for offset in break_address(word))
        if "T16" not in self._off and _UNBREAKABLE.search(word):
            return _break_code(word)
        pieces = [_read_piece(section) for section in _SECTION.finditer(word)]
        shouting = any(_capitals(piece.letters) > 1 for piece in pieces)
        softs = () if shouting and "T16" not in self._off else self._soft_breaks(pieces)
        joints = self._joints(word, pieces)
        return tuple(sorted([*softs, *joints], key=lambda place: place.offset))

    def _soft_breaks(self, pieces: list[_Piece]) -> list[Break]:
        typed = [piece for piece in pieces if SOFT_HYPHEN in piece.letters]
        return [
            Break(piece.start + offset, BreakKind.SOFT, piece.letters[0].isupper())
            for piece in typed or pieces
            if piece.alone and (len(piece.letters) < _LONGEST_WORD or piece in typed)
            for offset in self._divide(piece.letters)
        ]

    def _joints(self, word: str, pieces: list[_Piece]) -> list[Break]:
        found: list[Break] = []
        for left, right in pairwise(pieces):
            gap = word[left.end : right.start]
            if gap == "-" and self._may_repeat(left, right, right is pieces[-1]):
                found.append(Break(right.start, BreakKind.REPEAT))
            elif min(len(left.letters), len(right.letters)) >= _LEAST_BESIDE.get(gap, _LONGEST_WORD):
                found.append(Break(right.start, BreakKind.BARE))
        return found

    def _may_repeat(self, left: _Piece, right: _Piece, last: bool) -> bool:
        """A compound breaks at its hyphen unless a side is too short (T15) or an acronym (T19)."""
        if "T14" in self._off:
            return False
        least = _LEAST_AFTER if last and "T15" not in self._off else _LEAST_BEFORE
        acronym = "T19" not in self._off and max(_capitals(left.letters), _capitals(right.letters)) > 1
        return not acronym and len(left.letters) >= _LEAST_BEFORE and len(right.letters) >= least

    def _divide(self, letters: str) -> tuple[int, ...]:
        if SOFT_HYPHEN in letters:
            return tuple(place.end() for place in re.finditer(SOFT_HYPHEN, letters))
        word = letters.lower()
        found = self._divided.get(word)
        if found is None:
            found = self._exceptions.get(word)
            if found is None:
                found = _divider(self._language).divide(word)
            self._divided[word] = found
        return found


def _mend(word: str, breaks: list[int], mends: Mends) -> list[int]:
    pattern, divided = mends
    for found in pattern.finditer(word):
        start, end = found.span()
        breaks = [offset for offset in breaks if not start < offset < end]
        breaks.extend(start + offset for offset in divided[found[0]])
    return sorted(set(breaks))


def _shorten(word: str, points: tuple[Break, ...]) -> tuple[Break, ...]:
    """Without soft breaks that leave fewer than three letters behind, or a part without a vowel (T15)."""
    count, last = 0, len(word)
    while last and count < _LEAST_AFTER:
        last -= 1
        count += word[last].isalpha()
    typed = SOFT_HYPHEN in word
    return tuple(
        [
            point
            for point in points
            if point.kind is not BreakKind.SOFT
            or (point.offset <= last and (typed or _has_vowels(word, point.offset)))
        ]
    )


def _has_vowels(word: str, offset: int) -> bool:
    """Whether a vowel stands in either part of `word`."""
    return not any(VOWELS.isdisjoint(part.lower()) for part in (word[:offset], word[offset:]))


def _break_code(word: str) -> tuple[Break, ...]:
    """A long code (a project's number) may be cut after a slash or an underscore; nothing is added."""
    if len(word) < _LONG_CODE:
        return ()
    return tuple(Break(joint.start(), BreakKind.BARE) for joint in _CODE_JOINT.finditer(word))


def _read_piece(section: re.Match[str]) -> _Piece:
    found = list(_LETTERS.finditer(section[0]))
    if not found:
        return _Piece(section.start(), "", False)
    first = found[0]
    return _Piece(section.start() + first.start(), first[0], len(found) == 1)


def _plain(word: str) -> str:
    return word.replace("-", "").replace(SOFT_HYPHEN, "").lower()


def _written_breaks(word: str) -> tuple[int, ...]:
    parts = word.replace(SOFT_HYPHEN, "-").split("-")[:-1]
    return tuple(len("".join(parts[: count + 1])) for count in range(len(parts)))
