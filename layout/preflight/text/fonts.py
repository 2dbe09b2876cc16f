"""Takes a font dictionary, gives each code's width, text and whether its glyph exists; draws nothing."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from fontTools.agl import LEGACY_AGL2UV, toUnicode
from fontTools.encodings.StandardEncoding import StandardEncoding

from layout.model.geometry import Matrix
from layout.model.records import Struct, field
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget
from layout.preflight.text.cmaps import CMap, read_cmap
from layout.preflight.text.programs import GlyphSet, UnreadableFontError, read_program

FONT_FILES = ("FontFile", "FontFile2", "FontFile3")
"""Keys of a descriptor that may hold the font program (ISO 32000-1, table 122)."""


class Glyph(NamedTuple):
    """One code: its advance in text space (1 is an em), its text, whether its glyph is in the font.

    `present` is None where the font program cannot tell.
    """

    advance: float
    text: str
    present: bool | None
    space: bool
    cid: int = -1
    """Its number in a composite font's collection; -1 where it has none."""
    gid: int = 0
    """Its number in the font program; 0 where it is missing or not known."""


class Piece(NamedTuple):
    """A string as a font shows it: its text, advance in ems, codes and word spaces; what is `odd` about it.

    Odd are codes without a glyph or a readable text, and those whose glyphs are content themselves.
    """

    text: str
    advance: float
    length: int
    spaces: int
    odd: bool
    missing: tuple[int, ...]
    unreadable: int
    codes: tuple[int, ...]


class Font(Struct, kw_only=True):
    """A font as a page uses it; `glyphs`, `pieces` and `written` are filled as codes and strings are met."""

    name: str
    subtype: str
    number: int
    embedded: bool
    program: GlyphSet | None
    mapped: bool
    """True with a ToUnicode CMap."""
    ascent: float
    descent: float
    find: Callable[[int], Glyph]
    split: Callable[[bytes], Iterable[int]]
    matrix: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    height: float = 1.0
    """Of a Type 3 font: its box's height in text space; text sizes are multiples of it."""
    procedures: pdf.Dictionary = field(default_factory=dict)
    differences: dict[int, str] = field(default_factory=dict)
    resources: object = None
    vertical: bool = False
    dictionary: pdf.Dictionary = field(default_factory=dict)
    """As it stands in the file; empty for a Type 3 font."""
    glyphs: dict[int, Glyph] = field(default_factory=dict)
    pieces: dict[bytes, Piece] = field(default_factory=dict)
    written: dict[bytes, Piece] = field(default_factory=dict)
    """The same by their hexadecimal digits."""

    def glyph(self, code: int) -> Glyph:
        """The glyph of a code, looked up once."""
        found = self.glyphs.get(code)
        if found is None:
            found = self.glyphs[code] = self.find(code)
        return found


def read_font(value: object, budget: Budget) -> Font:
    """The font a dictionary describes; broken parts count as missing."""
    found = pdf.dictionary(value)
    subtype = pdf.name(pdf.entry(found, "Subtype"))
    if subtype == "Type0":
        return _read_composite(value, found, budget)
    if subtype == "Type3":
        return _read_type3(value, found, budget)
    return _read_simple(value, found, budget)


@cache
def _names_by_text() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for glyph in LEGACY_AGL2UV:
        table.setdefault(toUnicode(glyph), []).append(glyph)
    return table


@cache
def _base_encodings() -> dict[str, dict[int, str]]:
    """Text by code in the encodings a font may start from (ISO 32000-1, annex D); unused codes left out."""
    codes = [bytes((code,)) for code in range(256)]
    return {
        "StandardEncoding": {code: toUnicode(glyph) for code, glyph in enumerate(StandardEncoding)},
        "WinAnsiEncoding": {ord(code): code.decode("cp1252", "ignore") for code in codes},
        "MacRomanEncoding": {ord(code): code.decode("mac_roman") for code in codes},
    }


def _program(descriptor: pdf.Dictionary, budget: Budget) -> tuple[bool, GlyphSet | None]:
    for key in FONT_FILES:
        stream = pdf.stream(pdf.raw(descriptor, key))
        if stream is not None:
            data = pdf.decode(stream, budget)
            try:
                return (True, read_program(data)) if data else (False, None)
            except UnreadableFontError:
                return True, None
    return False, None


def _cmap(value: object, budget: Budget) -> CMap | None:
    stream = pdf.stream(value)
    data = pdf.decode(stream, budget, 8 << 20) if stream is not None else None
    return read_cmap(data) if data else None


def _extents(descriptor: pdf.Dictionary) -> tuple[float, float]:
    ascent = pdf.number(pdf.entry(descriptor, "Ascent"), 750.0) / 1000
    descent = pdf.number(pdf.entry(descriptor, "Descent"), -250.0) / 1000
    return min(max(ascent, 0.5), 1.0), min(max(descent, -0.35), 0.0)


