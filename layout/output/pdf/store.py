"""Takes pypdf's writers and streams, gives what their public side does not reach; decides nothing itself.

The one place that knows pypdf's private attributes: a new version of it is answered here.
"""

from __future__ import annotations

from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)


def add_object(writer: PdfWriter, value: PdfObject) -> IndirectObject:
    """The value as a new indirect object. Public methods add pages and attachments, no object by itself."""
    return writer._add_object(value)


def list_objects(writer: PdfWriter) -> Sequence[PdfObject | None]:
    """Every object by its number less one. Public is only asking for one by its number, which may raise."""
    return writer._objects


def put_object(writer: PdfWriter, reference: IndirectObject, value: PdfObject) -> None:
    """Another value under a number that is taken already, which no public method does."""
    writer._objects[reference.idnum - 1] = value


def set_information(writer: PdfWriter, information: DictionaryObject) -> None:
    """The document information, and nothing else. `add_metadata` keeps what is there: pypdf's own name."""
    writer._info = information


def set_identifier(writer: PdfWriter, fresh: bytes, first: bytes | None = None) -> None:
    """The file identifier (ISO 32000-1, 14.4), its first half `first`, else the file's own, else `fresh`.

    Publicly pypdf makes one from the clock.
    """
    old = ByteStringObject(first) if first else writer._ID[0] if writer._ID else ByteStringObject(fresh)
    writer._ID = ArrayObject([old, ByteStringObject(fresh)])


def encoded_data(stream: StreamObject) -> bytes:
    """A stream's data as they stand in the file. `get_data` undoes the filters."""
    return stream._data


def set_encoded_data(stream: StreamObject, data: bytes) -> None:
    """Data that keep the stream's filters already. `set_data` would pack them, and knows one filter only."""
    stream._data = data
    stream.decoded_self = None


def forget_decoded(stream: StreamObject) -> None:
    """Gives back the memory of decoded data, which pypdf keeps as long as the stream."""
    stream.decoded_self = None
