"""Takes a content stream, gives its operators and where they stand; never interprets an operand."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(rb"%[^\r\n]*|\(|<<|>>|<[^>]*>?|[\[\]{})>]|/?[^\s\0/\[\]<>(){}%]+|/")
_IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)
_IMAGE_END = re.compile(rb"[\s\0]EI(?=[\s\0]|$)")

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
