"""Takes the shapes a document uses, gives one subset Type 0 font a face with exact ToUnicode.

Character codes are numbered as shapes come: a code is a glyph with the characters it stands for, so the
same hyphen glyph has one code as a hyphen and another as a soft hyphen, and ligatures read as typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import uharfbuzz as hb

from layout.draw.compact_outlines import read_compact
from layout.draw.entries import Indirect, PdfEntry, PdfName, StreamEntry
from layout.model.fonts import FontFace
from layout.model.records import Struct
from layout.model.shapes import Shape
from layout.text.fonts.font_files import OpenedFont, cut_font, open_font
from layout.text.fonts.stems import measure_stem, stoutness

SUBSET_LETTERS = 6
LEAST_SHIFT = 0.4
"""The least way off its place that a glyph is moved, in thousandths of an em."""
CODES_A_BLOCK = 100
"""Most entries of one bfchar block (Adobe Technical Note 5411)."""


IDENTITY: Mapping[str, PdfEntry] = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0}
"""The character collection of glyphs known by their number (ISO 32000-1, 9.7.3)."""


class FontSubset(Struct, frozen=True):
    """A font file of the glyphs used, `glyphs` the number in it of each code's."""

    data: bytes
    glyphs: tuple[int, ...]
    compact: bool
    """Whether its outlines are those of CFF, not of TrueType."""


class EmbeddedFace:
    """One face of a document: gives codes to shapes, then describes the font they are codes of."""

    def __init__(self, name: str, record: FontFace, opened: OpenedFont | None = None) -> None:
        """`opened` is the record's file where it is open already."""
        self.name = name
        self._record = record
        self._opened = opened = opened or open_font(record)
        self._face = opened.face
        self._font = opened.font
        self._em = opened.em
        self._advances: dict[int, float] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: list[int] = [0]
        self._texts: list[str] = [""]
        self._encoded: dict[tuple[Shape, float], str] = {}
        self._written: dict[tuple[int, str], str] = {}
        """The code of a glyph with its text, in digits."""

    @cached_property
    def stoutness(self) -> float:
        """By how much its letters look like larger regular ones to a press, or smaller."""
        return stoutness(self._opened)

    def advance(self, glyph: int) -> float:
        """The glyph's own width, in thousandths of an em."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self._font.get_glyph_h_advance(glyph) * self._em
        return found

    def code(self, glyph: int, text: str) -> int:
        """The character code of a glyph that stands for `text`."""
        key = (glyph, text)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = len(self._glyphs)
            self._glyphs.append(glyph)
            self._texts.append(text)
        return found

    def encode(self, shape: Shape, size: float) -> str:
        """The shape as elements of a TJ array: hexadecimal strings with kerning between them.

        A glyph off the baseline, at a font size of `size` points, is in an array of its own with a text rise.
        """
        key = (shape, size if shape.offsets else 0.0)
        found = self._encoded.get(key)
        if found is None:
            encode = self._encode_placed if shape.offsets else self._encode
            found = self._encoded[key] = encode(shape, size)
        return found

    def word_space(self) -> str:
        """A word space as an element of a TJ array: in tagged text it ends each line that ends a word."""
        return f"<{self.code(self.glyph(' '), ' '):04x}>"

    def glyph(self, letter: str) -> int:
        """The glyph of a letter by itself, 0 where the face has none."""
        return self._font.get_nominal_glyph(ord(letter)) or 0

    def _encode_placed(self, shape: Shape, size: float) -> str:
        """Glyphs of which some stand beside the pen, or above or below the baseline (ISO 32000-1, 9.3.7)."""
        parts = []
        rows = zip(shape.glyphs, shape.texts, shape.advances, shape.offsets, strict=True)
        for glyph, text, advance, (right, up) in rows:
            back = self.advance(glyph) - advance + right
            shown = f"{0 - right:.0f}<{self.code(glyph, text):04x}>{back + 0.0:.0f}"
            rise = up * size / 1000
            parts.append(f"]TJ {rise:.3f} Ts [{shown}]TJ 0 Ts [" if abs(up) > LEAST_SHIFT else shown)
        return f" {' '.join(parts)} "

    def _encode(self, shape: Shape, size: float) -> str:
        parts = ["<"]
        written, advances = self._written, self._advances
        for glyph, text, advance in zip(shape.glyphs, shape.texts, shape.advances, strict=True):
            parts.append(written.get((glyph, text)) or self._write(glyph, text))
            kern = (advances[glyph] if glyph in advances else self.advance(glyph)) - advance
            if abs(kern) > LEAST_SHIFT:
                parts.append(f">{kern:.0f}<")
        parts.append(">")
        return "".join(parts).removesuffix("<>")

    def _write(self, glyph: int, text: str) -> str:
        found = self._written[glyph, text] = f"{self.code(glyph, text):04x}"
        return found

    def describe(self) -> Mapping[str, PdfEntry]:
        """The Type 0 font of all the codes given so far (ISO 32000-1, 9.7.6)."""
        subset = self._subset()
        base = PdfName(f"{_tag(self._glyphs)}+{self._postscript_name()}")
        encoding, kind = (
            (_compact_encoding(subset.glyphs), self._compact(subset))
            if subset.compact
            else (PdfName("Identity-H"), self._truetype(subset))
        )
        descendant: Mapping[str, PdfEntry] = {
            "Type": PdfName("Font"),
            "BaseFont": base,
            "CIDSystemInfo": IDENTITY,
            "FontDescriptor": Indirect(self._descriptor(base, subset)),
            "DW": 0,
            **kind,
        }
        return {
            "Type": PdfName("Font"),
            "Subtype": PdfName("Type0"),
            "BaseFont": base,
            "Encoding": encoding,
            "DescendantFonts": (Indirect(descendant),),
            "ToUnicode": Indirect(StreamEntry({}, _to_unicode(self._texts))),
        }

    def _truetype(self, subset: FontSubset) -> Mapping[str, PdfEntry]:
        """What tells of TrueType outlines: a code is a CID, which a map leads to its glyph."""
        return {
            "Subtype": PdfName("CIDFontType2"),
            "W": (1, tuple(round(self.advance(glyph), 1) for glyph in self._glyphs[1:])),
            "CIDToGIDMap": Indirect(StreamEntry({}, _glyph_map(subset.glyphs))),
        }

    def _compact(self, subset: FontSubset) -> Mapping[str, PdfEntry]:
        """What tells of CFF outlines: a CID is its glyph's number, so the encoding does what a map would."""
        widths = {
            cid: round(self.advance(glyph), 1)
            for cid, glyph in zip(subset.glyphs, self._glyphs, strict=True)
            if cid
        }
        return {
            "Subtype": PdfName("CIDFontType0"),
            "W": (1, tuple(widths.get(cid, 0.0) for cid in range(1, max(widths, default=0) + 1))),
        }

    def _subset(self) -> FontSubset:
        """The subset font file: CFF by itself, which every PDF since 1.3 knows, else TrueType."""
        face, renumbered = cut_font(self._opened, self._glyphs)
        outlines = read_compact(face)
        glyphs = tuple(renumbered[glyph] for glyph in self._glyphs)
        return FontSubset(outlines or face.blob.data, glyphs, bool(outlines))

    def _descriptor(self, base: PdfName, subset: FontSubset) -> Mapping[str, PdfEntry]:
        em = self._em
        head = self._face.reference_table("head").data
        box = [int.from_bytes(head[at : at + 2], "big", signed=True) * em for at in (36, 38, 40, 42)]
        post = self._face.reference_table("post").data
        angle = int.from_bytes(post[4:8], "big", signed=True) / 65536
        extents = self._font.get_font_extents("ltr")
        return {
            "Type": PdfName("FontDescriptor"),
            "FontName": base,
            "Flags": 4 | (64 if angle else 0),
            "FontBBox": tuple(round(side) for side in box),
            "ItalicAngle": round(angle, 1),
            "Ascent": round(extents.ascender * em),
            "Descent": round(extents.descender * em),
            "CapHeight": round(_cap_height(self._face) * em),
            "StemV": round(measure_stem(self._opened)),
            **_font_file(subset),
        }

    def _postscript_name(self) -> str:
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self._record.key
        instance = f"-{self._record.weight}" if self._opened.axes else ""
        return "".join(c for c in name + instance if (c.isascii() and c.isalnum()) or c in "-_")


