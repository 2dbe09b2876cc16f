"""Takes a word and a table of prefixes and combining forms, gives where its parts join; knows no patterns.

A row of the table is a prefix written with its own break points (`so-cio`), alone, or followed by the
beginnings of stems it must stand before (`přes hrani čas`), or by `!` and beginnings it must not stand
before (`moto ! r`).
"""

from __future__ import annotations

import re

from layout.model.records import Struct

NOTHING = "(?!)"
"""The pattern of an empty table."""
_LEAST_REST = 3
"""Letters that must follow a prefix for it to be one."""


class Seams(Struct, frozen=True):
    """The table, compiled: what opens a word, and the break points inside each opening."""

    opening: re.Pattern[str]
    inner: dict[str, tuple[int, ...]]

    def split(self, word: str) -> tuple[list[int], int]:
        """Break points up to and at the last seam, and where the stem begins (0 if there is no seam)."""
        breaks: list[int] = []
        start = 0
        while found := self.opening.match(word, start):
            breaks.extend(start + offset for offset in self.inner.get(found[0], ()))
            start = found.end()
            breaks.append(start)
        return breaks, start


def _row_pattern(prefix: str, condition: list[str]) -> str:
    if not condition:
        return prefix
    if condition[0] == "!":
        return f"{prefix}(?!{'|'.join(condition[1:])})"
    return f"{prefix}(?={'|'.join(condition)})"


def _inner_breaks(written: str) -> tuple[int, ...]:
    syllables = written.split("-")[:-1]
    lengths = [len("".join(syllables[: count + 1])) for count in range(len(syllables))]
    return tuple(length for length in lengths if length > 1)


def compile_seams(table: str, outer: tuple[str, ...] = ()) -> Seams:
    """The table's rows, the longest prefix first; `outer` are prefixes that only count before another."""
    rows: list[tuple[str, str]] = []
    inner: dict[str, tuple[int, ...]] = {}
    for line in table.strip().splitlines():
        written, *condition = line.split()
        prefix = written.replace("-", "")
        rows.append((prefix, _row_pattern(prefix, condition)))
        inner[prefix] = _inner_breaks(written)
    rows.sort(key=lambda row: -len(row[0]))
    rest = f"(?=\\w{{{_LEAST_REST}}})"
    any_row = "|".join(pattern for _, pattern in rows) or NOTHING
    before = [f"{prefix}(?=(?:{any_row}){rest})" for prefix in outer]
    return Seams(re.compile(f"(?:{'|'.join([*before, any_row])}){rest}"), inner)
