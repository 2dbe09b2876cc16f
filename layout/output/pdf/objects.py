"""Takes plain values, gives them as objects of a PDF, and its dictionaries as entries; decides no content."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from layout.draw.entries import Indirect, PdfEntry, PdfName, Reference, StreamEntry
from layout.output.pdf.store import add_object, set_encoded_data
from layout.pdfreading.opening import look_up


def make_dictionary(entries: Mapping[str, PdfObject]) -> DictionaryObject:
    """A dictionary of entries whose keys have their slash."""
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def make_array(sides: Iterable[float]) -> ArrayObject:
    """A rectangle's four numbers, to a ten-thousandth of a point."""
    return ArrayObject(FloatObject(round(side, 4)) for side in sides)


def make_stream(data: bytes, entries: Mapping[str, PdfObject]) -> StreamObject:
    """A stream whose data stand in the file as they are."""
    made = StreamObject()
    made.set_data(data)
    made.update(make_dictionary(entries))
    return made


def make_deflated(data: bytes, entries: Mapping[str, PdfObject]) -> StreamObject:
    """A stream whose data stand in the file deflated."""
    made = EncodedStreamObject()
    store_deflated(made, data)
    made.update(make_dictionary(entries))
    return made


def store_deflated(stream: StreamObject, data: bytes) -> None:
    """Other data in a stream, whatever it was packed with."""
    set_encoded_data(stream, zlib.compress(data))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.pop("/DecodeParms", None)


Adding = Callable[[PdfObject], IndirectObject]
"""Makes a value an object of the file and gives its reference."""


_NUMBERS: Mapping[type, Callable[[Any], PdfObject]] = {
    bool: BooleanObject,
    int: NumberObject,
    float: FloatObject,
}


def spell_object(value: PdfEntry, add: Adding) -> PdfObject:
    """The value as pypdf's objects; `add` gives what stands by reference its number, inner ones first."""
    match value:
        case Reference(name):
            raise KeyError(f"{name}: pypdf's objects have numbers, no names")
        case str():
            return NameObject(f"/{value}") if isinstance(value, PdfName) else TextStringObject(value)
        case int() | float():
            return _NUMBERS[type(value)](value)
        case tuple():
            return ArrayObject(spell_object(item, add) for item in value)
        case Indirect(inner):
            return add(spell_object(inner, add))
        case StreamEntry(entries, data, packed):
            return _spell_stream(_spell_entries(entries, add), data, packed)
        case _:
            return make_dictionary(_spell_entries(value, add))


def _spell_entries(entries: Mapping[str, PdfEntry], add: Adding) -> dict[str, PdfObject]:
    return {f"/{key}": spell_object(entry, add) for key, entry in entries.items()}


def _spell_stream(entries: Mapping[str, PdfObject], data: bytes, packed: bool) -> StreamObject:
    if not packed:
        return make_deflated(data, entries)
    made = EncodedStreamObject() if "/Filter" in entries else StreamObject()
    set_encoded_data(made, data)
    made.update(make_dictionary(entries))
    return made


def make_metadata(packet: bytes) -> StreamObject:
    """An XMP packet, uncompressed so that programs that know no PDF find it (ISO 32000-1, 14.3.2)."""
    return make_stream(packet, {"/Type": NameObject("/Metadata"), "/Subtype": NameObject("/XML")})


def add_operators(writer: PdfWriter, operators: str) -> IndirectObject:
    """A content stream as an object of the file."""
    return add_object(writer, make_stream(operators.encode("ascii"), {}))


def as_dictionary(value: PdfObject | None) -> DictionaryObject:
    """The value, or an empty dictionary where it is none."""
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def named_entries(holder: DictionaryObject, key: str) -> Iterator[tuple[str, DictionaryObject]]:
    """The dictionaries and streams in a dictionary of `holder`, each with its name; damaged ones left out."""
    entries = as_dictionary(look_up(holder, key))
    for name in entries:
        entry = look_up(entries, name)
        if isinstance(entry, DictionaryObject):
            yield name, entry


def entries_of(holder: DictionaryObject, key: str) -> list[DictionaryObject]:
    """The dictionaries and streams in a dictionary of `holder`; damaged ones left out."""
    return [entry for _, entry in named_entries(holder, key)]


def page_tree(writer: PdfWriter) -> tuple[IndirectObject, DictionaryObject]:
    """The root of a new file's page tree: its reference and itself."""
    root = writer.root_object.raw_get("/Pages")
    tree = root.get_object()
    assert isinstance(root, IndirectObject) and isinstance(tree, DictionaryObject)
    return root, tree


def set_pages(writer: PdfWriter, pages: Sequence[PdfObject]) -> None:
    """Hangs pages that are objects of the file already into its tree, in place of all others."""
    _, tree = page_tree(writer)
    tree[NameObject("/Kids")] = ArrayObject(pages)
    tree[NameObject("/Count")] = NumberObject(len(pages))


def write_file(writer: PdfWriter) -> bytes:
    """The file that `writer` holds."""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
