"""Takes the bytes of an embedded font program, gives which glyphs it has; never draws or shapes one."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from layout.preflight.text.cff_strings import STANDARD_STRINGS


class UnreadableFontError(Exception):
    """The program is broken, or of a kind this reader does not know."""


@dataclass(frozen=True, slots=True)
class GlyphSet:
    """What a font program holds; glyph 0 is .notdef.

    `by_cid` is None where a CID is the glyph's own number; `built_in` is the program's encoding of codes.
    """

    kind: str
    count: int
    by_unicode: Mapping[int, int] = field(default_factory=dict)
    by_symbol: Mapping[int, int] = field(default_factory=dict)
    by_mac: Mapping[int, int] = field(default_factory=dict)
    by_name: Mapping[str, int] = field(default_factory=dict)
    by_cid: Mapping[int, int] | None = None
    built_in: Mapping[int, int] = field(default_factory=dict)


def read_program(data: bytes) -> GlyphSet:
    """The glyphs of a TrueType, OpenType, CFF or Type 1 program; raises UnreadableFontError."""
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO", b"ttcf"):
            return _read_sfnt(data)
        if data[:2] == b"%!" or data[:1] == b"\x80":
            return _read_type1(data)
        return _read_cff(data)
    except (struct.error, IndexError, ValueError, KeyError, OverflowError) as broken:
        raise UnreadableFontError from broken


def _read_sfnt(data: bytes) -> GlyphSet:
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[bytes, bytes] = {}
    for index in range(min(count, 64)):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        tables[tag] = data[start : start + length]
    if b"CFF " in tables:
        inside = _read_cff(tables[b"CFF "])
    else:
        if b"glyf" not in tables or b"loca" not in tables:
            raise UnreadableFontError
        inside = GlyphSet("TrueType", struct.unpack_from(">H", tables[b"maxp"], 4)[0])
    maps = _read_cmap(tables[b"cmap"]) if b"cmap" in tables else {}
    unicode = maps.get((3, 10)) or maps.get((3, 1)) or maps.get((0, 4)) or maps.get((0, 3)) or {}
    return GlyphSet(
        inside.kind,
        inside.count,
        by_unicode=unicode,
        by_symbol=maps.get((3, 0), {}),
        by_mac=maps.get((1, 0), {}),
        by_name=inside.by_name,
        by_cid=inside.by_cid,
        built_in=inside.built_in,
    )


def _read_cmap(table: bytes) -> dict[tuple[int, int], dict[int, int]]:
    found = {}
    for index in range(min(struct.unpack_from(">H", table, 2)[0], 32)):
        platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * index)
        form = struct.unpack_from(">H", table, start)[0]
        if form in _CMAP_FORMATS:
            found[(platform, encoding)] = _CMAP_FORMATS[form](table[start:])
    return found


def _read_format0(table: bytes) -> dict[int, int]:
    return {code: glyph for code, glyph in enumerate(table[6:262]) if glyph}


def _read_format4(table: bytes) -> dict[int, int]:
    half = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{half}H", table, 14)
    starts = struct.unpack_from(f">{half}H", table, 16 + 2 * half)
    deltas = struct.unpack_from(f">{half}H", table, 16 + 4 * half)
    at = 16 + 6 * half
    offsets = struct.unpack_from(f">{half}H", table, at)
    found: dict[int, int] = {}
    for index in range(half):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if offsets[index]:
                place = at + 2 * index + offsets[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", table, place)[0]
            glyph = (glyph + deltas[index]) & 0xFFFF if glyph or not offsets[index] else 0
            if glyph:
                found[code] = glyph
        if len(found) > 0x10000:
            raise UnreadableFontError
    return found


def _read_format6(table: bytes) -> dict[int, int]:
    first, count = struct.unpack_from(">HH", table, 6)
    glyphs = struct.unpack_from(f">{count}H", table, 10)
    return {first + index: glyph for index, glyph in enumerate(glyphs) if glyph}


def _read_format12(table: bytes) -> dict[int, int]:
    groups = struct.unpack_from(">I", table, 12)[0]
    found: dict[int, int] = {}
    for index in range(groups):
        start, end, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
        if end - start + len(found) > 0x20000:
            raise UnreadableFontError
        found.update({code: glyph + code - start for code in range(start, end + 1)})
    return found


_CMAP_FORMATS = {0: _read_format0, 4: _read_format4, 6: _read_format6, 12: _read_format12}


def _read_index(data: bytes, at: int) -> tuple[list[bytes], int]:
    count = struct.unpack_from(">H", data, at)[0]
    if not count:
        return [], at + 2
    size = data[at + 2]
    if not 1 <= size <= 4:
        raise UnreadableFontError
    head = at + 3
    offsets = [int.from_bytes(data[head + size * i : head + size * (i + 1)], "big") for i in range(count + 1)]
    base = head + size * (count + 1) - 1
    if offsets != sorted(offsets) or base + offsets[-1] > len(data):
        raise UnreadableFontError
    members = [data[base + a : base + b] for a, b in pairwise(offsets)]
    return members, base + offsets[-1]


def _read_dict(data: bytes) -> dict[int, list[int]]:
    """Operators (an escaped one is 1200 + its second byte) with whole operands; fractions read as 0."""
    found: dict[int, list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            if byte == 12:
                byte, at = 1200 + data[at], at + 1
            found[byte], operands = operands, []
        elif byte == 30:
            while data[at] & 15 != 15 and data[at] >> 4 != 15:
                at += 1
            at += 1
            operands.append(0)
        else:
            value, at = _read_operand(data, byte, at)
            operands.append(value)
    return found


def _read_operand(data: bytes, byte: int, at: int) -> tuple[int, int]:
    if byte == 28:
        return struct.unpack_from(">h", data, at)[0], at + 2
    if byte == 29:
        return struct.unpack_from(">i", data, at)[0], at + 4
    if 32 <= byte <= 246:
        return byte - 139, at
    if 247 <= byte <= 250:
        return (byte - 247) * 256 + data[at] + 108, at + 1
    return -(byte - 251) * 256 - data[at] - 108, at + 1


def _read_cff(data: bytes) -> GlyphSet:
    if len(data) < 4 or data[0] != 1:
        raise UnreadableFontError
    _, at = _read_index(data, data[2])
    tops, at = _read_index(data, at)
    strings, at = _read_index(data, at)
    top = _read_dict(tops[0])
    glyphs, _ = _read_index(data, top[17][0])
    charset = _read_charset(data, top.get(15, [0])[0], len(glyphs))
    if 1230 in top:
        return GlyphSet("CFF", len(glyphs), by_cid={cid: glyph for glyph, cid in enumerate(charset)})
    names = [_string(strings, sid) for sid in charset]
    by_name = {name: glyph for glyph, name in reversed(list(enumerate(names)))}
    built_in = _read_encoding(data, top.get(16, [0])[0])
    return GlyphSet("CFF", len(glyphs), by_name=by_name, built_in=built_in)


def _string(strings: list[bytes], sid: int) -> str:
    if sid < len(STANDARD_STRINGS):
        return STANDARD_STRINGS[sid]
    index = sid - len(STANDARD_STRINGS)
    return strings[index].decode("latin-1") if index < len(strings) else ""


def _read_charset(data: bytes, at: int, count: int) -> list[int]:
    if at <= 2:
        return list(range(count))
    form, at = data[at], at + 1
    found = [0]
    if form == 0:
        return found + list(struct.unpack_from(f">{count - 1}H", data, at))
    step = ">HB" if form == 1 else ">HH"
    while len(found) < count:
        first, left = struct.unpack_from(step, data, at)
        at += struct.calcsize(step)
        found.extend(range(first, first + left + 1))
    return found[:count]


def _read_encoding(data: bytes, at: int) -> dict[int, int]:
    if at <= 1:
        return {}
    form, count, at = data[at] & 127, data[at + 1], at + 2
    if form == 0:
        return {code: glyph for glyph, code in enumerate(data[at : at + count], 1)}
    found: dict[int, int] = {}
    for first, left in struct.iter_unpack("BB", data[at : at + 2 * count]):
        for code in range(first, first + left + 1):
            found[code] = len(found) + 1
    return found


_TYPE1_CODE = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/{}()<>\[\]]+)\s+put")
_TYPE1_GLYPH = re.compile(rb"/([^\s/{}()<>\[\]]+)\s+\d+\s+(?:RD|-\||\S{1,6})\s")


def _read_type1(data: bytes) -> GlyphSet:
    clear, _, secret = _join_segments(data).partition(b"eexec")
    if not secret:
        raise UnreadableFontError
    secret = secret.lstrip(b" \t\r\n")
    if re.fullmatch(rb"[0-9A-Fa-f\s]{8}", secret[:8]):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", secret)
        secret = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    private = _decrypt(secret)
    _, found, table = private.partition(b"/CharStrings")
    if not found:
        raise UnreadableFontError
    names = [m.group(1).decode("latin-1") for m in _TYPE1_GLYPH.finditer(table)]
    by_name = {name: glyph for glyph, name in enumerate((n for n in names if n != ".notdef"), 1)}
    built_in = {
        int(m.group(1)): by_name[m.group(2).decode("latin-1")]
        for m in _TYPE1_CODE.finditer(clear)
        if m.group(2).decode("latin-1") in by_name
    }
    return GlyphSet("Type1", len(by_name) + 1, by_name=by_name, built_in=built_in)


def _join_segments(data: bytes) -> bytes:
    """A font without the segment heads of the PFB form (Adobe Technical Note 5040)."""
    if data[:1] != b"\x80":
        return data
    parts, at = [], 0
    while at + 6 <= len(data) and data[at] == 0x80 and data[at + 1] in (1, 2):
        length = struct.unpack_from("<I", data, at + 2)[0]
        parts.append(data[at + 6 : at + 6 + length])
        at += 6 + length
    return b"".join(parts)


def _decrypt(secret: bytes, key: int = 55665) -> bytes:
    """Undoes eexec (Adobe Type 1 Font Format, 7.2), the four random bytes at its start left out."""
    plain = bytearray(len(secret))
    for index, byte in enumerate(secret):
        plain[index] = byte ^ (key >> 8)
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(plain[4:])
