"""Takes a font in which text is shown, notes where dictionary, encoding and program disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.model.patterns import late_pattern
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget
from layout.preflight.text.fonts import Font
from layout.preflight.text.kinds import find_kind_faults, find_unmeasured

Remark = tuple[str, str]
"""What is wrong (a key of the rules), and a word that says where."""

TOLERANCE = 1.0
"""Thousandths of an em by which a width may differ from the program's: dictionaries round."""

_FAMILIES: Mapping[str, str] = {
    "GB1": "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16",
    "CNS1": "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16",
    "Japan1": "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 "
    "UniJIS-UCS2-HW UniJIS-UTF16",
    "Korea1": "KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16",
}
PREDEFINED: Mapping[str, str] = {
    "Identity-H": "",
    "Identity-V": "",
    "H": "Japan1",
    "V": "Japan1",
    **{f"{stem}-{way}": name for name, stems in _FAMILIES.items() for stem in stems.split() for way in "HV"},
}
"""Encodings that PDF knows by name, with the character collection of each (ISO 32000-1, table 118)."""

LETTERS = ("MacRomanEncoding", "WinAnsiEncoding")
SYMBOLIC = 4
"""The flag of a font of symbols (ISO 32000-1, table 123)."""


def note_font(font: Font, budget: Budget) -> Iterator[Remark]:
    """Remarks on one font; the codes met on pages are those looked at."""
    subtype = pdf.name(pdf.entry(font.dictionary, "Subtype"))
    members = pdf.array(pdf.entry(font.dictionary, "DescendantFonts"))
    member = pdf.dictionary(members[0]) if members else font.dictionary
    descriptor = pdf.dictionary(pdf.entry(member, "FontDescriptor"))
    if font.dictionary and font.embedded:
        for fault in find_kind_faults(font, descriptor, budget):
            yield "program", fault
        for fault in find_unmeasured(font, member):
            yield "unmeasured", fault
    if subtype == "Type0":
        for fault in (*_encoding_faults(font.dictionary, member, budget), *_map_faults(member, descriptor)):
            yield "composite", fault
        yield from _subset_remarks(font, descriptor, budget)
    elif subtype == "TrueType" and not _is_encoded(
        font.dictionary, pdf.integer(pdf.entry(descriptor, "Flags"))
    ):
        yield "encoding", "Encoding"
    yield from _width_remarks(font)


def _encoding_faults(font: pdf.Dictionary, member: pdf.Dictionary, budget: Budget) -> Iterator[str]:
    """Keys by which a composite font's encoding is none, another collection's or runs another way."""
    encoding = pdf.entry(font, "Encoding")
    called = pdf.name(encoding)
    own = pdf.dictionary(pdf.entry(member, "CIDSystemInfo"))
    if called:
        if called not in PREDEFINED:
            yield "Encoding"
        elif PREDEFINED[called] not in ("", pdf.octets(pdf.entry(own, "Ordering")).decode("latin-1")):
            yield "CIDSystemInfo"
        return
    stream = pdf.stream(encoding)
    if stream is None:
        yield "Encoding"
        return
    meant = pdf.dictionary(pdf.entry(stream, "CIDSystemInfo"))
    if any(pdf.octets(pdf.entry(own, key)) != pdf.octets(pdf.entry(meant, key)) for key in _COLLECTION):
        yield "CIDSystemInfo"
    written = _WAY.search(pdf.decode(stream, budget) or b"")
    if (int(written.group(1)) if written else 0) != pdf.integer(pdf.entry(stream, "WMode")):
        yield "WMode"
    base = pdf.entry(stream, "UseCMap")
    if base is not None and (pdf.name(base) or pdf.name(pdf.entry(pdf.dictionary(base), "CMapName"))) not in (
        PREDEFINED
    ):
        yield "UseCMap"


_COLLECTION = ("Registry", "Ordering")
_WAY = late_pattern(rb"/WMode\s+([01])\b")


def _map_faults(member: pdf.Dictionary, descriptor: pdf.Dictionary) -> Iterator[str]:
    if pdf.name(pdf.entry(member, "Subtype")) != "CIDFontType2" or "/FontFile2" not in descriptor:
        return
    found = pdf.entry(member, "CIDToGIDMap")
    if pdf.stream(found) is None and pdf.name(found) != "Identity":
        yield "CIDToGIDMap"


def _subset_remarks(font: Font, descriptor: pdf.Dictionary, budget: Budget) -> Iterator[Remark]:
    """Characters shown that the list of the subset's characters leaves out (ISO 32000-1, table 124)."""
    stream = pdf.stream(pdf.raw(descriptor, "CIDSet"))
    bits = pdf.decode(stream, budget, 1 << 14) if stream is not None else None
    if bits is None:
        return
    shown = sorted({glyph.cid for glyph in font.glyphs.values() if glyph.cid >= 0})
    left_out = [cid for cid in shown if cid // 8 >= len(bits) or not bits[cid // 8] & 0x80 >> cid % 8]
    if left_out:
        yield "subset", ", ".join(map(str, left_out[:6]))


def _is_encoded(font: pdf.Dictionary, flags: int) -> bool:
    """Whether a TrueType font of letters has a known encoding, one of symbols none (ISO 32000-1, 9.6.6.4)."""
    encoding = pdf.entry(font, "Encoding")
    base = pdf.name(encoding) or pdf.name(pdf.entry(pdf.dictionary(encoding), "BaseEncoding"))
    return encoding is None if flags & SYMBOLIC else base in LETTERS


def _width_remarks(font: Font) -> Iterator[Remark]:
    advances = font.program.advances if font.program and not font.vertical else ()
    wrong = [
        f"0x{code:02X}"
        for code, glyph in sorted(font.glyphs.items())
        if 0 < glyph.gid < len(advances)
        and abs(1000 * glyph.advance - advances[glyph.gid]) > TOLERANCE + 1e-6
    ]
    if wrong:
        yield "widths", ", ".join(wrong[:6])
