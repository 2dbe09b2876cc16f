"""Takes a tag tree, gives a small PDF/UA-1 and PDF/A-2a file of it; uses none of the program's code."""

from __future__ import annotations

import io
from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Mapping
from pathlib import Path

import uharfbuzz as hb
from PIL import ImageCms
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from tests.validators.specimens import METADATA, SMALLEST, Annotation, Drawn, Element, Kid, Leaf

FONT = Path(__file__).parents[2] / "fonts" / "lato" / "Lato-Regular.ttf"
WIDTH, HEIGHT, SIZE, LEADING = 240.0, 320.0, 9.0, 13.0
"""Page, letter size and line distance in points."""


def build(tree: Element = SMALLEST) -> bytes:
    """The PDF of one tag tree."""
    return to_bytes(build_writer(tree))


def to_bytes(writer: PdfWriter) -> bytes:
    """The file of a writer, its header and its identifier fixed."""
    writer.pdf_header = "%PDF-1.7"
    writer._ID = ArrayObject([ByteStringObject(b"0123456789abcdef")] * 2)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def build_writer(tree: Element = SMALLEST) -> PdfWriter:
    """The same, still open, for a test to break something in it."""
    return _Builder(tree).writer


class _Builder:
    """Holds what grows while the tree is walked: page contents, parent tree, reading position."""

    def __init__(self, tree: Element) -> None:
        self.writer = PdfWriter()
        self.face = hb.Face(hb.Blob.from_file_path(str(FONT)))
        self.font = hb.Font(self.face)
        pages = 1 + max(leaf.page for leaf in _leaves(tree))
        self.pages = [self.writer.add_blank_page(WIDTH, HEIGHT) for _ in range(pages)]
        self.contents: list[list[str]] = [[] for _ in self.pages]
        self.leaves: list[list[PdfObject]] = [[] for _ in self.pages]
        self.annotations: list[tuple[int, IndirectObject]] = []
        self.drop = [HEIGHT - 30.0 for _ in self.pages]
        self.letters: dict[int, str] = {}
        root = self._add({"Type": NameObject("/StructTreeRoot")})
        root_object = root.get_object()
        assert isinstance(root_object, DictionaryObject)
        root_object[NameObject("/K")] = ArrayObject([self._element(tree, root)])
        self._finish_pages()
        self._write_parent_tree(root_object)
        self._write_catalog(root)

    def _add(self, entries: Mapping[str, PdfObject]) -> IndirectObject:
        made = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
        return self.writer._add_object(made)

    def _element(self, element: Element, parent: IndirectObject) -> IndirectObject:
        made = self._add({"Type": NameObject("/StructElem"), "S": NameObject(f"/{element.tag}"), "P": parent})
        entries = made.get_object()
        assert isinstance(entries, DictionaryObject)
        if element.lang:
            entries[NameObject("/Lang")] = TextStringObject(element.lang)
        if element.alt:
            entries[NameObject("/Alt")] = TextStringObject(element.alt)
        if element.owner:
            entries[NameObject("/A")] = _attributes(element)
        entries[NameObject("/K")] = ArrayObject([self._kid(kid, element, made) for kid in element.kids])
        return made

    def _kid(self, kid: Kid, element: Element, parent: IndirectObject) -> PdfObject:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            return self._annotation(kid, parent)
        return self._leaf(kid, element.tag, parent)

    def _leaf(self, leaf: Leaf | Drawn, tag: str, parent: IndirectObject) -> PdfObject:
        page = leaf.page
        number = len(self.leaves[page])
        self.leaves[page].append(parent)
        self.drop[page] -= LEADING
        actual = ""
        drawing = f"0 0 1 rg 20 {self.drop[page]:.2f} 9 9 re f"
        if isinstance(leaf, Leaf):
            if leaf.actual is not None:
                actual = f" /ActualText <{(BOM_UTF16_BE + leaf.actual.encode('utf-16-be')).hex()}>"
            drawing = f"BT 0 g /F1 {SIZE} Tf 20 {self.drop[page]:.2f} Td <{self._glyphs(leaf.text)}> Tj ET"
        self.contents[page].append(f"/{tag} <</MCID {number}{actual}>> BDC {drawing} EMC")
        return _dictionary(
            Type=NameObject("/MCR"), Pg=_reference(self.pages[page]), MCID=NumberObject(number)
        )

    def _annotation(self, annotation: Annotation, parent: IndirectObject) -> PdfObject:
        page = self.pages[annotation.page]
        entries: dict[str, PdfObject] = {
            "Type": NameObject("/Annot"),
            "Subtype": NameObject("/Link"),
            "F": NumberObject(4),
            "Rect": _numbers(20, self.drop[annotation.page], 120, self.drop[annotation.page] + SIZE),
            "Border": _numbers(0, 0, 0),
            "Contents": TextStringObject(annotation.contents),
            "StructParent": NumberObject(len(self.pages) + len(self.annotations)),
        }
        if annotation.uri is None:
            entries["Dest"] = ArrayObject([_reference(self.pages[-1]), NameObject("/Fit")])
        else:
            entries["A"] = _dictionary(
                Type=NameObject("/Action"),
                S=NameObject("/URI"),
                URI=ByteStringObject(annotation.uri.encode()),
            )
        made = self._add(entries)
        self.annotations.append((annotation.page, parent))
        page.setdefault(NameObject("/Annots"), ArrayObject()).append(made)
        return _dictionary(Type=NameObject("/OBJR"), Pg=_reference(page), Obj=made)

    def _glyphs(self, text: str) -> str:
        codes = []
        for letter in text:
            glyph = self.font.get_nominal_glyph(ord(letter))
            assert glyph, f"no glyph for {letter!r}"
            self.letters[glyph] = letter
            codes.append(f"{glyph:04X}")
        return "".join(codes)

    def _finish_pages(self) -> None:
        for number, (page, drawn) in enumerate(zip(self.pages, self.contents, strict=True)):
            folio = (
                f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT 0 g /F1 {SIZE} Tf 20 15 Td "
                f"<{self._glyphs(str(number + 1))}> Tj ET EMC"
            )
            stream = DecodedStreamObject()
            stream.set_data("\n".join((*drawn, folio)).encode("ascii"))
            page[NameObject("/Contents")] = self.writer._add_object(stream.flate_encode())
            page[NameObject("/StructParents")] = NumberObject(number)
            if "/Annots" in page:
                page[NameObject("/Tabs")] = NameObject("/S")
        font = self._write_font()
        for page in self.pages:
            page[NameObject("/Resources")] = _dictionary(Font=_dictionary(F1=font))

    def _write_parent_tree(self, root: DictionaryObject) -> None:
        numbers = ArrayObject()
        for page, leaves in enumerate(self.leaves):
            numbers.extend([NumberObject(page), self.writer._add_object(ArrayObject(leaves))])
        for number, (_, parent) in enumerate(self.annotations):
            numbers.extend([NumberObject(len(self.pages) + number), parent])
        root[NameObject("/ParentTree")] = self._add({"Nums": numbers})
        root[NameObject("/ParentTreeNextKey")] = NumberObject(len(self.pages) + len(self.annotations))

    def _write_font(self) -> IndirectObject:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self.letters)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS
        program = DecodedStreamObject()
        program.set_data(hb.subset(self.face, wanted).blob.data)
        program[NameObject("/Length1")] = NumberObject(len(program.get_data()))
        scale = 1000 / self.face.upem
        extents = self.font.get_font_extents("ltr")
        descriptor = self._add(
            {
                "Type": NameObject("/FontDescriptor"),
                "FontName": NameObject("/ABCDEF+Lato-Regular"),
                "Flags": NumberObject(32),
                "FontBBox": _numbers(-200, -300, 1300, 1100),
                "Ascent": NumberObject(round(extents.ascender * scale)),
                "Descent": NumberObject(round(extents.descender * scale)),
                "CapHeight": NumberObject(720),
                "ItalicAngle": NumberObject(0),
                "StemV": NumberObject(80),
                "FontFile2": self.writer._add_object(program.flate_encode()),
            }
        )
        widths = ArrayObject()
        for glyph in sorted(self.letters):
            advance = self.font.get_glyph_h_advance(glyph) * scale
            widths.extend([NumberObject(glyph), ArrayObject([FloatObject(round(advance, 3))])])
        descendant = self._add(
            {
                "Type": NameObject("/Font"),
                "Subtype": NameObject("/CIDFontType2"),
                "BaseFont": NameObject("/ABCDEF+Lato-Regular"),
                "FontDescriptor": descriptor,
                "W": widths,
                "DW": NumberObject(0),
                "CIDToGIDMap": NameObject("/Identity"),
                "CIDSystemInfo": _dictionary(
                    Registry=ByteStringObject(b"Adobe"),
                    Ordering=ByteStringObject(b"Identity"),
                    Supplement=NumberObject(0),
                ),
            }
        )
        to_unicode = DecodedStreamObject()
        to_unicode.set_data(_to_unicode(self.letters).encode("ascii"))
        return self._add(
            {
                "Type": NameObject("/Font"),
                "Subtype": NameObject("/Type0"),
                "BaseFont": NameObject("/ABCDEF+Lato-Regular"),
                "Encoding": NameObject("/Identity-H"),
                "DescendantFonts": ArrayObject([descendant]),
                "ToUnicode": self.writer._add_object(to_unicode.flate_encode()),
            }
        )

    def _write_catalog(self, root: IndirectObject) -> None:
        profile = DecodedStreamObject()
        made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
        made[24:36] = bytes(12)  # its date, so that the file is the same whenever it is made
        profile.set_data(bytes(made))
        profile[NameObject("/N")] = NumberObject(3)
        intent = self._add(
            {
                "Type": NameObject("/OutputIntent"),
                "S": NameObject("/GTS_PDFA1"),
                "OutputConditionIdentifier": TextStringObject("sRGB IEC61966-2.1"),
                "DestOutputProfile": self.writer._add_object(profile.flate_encode()),
            }
        )
        metadata = DecodedStreamObject()
        metadata.set_data(METADATA.encode("utf-8"))
        metadata[NameObject("/Type")] = NameObject("/Metadata")
        metadata[NameObject("/Subtype")] = NameObject("/XML")
        catalog = self.writer.root_object
        catalog[NameObject("/OutputIntents")] = ArrayObject([intent])
        catalog[NameObject("/Metadata")] = self.writer._add_object(metadata)
        catalog[NameObject("/StructTreeRoot")] = root
        catalog[NameObject("/MarkInfo")] = _dictionary(Marked=BooleanObject(True))
        catalog[NameObject("/ViewerPreferences")] = _dictionary(DisplayDocTitle=BooleanObject(True))
        catalog[NameObject("/Lang")] = TextStringObject("pl-PL")
        self.writer._info = None


def _leaves(element: Element) -> Iterator[Leaf | Drawn | Annotation]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _leaves(kid)
        else:
            yield kid


def _reference(made: DictionaryObject) -> IndirectObject:
    reference = made.indirect_reference
    assert reference is not None
    return reference


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _numbers(*numbers: float) -> ArrayObject:
    return ArrayObject([FloatObject(number) for number in numbers])


def _attributes(element: Element) -> DictionaryObject:
    made = _dictionary(O=NameObject(f"/{element.owner}"))
    for key, value in element.attributes.items():
        if isinstance(value, str):
            made[NameObject(f"/{key}")] = NameObject(f"/{value}")
        elif isinstance(value, tuple):
            made[NameObject(f"/{key}")] = _numbers(*value)
        else:
            made[NameObject(f"/{key}")] = FloatObject(value)
    return made


def _to_unicode(letters: Mapping[int, str]) -> str:
    rows = "\n".join(
        f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for glyph, letter in sorted(letters.items())
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
