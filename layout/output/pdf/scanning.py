"""Takes a content stream, gives its operators, where they stand, what names they have; carries out none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from pypdf.generic import NameObject

from layout.model.patterns import late_pattern

_TOKEN = late_pattern(
    rb"[-+.0-9][^\s\0/\[\]<>(){}%]*+(?:[\s\0]++[-+.0-9][^\s\0/\[\]<>(){}%]*+)*+"
    rb"|%[^\r\n]*|\(|<<|>>|<[^>]*>?|[\[\]{})>]|/?[^\s\0/\[\]<>(){}%]+|/"
)
"""A row of numbers, most of what pages are drawn with, is taken at once."""
_IN_STRING = late_pattern(rb"\\.|[()]", re.DOTALL)
_IMAGE_END = late_pattern(rb"[\s\0]EI(?=[\s\0]|$)")

_OPERAND_STARTS = frozenset(b"/<>[]{})+-.0123456789")
_CONSTANTS = frozenset({b"true", b"false", b"null"})

Operator = tuple[bytes, int, int]
"""Its name, where its operands begin, where it ends."""


def scan_operators(content: bytes) -> Iterator[Operator]:
    """Every operator in order (ISO 32000-1, 7.8.2); text in strings, comments and images is passed over."""
    position = 0
    begin: int | None = None
    while token := _TOKEN.search(content, position):
        word, position = token[0], token.end()
        if word[:1] == b"%":
            continue
        if begin is None:
            begin = token.start()
        if word == b"(":
            position = _string_end(content, position)
        elif word[0] not in _OPERAND_STARTS and word not in _CONSTANTS:
            yield word, begin, position
            begin = None
            if word == b"ID":
                end = _IMAGE_END.search(content, position)
                position = end.start() if end else len(content)


def operand_names(content: bytes, operator: Operator) -> list[str]:
    """The names among an operator's operands, spelt as the keys of a resource dictionary are."""
    _, position, end = operator
    names = []
    while position < end and (token := _TOKEN.search(content, position, end)):
        word, position = token[0], token.end()
        if word == b"(":
            position = _string_end(content, position)
        elif word[:1] == b"/":
            names.append(_spell(word))
    return names


@lru_cache(maxsize=1024)
def _spell(written: bytes) -> str:
    """A name with its escapes undone (ISO 32000-1, 7.3.5), by pypdf, which undid those of the keys."""
    return str(NameObject.read_from_stream(BytesIO(written), None))


def _string_end(content: bytes, position: int) -> int:
    """After the closing parenthesis of a string, nested ones counted; the end if there is none."""
    depth = 1
    for mark in _IN_STRING.finditer(content, position):
        if mark[0] == b"(":
            depth += 1
        elif mark[0] == b")":
            depth -= 1
            if not depth:
                return mark.end()
    return len(content)
