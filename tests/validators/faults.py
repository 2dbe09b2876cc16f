"""Takes an open, conforming specimen, breaks one thing in it: an entry of `FAULTS` is one way to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

HEADING = b"/H1 <</MCID 1>> BDC"
"""How the first heading of `specimens.EVERY_KIND` begins on its page."""
Break = Callable[[PdfWriter], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One seeded fault, and how the rule that each gate must name begins; empty: that gate is blind to it."""

    name: str
    break_file: Break
    verapdf: str
    page_validation: str


def objects(writer: PdfWriter, key: str, value: str) -> Iterator[DictionaryObject]:
    """All dictionaries of a file whose `key` is the name `value`."""
    for found in list(writer._objects):
        if isinstance(found, DictionaryObject) and found.get(key) == value:
            yield found


def _drop(*keys: str) -> Break:
    def break_file(writer: PdfWriter) -> None:
        for key in keys:
            del writer.root_object[key]

    return break_file


def _drop_where(key: str, value: str, victim: str) -> Break:
    def break_file(writer: PdfWriter) -> None:
        for found in objects(writer, key, value):
            found.pop(victim, None)

    return break_file


def _set_where(key: str, value: str, victim: str, to: PdfObject) -> Break:
    def break_file(writer: PdfWriter) -> None:
        for found in objects(writer, key, value):
            if victim in found:
                found[NameObject(victim)] = to

    return break_file


def _cut_metadata(start: str, end: str) -> Break:
    """Removes from the XMP what stands between two marks, both included."""

    def break_file(writer: PdfWriter) -> None:
        stream = writer.root_object["/Metadata"].get_object()
        assert isinstance(stream, DecodedStreamObject)
        head, _, rest = stream.get_data().decode().partition(start)
        stream.set_data((head + rest.partition(end)[2]).encode())

    return break_file


def _edit_page(old: bytes, new: bytes) -> Break:
    def break_file(writer: PdfWriter) -> None:
        page = writer.pages[0]
        stream = page["/Contents"].get_object()
        assert isinstance(stream, StreamObject)
        data = stream.get_data()
        assert old in data
        plain = DecodedStreamObject()
        plain.set_data(data.replace(old, new))
        page[NameObject("/Contents")] = writer._add_object(plain)

    return break_file


def _drop_languages(writer: PdfWriter) -> None:
    _drop("/Lang")(writer)
    _drop_where("/Type", "/StructElem", "/Lang")(writer)


def _swap_languages(writer: PdfWriter) -> None:
    twin = {"pl-PL": "cs-CZ", "cs-CZ": "pl-PL"}
    for element in objects(writer, "/Type", "/StructElem"):
        spoken = str(element.get("/Lang"))
        if spoken in twin:
            element[NameObject("/Lang")] = TextStringObject(twin[spoken])


