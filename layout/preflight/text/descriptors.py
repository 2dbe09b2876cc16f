"""Takes a font, gives what its descriptor says of how it looks; opens no font program."""

from __future__ import annotations

import re

from layout.model.patterns import late_pattern
from layout.preflight.reading import objects as pdf
from layout.preflight.text.fonts import Font

ITALIC = 64
"""The flag of an italic font (ISO 32000-1, table 123)."""
USUAL_CAPITALS = 0.7
"""Height of capitals in ems that most faces have."""
USUAL_STEM = 0.089
"""Thickness of stems in ems in regular text faces: what a type size alone is taken to mean."""
_LEANT = late_pattern(r"italic|oblique|slanted|kursiv", re.IGNORECASE)


def is_italic(font: Font) -> bool:
    """Whether a font leans over, by its name, its flags or its angle."""
    descriptor = _descriptor(font)
    flags = pdf.integer(pdf.entry(descriptor, "Flags"))
    angle = pdf.number(pdf.entry(descriptor, "ItalicAngle"))
    return bool(_LEANT.search(font.name) or flags & ITALIC or abs(angle) > 1)


def cap_height(font: Font) -> float:
    """Height of capitals in ems; `USUAL_CAPITALS` where the font does not say anything likely."""
    said = pdf.number(pdf.entry(_descriptor(font), "CapHeight")) / 1000
    return said if 0.4 <= said <= 1.0 else USUAL_CAPITALS


def stem(font: Font) -> float:
    """Thickness of upright stems in ems; `USUAL_STEM` where the font does not say anything likely."""
    said = pdf.number(pdf.entry(_descriptor(font), "StemV")) / 1000
    return said if 0.01 <= said <= 0.4 else USUAL_STEM


def _descriptor(font: Font) -> pdf.Dictionary:
    members = pdf.array(pdf.entry(font.dictionary, "DescendantFonts"))
    holder = pdf.dictionary(members[0]) if members else font.dictionary
    return pdf.dictionary(pdf.entry(holder, "FontDescriptor"))
