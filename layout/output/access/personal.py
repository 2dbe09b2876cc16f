"""Takes a finished mail edition and words for one reader, gives it with them on its cover; moves no byte.

The words come as an incremental update (ISO 32000-1, 7.5.6): what was there stays as it was, in front.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from layout.draw.embedding import EmbeddedFace
from layout.model.fonts import FontFace
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.shapes import Shape
from layout.output.pdf.objects import make_stream, spell_object
from layout.output.pdf.pack import (
    IN_FILE,
    IN_STREAM,
    Place,
    shrink,
    spell,
    write_object_stream,
    write_references,
    write_stream,
)
from layout.text.fonts.font_files import OpenedFont, open_font

SIZE, SMALLEST = 9.0, 6.0
LEADING = 12.0
PADDING = 4.0
"""Points round the words on the pale label they stand on, whatever the cover shows there."""
Ground = tuple[float, float, float]
"""The label's colour in sRGB, from 0 to 1."""
WHITE: Ground = (1.0, 1.0, 1.0)

_START = late_pattern(rb"startxref\s+(\d+)\s+%%EOF\s*$")

READER = "Reader"
"""How resource names of the words' fonts begin."""

ELEMENTS, FREE_FROM = 1, 3
"""Numbers after the content's: the element of each language, and what is free for the fonts."""


class Phrase(Struct, frozen=True):
    """Words in one language."""

    language: str
    words: str


class Spot(Struct, frozen=True):
    """Where the label stands, from the page's lower left corner: left edge, foot and greatest width."""

    x: float
    y: float
    width: float


Shaping = Callable[[str], Sequence[Shape]]
"""Gives the shapes of words, each of one face; raises UnfitWords for letters that no face has."""


class UnfitWords(ValueError):
    """Words that have letters without a glyph, or that are too long for the label."""


