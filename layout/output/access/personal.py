"""Takes a finished mail edition and words for one reader, gives it with them on its cover; moves no byte.

The words come as an incremental update (ISO 32000-1, 7.5.6): what was there stays as it was, in front.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from layout.draw.embedding import to_unicode
from layout.output.pdf.pack import (
    BEST,
    IN_FILE,
    IN_STREAM,
    Place,
    spell,
    write_object_stream,
    write_references,
    write_stream,
)

SIZE, SMALLEST = 9.0, 6.0
LEADING = 12.0
PADDING = 4.0
"""Points round the words on the pale label they stand on, whatever the cover shows there."""
Ground = tuple[float, float, float]
"""The label's colour in sRGB, from 0 to 1."""
WHITE: Ground = (1.0, 1.0, 1.0)

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_UNUSED = (b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"STAT", b"BASE", b"kern")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in one language."""

    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the label stands, from the page's lower left corner: left edge, foot and greatest width."""

    x: float
    y: float
    width: float


Letter = tuple[int, str, float]
"""A glyph, what it stands for, and its advance in thousandths of an em."""


class UnfitWords(ValueError):
    """Words that have letters without a glyph, or that are too long for the label."""


class CoverLine:
    """Puts words on the front cover of one mail edition, for any number of readers."""

    def __init__(self, pdf: bytes, face: Path, spot: Spot, ground: Ground = WHITE) -> None:
        self._pdf = pdf
        self._spot = spot
        self._ground = " ".join(f"{level:g}" for level in ground)
        self._face = hb.Face(hb.Blob.from_file_path(str(face)))
        self._font = hb.Font(self._face)
        self._em: float = 1000.0 / self._face.upem
        found = _START.search(pdf)
        if found is None:
            raise ValueError("no finished mail edition")
        self._before = int(found[1])
        reader = PdfReader(BytesIO(pdf))
        self._first = int(reader.trailer["/Size"])  # type: ignore[call-overload]
        self._ends = b"".join(
            b"%s %s" % (key.encode(), spell(reader.trailer.raw_get(key), _refer))
            for key in ("/Root", "/Info")
        )
        self._name = spell(reader.trailer["/ID"][0], _refer)  # type: ignore[index]
        self._shared, self._document, self._covering = _adapt(reader, self._first)

    def check(self, phrases: Sequence[Phrase]) -> None:
        """Raises UnfitWords for what `write` could not set."""
        self._set(phrases)

    def write(self, phrases: Sequence[Phrase]) -> bytes:
        """The whole file with `phrases`, two of them, one below the other; equal words give equal bytes.

        Raises UnfitWords.
        """
        shaped, widest, size = self._set(phrases)
        subset, numbers = self._subset({glyph for line in shaped for glyph, _, _ in line})
        content = self._content([[numbers[g] for g, _, _ in line] for line in shaped], size, widest * size)
        codes = {numbers[glyph]: (text, advance) for line in shaped for glyph, text, advance in line}
        return self._pdf + self._update(content, subset, codes, [phrase.language for phrase in phrases])

    def _set(self, phrases: Sequence[Phrase]) -> tuple[list[list[Letter]], float, float]:
        """The letters of each phrase, the wider one's width in ems, and the size they fit at in points."""
        texts = [unicodedata.normalize("NFC", " ".join(phrase.words.split())) for phrase in phrases]
        shaped = [self._shape(text) for text in texts]
        widest = max(sum(advance for _, _, advance in line) for line in shaped) / 1000
        size = min(SIZE, (self._spot.width - 2 * PADDING) / max(widest, 0.001))
        if size < SMALLEST:
            raise UnfitWords(max(texts, key=len))
        return shaped, widest, size

    def _shape(self, text: str) -> list[Letter]:
        found = []
        for letter in text:
            glyph = self._font.get_nominal_glyph(ord(letter))
            if not glyph:
                raise UnfitWords(letter)
            found.append((glyph, letter, self._font.get_glyph_h_advance(glyph) * self._em))
        return found

    def _subset(self, glyphs: set[int]) -> tuple[bytes, Mapping[int, int]]:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.flags = (
            hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _UNUSED)
        plan = hb.SubsetPlan(self._face, wanted)
        return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)

    def _content(self, lines: list[list[int]], size: float, width: float) -> bytes:
        spot = self._spot
        height = LEADING * len(lines) + PADDING
        label = f"{spot.x:.2f} {spot.y:.2f} {width + 2 * PADDING:.2f} {height:.2f} re f"
        parts = [f"/Artifact <</Type /Layout>> BDC q {self._ground} rg {label} Q EMC"]
        for order, line in enumerate(lines):
            mcid = self._covering + order
            y = spot.y + height - LEADING * (order + 1) + PADDING / 2
            shown = "".join(f"{code:04x}" for code in line)
            at = f"1 0 0 1 {spot.x + PADDING:.2f} {y:.2f} Tm"
            words = f"BT /Reader {size:.3f} Tf 0 g {at} [<{shown}>]TJ ET"
            parts.append(f"/P <</MCID {mcid}>> BDC {words} EMC")
        return "\n".join(parts).encode("ascii")

    def _update(
        self, content: bytes, subset: bytes, codes: Mapping[int, tuple[str, float]], languages: Sequence[str]
    ) -> bytes:
        first = self._first
        texts = [codes[code][0] if code in codes else "" for code in range(max(codes) + 1)]
        widths = b" ".join(b"%.1f" % codes.get(code, ("", 0.0))[1] for code in range(len(texts)))
        streams = (
            (first, b"", content),
            (first + 4, b"/Length1 %d" % len(subset), subset),
            (first + 5, b"", to_unicode(texts)),
        )
        out, places = bytearray(), dict[int, Place]()
        for number, entries, data in streams:
            places[number] = (IN_FILE, len(self._pdf) + len(out), 0)
            out += write_stream(number, entries + b"/Filter/FlateDecode", zlib.compress(data, BEST))
        spelt = {**self._shared, **self._describe_font(widths, subset), **self._elements(languages)}
        objects = sorted(spelt.items())
        holder = first + 8
        places[holder] = (IN_FILE, len(self._pdf) + len(out), 0)
        places |= {number: (IN_STREAM, holder, order) for order, (number, _) in enumerate(objects)}
        out += write_object_stream(holder, objects)
        places[holder + 1] = (IN_FILE, len(self._pdf) + len(out), 0)
        name = hashlib.sha256(out).hexdigest()[:32].upper().encode()
        told = b"%s/Prev %d/ID[%s<%s>]" % (self._ends, self._before, self._name, name)
        return bytes(out + write_references(holder + 1, places, told))

    def _describe_font(self, widths: bytes, subset: bytes) -> dict[int, bytes]:
        first = self._first
        letters = hashlib.sha256(subset).digest()[:6]
        base = b"".join(b"%c" % (65 + letter % 26) for letter in letters) + b"+Reader"
        extents = self._font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender * self._em), round(extents.descender * self._em)
        box = b"-1000 %d 3000 %d" % (min(descent, -500), max(ascent, 1200))
        return {
            first + 1: b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
            b"/ToUnicode %d 0 R>>" % (base, first + 2, first + 5),
            first + 2: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[0[%s]]/CIDToGIDMap/Identity>>"
            % (base, first + 3, widths),
            first + 3: b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s]/ItalicAngle 0/Ascent %d"
            b"/Descent %d/CapHeight 700/StemV 80/FontFile2 %d 0 R>>"
            % (base, box, ascent, descent, first + 4),
        }

    def _elements(self, languages: Sequence[str]) -> dict[int, bytes]:
        page, parent = self._document
        return {
            self._first + 6 + order: b"<</Type/StructElem/S/P/P %d 0 R/Pg %d 0 R/Lang(%s)/K %d>>"
            % (parent, page, language.encode("ascii"), self._covering + order)
            for order, language in enumerate(languages)
        }


