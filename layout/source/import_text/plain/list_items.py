"""Takes passages that may begin with marks of a list, gives them as items without; moves no passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.model.patterns import late_pattern
from layout.model.records import replace
from layout.source.import_text.markup import protect
from layout.source.import_text.passages import Mark, Paragraph

BULLET = "\u2022 "
"""How any sign of a bullet is written before items are told."""

_SIGNS = "•▪▫■□●○◦‣⁃∙·*➢➤►▶→⇒✓✔–—-"
_BULLET = late_pattern(rf"(?:[{re.escape(_SIGNS)}]|[o§ü](?=\t))[\s\u00a0]+(?=\S)")
_SYMBOL = late_pattern("^([ \t\u00a0]*)[\uf000-\uf0ff][ \t\u00a0]*(?=\\S)")
"""A bullet out of Word's Symbol and Wingdings, which reach a text as private characters."""
_LETTER_O = late_pattern("^([ \t\u00a0]*)[o§ü]\t+(?=\\S)")
"""Bullets of Courier and Wingdings saved as letters, with the tab behind them."""
_ORDINAL = late_pattern(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})(?:[.)]|\.\))[\s\u00a0]+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def mend_bullets(line: str) -> str:
    """The line with an office program's bullet, if it begins with one, as an ordinary bullet."""
    return _LETTER_O.sub(rf"\1{BULLET}", _SYMBOL.sub(rf"\1{BULLET}", line))


def begins_item(line: str, before: str = "") -> bool:
    """Whether a line begins with what may be a mark of a list, so that it does not continue the line before.

    A number or letter with a full stop may be a date or an abbreviation inside a sentence: 12. května.
    """
    ordinal = _ORDINAL.match(line)
    closed = ordinal is not None and (")" in ordinal[0] or not before or before[-1] in ".,;:!?")
    return closed or bool(_BULLET.match(line))


def mark_items(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The same passages, those of a list without their marks: two neighbours at least, numbers in order."""
    found = list(paragraphs)
    for start, end in _stretches(paragraphs, _BULLET):
        if end - start >= 2:
            found[start:end] = [_strip(one, _BULLET, Mark.BULLET) for one in paragraphs[start:end]]
    for start, end in _stretches(paragraphs, _ORDINAL):
        for first, last in _ordered(paragraphs, start, end):
            found[first:last] = [_strip(one, _ORDINAL, Mark.NUMBER) for one in paragraphs[first:last]]
    return tuple(found)


def _strip(paragraph: Paragraph, mark: re.Pattern[str], kind: Mark) -> Paragraph:
    found = mark.match(paragraph.text)
    assert found is not None
    text, typed = paragraph.text[found.end() :], protect(found[0])
    markup = paragraph.markup.removeprefix(typed) if paragraph.markup.startswith(typed) else ""
    return replace(paragraph, text=text, markup=markup, mark=kind, typed=found[0])


def _stretches(paragraphs: Sequence[Paragraph], mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where neighbours that begin with a mark begin and end."""
    start: int | None = None
    for index, paragraph in enumerate([*paragraphs, None]):
        if paragraph is not None and not paragraph.grid and mark.match(paragraph.text):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None


def _ordered(paragraphs: Sequence[Paragraph], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that count on from one mark to the next: 1. 2. 3., a) b), i) ii)."""
    first = start
    pairs = [*pairwise(paragraphs[start:end]), None]
    for index, pair in enumerate(pairs, start + 1):
        if pair is not None and _follows(_ordinal(pair[0]), _ordinal(pair[1])):
            continue
        if index - first >= 2 or (index - first == 1 and _is_alternating(paragraphs, start, end)):
            yield first, index
        first = index


def _is_alternating(paragraphs: Sequence[Paragraph], start: int, end: int) -> bool:
    """Whether each mark stands twice in turn: 1. 1. 2. 2., one in each language."""
    marks = [_ordinal(paragraph) for paragraph in paragraphs[start:end]]
    return (
        len(marks) >= 4 and marks[::2] == marks[1::2] and all(_follows(*two) for two in pairwise(marks[::2]))
    )


def _ordinal(paragraph: Paragraph) -> str:
    found = _ORDINAL.match(paragraph.text)
    assert found is not None
    return found[1]


def _follows(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return one.isdigit() and other.isdigit() and int(other) == int(one) + 1
    if one in _ROMAN and other in _ROMAN and _ROMAN.index(other) == _ROMAN.index(one) + 1:
        return True
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1