def _leaves_of_page(writer: PdfWriter) -> ArrayObject:
    tree = writer.root_object["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    parents = tree["/ParentTree"]
    assert isinstance(parents, DictionaryObject)
    numbers = parents["/Nums"]
    assert isinstance(numbers, ArrayObject)
    leaves = numbers[1].get_object()
    assert isinstance(leaves, ArrayObject)
    return leaves


def _cross_parents(writer: PdfWriter) -> None:
    leaves = _leaves_of_page(writer)
    leaves[0], leaves[1] = leaves[1], leaves[0]


def _drop_parent_tree(writer: PdfWriter) -> None:
    tree = writer.root_object["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    del tree["/ParentTree"]


def _parts(writer: PdfWriter) -> Iterator[ArrayObject]:
    """The children of each section."""
    for part in objects(writer, "/S", "/Part"):
        kids = part["/K"]
        assert isinstance(kids, ArrayObject)
        yield kids


def _reverse_order(writer: PdfWriter) -> None:
    for kids in _parts(writer):
        kids.reverse()


def _lose_leaf(writer: PdfWriter) -> None:
    """Takes the last paragraph out of the tree; its marked content stays on the page."""
    for kids in _parts(writer):
        kids.pop()


def _add_script(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.beep()"),
        }
    )


def _shorten_parents(writer: PdfWriter) -> None:
    _leaves_of_page(writer).pop()


def _encrypt(writer: PdfWriter) -> None:
    writer.encrypt("", "owner")


NO_TAGS = _drop("/StructTreeRoot", "/MarkInfo")

FAULTS = (
    Fault("untagged", NO_TAGS, "ua1 7.1-11", "ua1 PDFUA1-STRUCT-TREE-ROOT"),
    Fault("untagged, as PDF/A", NO_TAGS, "2a 6.7.3.3-1", "2a PDFA2A-STRUCT-TREE-ROOT"),
    Fault("not marked", _drop("/MarkInfo"), "ua1 6.2-1", "ua1 PDFUA1-TAGGED-DOCUMENT"),
    Fault("no metadata", _drop("/Metadata"), "ua1 7.1-8", "ua1 PDFUA1-METADATA-STRUCTURE"),
    Fault("no metadata, as PDF/A", _drop("/Metadata"), "2a 6.6.2.1-1", "2a PDFA2A-METADATA-STRUCTURE"),
    Fault(
        "no PDF/UA identifier",
        _cut_metadata("<pdfuaid:part>", "</pdfuaid:part>"),
        "ua1 5-1",
        "ua1 PDFUA1-ID-SCHEMA",
    ),
    Fault(
        "no PDF/A identifier",
        _cut_metadata("<pdfaid:part>", "</pdfaid:conformance>"),
        "2a 6.6.4-1",
        "2a PDFA2A-ID-SCHEMA",
    ),
    Fault(
        "undeclared schema",
        _cut_metadata("<pdfaExtension:schemas>", "</pdfaExtension:schemas>"),
        "2a 6.6.2.3.1-1",
        "2a PDFA2A-XMP-PROPERTY-DEFINITION",
    ),
    Fault("no title", _cut_metadata("<dc:title>", "</dc:title>"), "ua1 7.1-9", "ua1 PDFUA1-METADATA-TITLE"),
    Fault("file name shown", _drop("/ViewerPreferences"), "ua1 7.1-10", "ua1 PDFUA1-VIEWER-PREFERENCES"),
    Fault("no language", _drop_languages, "ua1 7.2-34", "ua1 PDFUA1-TEXT-LANGUAGE"),
    Fault("no output intent", _drop("/OutputIntents"), "2a 6.2.4.3-2", "2a PDFA2A-DEVICE-RGB"),
    Fault("script", _add_script, "2a 6.5.1-1", "2a PDFA2A-ACTION-TYPE"),
    Fault("encrypted", _encrypt, "2a unread-0", "2a PDFA2A-ENCRYPTION"),
    Fault(
        "text outside the tags", _edit_page(HEADING, b"/H1 BMC"), "ua1 7.1-3", "ua1 PDFUA1-CONTENT-TAGGING"
    ),
    Fault(
        "artifact inside tags",
        _edit_page(HEADING, HEADING + b" /Artifact BMC EMC"),
        "ua1 7.1-1",
        "ua1 PDFUA1-ARTIFACT-NESTED",
    ),
    Fault(
        "font not embedded",
        _drop_where("/Type", "/FontDescriptor", "/FontFile2"),
        "ua1 7.21.4.1-1",
        "ua1 PDFUA1-FONT-EMBEDDING",
    ),
    Fault(
        "no ToUnicode",
        _drop_where("/Subtype", "/Type0", "/ToUnicode"),
        "ua1 7.21.7-1",
        "ua1 PDFUA1-FONT-UNICODE-MAPPING",
    ),
    Fault(
        "wrong widths",
        _drop_where("/Subtype", "/CIDFontType2", "/W"),
        "ua1 7.21.5-1",
        "ua1 PDFUA1-FONT-GLYPH-WIDTH",
    ),
    Fault(
        "figure without Alt",
        _drop_where("/S", "/Figure", "/Alt"),
        "ua1 7.3-1",
        "ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT",
    ),
    Fault(
        "empty Alt",
        _set_where("/S", "/Figure", "/Alt", TextStringObject("")),
        "ua1 7.3-1",
        "ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT",
    ),
    Fault(
        "skipped heading level",
        _set_where("/S", "/H2", "/S", NameObject("/H3")),
        "ua1 7.4.2-1",
        "ua1 PDFUA1-HEADING-NESTING",
    ),
    Fault(
        "headers without scope", _drop_where("/S", "/TH", "/A"), "ua1 7.5-1", "ua1 PDFUA1-TABLE-HEADERS-SCOPE"
    ),
    Fault(
        "link without Contents",
        _drop_where("/Subtype", "/Link", "/Contents"),
        "ua1 7.18.5-2",
        "ua1 PDFUA1-LINK-CONTENTS",
    ),
    Fault(
        "link outside the tree",
        _drop_where("/Subtype", "/Link", "/StructParent"),
        "ua1 7.18.5-1",
        "ua1 PDFUA1-LINK-LINK-TAG",
    ),
    Fault(
        "unprintable link",
        _drop_where("/Subtype", "/Link", "/F"),
        "2a 6.3.2-1",
        "2a PDFA2A-ANNOTATION-FLAGS-PRESENT",
    ),
    Fault("no tab order", _drop_where("/Type", "/Page", "/Tabs"), "ua1 7.18.3-1", "ua1 PDFUA1-PAGE-TABS"),
    Fault(
        "items outside a list",
        _set_where("/S", "/L", "/S", NameObject("/Div")),
        "ua1 7.2-17",
        "ua1 PDFUA1-LI-PARENT",
    ),
    Fault(
        "unmapped type",
        _set_where("/S", "/Part", "/S", NameObject("/Chapter")),
        "ua1 7.1-5",
        "ua1 PDFUA1-STRUCT-TREE-ROLE-MAP",
    ),
    Fault("no parent tree", _drop_parent_tree, "ua1 7.1-3", "ua1 PDFUA1-LINK-LINK-TAG"),
    Fault("parent tree too short", _shorten_parents, "ua1 7.1-3", ""),
    Fault("unknown MCID", _edit_page(HEADING, b"/H1 <</MCID 99>> BDC"), "ua1 7.1-3", ""),
    Fault("MCID twice", _edit_page(HEADING, b"/H1 <</MCID 2>> BDC"), "", ""),
    Fault("parent tree crossed", _cross_parents, "", ""),
    Fault("text not in the tree", _lose_leaf, "", ""),
    Fault("order reversed", _reverse_order, "", ""),
    Fault("languages swapped", _swap_languages, "", ""),
    Fault("file name as title", _cut_metadata("Dwa brzegi / ", "břehy"), "", ""),
)
"""What is broken, and what each validator says; the last rows are the project's own preflight's to find."""
