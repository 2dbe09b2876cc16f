"""Takes the bytes of a content stream, gives its operators with their operands; never carries one out."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator
from typing import Union

from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.preflight.reading.objects import FAR, FILTER_NAMES

Operand = Union[
    float, bool, None, str, bytes, list["Operand"], dict[str, "Operand"], "InlineImage", "WrittenPieces"
]
"""Numbers as float, names as str with their slash, strings as bytes, arrays as list, dictionaries as dict."""


class InlineImage(Struct, frozen=True):
    """BI … ID … EI: the dictionary with long keys and names, the data as it stands."""

    entries: dict[str, Operand]
    data: bytes


class WrittenPieces(Struct, frozen=True):
    """The array of a `TJ` as written: of each of its elements the hexadecimal digits, or the number."""

    pairs: list[tuple[bytes, bytes]]


_TOKEN = late_pattern(
    rb"[\x00\t\n\f\r ]*(?:"
    rb"([+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$))"
    rb"|([A-Za-z'\"*][A-Za-z0-9'\"*]*(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$))"
    rb"|/([^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|\(([^()\\]*)\)"
    rb"|(\()"
    rb"|<([0-9A-Fa-f\x00\t\n\f\r ]*)>"
    rb"|(<<|>>|[\[\]])"
    rb"|%[^\r\n]*"
    rb"|([^\x00\t\n\f\r ()<>\[\]{}/%]+|[()<>{}])"
    rb")",
)
_NUMBER, _WORD, _NAME, _PLAIN, _OPEN, _HEX, _MARK, _JUNK = range(1, 9)
"""Groups of `_TOKEN`; a comment has none."""

_PLAIN_OPERATOR = late_pattern(
    rb"[\n\r ]*+((?>(?:[+-]?(?:\d{1,7}+(?:\.\d*+)?|\.\d++)[\n\r ]++){0,6}+))"
    rb"([A-Za-z'\"*][A-Za-z0-9'\"*]*+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)"
)
"""An operator with nothing but numbers before it, as most are."""
_SHOWING = late_pattern(
    rb"[\n\r ]*+\[((?>(?:[\n\r ]*+(?><[0-9A-Fa-f]*+>|[+-]?(?:\d{1,6}+(?:\.\d*+)?|\.\d++)(?=[\n\r <\]])))*+))"
    rb"[\n\r ]*+\][\n\r ]*+TJ(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)"
)
"""An array of strings and numbers with its `TJ`, most of a text's bytes."""
_PIECE = late_pattern(rb"<([0-9A-Fa-f]*)>|([+-]?[\d.]+)")

