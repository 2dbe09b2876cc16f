"""Takes a content stream, gives what it sets, shows and paints; never looks into what its names stand for."""

from __future__ import annotations

from layout.model.records import Struct
from layout.output.pdf.scanning import operand_names, scan_operators

INHERITED = ""
"""Stands for the font that is in force where a stream begins."""

MARKING = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
"""Operators of marked content (ISO 32000-1, 14.6): they draw nothing."""

_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
"""Operators that show text (ISO 32000-1, 9.4.3)."""

_PAINTING = _SHOWING | {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"ID"}
"""Operators that paint (ISO 32000-1, table 51), but `Do`."""


class ContentSurvey(Struct, frozen=True):
    """Names of fonts set, fonts that show text, XObjects drawn; whether it paints by itself and has tags."""

    set_fonts: frozenset[str]
    shown_fonts: frozenset[str]
    drawn: frozenset[str]
    paints: bool
    marked: bool


def survey_content(content: bytes) -> ContentSurvey:
    """What is in `content`; `q` and `Q` save and bring back the font too (ISO 32000-1, 8.4.2)."""
    font = INHERITED
    saved: list[str] = []
    set_fonts: set[str] = set()
    shown_fonts: set[str] = set()
    drawn: set[str] = set()
    paints = marked = False
    for operator in scan_operators(content):
        name = operator[0]
        if name == b"q":
            saved.append(font)
        elif name == b"Q":
            font = saved.pop() if saved else font
        elif name == b"Tf":
            font = next(iter(operand_names(content, operator)), font)
            set_fonts.add(font)
        elif name == b"Do":
            drawn.update(operand_names(content, operator))
        elif name in MARKING:
            marked = True
        elif name in _PAINTING:
            paints = True
            if name in _SHOWING:
                shown_fonts.add(font)
    return ContentSurvey(frozenset(set_fonts), frozenset(shown_fonts), frozenset(drawn), paints, marked)
