"""Takes a cover's content in its new file, gives it without tags and layers, and what it lacks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)

from layout.output.covers.checks import Unfit
from layout.output.covers.fonts import SET_FONT, font_name, idle_fonts, is_embedded, used_fonts
from layout.output.covers.groups import drop_idle_groups
from layout.output.pdf.objects import entries_of, named_entries, store_deflated
from layout.output.pdf.opening import Unreadable, look_up, tolerate
from layout.output.pdf.scanning import scan_operators
from layout.output.pdf.store import encoded_data, forget_decoded, list_objects

MOST_OBJECTS = 50_000
MOST_CONTENT = 40_000_000
MOST_UNPACKED = 400_000_000
"""Bytes of content streams, and of all streams of a cover, when unpacked."""

CHUNK = 1 << 20

_MARKED = re.compile(rb"\b(?:BMC|BDC|EMC|MP|DP)\b")
_MARKING = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
"""Operators of marked content (ISO 32000-1, 14.6): they draw nothing."""

_PAINTING = frozenset(
    {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Tj", b"TJ", b"'", b'"', b"ID"}
)
"""Operators that paint (ISO 32000-1, table 51), but `Do`."""

Holder = tuple[StreamObject, DictionaryObject]
"""A content stream and the resources it is drawn with."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning showed: `fonts` that show text and are not embedded; `drawn` if anything is painted."""

    fonts: tuple[str, ...]
    drawn: bool


def clean_content(writer: PdfWriter, form: IndirectObject) -> Cleaned:
    """Take out of `form`, and of all it draws, what does not print: tags, layers, idle groups and fonts.

    Goes through forms, patterns, soft masks and Type 3 glyphs. A cover inside a tagged body is one figure:
    tags of its own would collide with the body's. Fonts in which nothing is shown are taken out.
    Raises `Unfit` ("cover-too-complex") or `Unreadable` ("too-big", "broken") before it takes long.
    """
    objects = list_objects(writer)
    if len(objects) > MOST_OBJECTS:
        raise Unfit("cover-too-complex")
    _check_unpacked(objects)
    walked = list(_walk(form))
    used = used_fonts(walked)
    drop_idle_groups(walked)
    for stream, resources, data in walked:
        _strip(stream, data, idle_fonts(resources, used))
    for resources in {id(resources): resources for _, resources, _ in walked}.values():
        _drop(resources, idle_fonts(resources, used))
    lacking = dict.fromkeys(font_name(font) for font in used if not is_embedded(font))
    return Cleaned(tuple(lacking), any(_draws(resources, data) for _, resources, data in walked))


def _walk(form: IndirectObject) -> Iterator[tuple[StreamObject, DictionaryObject, bytes]]:
    """Each stream of operators once, with the resources it is drawn with and its unpacked content."""
    start = form.get_object()
    assert isinstance(start, StreamObject)
    seen: set[int] = set()
    stack: list[Holder] = [(start, DictionaryObject())]
    unpacked = 0
    while stack:
        stream, inherited = stack.pop()
        if id(stream) in seen:
            continue
        seen.add(id(stream))
        data = _unpack(stream)
        unpacked += len(data)
        if unpacked > MOST_CONTENT:
            raise Unfit("cover-too-complex")
        own = look_up(stream, "/Resources")
        resources = own if isinstance(own, DictionaryObject) else inherited
        yield stream, resources, data
        stack.extend(_held(resources))


def _held(resources: DictionaryObject) -> Iterator[Holder]:
    """Every stream of operators that `resources` can draw."""
    for entry in chain(entries_of(resources, "/XObject"), entries_of(resources, "/Pattern")):
        if isinstance(entry, StreamObject):
            entry.pop("/OC", None)
            if entry.get("/Subtype") != "/Image":
                yield entry, resources
    for state in entries_of(resources, "/ExtGState"):
        mask = look_up(state, "/SMask")
        group = look_up(mask, "/G") if isinstance(mask, DictionaryObject) else None
        if isinstance(group, StreamObject):
            yield group, resources
    for font in entries_of(resources, "/Font"):
        own = look_up(font, "/Resources")
        for glyph in entries_of(font, "/CharProcs"):
            if isinstance(glyph, StreamObject):
                yield glyph, own if isinstance(own, DictionaryObject) else resources


def _draws(resources: DictionaryObject, data: bytes) -> bool:
    """Whether a stream paints anything by itself; forms are streams of their own."""
    pictures = {
        name.removeprefix("/").encode("latin-1", "replace")
        for name, entry in named_entries(resources, "/XObject")
        if isinstance(entry, StreamObject) and entry.get("/Subtype") == "/Image"
    }
    return any(
        operator in _PAINTING
        or (operator == b"Do" and data[begin:end].split()[0].removeprefix(b"/") in pictures)
        for operator, begin, end in scan_operators(data)
    )


def _drop(resources: DictionaryObject, names: Iterable[str]) -> None:
    fonts = look_up(resources, "/Font")
    if isinstance(fonts, DictionaryObject):
        for name in names:
            del fonts[name]


def _strip(stream: StreamObject, data: bytes, idle: Container[str]) -> None:
    """Write the stream anew without marked content and without the setting of `idle` fonts, if it has any."""
    sets_idle = any(f"/{name.decode('latin-1')}" in idle for name in SET_FONT.findall(data))
    if not sets_idle and not _MARKED.search(data):
        return
    store_deflated(stream, _without(data, idle))


def _without(data: bytes, idle: Container[str]) -> bytes:
    kept, position = [], 0
    for operator, begin, end in scan_operators(data):
        if operator in _MARKING or (operator == b"Tf" and _font_of(data[begin:end]) in idle):
            kept.append(data[position:begin])
            position = end
    return b"".join((*kept, data[position:]))


def _font_of(setting: bytes) -> str:
    found = SET_FONT.search(setting)
    return f"/{found[1].decode('latin-1')}" if found else ""


def _unpack(stream: StreamObject) -> bytes:
    data = tolerate(stream.get_data, None)
    forget_decoded(stream)
    if data is None:
        raise Unreadable("broken")
    return data


def _check_unpacked(objects: Iterable[PdfObject | None]) -> None:
    """Unpack every Flate stream in passing, keeping nothing, until there is too much."""
    total = 0
    for entry in objects:
        if not isinstance(entry, StreamObject):
            continue
        data = encoded_data(entry)
        total += len(data)
        filters = look_up(entry, "/Filter")
        first = filters[0] if isinstance(filters, ArrayObject) and filters else filters
        if first == "/FlateDecode":
            total += sum(_inflate(data, MOST_UNPACKED - total))
        if total > MOST_UNPACKED:
            raise Unreadable("too-big")


def _inflate(data: bytes, most: int) -> Iterator[int]:
    """Lengths of the unpacked parts; ends at damage, and soon after `most` bytes."""
    unpacker = zlib.decompressobj()
    try:
        while data and most >= 0:
            part = len(unpacker.decompress(data, CHUNK))
            most -= part
            yield part
            data = unpacker.unconsumed_tail
    except zlib.error:
        return
