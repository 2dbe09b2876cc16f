"""Takes faces that content brings, reports what cannot or may not be set and embedded; mends nothing.

What a file must have stands in the OpenType specification: the font file, and OS/2 for `fsType`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from layout.model.diagnostic import Diagnostic, Severity
from layout.model.fonts import FontFace
from layout.model.values import Listed, SystemReason, Values
from layout.pdfreading.bounded import open_regular
from layout.text.fonts.font_files import OpenedFont, cut_font, open_font

SFNT = (b"\0\1\0\0", b"true", b"OTTO")
"""How TrueType and OpenType files begin."""
OTHER_FORMATS: Mapping[bytes, tuple[str, Values]] = {
    b"wOFF": ("font-web", {"kind": "WOFF"}),
    b"wOF2": ("font-web", {"kind": "WOFF2"}),
    b"ttcf": ("font-collection", {}),
    b"%!": ("font-postscript", {}),
    b"\x80\1": ("font-postscript", {}),
}
"""What is told of a file that begins otherwise."""
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
OUTLINES = ("glyf", "CFF ", "CFF2")

USAGE, RESTRICTED = 0x000E, 0x0002
NO_SUBSET, BITMAPS_ONLY = 0x0100, 0x0200
"""Bits of `fsType`; of several kinds of usage the most liberal holds, so restricted is nothing but that."""
TRIED = "aąčďęěłńřśťůźżAŁŽ0.,-"
"""Letters that a font of whatever use has some of: cut out once to see whether it can be."""


def find_unfit_fonts(faces: Iterable[FontFace]) -> Iterator[Diagnostic]:
    """What is wrong with the files of `faces` that content describes, each at its place there."""
    for face in faces:
        if face.where is not None:
            found = _find_fault(face)
            if found is not None:
                code, values, severity = found
                yield Diagnostic(code, face.where, {"file": Path(face.path).name, **values}, severity)


Fault = tuple[str, Values, Severity]


def _find_fault(face: FontFace) -> Fault | None:
    try:
        with open_regular(Path(face.path)) as file:
            head = file.read(12)
            directory = file.read(16 * int.from_bytes(head[4:6], "big")) if head[:4] in SFNT else b""
            size = file.seek(0, 2)
    except OSError as error:
        return "font-file-unread", {"reason": SystemReason.of(error)}, Severity.ERROR
    if head[:4] not in SFNT:
        kinds = (found for start, found in OTHER_FORMATS.items() if head.startswith(start))
        code, values = next(kinds, ("font-unknown", {}))
        return code, values, Severity.ERROR
    tables = _read_directory(directory)
    cut_off = sorted(tag for tag, (start, length) in tables.items() if start + length > size)
    lacking = [tag for tag in NEEDED if not tables.get(tag, (0, 0))[1]]
    if cut_off or lacking:
        return "font-broken", {"parts": Listed(tuple(cut_off or lacking))}, Severity.ERROR
    if not any(tables.get(tag, (0, 0))[1] for tag in OUTLINES):
        return "font-without-outlines", {}, Severity.ERROR
    return _find_inside(face)


def _read_directory(directory: bytes) -> dict[str, tuple[int, int]]:
    """Where each table starts and how long it is, in bytes."""
    whole = directory[: len(directory) // 16 * 16]
    return {
        tag.decode("latin-1"): (start, length)
        for tag, _, start, length in struct.iter_unpack(">4sIII", whole)
    }


def _find_inside(face: FontFace) -> Fault | None:
    """What is wrong with a font that has all its parts."""
    opened = open_font(face)
    rights = opened.face.reference_table("OS/2").data[8:10]
    usage = int.from_bytes(rights, "big")
    if usage & USAGE == RESTRICTED or usage & BITMAPS_ONLY:
        return "font-forbidden", {}, Severity.ERROR
    if usage & NO_SUBSET:
        return "font-whole", {}, Severity.ERROR
    part = _find_broken(opened)
    if part:
        return "font-broken", {"parts": part}, Severity.ERROR
    if not opened.font.get_nominal_glyph(0x20):
        return "font-no-space", {}, Severity.ERROR
    return _find_weight(face, opened)


def _find_broken(opened: OpenedFont) -> str | None:
    """A part that HarfBuzz cannot make sense of."""
    face: Any = opened.face
    if not face.glyph_count:
        return "maxp"
    if not 16 <= int.from_bytes(face.reference_table("head").data[18:20], "big") <= 16384:
        return "head"
    if not face.unicodes:
        return "cmap"
    try:
        found = (opened.font.get_nominal_glyph(ord(letter)) for letter in TRIED)
        cut, _ = cut_font(opened, {0, *(glyph for glyph in found if glyph)})
    except RuntimeError:
        return next(tag for tag in OUTLINES if face.reference_table(tag).data)
    # Outlines that vary along axes which the font does not name stay as they are.
    return "fvar" if _varies(bytes(cut.reference_table("CFF2").data)) else None


VARIATION_STORE = 24
"""The operator of a Top DICT behind which what varies is told (OpenType, CFF2, table 9)."""


def _varies(outlines: bytes) -> bool:
    """Whether the Top DICT of a CFF2 table tells of outlines that vary."""
    if len(outlines) < 5:
        return False
    start = outlines[2]
    top = iter(outlines[start : start + int.from_bytes(outlines[3:5], "big")])
    for byte in top:
        if byte == VARIATION_STORE:
            return True
        operands = {28: 2, 29: 4, 12: 1}.get(byte, int(247 <= byte <= 254))
        for _ in range(operands):
            next(top, None)
        if byte == 30:
            next((half for half in top if 0xF in (half >> 4, half & 0xF)), None)
    return False


def _find_weight(face: FontFace, opened: OpenedFont) -> Fault | None:
    """A weight that a variable font does not reach."""
    place = opened.axes.get("wght", float(face.weight_class))
    if place == face.weight_class:
        return None
    values: Values = {"weight": face.weight, "used": f"{place:g}"}
    return "font-weight-axis", values, Severity.WARNING
