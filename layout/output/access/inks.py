"""Takes a designer's cover in the file, gives its process inks a meaning beside sRGB; converts no colour."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import cache

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from layout.output.pdf.objects import make_stream
from layout.output.pdf.opening import look_up
from layout.output.pdf.store import add_object
from layout.resources.places import icc_folder

CONDITION = icc_folder() / "FOGRA39L_coated.icc"
"""What CMYK without a profile is taken for, as in the print edition."""

_SETS_INKS = re.compile(rb"(?:^|\s)[kK](?=\s|$)")
_HEADER, _ENTRY = 128, 12
_KEPT = {b"desc": b"desc", b"cprt": b"cprt", b"wtpt": b"wtpt", b"A2B1": b"A2B0"}
"""Tags of a press profile that say how inks look, and what an input profile calls them (ISO 15076-1, 8.3)."""


def explain_inks(writer: PdfWriter, page: IndirectObject) -> None:
    """Gives a page that uses DeviceCMYK a DefaultCMYK (ISO 19005-2, 6.2.4.3; ISO 32000-1, 8.6.5.6)."""
    entries = list(_reach(page))
    if not any(_uses_inks(entry) for entry in entries):
        return
    profile = make_stream(input_profile(), {"/N": NumberObject(4)})
    space = ArrayObject([NameObject("/ICCBased"), add_object(writer, profile)])
    for entry in entries:
        resources = look_up(entry, "/Resources")
        if isinstance(resources, DictionaryObject):
            spaces = look_up(resources, "/ColorSpace")
            if not isinstance(spaces, DictionaryObject):
                spaces = resources[NameObject("/ColorSpace")] = DictionaryObject()
            spaces.setdefault(NameObject("/DefaultCMYK"), space)


@cache
def input_profile() -> bytes:
    """The condition's profile with only the way from inks to colours: half as long as the whole."""
    press = CONDITION.read_bytes()
    (count,) = struct.unpack(">I", press[_HEADER : _HEADER + 4])
    table = press[_HEADER + 4 : _HEADER + 4 + count * _ENTRY]
    kept = [
        (_KEPT[name], press[start : start + length])
        for name, start, length in struct.iter_unpack(">4sII", table)
        if name in _KEPT
    ]
    offset = _HEADER + 4 + len(kept) * _ENTRY
    index, body = struct.pack(">I", len(kept)), b""
    for name, data in kept:
        index += struct.pack(">4sII", name, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    header = struct.pack(">I", offset + len(body)) + press[4:12] + b"scnr" + press[16:_HEADER]
    return header + index + body


def _reach(start: PdfObject) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that a page is drawn with, once."""
    seen: set[int] = set()
    waiting: list[PdfObject] = [start]
    while waiting:
        value = waiting.pop()
        found = value.get_object()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found if key not in ("/Parent", "/P", "/Pg"))
        elif isinstance(found, ArrayObject):
            waiting.extend(found)


def _uses_inks(entry: DictionaryObject) -> bool:
    """Whether a dictionary names DeviceCMYK, or a stream of operators sets process inks."""
    if any(_names_inks(entry.raw_get(key)) for key in entry):
        return True
    if not isinstance(entry, StreamObject) or entry.get("/Subtype") == "/Image" or "/Length1" in entry:
        return False
    return bool(_SETS_INKS.search(entry.get_data()))


def _names_inks(value: PdfObject) -> bool:
    if isinstance(value, ArrayObject):
        return any(_names_inks(member) for member in value)
    return isinstance(value, NameObject) and value == "/DeviceCMYK"
