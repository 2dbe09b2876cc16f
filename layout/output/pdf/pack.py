"""Takes an opened PDF, gives its bytes, objects in compressed streams, none unused, none twice; changes none.

Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8) are allowed in PDF/A-2.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from layout.model.records import Struct, field
from layout.output.pdf.store import add_object, encoded_data, list_objects

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_A_STREAM = 500
BEST = 9

FREE, IN_FILE, IN_STREAM = range(3)
"""Kinds of entries of a cross-reference stream (ISO 32000-1, table 18)."""

Place = tuple[int, int, int]
"""Where an object is: its kind, then its offset and 0, or its stream's number and its place there."""


def pack(writer: PdfWriter, info: DictionaryObject) -> bytes:
    """The file that `writer` holds; `info` is its document information. Equal input gives equal bytes."""
    root = writer.root_object.indirect_reference
    assert root is not None
    return _Packer(writer=writer).pack(root, add_object(writer, info))


class _Packer(Struct, kw_only=True):
    """The file in the making: objects are numbered as they are met on the way from the catalog."""

    writer: PdfWriter
    numbers: dict[int, int] = field(default_factory=dict)
    """Old object number -> new one."""
    waiting: list[int] = field(default_factory=list)
    streams: dict[bytes, int] = field(default_factory=dict)
    """Digest of each stream that refers to nothing -> its new number."""
    out: bytearray = field(default_factory=lambda: bytearray(HEADER))
    places: dict[int, Place] = field(default_factory=dict)
    loose: list[tuple[int, bytes]] = field(default_factory=list)
    count: int = 0

    def pack(self, root: IndirectObject, info: IndirectObject) -> bytes:
        ends = {"/Root": self._refer(root), "/Info": self._refer(info)}
        at = 0
        while at < len(self.waiting):
            self._place(self.waiting[at])
            at += 1
        for start in range(0, len(self.loose), OBJECTS_A_STREAM):
            self._write_together(self.loose[start : start + OBJECTS_A_STREAM])
        self._write_references(ends)
        return bytes(self.out)

    def _refer(self, reference: IndirectObject) -> bytes:
        """The reference by the object's new number, which it is given when first met."""
        old = reference.idnum
        number = self.numbers.get(old)
        if number is None:
            number = self._number(old)
        return b"%d 0 R" % number

    def _number(self, old: int) -> int:
        found = self._resolve(old)
        digest = _digest(found) if isinstance(found, StreamObject) else None
        number = self.streams.get(digest) if digest else None
        if number is None:
            self.count += 1
            number = self.count
            self.waiting.append(old)
            if digest:
                self.streams[digest] = number
        self.numbers[old] = number
        return number

    def _resolve(self, old: int) -> PdfObject | None:
        objects = list_objects(self.writer)
        return objects[old - 1] if 0 < old <= len(objects) else None

    def _place(self, old: int) -> None:
        number, found = self.numbers[old], self._resolve(old)
        if isinstance(found, StreamObject):
            self._write_stream(number, *shrink(found))
        else:
            self.loose.append((number, spell(found, self._refer)))

    def _write_stream(self, number: int, entries: DictionaryObject, data: bytes) -> None:
        self.places[number] = (IN_FILE, len(self.out), 0)
        self.out += write_stream(number, spell(entries, self._refer)[2:-2], data)

    def _write_together(self, objects: list[tuple[int, bytes]]) -> None:
        self.count += 1
        self.places[self.count] = (IN_FILE, len(self.out), 0)
        self.places |= {number: (IN_STREAM, self.count, order) for order, (number, _) in enumerate(objects)}
        self.out += write_object_stream(self.count, objects)

    def _write_references(self, ends: dict[str, bytes]) -> None:
        number = self.count + 1
        self.places |= {0: (FREE, 0, 0), number: (IN_FILE, len(self.out), 0)}
        name = hashlib.sha256(self.out).hexdigest()[:32].upper()
        told = {**ends, "/ID": f"[<{name}><{name}>]".encode()}
        entries = b"".join(key.encode() + b" " + value for key, value in told.items())
        self.out += write_references(number, self.places, entries)


