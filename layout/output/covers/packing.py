"""Takes the objects of a cover's new file, gives them fit for every later reader; judges no content."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from layout.output.covers.checks import Unfit
from layout.output.pdf.store import encoded_data, set_encoded_data
from layout.pdfreading.opening import Unreadable, look_up

MOST_UNPACKED = 400_000_000
"""Bytes of all streams of a cover when unpacked."""
MOST_DEPTH = 150
"""Objects inside one another. pypdf goes through them by recursion and gives up at about 300."""
CHUNK = 1 << 20

_ZLIB_HEADER = 2
"""Bytes in front of the deflated data (RFC 1950, 2.2); a checksum stands behind them."""


def check_depth(form: IndirectObject) -> None:
    """Raises `Unfit` where objects hold one another too deeply; each is looked into once, as copying does."""
    seen: set[int] = set()
    waiting: list[tuple[PdfObject, int]] = [(form, 0)]
    while waiting:
        reference, depth = waiting.pop()
        found = reference.get_object()
        if found is None or id(found) in seen:
            continue
        if depth > MOST_DEPTH:
            raise Unfit("cover-too-complex")
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            waiting.extend((found.raw_get(key), depth + 1) for key in found)
        elif isinstance(found, ArrayObject):
            waiting.extend((item, depth + 1) for item in found)


def mend_streams(objects: Iterable[PdfObject | None]) -> None:
    """Give each Flate stream whose checksum is wrong or missing a right one, as viewers pass over it.

    Every such stream is unpacked in passing, and nothing of it kept. Raises `Unreadable` ("broken") where
    deflated data break off or are spoiled, and ("too-big") where there is too much of them.
    """
    total = 0
    for entry in objects:
        if not isinstance(entry, StreamObject):
            continue
        total += len(encoded_data(entry))
        if str(_first_filter(entry)) == "/FlateDecode":
            total += _mend(entry, MOST_UNPACKED - total)
        if total > MOST_UNPACKED:
            raise Unreadable("too-big")


def _first_filter(stream: StreamObject) -> PdfObject | None:
    filters = look_up(stream, "/Filter")
    return filters[0] if isinstance(filters, ArrayObject) and filters else filters


def _mend(stream: StreamObject, most: int) -> int:
    """The unpacked length of a Flate stream, which is sound then."""
    data = encoded_data(stream)
    if not data.strip():
        set_encoded_data(stream, zlib.compress(b""))
        return 0
    try:
        return _measure(_inflate(data, zlib.MAX_WBITS), most)
    except zlib.error:
        packer = zlib.compressobj()
        packed, length = [], 0
        try:
            for part in _inflate(data[_ZLIB_HEADER:], -zlib.MAX_WBITS):
                length += len(part)
                if length > most:
                    raise Unreadable("too-big") from None
                packed.append(packer.compress(part))
        except zlib.error as error:
            raise Unreadable("broken") from error
        set_encoded_data(stream, b"".join((*packed, packer.flush())))
        return length


def _measure(parts: Iterable[bytes], most: int) -> int:
    length = 0
    for part in parts:
        length += len(part)
        if length > most:
            raise Unreadable("too-big")
    return length


def _inflate(data: bytes, kind: int) -> Iterator[bytes]:
    """The unpacked parts; raises zlib.error where data are spoiled or break off."""
    unpacker = zlib.decompressobj(kind)
    while not unpacker.eof:
        part = unpacker.decompress(data, CHUNK)
        data = unpacker.unconsumed_tail
        if not part and not data and not unpacker.eof:
            raise zlib.error("the data break off")
        yield part