class CoverLine:
    """Puts words on the front cover of one mail edition, for any number of readers."""

    def __init__(
        self,
        pdf: bytes,
        shape: Shaping,
        faces: Mapping[str, FontFace],
        spot: Spot,
        ground: Ground = WHITE,
    ) -> None:
        """`faces` has, by key, those that `shape` sets words in."""
        self._pdf = pdf
        self._shape = shape
        self._spot = spot
        self._ground = " ".join(f"{level:g}" for level in ground)
        self._faces = faces
        found = _START.search(pdf)
        if found is None:
            raise ValueError("no finished mail edition")
        self._before = int(found[1])
        reader = self._reader = PdfReader(BytesIO(pdf))
        self._first = int(reader.trailer["/Size"])  # type: ignore[call-overload]
        self._ends = b"".join(
            b"%s %s" % (key.encode(), spell(reader.trailer.raw_get(key), _refer))
            for key in ("/Root", "/Info")
        )
        self._name = spell(reader.trailer["/ID"][0], _refer)  # type: ignore[index]
        self._cover = DictionaryObject(reader.pages[0])
        resources = self._cover["/Resources"]
        assert isinstance(resources, DictionaryObject)
        self._resources = resources
        self._shared, self._document, self._covering = _adapt(reader, self._first)
        contents = [self._cover.raw_get("/Contents"), IndirectObject(self._first, 0, reader)]
        self._cover[NameObject("/Contents")] = ArrayObject(contents)
        self._opened: dict[str, OpenedFont] = {}
        self._covers: dict[tuple[tuple[str, int], ...], bytes] = {}
        """The cover's page by the names and numbers of the words' fonts, which nearly all readers share."""

    def check(self, phrases: Sequence[Phrase]) -> None:
        """Raises UnfitWords for what `write` could not set."""
        self._set(phrases)

    def write(self, phrases: Sequence[Phrase]) -> bytes:
        """The whole file with `phrases`, two of them, one below the other; equal words give equal bytes.

        Raises UnfitWords.
        """
        shaped, widest, size = self._set(phrases)
        keys = dict.fromkeys(shape.face for line in shaped for shape in line)
        faces = {key: self._embed(key, order) for order, key in enumerate(keys)}
        content = self._content(shaped, faces, size, widest * size)
        return self._pdf + self._update(content, faces, [phrase.language for phrase in phrases])

    def _embed(self, key: str, order: int) -> EmbeddedFace:
        """A face for the words of one reader; its file is opened once for all."""
        record = self._faces[key]
        if key not in self._opened:
            self._opened[key] = open_font(record)
        return EmbeddedFace(f"{READER}{order}", record, self._opened[key])

    def _set(self, phrases: Sequence[Phrase]) -> tuple[list[Sequence[Shape]], float, float]:
        """The shapes of each phrase, the wider one's width in ems, and the size they fit at in points."""
        texts = [unicodedata.normalize("NFC", " ".join(phrase.words.split())) for phrase in phrases]
        shaped = [self._shape(text) for text in texts]
        widest = max(sum(shape.width for shape in line) for line in shaped) / 1000
        size = min(SIZE, (self._spot.width - 2 * PADDING) / max(widest, 0.001))
        if size < SMALLEST:
            raise UnfitWords(max(texts, key=len))
        return shaped, widest, size

    def _content(
        self, lines: list[Sequence[Shape]], faces: Mapping[str, EmbeddedFace], size: float, width: float
    ) -> bytes:
        spot = self._spot
        height = LEADING * len(lines) + PADDING
        label = f"{spot.x:.2f} {spot.y:.2f} {width + 2 * PADDING:.2f} {height:.2f} re f"
        parts = [f"/Artifact <</Type /Layout>> BDC q {self._ground} rg {label} Q EMC"]
        for order, line in enumerate(lines):
            mcid = self._covering + order
            y = spot.y + height - LEADING * (order + 1) + PADDING / 2
            at = f"1 0 0 1 {spot.x + PADDING:.2f} {y:.2f} Tm"
            shown = " ".join(
                f"/{faces[shape.face].name} {size:.3f} Tf [{faces[shape.face].encode(shape, size)}]TJ"
                for shape in line
            )
            words = f"BT 0 g {at} {shown} ET"
            parts.append(f"/P <</MCID {mcid}>> BDC {words} EMC")
        return "\n".join(parts).encode("ascii")

    def _update(self, content: bytes, faces: Mapping[str, EmbeddedFace], languages: Sequence[str]) -> bytes:
        held, names = self._describe(faces.values())
        added: dict[int, PdfObject] = {self._first: make_stream(content, {}), **held}
        page, _ = self._document
        spelt = {page: self._spell_cover(names), **self._shared, **self._elements(languages)}
        out, places = bytearray(), dict[int, Place]()
        for number, value in added.items():
            if isinstance(value, StreamObject):
                places[number] = (IN_FILE, len(self._pdf) + len(out), 0)
                entries, data = shrink(value)
                out += write_stream(number, spell(entries, _refer)[2:-2], data)
            else:
                spelt[number] = spell(value, _refer)
        objects = sorted(spelt.items())
        holder = max(spelt | added) + 1
        places[holder] = (IN_FILE, len(self._pdf) + len(out), 0)
        places |= {number: (IN_STREAM, holder, order) for order, (number, _) in enumerate(objects)}
        out += write_object_stream(holder, objects)
        places[holder + 1] = (IN_FILE, len(self._pdf) + len(out), 0)
        name = hashlib.sha256(out).hexdigest()[:32].upper().encode()
        told = b"%s/Prev %d/ID[%s<%s>]" % (self._ends, self._before, self._name, name)
        return bytes(out + write_references(holder + 1, places, told))

    def _spell_cover(self, fonts: Mapping[str, IndirectObject]) -> bytes:
        """The cover's page, which knows the words' `fonts` by name."""
        key = tuple((name, reference.idnum) for name, reference in fonts.items())
        if key not in self._covers:
            resources = self._resources
            words = {NameObject(f"/{name}"): reference for name, reference in fonts.items()}
            known = DictionaryObject({**resources.get("/Font", {}), **words})
            changed = DictionaryObject({**resources, NameObject("/Font"): known})
            cover = DictionaryObject({**self._cover, NameObject("/Resources"): changed})
            self._covers[key] = spell(cover, _refer)
        return self._covers[key]

    def _describe(
        self, faces: Iterable[EmbeddedFace]
    ) -> tuple[dict[int, PdfObject], dict[str, IndirectObject]]:
        """The words' fonts and what they refer to, by number; and each font by its name."""
        held: dict[int, PdfObject] = {}

        def add(value: PdfObject) -> IndirectObject:
            number = self._first + FREE_FROM + len(held)
            held[number] = value
            return IndirectObject(number, 0, self._reader)

        names = {face.name: add(spell_object(face.describe(), add)) for face in faces}
        return held, names

    def _elements(self, languages: Sequence[str]) -> dict[int, bytes]:
        page, parent = self._document
        return {
            self._first + ELEMENTS + order: b"<</Type/StructElem/S/P/P %d 0 R/Pg %d 0 R/Lang(%s)/K %d>>"
            % (parent, page, language.encode("ascii"), self._covering + order)
            for order, language in enumerate(languages)
        }


def _adapt(reader: PdfReader, first: int) -> tuple[dict[int, bytes], tuple[int, int], int]:
    """What every copy changes alike: its objects, by number; the numbers of the cover and of the Document.

    Last comes how many marked contents the cover has: what they belong to stands first in the Document.
    """
    page = reader.pages[0]
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    (document,) = root["/K"]
    tree = root.raw_get("/ParentTree")
    assert isinstance(tree, IndirectObject) and page.indirect_reference is not None
    kids = document.get_object()["/K"]
    elements = [IndirectObject(first + ELEMENTS + order, 0, reader) for order in (0, 1)]
    numbers = tree.get_object()["/Nums"]  # type: ignore[index]
    key = numbers.index(page["/StructParents"])
    owners = numbers[key + 1].get_object()
    behind = len({_below(document.idnum, owner) for owner in owners})
    kids[behind:behind] = elements
    numbers[key + 1] = ArrayObject([*owners, *elements])
    changed = {
        document.idnum: DictionaryObject(document.get_object()),
        tree.idnum: tree.get_object(),
    }
    spelt = {number: spell(value, _refer) for number, value in changed.items()}
    return spelt, (page.indirect_reference.idnum, document.idnum), len(owners)


def _below(document: int, element: IndirectObject) -> int:
    """The number of the element that stands in the Document and is, or holds, `element`."""
    parent = element.get_object().raw_get("/P")  # type: ignore[union-attr]
    return element.idnum if parent.idnum == document else _below(document, parent)


def _refer(reference: IndirectObject) -> bytes:
    return b"%d 0 R" % reference.idnum