def spell(value: object, refer: Callable[[IndirectObject], bytes]) -> bytes:
    """A value as it stands in a file; `refer` spells its references."""
    if isinstance(value, IndirectObject):
        return refer(value)
    if isinstance(value, NameObject):
        return _spell_name(value)
    if isinstance(value, DictionaryObject):
        return b"<<" + b"".join(_spell_entries(value, refer)) + b">>"
    if isinstance(value, ArrayObject):
        return b"[" + b" ".join(spell(member, refer) for member in value) + b"]"
    return _spell_plain(value) if isinstance(value, PdfObject) else b"null"


def _spell_plain(value: PdfObject) -> bytes:
    stream = io.BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()


@lru_cache(maxsize=2_000)
def _spell_name(name: NameObject) -> bytes:
    """A name; the same few stand in every object."""
    return _spell_plain(name)


def _spell_entries(entries: DictionaryObject, refer: Callable[[IndirectObject], bytes]) -> Iterator[bytes]:
    for key in entries:
        spelt = spell(entries.raw_get(key), refer)
        yield _spell_name(NameObject(key)) + (b"" if spelt[:1] in b"/[(<" else b" ") + spelt


def write_stream(number: int, entries: bytes, data: bytes) -> bytes:
    """A stream object; CR LF ends its data, which no reader takes for a part of them."""
    return b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\r\nendstream\nendobj\n" % (
        number,
        entries,
        len(data),
        data,
    )


def write_object_stream(number: int, objects: Sequence[tuple[int, bytes]]) -> bytes:
    """An object stream (ISO 32000-1, 7.5.7) of objects by their numbers."""
    offset, index = 0, []
    for held, spelt in objects:
        index.append(b"%d %d" % (held, offset))
        offset += len(spelt) + 1
    head = b" ".join(index) + b"\n"
    data = zlib.compress(head + b"\n".join(spelt for _, spelt in objects), BEST)
    entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head))
    return write_stream(number, entries, data)


def write_references(number: int, places: Mapping[int, Place], entries: bytes) -> bytes:
    """A cross-reference stream (ISO 32000-1, 7.5.8) of `places`, its own among them, and the file's end."""
    start = places[number][1]
    width = (start.bit_length() + 7) // 8
    keys = sorted(places)
    rows = b"".join(
        places[key][0].to_bytes(1, "big")
        + places[key][1].to_bytes(width, "big")
        + places[key][2].to_bytes(2, "big")
        for key in keys
    )
    index = (
        b" ".join(b"%d 1" % key for key in keys) if keys != list(range(len(keys))) else b"0 %d" % len(keys)
    )
    told = b"/Type/XRef/Size %d/Index[%s]/W[1 %d 2]%s/Filter/FlateDecode" % (
        number + 1,
        index,
        width,
        entries,
    )
    return write_stream(number, told, zlib.compress(rows, BEST)) + b"startxref\n%d\n%%%%EOF\n" % start


def _digest(stream: StreamObject) -> bytes | None:
    """What two streams must share to be one; None where the stream refers to other objects."""
    spelt = io.BytesIO()
    for key in sorted(stream):
        value = stream.raw_get(key)
        if _refers(value):
            return None
        if key != "/Length":
            spelt.write(key.encode())
            value.write_to_stream(spelt)
    return hashlib.sha256(spelt.getvalue() + b"\0" + encoded_data(stream)).digest()


def _refers(value: object) -> bool:
    if isinstance(value, DictionaryObject):
        return any(_refers(value.raw_get(key)) for key in value)
    if isinstance(value, ArrayObject):
        return any(_refers(member) for member in value)
    return isinstance(value, IndirectObject)


def shrink(stream: StreamObject) -> tuple[DictionaryObject, bytes]:
    """A stream's entries and data, deflated as far as it goes; metadata stay text that any tool finds.

    Data that cannot be unpacked, as another program's may not be, stay as they are.
    """
    entries = DictionaryObject({NameObject(key): stream.raw_get(key) for key in stream if key != "/Length"})
    data = bytes(encoded_data(stream))
    if entries.get("/Type") == "/Metadata":
        return entries, data
    filters = entries.get("/Filter")
    if filters is None:
        entries[NameObject("/Filter")] = NameObject("/FlateDecode")
        return entries, zlib.compress(data, BEST)
    if filters in ("/FlateDecode", ["/FlateDecode"]) and "/DecodeParms" not in entries:
        with suppress(zlib.error):
            return entries, min(data, zlib.compress(zlib.decompress(data), BEST), key=len)
    return entries, data