def _base_name(found: pdf.Dictionary) -> str:
    return pdf.name(pdf.entry(found, "BaseFont")) or "?"


def _encoding(found: pdf.Dictionary) -> tuple[str, dict[int, str]]:
    """The base encoding's name and the glyph names that Differences sets (ISO 32000-1, 9.6.6.1)."""
    value = pdf.entry(found, "Encoding")
    base = pdf.name(value) or pdf.name(pdf.entry(pdf.dictionary(value), "BaseEncoding"))
    named: dict[int, str] = {}
    code = 0
    for item in pdf.array(pdf.entry(pdf.dictionary(value), "Differences"))[:1024]:
        glyph = pdf.name(item)
        if glyph:
            named[code] = glyph
            code += 1
        else:
            code = pdf.integer(item)
    return base, named


def _texts(base: str, differences: dict[int, str], symbolic: bool) -> dict[int, str]:
    start = _base_encodings().get(base if symbolic or base in _base_encodings() else "StandardEncoding", {})
    return {**start, **{code: toUnicode(glyph) for code, glyph in differences.items()}}


def _read_simple(value: object, found: pdf.Dictionary, budget: Budget) -> Font:
    descriptor = pdf.dictionary(pdf.entry(found, "FontDescriptor"))
    embedded, program = _program(descriptor, budget)
    base, differences = _encoding(found)
    symbolic = bool(pdf.integer(pdf.entry(descriptor, "Flags")) & 4)
    texts = _texts(base, differences, symbolic)
    unicode = _cmap(pdf.raw(found, "ToUnicode"), budget)
    widths = pdf.numbers(pdf.entry(found, "Widths"))[:256]
    first = pdf.integer(pdf.entry(found, "FirstChar"))
    missing = pdf.number(pdf.entry(descriptor, "MissingWidth"), 500.0 if not widths else 0.0)

    def find(code: int) -> Glyph:
        index = code - first
        width = widths[index] if 0 <= index < len(widths) else missing
        written = unicode.text.get(code, "") if unicode else texts.get(code, "")
        present = _has_simple(program, code, differences.get(code), texts.get(code, ""))
        gid = _simple_index(program, code, differences.get(code), texts.get(code, "")) if program else 0
        return Glyph(width / 1000, written, present, code == 32, gid=gid)

    ascent, descent = _extents(descriptor)
    return Font(
        name=_base_name(found),
        subtype=pdf.name(pdf.entry(found, "Subtype")),
        number=pdf.object_number(value),
        embedded=embedded,
        program=program,
        mapped=unicode is not None,
        ascent=ascent,
        descent=descent,
        find=find,
        split=iter,
        dictionary=found,
    )


def _simple_index(program: GlyphSet, code: int, glyph: str | None, written: str) -> int:
    """The glyph of a code where only one way leads there: a map's, or its name in the font; else 0."""
    if program.kind == "TrueType":
        ways = _truetype_ways(program, code, written)
        return min(ways) if len(ways) == 1 else 0
    return program.by_name.get(glyph, 0) if glyph else 0


def _has_simple(program: GlyphSet | None, code: int, glyph: str | None, written: str) -> bool | None:
    """Whether any of the ways of ISO 32000-1, 9.6.6 leads from a code to a glyph other than .notdef."""
    if program is None:
        return None
    if program.kind == "TrueType":
        if not (program.by_unicode or program.by_symbol or program.by_mac):
            return None
        return _has_truetype(program, code, glyph, written)
    if not program.by_name:
        return None
    if code in program.built_in:
        return True
    names = [glyph] if glyph else _names_by_text().get(written, [])
    return any(program.by_name.get(one, 0) for one in names)


def _has_truetype(program: GlyphSet, code: int, glyph: str | None, written: str) -> bool | None:
    if glyph and not written and not any(high | code in program.by_symbol for high in _SYMBOL_PAGES):
        return None
    return bool(_truetype_ways(program, code, written))


def _truetype_ways(program: GlyphSet, code: int, written: str) -> frozenset[int]:
    """The glyphs to which any of a TrueType program's own maps leads from a code."""
    ways = (
        program.by_unicode.get(ord(written), 0) if len(written) == 1 else 0,
        *(program.by_symbol.get(high | code, 0) for high in _SYMBOL_PAGES),
        program.by_mac.get(code, 0),
    )
    return frozenset(ways) - {0}


_SYMBOL_PAGES = (0, 0xF000, 0xF100, 0xF200)


