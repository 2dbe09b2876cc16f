"""Takes the bytes of an embedded font program, gives which glyphs it has; never draws or shapes one.

fontTools reads them. It is made for fonts one trusts, so what a hostile one could blow up is bounded here:
the bytes read of a CFF program (parts of it may overlap), its dictionary, and the codes that maps span.
Type 1 programs are PostScript, which fontTools would run; their glyphs' names are picked out instead.
"""

from __future__ import annotations

import logging
import re
import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from layout.model.patterns import late_pattern
from layout.model.records import Struct, field, replace
from layout.preflight.text.cff_widths import CffAdvances

logging.getLogger("fontTools").addHandler(logging.NullHandler())

_LONGEST_DICT = 1 << 16
"""Bytes of a CFF program's top dictionary."""
_MOST_MAPS = 32
_MOST_CODES = 1 << 19
"""Codes in the groups of all maps of a font: five times those in one of the largest fonts there are."""


class UnreadableFontError(Exception):
    """The program is broken, or of a kind this reader does not know."""


class GlyphSet(Struct, frozen=True, kw_only=True):
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
    advances: Sequence[float] = ()
    """Of each glyph, in thousandths of an em; empty, or nan, where the program does not tell simply."""
    wrapped: bool = False
    """Whether it is a whole TrueType or OpenType file, tables and all."""


_SFNT = (b"\0\1\0\0", b"true", b"OTTO")
_TYPE1 = (b"%!", b"\x80")
_CFF = b"\1"


def has_known_start(data: bytes) -> bool:
    """Whether these bytes begin as a font program of any kind that PDF knows."""
    return data.startswith((*_SFNT, *_TYPE1, _CFF))


def read_program(data: bytes) -> GlyphSet:
    """The glyphs of a TrueType, OpenType, CFF or Type 1 program; raises UnreadableFontError."""
    try:
        if data.startswith(_SFNT):
            return _read_sfnt(data)
        if data.startswith(_TYPE1):
            return _read_type1(data)
        return _read_cff(data)
    except Exception as broken:  # fontTools raises of all kinds
        raise UnreadableFontError from broken


def _read_sfnt(data: bytes) -> GlyphSet:
    font = TTFont(BytesIO(data), lazy=True)
    font.setGlyphOrder([])
    if "CFF " in font:
        inside = _read_cff(font.getTableData("CFF "))
    elif "glyf" in font and "loca" in font:
        inside = GlyphSet(kind="TrueType", count=font["maxp"].numGlyphs)
    else:
        raise UnreadableFontError
    advances = _read_advances(font, inside.count) or inside.advances
    inside = replace(inside, advances=advances, wrapped=True)
    if "cmap" not in font:
        return inside
    _check_cmap(font.getTableData("cmap"))
    return replace(
        inside,
        by_unicode=_first_map(font, (3, 10), (3, 1), (0, 4), (0, 3)),
        by_symbol=_first_map(font, (3, 0)),
        by_mac=_first_map(font, (1, 0)),
    )


