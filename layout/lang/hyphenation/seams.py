"""Takes a word and a table of prefixes and combining forms, gives where its parts join; knows no patterns.

A row of the table is a prefix written with its own break points (`so-cio`), alone, or followed by the
beginnings of stems it must stand before (`přes hrani čas`), or by `!` and beginnings it must not stand
before (`moto ! r`). A beginning is plain letters or a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from layout.model.patterns import late_pattern
from layout.model.records import Struct

NOTHING = "(?!)"
"""The pattern of an empty table."""
_LEAST_REST = 3
"""Letters that must follow a prefix for it to be one."""


class _Stems(Struct, frozen=True):
    """What a prefix of one row may stand before; with `excluded`, what it may not."""

    letters: tuple[str, ...]
    expression: re.Pattern[str]
    excluded: bool

    def allow(self, word: str, offset: int) -> bool:
        """Whether the prefix that ends at `offset` may be one there."""
        begins = word.startswith(self.letters, offset) or self.expression.match(word, offset) is not None
        return begins is not self.excluded


_ANY = _Stems((), late_pattern(NOTHING), True)


class Seams(Struct, frozen=True, kw_only=True):
    """The table: for each prefix its rows, and the break points inside it; `longest` is its longest prefix.

    Prefixes of `outer` count before another one alone.
    """

    rows: Mapping[str, tuple[_Stems, ...]]
    inner: Mapping[str, tuple[int, ...]]
    outer: tuple[str, ...]
    longest: int

    def split(self, word: str) -> tuple[list[int], int]:
        """Break points up to and at the last seam, and where the stem begins (0 if there is no seam)."""
        breaks: list[int] = []
        start = 0
        while end := self._end_of_opening(word, start):
            breaks.extend(start + offset for offset in self.inner.get(word[start:end], ()))
            breaks.append(end)
            start = end
        return breaks, start

    def _end_of_opening(self, word: str, start: int) -> int:
        for prefix in self.outer:
            end = start + len(prefix)
            if word.startswith(prefix, start) and self._end_of_prefix(word, end):
                return end
        return self._end_of_prefix(word, start)

    def _end_of_prefix(self, word: str, start: int) -> int:
        """Where the longest prefix at `start` ends; 0 if none is there."""
        for end in range(min(start + self.longest, len(word) - _LEAST_REST), start, -1):
            rows = self.rows.get(word[start:end])
            if rows and any(stems.allow(word, end) for stems in rows):
                return end
        return 0


def _read_stems(condition: list[str]) -> _Stems:
    if not condition:
        return _ANY
    excluded = condition[0] == "!"
    beginnings = condition[excluded:]
    letters = tuple(one for one in beginnings if one.isalpha())
    expressions = [one for one in beginnings if not one.isalpha()]
    return _Stems(letters, late_pattern("|".join(expressions)) if expressions else _ANY.expression, excluded)


def _inner_breaks(written: str) -> tuple[int, ...]:
    syllables = written.split("-")[:-1]
    lengths = [len("".join(syllables[: count + 1])) for count in range(len(syllables))]
    return tuple(length for length in lengths if length > 1)


def read_seams(table: str, outer: tuple[str, ...] = ()) -> Seams:
    """The table as written in a language's folder; `outer` are prefixes that only count before another."""
    rows: dict[str, tuple[_Stems, ...]] = {}
    inner: dict[str, tuple[int, ...]] = {}
    for line in table.strip().splitlines():
        written, *condition = line.split()
        prefix = written.replace("-", "")
        rows[prefix] = (*rows.get(prefix, ()), _read_stems(condition))
        inner[prefix] = _inner_breaks(written)
    return Seams(rows=rows, inner=inner, outer=outer, longest=max(map(len, rows), default=0))
