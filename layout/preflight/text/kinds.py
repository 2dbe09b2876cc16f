"""Takes a font, gives where its dictionaries and the program embedded for it are of different kinds.

What each key may hold, and for which fonts, stands in ISO 32000-1, table 126.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget
from layout.preflight.text.fonts import FONT_FILES, Font
from layout.preflight.text.programs import GlyphSet, has_known_start

TYPE1, TRUETYPE = "Type 1", "TrueType"
CFF, CFF_KEYED = "CFF", "CFF (CID)"
OPENTYPE, OPENTYPE_KEYED = "OpenType CFF", "OpenType CFF (CID)"

_ONE_BYTE, _GLYPHS, _OUTLINES = ("Type1", "MMType1"), "CIDFontType2", "CIDFontType0"
ALLOWED: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]] = {
    ("FontFile", ""): dict.fromkeys(_ONE_BYTE, (TYPE1,)),
    ("FontFile2", ""): dict.fromkeys(("TrueType", _GLYPHS), (TRUETYPE,)),
    ("FontFile3", "Type1C"): dict.fromkeys(_ONE_BYTE, (CFF,)),
    ("FontFile3", "CIDFontType0C"): {_OUTLINES: (CFF, CFF_KEYED)},
    ("FontFile3", "OpenType"): {
        **dict.fromkeys(_ONE_BYTE, (OPENTYPE,)),
        **dict.fromkeys(("TrueType", _GLYPHS), (TRUETYPE,)),
        _OUTLINES: (OPENTYPE, OPENTYPE_KEYED),
    },
}
"""By key and `Subtype` of the stream: what programs it may hold, by the font's own subtype."""


class EmbeddedStream(NamedTuple):
    """A font's embedded program as the file states it."""

    key: str
    subtype: str
    stream: pdf.Stream


def find_kind_faults(font: Font, descriptor: pdf.Dictionary, budget: Budget) -> Iterator[str]:
    """In a few words what does not fit together; nothing where no program is embedded."""
    files = list(_embedded(descriptor))
    if not files:
        return
    if len(files) > 1:
        yield " + ".join(file.key for file in files)
        return
    (file,) = files
    stated = "/".join(filter(None, (file.key, file.subtype)))
    allowed = ALLOWED.get((file.key, file.subtype))
    if allowed is None:
        yield f"{stated}, Subtype"
    elif font.subtype not in allowed:
        yield f"{font.subtype}, {stated}"
    elif font.program is None:
        if not has_known_start(pdf.decode(file.stream, budget) or b""):
            yield f"{stated}: ?"
    elif (found := kind_of(font.program)) not in allowed[font.subtype]:
        yield f"{font.subtype}, {stated}: {found}"


def kind_of(program: GlyphSet) -> str:
    """What a program is, as the table of kinds calls it."""
    if program.kind == "TrueType":
        return TRUETYPE
    if program.kind == "Type1":
        return TYPE1
    keyed = program.by_cid is not None
    if program.wrapped:
        return OPENTYPE_KEYED if keyed else OPENTYPE
    return CFF_KEYED if keyed else CFF


def _embedded(descriptor: pdf.Dictionary) -> Iterator[EmbeddedStream]:
    for key in FONT_FILES:
        stream = pdf.stream(pdf.raw(descriptor, key))
        if stream is not None:
            subtype = pdf.name(pdf.entry(stream, "Subtype")) if key == "FontFile3" else ""
            yield EmbeddedStream(key, subtype, stream)


def find_unmeasured(font: Font, member: pdf.Dictionary) -> Iterator[str]:
    """Where a font does not say how wide characters are that it shows (ISO 32000-1, tables 111 and 117).

    A composite font that says nothing makes each an em wide: right for Chinese, wrong for letters.
    """
    if font.subtype in ("CIDFontType0", "CIDFontType2"):
        if "/W" not in member and "/DW" not in member:
            advances = font.program.advances if font.program else ()
            shown = (glyph.gid for glyph in font.glyphs.values() if 0 < glyph.gid < len(advances))
            if any(abs(advances[gid] - 1000.0) > 1.0 for gid in shown):
                yield "W"
        return
    widths = pdf.array(pdf.entry(font.dictionary, "Widths"))
    if not widths or "/FirstChar" not in font.dictionary:
        yield "Widths"
        return
    descriptor = pdf.dictionary(pdf.entry(font.dictionary, "FontDescriptor"))
    if "/MissingWidth" in descriptor:
        return
    first = pdf.integer(pdf.entry(font.dictionary, "FirstChar"))
    outside = [
        f"0x{code:02X}"
        for code, glyph in sorted(font.glyphs.items())
        if glyph.present and not 0 <= code - first < len(widths)
    ]
    if outside:
        yield ", ".join(outside[:6])
