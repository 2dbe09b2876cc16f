"""Takes a PDF described in plain dictionaries, gives its bytes; knows nothing of the program under test."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
MM = 72 / 25.4

TRIM = (34.0, 34.0, 34.0 + 148 * MM, 34.0 + 210 * MM)
BLEED = (TRIM[0] - 3 * MM, TRIM[1] - 3 * MM, TRIM[2] + 3 * MM, TRIM[3] + 3 * MM)
MEDIA = (0.0, 0.0, TRIM[2] + 34.0, TRIM[3] + 34.0)

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:–-ąćęłńóśźżáčďéěíňřšťúůýžŽČŘŠ"


@dataclass(frozen=True)
class Ref:
    """A reference to an object by its number."""

    number: int


@dataclass
class Stream:
    """A stream: its entries and its data, packed by Flate unless `plain`."""

    entries: dict[str, Any]
    data: bytes
    plain: bool = False


def write(value: Any) -> bytes:
    """A value in PDF syntax: text as it stands (names, tokens), bytes as a string, lists, dictionaries."""
    if isinstance(value, Ref):
        return b"%d 0 R" % value.number
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, bytes):
        return b"<" + value.hex().encode() + b">"
    if isinstance(value, list | tuple):
        return b"[" + b" ".join(map(write, value)) + b"]"
    if isinstance(value, dict):
        return b"<<" + b" ".join(f"/{key} ".encode() + write(item) for key, item in value.items()) + b">>"
    return str(value).encode("latin-1") if not isinstance(value, float) else b"%.4f" % value


def words(text: str) -> bytes:
    """A text string in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return b"\xfe\xff" + text.encode("utf-16-be")


@dataclass
class Sheet:
    """One page."""

    content: str
    resources: dict[str, dict[str, Any]]
    entries: dict[str, Any]


@dataclass
class Paper:
    """A whole file; `before` holds functions that add objects and entries just before writing."""

    header: bytes = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
    sheets: list[Sheet] = field(default_factory=list)
    catalog: dict[str, Any] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    xmp: str | None = None
    trailer: dict[str, Any] = field(default_factory=dict)
    objects: list[Any] = field(default_factory=list)
    before: list[Callable[[Paper, list[Ref]], None]] = field(default_factory=list)

    def add(self, value: Any) -> Ref:
        """A new object."""
        self.objects.append(value)
        return Ref(len(self.objects))

    def build(self) -> bytes:
        """The file's bytes."""
        pages = self.add(None)
        kids = [self.add(None) for _ in self.sheets]
        for step in self.before:
            step(self, kids)
        for kid, sheet in zip(kids, self.sheets, strict=True):
            contents = self.add(Stream({}, sheet.content.encode("latin-1")))
            self.objects[kid.number - 1] = {
                "Type": "/Page",
                "Parent": pages,
                "Contents": contents,
                "Resources": sheet.resources,
                **sheet.entries,
            }
        self.objects[pages.number - 1] = {"Type": "/Pages", "Kids": kids, "Count": len(kids)}
        if self.xmp is not None:
            self.catalog["Metadata"] = self.add(
                Stream({"Type": "/Metadata", "Subtype": "/XML"}, self.xmp.encode(), plain=True)
            )
        root = self.add({"Type": "/Catalog", "Pages": pages, **self.catalog})
        self.trailer = {"Root": root, "Info": self.add(self.info), **self.trailer}
        return self._write()

    def _write(self) -> bytes:
        out = BytesIO()
        out.write(self.header)
        places = []
        for number, value in enumerate(self.objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n" % number + _write_object(value) + b"\nendobj\n")
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
        trailer = {"Size": len(places) + 1, **self.trailer}
        out.write(b"trailer\n" + write(trailer) + b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()


def _write_object(value: Any) -> bytes:
    if not isinstance(value, Stream):
        return write(value)
    data = value.data if value.plain or "Filter" in value.entries else zlib.compress(value.data, 6)
    entries = dict(value.entries)
    if not value.plain and "Filter" not in entries:
        entries["Filter"] = "/FlateDecode"
    entries["Length"] = len(data)
    return write(entries) + b"\nstream\n" + data + b"\nendstream"


@cache
def small_font() -> tuple[bytes, dict[str, int], dict[int, int]]:
    """Lato with the letters of the tests: the font file, letters -> glyphs, glyphs -> advances."""
    font = TTFont(ROOT / "fonts" / "lato" / "Lato-Regular.ttf")
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[1, 2], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    glyphs = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    scale = 1000 / font["head"].unitsPerEm
    advances = {font.getGlyphID(name): round(w * scale) for name, (w, _) in font["hmtx"].metrics.items()}
    return out.getvalue(), glyphs, advances


def embed_font(paper: Paper, embedded: bool = True, mapped: bool = True) -> Ref:
    """The small font as a Type 0 font with Identity-H."""
    data, glyphs, advances = small_font()
    descriptor: dict[str, Any] = {
        "Type": "/FontDescriptor",
        "FontName": "/ABCDEF+Lato-Regular",
        "Flags": 4,
        "FontBBox": [-500, -300, 1500, 1100],
        "ItalicAngle": 0,
        "Ascent": 800,
        "Descent": -200,
        "CapHeight": 720,
        "StemV": 80,
    }
    if embedded:
        descriptor["FontFile2"] = paper.add(Stream({"Length1": len(data)}, data))
    member = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": "/ABCDEF+Lato-Regular",
        "CIDSystemInfo": {"Registry": b"Adobe", "Ordering": b"Identity", "Supplement": 0},
        "FontDescriptor": paper.add(descriptor),
        "CIDToGIDMap": "/Identity",
        "W": [0, [advances[glyph] for glyph in sorted(advances)]],
    }
    font: dict[str, Any] = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": "/ABCDEF+Lato-Regular",
        "Encoding": "/Identity-H",
        "DescendantFonts": [paper.add(member)],
    }
    if mapped:
        font["ToUnicode"] = paper.add(Stream({}, _to_unicode(glyphs)))
    return paper.add(font)


def _to_unicode(glyphs: dict[str, int]) -> bytes:
    lines = [f"<{glyph:04X}> <{ord(letter):04X}>" for letter, glyph in sorted(glyphs.items())]
    parts = [lines[at : at + 90] for at in range(0, len(lines), 90)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap end end"
    ).encode()


def codes(text: str) -> str:
    """A text as a hexadecimal string of the small font's glyphs."""
    _, glyphs, _ = small_font()
    return "<" + "".join(f"{glyphs[letter]:04X}" for letter in text) + ">"


def show(text: str, x: float, y: float, size: float = 9) -> str:
    """The operators that show a text at a place."""
    return f"BT /F1 {size} Tf {x:.3f} {y:.3f} Td {codes(text)} Tj ET\n"
