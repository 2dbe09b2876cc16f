"""Takes a designer's cover in the file, gives its process inks a meaning beside sRGB; converts no colour."""

from __future__ import annotations

import struct
from functools import cache

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from layout.output.pdf.objects import make_stream
from layout.output.pdf.scanning import operand_names, scan_operators
from layout.output.pdf.store import add_object
from layout.output.pdf.walk import HeldContent, all_contents, page_contents, reach_objects, walk_contents
from layout.pdfreading.opening import look_up, tolerate
from layout.resources.places import icc_folder

CONDITION = icc_folder() / "FOGRA39L_coated.icc"
"""What CMYK without a profile is taken for, as in the print edition."""

_PROCESS = frozenset({b"k", b"K"})
_SPACES = frozenset({b"cs", b"CS", b"ID"})
"""Operators that name a colour space (ISO 32000-1, 8.6.8 and 8.9.7)."""
_INK_NAMES = frozenset({"/DeviceCMYK", "/CMYK"})

_HEADER, _ENTRY = 128, 12
_KEPT = {b"desc": b"desc", b"cprt": b"cprt", b"wtpt": b"wtpt", b"A2B1": b"A2B0"}
"""Tags of a press profile that say how inks look, and what an input profile calls them (ISO 15076-1, 8.3)."""


def explain_inks(writer: PdfWriter, page: IndirectObject) -> None:
    """Gives a page that uses DeviceCMYK a DefaultCMYK (ISO 19005-2, 6.2.4.3; ISO 32000-1, 8.6.5.6)."""
    held = page.get_object()
    assert isinstance(held, DictionaryObject)
    contents = list(walk_contents(page_contents(held), all_contents))
    if not any(map(_uses_inks, reach_objects(page))) and not any(map(_sets_inks, contents)):
        return
    profile = make_stream(input_profile(), {"/N": NumberObject(4)})
    space = ArrayObject([NameObject("/ICCBased"), add_object(writer, profile)])
    for _, resources in contents:
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


def _uses_inks(entry: DictionaryObject) -> bool:
    """Whether a dictionary or a stream's names DeviceCMYK."""
    return any(_names_inks(entry.raw_get(key)) for key in entry)


def _sets_inks(content: HeldContent) -> bool:
    """Whether a stream sets process inks, or has a picture in them among its operators."""
    data = tolerate(content.stream.get_data, b"")
    return any(
        operator[0] in _PROCESS
        or (operator[0] in _SPACES and not _INK_NAMES.isdisjoint(operand_names(data, operator)))
        for operator in scan_operators(data)
    )


def _names_inks(value: PdfObject) -> bool:
    """Whether a value is DeviceCMYK, or an array that names it."""
    if isinstance(value, ArrayObject):
        return any(_names_inks(member) for member in value)
    return isinstance(value, NameObject) and value == "/DeviceCMYK"