def _font_file(subset: FontSubset) -> Mapping[str, PdfEntry]:
    """The font program by the key of its kind (ISO 32000-1, table 126)."""
    if subset.compact:
        return {"FontFile3": Indirect(StreamEntry({"Subtype": PdfName("CIDFontType0C")}, subset.data))}
    return {"FontFile2": Indirect(StreamEntry({"Length1": len(subset.data)}, subset.data))}


def _cap_height(face: Any) -> int:
    """sCapHeight of the OS/2 table (version 2 on), else the ascender's usual part of it."""
    table = face.reference_table("OS/2").data
    if len(table) >= 90:
        return int.from_bytes(table[88:90], "big", signed=True)
    return int(face.upem * 0.7)


def _tag(glyphs: list[int]) -> str:
    """Six capitals that name this subset (ISO 32000-1, 9.6.4), from what is in it."""
    number = 0
    for glyph in sorted(set(glyphs)):
        number = (number * 31 + glyph) % 26**SUBSET_LETTERS
    letters = []
    for _ in range(SUBSET_LETTERS):
        number, letter = divmod(number, 26)
        letters.append(chr(65 + letter))
    return "".join(letters)


def _glyph_map(glyphs: Sequence[int]) -> bytes:
    return b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)


def _blocks(entries: Sequence[str], kind: str) -> str:
    """Entries of a CMap in as many blocks as they need."""
    blocks = []
    for start in range(0, len(entries), CODES_A_BLOCK):
        block = entries[start : start + CODES_A_BLOCK]
        blocks.append(f"{len(block)} begin{kind}\n" + "\n".join(block) + f"\nend{kind}")
    return "\n".join(blocks)


def _compact_encoding(glyphs: Sequence[int]) -> Indirect:
    """The CMap from codes to glyphs' numbers (ISO 32000-1, 9.7.5.3), its name told from what it says."""
    entries = [f"<{code:04x}> {glyph}" for code, glyph in enumerate(glyphs)]
    said = _blocks(entries, "cidchar")
    name = f"Szpalta-{hashlib.sha256(said.encode()).hexdigest()[:8]}-H"
    told: dict[str, PdfEntry] = {
        "Type": PdfName("CMap"),
        "CMapName": PdfName(name),
        "CIDSystemInfo": IDENTITY,
        "WMode": 0,
    }
    data = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 1 def\n/WMode 0 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{said}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
    return Indirect(StreamEntry(told, data.encode("ascii")))


def _to_unicode(texts: list[str]) -> bytes:
    """The CMap from codes to the characters typed (ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in enumerate(texts) if text]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        + _blocks(entries, "bfchar")
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
