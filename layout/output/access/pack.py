"""Takes an opened PDF, gives its bytes, objects in compressed streams, none unused, none twice; changes none.

Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8) are allowed in PDF/A-2.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_A_STREAM = 500
BEST = 9

_IN_STREAM, _IN_FILE = 2, 1
"""Kinds of entries of a cross-reference stream (ISO 32000-1, table 18)."""


def pack(writer: PdfWriter, info: DictionaryObject) -> bytes:
    """The file that `writer` holds; `info` is its document information. Equal input gives equal bytes."""
    root = writer.root_object.indirect_reference
    assert root is not None
    return _Packer(writer).pack(root, writer._add_object(info))


@dataclass(slots=True)
class _Packer:
    """The file in the making: objects are numbered as they are met on the way from the catalog."""

    writer: PdfWriter
    numbers: dict[int, int] = field(default_factory=dict)
    """Old object number -> new one."""
    waiting: list[int] = field(default_factory=list)
    streams: dict[bytes, int] = field(default_factory=dict)
    """Digest of each stream that refers to nothing -> its new number."""
    out: bytearray = field(default_factory=lambda: bytearray(HEADER))
    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)
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
        return self.writer._objects[old - 1] if 0 < old <= len(self.writer._objects) else None

    def _place(self, old: int) -> None:
        number, found = self.numbers[old], self._resolve(old)
        if isinstance(found, StreamObject):
            self._write_stream(number, *_shrink(found))
        else:
            self.loose.append((number, self._spell(found)))

    def _spell(self, value: object) -> bytes:
        """A value as it stands in a file, its references by new numbers."""
        if isinstance(value, IndirectObject):
            return self._refer(value)
        if isinstance(value, DictionaryObject):
            return b"<<" + b"".join(self._spell_entries(value)) + b">>"
        if isinstance(value, ArrayObject):
            return b"[" + b" ".join(self._spell(member) for member in value) + b"]"
        if not isinstance(value, PdfObject):
            return b"null"
        stream = io.BytesIO()
        value.write_to_stream(stream)
        return stream.getvalue()

    def _spell_entries(self, entries: DictionaryObject) -> Iterator[bytes]:
        for key in entries:
            spelt = self._spell(entries.raw_get(key))
            yield self._spell(NameObject(key)) + (b"" if spelt[:1] in b"/[(<" else b" ") + spelt

    def _write_stream(self, number: int, entries: DictionaryObject, data: bytes) -> None:
        self.places[number] = (_IN_FILE, len(self.out), 0)
        spelt = b"".join(self._spell_entries(entries))
        self.out += b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\r\nendstream\nendobj\n" % (
            number,
            spelt,
            len(data),
            data,
        )

    def _write_together(self, objects: list[tuple[int, bytes]]) -> None:
        self.count += 1
        holder, offset, index, bodies = self.count, 0, [], []
        for order, (number, spelt) in enumerate(objects):
            index.append(b"%d %d" % (number, offset))
            bodies.append(spelt)
            offset += len(spelt) + 1
            self.places[number] = (_IN_STREAM, holder, order)
        head = b" ".join(index) + b"\n"
        self.places[holder] = (_IN_FILE, len(self.out), 0)
        data = zlib.compress(head + b"\n".join(bodies), BEST)
        self.out += b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
            holder,
            len(objects),
            len(head),
            len(data),
        )
        self.out += data + b"\r\nendstream\nendobj\n"

    def _write_references(self, ends: dict[str, bytes]) -> None:
        number, start = self.count + 1, len(self.out)
        self.places[number] = (_IN_FILE, start, 0)
        width = (start.bit_length() + 7) // 8
        rows = bytearray(1 + width + 2)
        for key in range(1, number + 1):
            kind, where, order = self.places[key]
            rows += kind.to_bytes(1, "big") + where.to_bytes(width, "big") + order.to_bytes(2, "big")
        data = zlib.compress(bytes(rows), BEST)
        name = hashlib.sha256(self.out).hexdigest()[:32].upper()
        entries = {**ends, "/ID": f"[<{name}><{name}>]".encode(), "/W": b"[1 %d 2]" % width}
        spelt = b"".join(key.encode() + b" " + value for key, value in entries.items())
        self.out += b"%d 0 obj\n<</Type/XRef/Size %d%s/Filter/FlateDecode/Length %d>>\nstream\n%s" % (
            number,
            number + 1,
            spelt,
            len(data),
            data,
        )
        self.out += b"\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


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
    return hashlib.sha256(spelt.getvalue() + b"\0" + stream._data).digest()


def _refers(value: object) -> bool:
    if isinstance(value, DictionaryObject):
        return any(_refers(value.raw_get(key)) for key in value)
    if isinstance(value, ArrayObject):
        return any(_refers(member) for member in value)
    return isinstance(value, IndirectObject)


def _shrink(stream: StreamObject) -> tuple[DictionaryObject, bytes]:
    """A stream's entries and data, deflated as far as it goes; metadata stay text that any tool finds."""
    entries = DictionaryObject({NameObject(key): stream.raw_get(key) for key in stream if key != "/Length"})
    data = bytes(stream._data)
    if entries.get("/Type") == "/Metadata":
        return entries, data
    filters = entries.get("/Filter")
    if filters is None:
        entries[NameObject("/Filter")] = NameObject("/FlateDecode")
        return entries, zlib.compress(data, BEST)
    if filters in ("/FlateDecode", ["/FlateDecode"]) and "/DecodeParms" not in entries:
        anew = zlib.compress(zlib.decompress(data), BEST)
        return entries, min(data, anew, key=len)
    return entries, data