_STRING_PART = late_pattern(rb"[()]|\\.", re.DOTALL)
_ESCAPE = late_pattern(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"} | dict.fromkeys(
    (b"\r\n", b"\n", b"\r"), b""
)
_NAME_ESCAPE = late_pattern(rb"#([0-9A-Fa-f]{2})")
_INLINE_END = late_pattern(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_CONSTANTS: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": None}
_SPECIAL = frozenset((*_CONSTANTS, b"BI", b"ID"))
"""Words that are no operators, or with which other bytes follow than operands."""

MAX_NESTING = 32
MAX_OPERANDS = 512
MAX_WAITING = 200_000
"""Operands and elements of one array read before an operator is met; longer lines of them are junk."""

_INLINE_KEYS = {
    "/BPC": "/BitsPerComponent",
    "/CS": "/ColorSpace",
    "/D": "/Decode",
    "/DP": "/DecodeParms",
    "/F": "/Filter",
    "/H": "/Height",
    "/IM": "/ImageMask",
    "/I": "/Interpolate",
    "/W": "/Width",
}
"""ISO 32000-1, table 93."""


def read_content(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Operators in order; an inline image comes as `BI` with one InlineImage in its operands.

    What cannot be read comes as the operator `?` with the bytes as its operand.
    """
    reader = _Reader(data)
    while True:
        found = reader.advance()
        if found is None:
            return
        yield found


class _Reader:
    """The place reached in a stream and the operands gathered so far."""

    __slots__ = ("at", "data", "inline", "match", "nests", "operands")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.inline = False
        self.match = _TOKEN.match
        self.operands: list[Operand] = []
        self.nests: list[tuple[bytes, list[Operand]]] = []

    def advance(self) -> tuple[bytes, list[Operand]] | None:
        """Reads on to the next operator; None at the end."""
        plain = self._take_plain()
        if plain is not None:
            return plain
        data, match, operands = self.data, self.match, self.operands
        while True:
            found = match(data, self.at)
            if found is None or len(operands) > MAX_WAITING:
                return self._give_up() if operands or self.nests else None
            self.at = found.end()
            kind = found.lastindex
            if kind == _NUMBER:
                value = float(found[_NUMBER])
                operands.append(value if -FAR < value < FAR else 0.0)
                continue
            operator = self._end(found[_WORD]) if kind == _WORD else self._gather(kind, found)
            if operator is not None:
                return operator
            operands = self.operands

    def _take_plain(self) -> tuple[bytes, list[Operand]] | None:
        """Reads an operator of the two commonest forms at once; None where another follows."""
        data, at = self.data, self.at
        found = _PLAIN_OPERATOR.match(data, at)
        if found is not None:
            written, word = found.groups()
            if word in _SPECIAL:
                return None
            self.at = found.end()
            return word, [float(number) for number in written.split()]
        found = _SHOWING.match(data, at)
        if found is None or found.end() - at > MAX_WAITING:
            return None
        self.at = found.end()
        return b"TJ", [WrittenPieces(_PIECE.findall(data, *found.span(1)))]

    def _give_up(self) -> tuple[bytes, list[Operand]]:
        """Operands that no operator follows, or more than any takes, are no content."""
        self._take()
        return b"?", [b"operands"]

    def _end(self, word: bytes) -> tuple[bytes, list[Operand]] | None:
        if word in _CONSTANTS:
            self.operands.append(_CONSTANTS[word])
            return None
        operands = self._take()
        if word == b"BI" and not self.inline:
            return word, [self._inline()]
        return word, operands

    def _take(self) -> list[Operand]:
        while self.nests:
            self._close(b"]")
        taken, self.operands = self.operands, []
        return taken[-MAX_OPERANDS:]

    def _gather(self, kind: int | None, found: re.Match[bytes]) -> tuple[bytes, list[Operand]] | None:
        if kind == _PLAIN:
            self.operands.append(found[_PLAIN])
        elif kind == _HEX:
            self.operands.append(from_hex(found[_HEX]))
        elif kind == _NAME:
            self.operands.append(_name(found[_NAME]))
        elif kind == _OPEN:
            self.operands.append(self._string())
        elif kind == _MARK:
            self._nest(found[_MARK])
        elif kind == _JUNK:
            number = _odd_number(found[_JUNK])
            if number is None:
                self._take()
                return b"?", [found[_JUNK][:40]]
            self.operands.append(number)
        return None

    def _nest(self, mark: bytes) -> None:
        if mark in (b"[", b"<<"):
            if len(self.nests) < MAX_NESTING:
                self.nests.append((mark, self.operands))
                self.operands = []
        elif self.nests:
            self._close(mark)

    def _close(self, mark: bytes) -> None:
        opened, outer = self.nests.pop()
        inner: Operand = self.operands
        if opened == b"<<":
            pairs = zip(self.operands[::2], self.operands[1::2], strict=False)
            inner = {key: value for key, value in pairs if isinstance(key, str)}
        outer.append(inner)
        self.operands = outer

    def _string(self) -> bytes:
        depth, start = 1, self.at
        for found in _STRING_PART.finditer(self.data, start):
            part = found[0]
            depth += (part == b"(") - (part == b")")
            if not depth:
                self.at = found.end()
                return _ESCAPE.sub(_unescape, self.data[start : found.start()])
        self.at = len(self.data)
        return b""

    def _inline(self) -> InlineImage:
        start = self.at
        entries: dict[str, Operand] = {}
        self.inline = True
        found = self.advance()
        self.inline = False
        if found is not None and found[0] == b"ID":
            pairs = zip(found[1][::2], found[1][1::2], strict=False)
            entries = {_INLINE_KEYS.get(k, k): _long(v) for k, v in pairs if isinstance(k, str)}
            start = self.at + 1
        end = _INLINE_END.search(self.data, max(start - 1, 0) + _plain_size(entries))
        self.at = end.end() if end else len(self.data)
        return InlineImage(entries, self.data[start : end.start() if end else len(self.data)])


def _plain_size(entries: dict[str, Operand]) -> int:
    """Bytes of an inline image without filters, so that an `EI` inside it is not its end."""
    if "/Filter" in entries:
        return 0
    width, height = entries.get("/Width"), entries.get("/Height")
    bits = 1.0 if entries.get("/ImageMask") else entries.get("/BitsPerComponent")
    count = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(entries.get("/ColorSpace")), 1)
    if isinstance(width, float) and isinstance(height, float) and isinstance(bits, float):
        return max(int((width * count * bits + 7) // 8 * height), 0)
    return 0


_INLINE_NAMES = {f"/{short}": f"/{long}" for short, long in FILTER_NAMES.items()} | {
    "/G": "/DeviceGray",
    "/RGB": "/DeviceRGB",
    "/CMYK": "/DeviceCMYK",
    "/I": "/Indexed",
}


def _long(value: Operand) -> Operand:
    if isinstance(value, list):
        return [_long(item) for item in value]
    return _INLINE_NAMES.get(value, value) if isinstance(value, str) else value


def _name(written: bytes) -> str:
    if b"#" in written:
        written = _NAME_ESCAPE.sub(lambda found: bytes((int(found[1], 16),)), written)
    return "/" + written.decode("latin-1")


def from_hex(digits: bytes) -> bytes:
    """The bytes of a hexadecimal string's digits; a last one alone has a 0 behind it (7.3.4.3)."""
    try:
        return unhexlify(digits)
    except ValueError:
        clean = digits.translate(None, b"\x00\t\n\f\r ")
        return unhexlify(clean + b"0" * (len(clean) % 2))


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1].isdigit() and code[0] < 56:
        return bytes((int(code, 8) & 255,))
    return _ESCAPED.get(code, code)


def _odd_number(junk: bytes) -> float | None:
    """Numbers as bad writers put them: `--5`, `1.2.3`, `+-1`, `1e-5`, `.`; None for anything else."""
    if re.fullmatch(rb"[+\-.\d]+", junk):
        found = re.search(rb"\d+\.?\d*|\.\d+", junk)
        return (-1 if junk.startswith(b"-") else 1) * float(found[0]) if found else 0.0
    if re.fullmatch(rb"[+-]?[\d.]+[eE][+-]?\d{1,3}", junk):
        try:
            value = float(junk)
        except ValueError:
            return None
        return value if -FAR < value < FAR else 0.0
    return None
