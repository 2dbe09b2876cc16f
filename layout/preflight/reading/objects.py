"""Takes the bytes of any PDF, gives its objects by kind, broken ones as nothing; never interprets them."""

from __future__ import annotations

import logging
import math
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError
from pypdf.filters import ASCII85Decode, ASCIIHexDecode, decode_stream_data
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.pdfreading.indexed import IndexedReader
from layout.preflight.reading.limits import Budget, Limits

BROKEN = (
    PyPdfError,
    DependencyError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What reading a broken file may raise inside pypdf or the standard library."""

Stream = StreamObject
Reader = PdfReader
Dictionary = Mapping[str, object]
Array = Sequence[object]

FAR = 1e7
"""Coordinates beyond this are broken; half a million sheets wide, still exact in floating point."""

FILTER_NAMES = {
    "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode",
    "LZW": "LZWDecode",
    "Fl": "FlateDecode",
    "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}
"""Short names of filters in inline images (ISO 32000-1, table 94)."""


def resolve(value: object) -> object:
    """The object behind a reference; None where it is missing or broken."""
    try:
        for _ in range(8):
            if not isinstance(value, IndirectObject):
                break
            value = value.get_object()
    except BROKEN:
        return None
    return None if isinstance(value, NullObject | IndirectObject) else value


def reference(reader: PdfReader, at: int) -> object:
    """A reference to an object by its number."""
    return IndirectObject(at, 0, reader)


def dictionary(value: object) -> Dictionary:
    """A dictionary (a stream's too), empty where the value is something else; values unresolved."""
    found = resolve(value)
    return found if isinstance(found, DictionaryObject) else {}


def entry(mapping: Dictionary, key: str) -> object:
    """The value of `/key`, resolved."""
    return resolve(raw(mapping, key))


def raw(mapping: Dictionary, key: str) -> object:
    """The value of `/key`, a reference left as it is."""
    if isinstance(mapping, DictionaryObject):
        return dict.get(mapping, f"/{key}")
    return mapping.get(f"/{key}")


def array(value: object) -> Array:
    """An array, empty where the value is something else."""
    found = resolve(value)
    return found if isinstance(found, ArrayObject) else ()


def stream(value: object) -> Stream | None:
    """A stream, or None."""
    found = resolve(value)
    return found if isinstance(found, StreamObject) else None


def number(value: object, otherwise: float = 0.0) -> float:
    """A finite number of bearable size, or `otherwise`."""
    found = resolve(value)
    if isinstance(found, BooleanObject | bool) or not isinstance(found, int | float):
        return otherwise
    try:
        real = float(found)
    except OverflowError:
        return otherwise
    return real if math.isfinite(real) and abs(real) < FAR else otherwise


def integer(value: object, otherwise: int = 0) -> int:
    """A whole number, or `otherwise`."""
    return int(number(value, float(otherwise)))


def numbers(value: object) -> tuple[float, ...]:
    """The numbers of an array, 0 for what is none."""
    return tuple(number(item) for item in array(value))


def truth(value: object, otherwise: bool = False) -> bool:
    """A boolean, or `otherwise`."""
    found = resolve(value)
    if isinstance(found, BooleanObject):
        return bool(found.value)
    return found if isinstance(found, bool) else otherwise


def name(value: object) -> str:
    """A name without its slash, empty where the value is none."""
    found = resolve(value)
    return found[1:] if isinstance(found, NameObject) and found.startswith("/") else ""


def text(value: object) -> str:
    """A text string, empty where the value is none."""
    found = resolve(value)
    if isinstance(found, TextStringObject):
        return str(found)
    if isinstance(found, ByteStringObject):
        return bytes(found).decode("latin-1")
    return ""


def octets(value: object) -> bytes:
    """A string's bytes as they stand in the file."""
    found = resolve(value)
    if isinstance(found, TextStringObject):
        try:
            return found.original_bytes
        except BROKEN:
            return b""
    return bytes(found) if isinstance(found, ByteStringObject) else b""


def items(value: object) -> list[tuple[str, object]]:
    """A dictionary's entries, keys without the slash, values unresolved, in a fixed order."""
    found = dictionary(value)
    return sorted(((str(key)[1:], raw(found, str(key)[1:])) for key in found), key=lambda pair: pair[0])


def lying_in(value: object) -> Iterator[object]:
    """An object and everything in it, keys too; what it refers to is left out."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        yield found
        if isinstance(found, DictionaryObject):
            waiting += [part for pair in dict.items(found) for part in pair]
        elif isinstance(found, ArrayObject):
            waiting += list(found)


def write_into(value: object, sink: Callable[[bytes], object]) -> bool:
    """Gives an object's bytes, as a file would have them, to `sink`; False where that fails."""
    try:
        (value or NullObject()).write_to_stream(_Sink(sink))  # type: ignore[attr-defined]
    except BROKEN:
        return False
    return True


class _Sink:
    """As much of a binary file as pypdf writes to."""

    def __init__(self, sink: Callable[[bytes], object]) -> None:
        self.write = sink


def is_reference(value: object) -> bool:
    """Whether a value only refers to an object."""
    return isinstance(value, IndirectObject)


def written_size(value: object) -> tuple[str, float] | None:
    """What PDF limits of a value: its kind and its amount or bytes; None for what is no such value."""
    if isinstance(value, NameObject):
        return "name", len(value.encode("utf-8", "replace")) - 1
    if isinstance(value, TextStringObject | ByteStringObject):
        return "string", len(octets(value))
    if isinstance(value, BooleanObject | bool):
        return None
    if isinstance(value, int):
        return "integer", abs(value)
    return ("real", abs(float(value))) if isinstance(value, float) else None


def object_number(value: object) -> int:
    """The number of the object a reference names, or under which an object was read; 0 if direct."""
    if isinstance(value, IndirectObject):
        return int(value.idnum)
    reference = getattr(value, "indirect_reference", None)
    return int(reference.idnum) if isinstance(reference, IndirectObject) else 0


def identity(value: object) -> int:
    """A key that tells one object from another while its file is open."""
    return object_number(value) or -id(value)


def filters(value: Dictionary) -> tuple[str, ...]:
    """A stream's filters, first to undo first, by their long names."""
    found = entry(value, "Filter") or entry(value, "F")
    names = [name(found)] if isinstance(found, NameObject) else [name(item) for item in array(found)]
    return tuple(FILTER_NAMES.get(item, item) for item in names if item)


def decode(value: Stream, budget: Budget, most: int | None = None) -> bytes | None:
    """A stream's data with its filters undone, at most `most` bytes; None where that fails."""
    limit = most or budget.limits.stream_bytes
    try:
        with apply_configuration(
            zlib_maximum_output_length=limit,
            lzw_maximum_output_length=limit,
            run_length_maximum_output_length=limit,
            jbig2dec_binary=None,
        ):
            data = decode_stream_data(value) if filters(value) else value.get_data()[:limit]
    except BROKEN:
        return None
    budget.spend_bytes(len(data))
    return bytes(data)


def packed(value: Stream) -> bytes:
    """A stream's data as they stand in the file."""
    return StreamObject.get_data(value)


def undo_letters(written: str, data: bytes) -> bytes | None:
    """Data that a filter spelt as letters; None for other filters, or where they are not well spelt."""
    undo = {"ASCIIHexDecode": ASCIIHexDecode.decode, "ASCII85Decode": ASCII85Decode.decode}.get(written)
    try:
        return None if undo is None else bytes(undo(data))
    except BROKEN:
        return None


def open_reader(data: bytes) -> PdfReader:
    """A reader of a file, which finds what is misplaced where an imposer does; raises one of `BROKEN`."""
    return IndexedReader(data)


class Document(Struct, frozen=True, kw_only=True):
    """An opened file: its reader, its bytes' header and tail, and what pypdf had to mend."""

    reader: PdfReader
    header: str
    header_at: int
    size: int
    complaints: list[str]
    streamed: bool
    """True with cross-reference streams or object streams (PDF 1.5)."""

    @property
    def trailer(self) -> Dictionary:
        return self.reader.trailer

    @property
    def catalog(self) -> Dictionary:
        return self.reader.root_object


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Gathers what pypdf complains of inside the block (the first hundred), and keeps it off the screen."""
    heard: list[str] = []
    logger = logging.getLogger("pypdf")

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if len(heard) < 100:
                heard.append(record.getMessage())

    ear, propagated = Ear(), logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagated


_HEADER = late_pattern(rb"%PDF-(\d{1,2}\.\d{1,2})")


def find_header(data: bytes) -> tuple[str, int]:
    """The version a header states and where it stands; ("", -1) without one in the first 1024 bytes."""
    found = _HEADER.search(data, 0, 1024)
    return (found.group(1).decode("ascii"), found.start()) if found else ("", -1)


def is_streamed(data: bytes) -> bool:
    """Whether a file has cross-reference streams; their dictionaries are never packed."""
    return re.search(rb"/Type\s*/XRef\b", data) is not None


def walk_pages(catalog: Dictionary, limits: Limits) -> Iterator[tuple[Dictionary, Dictionary]]:
    """Each page's dictionary with the attributes it inherits (ISO 32000-1, 7.7.3), in order."""
    waiting: list[tuple[object, Dictionary]] = [(raw(catalog, "Pages"), {})]
    seen: set[int] = set()
    while waiting and len(seen) <= limits.objects:
        value, inherited = waiting.pop()
        node = dictionary(value)
        if not node or (identity(node) in seen and "/Kids" in node):
            continue
        seen.add(identity(node))
        own = {key: raw(node, key[1:]) for key in _INHERITED if key in node}
        passed = {**inherited, **own}
        if "/Kids" in node and name(raw(node, "Type")) != "Page":
            waiting.extend((kid, passed) for kid in reversed(array(raw(node, "Kids"))))
        else:
            yield node, passed


_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