def _read_type3(value: object, found: pdf.Dictionary, budget: Budget) -> Font:
    _, differences = _encoding(found)
    unicode = _cmap(pdf.raw(found, "ToUnicode"), budget)
    widths = pdf.numbers(pdf.entry(found, "Widths"))[:256]
    first = pdf.integer(pdf.entry(found, "FirstChar"))
    written = pdf.numbers(pdf.entry(found, "FontMatrix"))
    a, b, c, d, e, f = written if len(written) == 6 else (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    matrix = (a, b, c, d, e, f)
    box = pdf.numbers(pdf.entry(found, "FontBBox"))
    height = abs((box[3] - box[1]) * matrix[3]) if len(box) == 4 else 0.0
    procedures = pdf.dictionary(pdf.entry(found, "CharProcs"))

    def find(code: int) -> Glyph:
        index = code - first
        width = widths[index] * matrix[0] if 0 <= index < len(widths) else 0.0
        glyph = differences.get(code, "")
        written = unicode.text.get(code, "") if unicode else toUnicode(glyph)
        return Glyph(width, written, f"/{glyph}" in procedures, code == 32)

    return Font(
        name=pdf.name(pdf.entry(found, "Name")) or "Type 3",
        subtype="Type3",
        number=pdf.object_number(value),
        embedded=True,
        program=None,
        mapped=unicode is not None,
        ascent=0.75 * (height or 1.0),
        descent=-0.25 * (height or 1.0),
        find=find,
        split=iter,
        matrix=matrix,
        height=height or 1.0,
        procedures=procedures,
        differences=differences,
        resources=pdf.raw(found, "Resources"),
    )


def _read_composite(value: object, found: pdf.Dictionary, budget: Budget) -> Font:
    members = pdf.array(pdf.entry(found, "DescendantFonts"))
    member = pdf.dictionary(members[0]) if members else {}
    descriptor = pdf.dictionary(pdf.entry(member, "FontDescriptor"))
    embedded, program = _program(descriptor, budget)
    encoding = pdf.name(pdf.entry(found, "Encoding"))
    mapping = None if encoding else _cmap(pdf.raw(found, "Encoding"), budget)
    unicode = _cmap(pdf.raw(found, "ToUnicode"), budget)
    widths = _composite_widths(pdf.array(pdf.entry(member, "W")))
    default = pdf.number(pdf.entry(member, "DW"), 1000.0)
    identity = encoding.startswith("Identity")
    glyph_of = _cid_map(pdf.raw(member, "CIDToGIDMap"), budget)

    def find(code: int) -> Glyph:
        cid = code if identity else mapping.cids.get(code, 0) if mapping else -1
        written = unicode.text.get(code, "") if unicode else ""
        gid = _glyph_index(program, cid, glyph_of) if program and cid >= 0 else 0
        present = None if cid < 0 or program is None else 0 < gid < program.count
        return Glyph(widths.get(cid, default) / 1000, written, present, False, cid, gid)

    ascent, descent = _extents(descriptor)
    return Font(
        name=_base_name(found),
        subtype=pdf.name(pdf.entry(member, "Subtype")) or "Type0",
        number=pdf.object_number(value),
        embedded=embedded,
        program=program,
        mapped=unicode is not None,
        ascent=ascent,
        descent=descent,
        find=find,
        split=_splitter(mapping),
        vertical=encoding.endswith("V"),
        dictionary=found,
    )


def _glyph_index(program: GlyphSet, cid: int, glyph_of: bytes | None) -> int:
    if program.by_cid is not None:
        return program.by_cid.get(cid, 0)
    return int.from_bytes(glyph_of[2 * cid : 2 * cid + 2], "big") if glyph_of else cid


def _cid_map(value: object, budget: Budget) -> bytes | None:
    stream = pdf.stream(value)
    return pdf.decode(stream, budget, 1 << 18) if stream is not None else None


def _splitter(mapping: CMap | None) -> Callable[[bytes], Iterable[int]]:
    lengths = mapping.lengths if mapping else (2,)
    size = lengths[0] if len(lengths) == 1 else 0
    if size == 2 or not lengths:
        return lambda data: struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
    if size:
        return lambda data: [int.from_bytes(data[i : i + size], "big") for i in range(0, len(data), size)]
    known: Mapping[int, int] = mapping.cids if mapping else {}
    return lambda data: _split_mixed(data, lengths, known)


def _split_mixed(data: bytes, lengths: tuple[int, ...], known: Mapping[int, int]) -> list[int]:
    codes, at = [], 0
    while at < len(data):
        sizes = [n for n in lengths if int.from_bytes(data[at : at + n], "big") in known]
        size = sizes[0] if sizes else lengths[0]
        codes.append(int.from_bytes(data[at : at + size], "big"))
        at += size
    return codes


def _composite_widths(values: pdf.Array) -> dict[int, float]:
    """The W array as CID -> width (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(values) and len(widths) < 70_000:
        first = pdf.integer(values[at])
        listed = pdf.array(values[at + 1])
        if listed or pdf.resolve(values[at + 1]) == []:
            widths.update({first + index: pdf.number(item) for index, item in enumerate(listed)})
            at += 2
        elif at + 2 < len(values):
            last = min(pdf.integer(values[at + 1]), first + 70_000)
            width = pdf.number(values[at + 2])
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
        else:
            break
    return widths