def _read_advances(font: Any, count: int) -> tuple[float, ...]:
    """The widths of hmtx; glyphs past its last entry are as wide as that (OpenType, hmtx)."""
    head, across, table = (font.getTableData(t) if t in font else b"" for t in ("head", "hhea", "hmtx"))
    if len(head) < 20 or len(across) < 36:
        return ()
    units = struct.unpack_from(">H", head, 18)[0]
    entries = min(struct.unpack_from(">H", across, 34)[0], count, len(table) // 4)
    if not units or not entries:
        return ()
    widths = struct.unpack_from(">" + "H2x" * entries, table)
    scaled = [1000 * width / units for width in widths]
    return tuple(scaled + scaled[-1:] * (count - len(scaled)))


def _check_cmap(table: bytes) -> None:
    """Raises UnreadableFontError for more maps than a font has, and for groups that span codes without end.

    fontTools unfolds a map at once where two entries share it: too late to look at it then.
    """
    (count,) = struct.unpack_from(">H", table, 2)
    codes = 0
    for index in range(min(count, _MOST_MAPS)):
        (start,) = struct.unpack_from(">I", table, 8 + 8 * index)
        (form,) = struct.unpack_from(">H", table, start)
        if form in (12, 13):
            (groups,) = struct.unpack_from(">I", table, start + 12)
            spans = struct.iter_unpack(">III", table[start + 16 : start + 16 + 12 * min(groups, _MOST_CODES)])
            codes += sum(max(last - first, 0) + 1 for first, last, _ in spans)
    if count > _MOST_MAPS or codes > _MOST_CODES:
        raise UnreadableFontError


def _first_map(font: Any, *kinds: tuple[int, int]) -> dict[int, int]:
    """Codes to glyphs by the first cmap of these platforms and encodings that has any."""
    for kind in kinds:
        table = font["cmap"].getcmap(*kind)
        if table is not None and table.cmap:
            # Without an order of glyphs, fontTools calls each by its number: glyph00012.
            return {code: int(glyph.removeprefix("glyph")) for code, glyph in table.cmap.items()}
    return {}


class _Metered(BytesIO):
    """Bytes that may be read four times over, no more: a small file can be told to be read without end."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = 4 * len(data)

    def read(self, size: int | None = -1, /) -> bytes:
        part = super().read(size)
        self._left -= len(part)
        if self._left < 0:
            raise UnreadableFontError
        return part


def _read_cff(data: bytes) -> GlyphSet:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(_Metered(data), None, isCFF2=False)
    if fonts.topDictIndex.offsets[1] > _LONGEST_DICT:
        raise UnreadableFontError
    top = fonts[0]
    top.charset = _read_charset(top)
    if hasattr(top, "ROS"):
        numbers = (
            range(1, top.numGlyphs) if top.charset is None else (int(name[3:]) for name in top.charset[1:])
        )
        return GlyphSet(
            kind="CFF",
            count=top.numGlyphs,
            by_cid={0: 0, **{cid: glyph for glyph, cid in enumerate(numbers, 1)}},
            advances=CffAdvances(top, top.numGlyphs),
        )
    by_name = {name: glyph for glyph, name in reversed(list(enumerate(top.charset)))}
    codes = enumerate([] if isinstance(top.Encoding, str) else top.Encoding)
    built_in = {code: by_name[name] for code, name in codes if by_name.get(name)}
    advances = CffAdvances(top, top.numGlyphs)
    return GlyphSet(kind="CFF", count=top.numGlyphs, by_name=by_name, built_in=built_in, advances=advances)


def _read_charset(top: Any) -> list[str] | None:
    """The glyphs' names, a CID as cid00012.

    `TopDict.charset` tells names that are alike apart, which takes the square of their number in time.
    """
    from fontTools.cffLib import parseCharset, parseCharset0

    at = top.rawDict.get("charset", 0)
    if at <= 2:
        names: list[str] | None = top.charset
        return names
    top.file.seek(at)
    form, *_ = top.file.read(1)
    keyed = hasattr(top, "ROS")
    if form == 0:
        found: list[str] = parseCharset0(top.numGlyphs, top.file, top.strings, keyed)
    else:
        found = parseCharset(top.numGlyphs, top.file, top.strings, keyed, form)
    return found[: top.numGlyphs]


_TYPE1_CODE = late_pattern(rb"dup\s+(\d{1,3})\s*/([^\s/{}()<>\[\]]+)\s+put")
_TYPE1_GLYPH = late_pattern(rb"/([^\s/{}()<>\[\]]+)\s+\d+\s+(?:RD|-\||\S{1,6})\s")


def _read_type1(data: bytes) -> GlyphSet:
    clear, _, secret = _join_segments(data).partition(b"eexec")
    if not secret:
        raise UnreadableFontError
    secret = secret.lstrip(b" \t\r\n")
    if re.fullmatch(rb"[0-9A-Fa-f\s]{8}", secret[:8]):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", secret)
        secret = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    _, found, table = _decrypt(secret).partition(b"/CharStrings")
    if not found:
        raise UnreadableFontError
    names = [m.group(1).decode("latin-1") for m in _TYPE1_GLYPH.finditer(table)]
    by_name = {name: glyph for glyph, name in enumerate((n for n in names if n != ".notdef"), 1)}
    built_in = {
        int(m.group(1)): by_name[m.group(2).decode("latin-1")]
        for m in _TYPE1_CODE.finditer(clear)
        if m.group(2).decode("latin-1") in by_name
    }
    return GlyphSet(kind="Type1", count=len(by_name) + 1, by_name=by_name, built_in=built_in)


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
