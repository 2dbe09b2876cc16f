"""Takes a cover's content in its new file, gives it without tags and layers, and the fonts it lacks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from layout.output.cover_checks import Unfit
from layout.output.imposition.opening import Unreadable, look_up, tolerate
from layout.output.imposition.scanning import scan_operators

MOST_OBJECTS = 50_000
MOST_CONTENT = 40_000_000
MOST_UNPACKED = 400_000_000
"""Bytes of content streams, and of all streams of a cover, when unpacked."""

CHUNK = 1 << 20

_SET_FONT = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+[-+.\d]+\s+Tf\b")
_MARKED = re.compile(rb"\b(?:BMC|BDC|EMC|MP|DP)\b")
_MARKING = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
"""Operators of marked content (ISO 32000-1, 14.6): they draw nothing."""

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")

Holder = tuple[StreamObject, DictionaryObject]
"""A content stream and the resources it is drawn with."""


def clean_content(writer: PdfWriter, form: IndirectObject) -> list[str]:
    """Take marked content and layers out of `form` and all it draws; names of fonts without a font file.

    Goes through forms, patterns, soft masks and Type 3 glyphs. A cover inside a tagged body is one figure:
    tags of its own would collide with the body's. Fonts that are listed but not used are taken out.
    Raises `Unfit` ("cover-too-complex") or `Unreadable` ("too-big", "broken") before it takes long.
    """
    if len(writer._objects) > MOST_OBJECTS:
        raise Unfit("cover-too-complex")
    _check_unpacked(writer._objects)
    lacking: dict[str, None] = {}
    all_used: list[DictionaryObject] = []
    all_resources: dict[int, DictionaryObject] = {}
    for stream, resources, data in _walk(form):
        fonts = _used_fonts(data, resources)
        lacking.update((_font_name(font), None) for font in fonts if not _is_embedded(font))
        _strip(stream, data)
        all_used += fonts
        all_resources[id(resources)] = resources
    for resources in all_resources.values():
        _drop_unused(resources, {id(font) for font in all_used})
    return list(lacking)


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
    for entry in chain(_values(resources, "/XObject"), _values(resources, "/Pattern")):
        if isinstance(entry, StreamObject):
            entry.pop("/OC", None)
            if entry.get("/Subtype") != "/Image":
                yield entry, resources
    for state in _dictionaries(resources, "/ExtGState"):
        mask = look_up(state, "/SMask")
        group = look_up(mask, "/G") if isinstance(mask, DictionaryObject) else None
        if isinstance(group, StreamObject):
            yield group, resources
    for font in _dictionaries(resources, "/Font"):
        own = look_up(font, "/Resources")
        for glyph in _dictionaries(font, "/CharProcs"):
            if isinstance(glyph, StreamObject):
                yield glyph, own if isinstance(own, DictionaryObject) else resources


def _used_fonts(data: bytes, resources: DictionaryObject) -> list[DictionaryObject]:
    """The fonts a stream sets, by Tf or by a graphics state."""
    used = []
    fonts = look_up(resources, "/Font")
    names = {f"/{name.decode('latin-1')}" for name in _SET_FONT.findall(data)}
    if isinstance(fonts, DictionaryObject):
        used = [font for name in sorted(names) if isinstance(font := look_up(fonts, name), DictionaryObject)]
    for state in _dictionaries(resources, "/ExtGState"):
        entry = look_up(state, "/Font")
        font = entry[0].get_object() if isinstance(entry, ArrayObject) and entry else None
        if isinstance(font, DictionaryObject):
            used.append(font)
    return used


def _drop_unused(resources: DictionaryObject, used: set[int]) -> None:
    """Some programs list Helvetica on every page; unused, it would still count as not embedded."""
    fonts = look_up(resources, "/Font")
    if isinstance(fonts, DictionaryObject):
        for name in list(fonts):
            font = look_up(fonts, name)
            if isinstance(font, DictionaryObject) and id(font) not in used and not _is_embedded(font):
                del fonts[name]


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = look_up(font, "/DescendantFonts")
    if isinstance(descendants, ArrayObject) and descendants:
        descendant = descendants[0].get_object()
        font = descendant if isinstance(descendant, DictionaryObject) else font
    descriptor = look_up(font, "/FontDescriptor")
    if not isinstance(descriptor, DictionaryObject):
        return False
    return any(isinstance(look_up(descriptor, key), StreamObject) for key in FONT_FILES)


def _font_name(font: DictionaryObject) -> str:
    return str(look_up(font, "/BaseFont") or "?").removeprefix("/")


def _strip(stream: StreamObject, data: bytes) -> None:
    """Write the stream anew without marked content, if it has any."""
    if not _MARKED.search(data):
        return
    stream._data = zlib.compress(_unmarked(data))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.pop("/DecodeParms", None)
    stream.decoded_self = None


def _unmarked(data: bytes) -> bytes:
    kept, position = [], 0
    for name, begin, end in scan_operators(data):
        if name in _MARKING:
            kept.append(data[position:begin])
            position = end
    return b"".join((*kept, data[position:]))


def _unpack(stream: StreamObject) -> bytes:
    data = tolerate(stream.get_data, None)
    stream.decoded_self = None
    if data is None:
        raise Unreadable("broken")
    return data


def _values(holder: DictionaryObject, key: str) -> Iterator[PdfObject | None]:
    entries = look_up(holder, key)
    if isinstance(entries, DictionaryObject):
        yield from [look_up(entries, name) for name in entries]


def _dictionaries(holder: DictionaryObject, key: str) -> Iterator[DictionaryObject]:
    return (entry for entry in _values(holder, key) if isinstance(entry, DictionaryObject))


def _check_unpacked(objects: Iterable[PdfObject | None]) -> None:
    """Unpack every Flate stream in passing, keeping nothing, until there is too much."""
    total = 0
    for entry in objects:
        if not isinstance(entry, StreamObject):
            continue
        total += len(entry._data)
        filters = look_up(entry, "/Filter")
        first = filters[0] if isinstance(filters, ArrayObject) and filters else filters
        if first == "/FlateDecode":
            total += sum(_inflate(entry._data, MOST_UNPACKED - total))
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