def _adapt(reader: PdfReader, first: int) -> tuple[dict[int, bytes], tuple[int, int], int]:
    """What every copy changes alike: its objects, by number; the numbers of the cover and of the Document.

    Last comes how many marked contents the cover has: their figures stand first in the Document.
    """
    page = reader.pages[0]
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    (document,) = root["/K"]
    tree = root.raw_get("/ParentTree")
    assert isinstance(tree, IndirectObject) and page.indirect_reference is not None
    kids = document.get_object()["/K"]
    elements = [IndirectObject(first + 6 + order, 0, reader) for order in (0, 1)]
    numbers = tree.get_object()["/Nums"]  # type: ignore[index]
    key = numbers.index(page["/StructParents"])
    owners = numbers[key + 1].get_object()
    kids[len(owners) : len(owners)] = elements
    numbers[key + 1] = ArrayObject([*owners, *elements])
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), IndirectObject(first, 0, reader)])
    page["/Resources"][NameObject("/Font")] = DictionaryObject(  # type: ignore[index]
        {NameObject("/Reader"): IndirectObject(first + 1, 0, reader)}
    )
    changed = {
        page.indirect_reference.idnum: DictionaryObject(page),
        document.idnum: DictionaryObject(document.get_object()),
        tree.idnum: tree.get_object(),
    }
    spelt = {number: spell(value, _refer) for number, value in changed.items()}
    return spelt, (page.indirect_reference.idnum, document.idnum), len(owners)


def _refer(reference: IndirectObject) -> bytes:
    return b"%d 0 R" % reference.idnum
