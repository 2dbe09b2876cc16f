"""Takes an ISBN, gives its bars as a drawing and where its digits stand below; sets no digit."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.colour import BLACK, WHITE
from layout.model.content.isbn import encode_ean
from layout.model.drawing import Close, Drawing, LineTo, MoveTo, Path, Segment, rectangle
from layout.model.records import Struct
from layout.model.units import mm

MODULE = mm(0.33)
"""A module's width at the nominal size; 0.8 to 2 times that may be printed (ISO/IEC 15420, 4.4)."""
LEAST = 0.8
QUIET = (11, 7)
"""Modules that stay white at the left and at the right."""
MODULES = 95
BARS, GUARDS = 66.0, 71.0
"""Height of the bars, and of the longer guards, in modules: a little lower than nominal."""
DIGITS = 9.0
"""Room for the digits below the bars, in modules."""
HALVES = ((3, 45), (50, 92))
"""The modules of either half, whose digits stand below them."""


class Barcode(Struct, frozen=True):
    """The drawing with its white ground, and (x, y, digits) of each group: centred at x on baseline y."""

    drawing: Drawing
    groups: tuple[tuple[float, float, str], ...]
    size: float
    """Of the digits, in points."""


def draw_barcode(isbn: str, scale: float) -> Barcode:
    """The EAN-13 of an ISBN, `scale` times the nominal width."""
    digits = [int(letter) for letter in isbn if letter.isdigit()]
    one = MODULE * scale
    width, height = (sum(QUIET) + MODULES) * one, (BARS + DIGITS + 4) * one
    top = 2 * one
    bars = tuple(_bars(encode_ean(digits), QUIET[0] * one, top, one))
    ground = Path(rectangle(0.0, 0.0, width, height), fill=WHITE)
    said = "".join(str(digit) for digit in digits)
    base = top + (BARS + DIGITS - 1) * one
    middles = [(QUIET[0] + (first + last) / 2) * one for first, last in HALVES]
    groups = (
        (QUIET[0] / 2 * one, base, said[0]),
        (middles[0], base, said[1:7]),
        (middles[1], base, said[7:]),
    )
    return Barcode(Drawing(width, height, (ground, Path(bars, fill=BLACK))), groups, DIGITS * one)


def _bars(modules: str, left: float, top: float, one: float) -> Iterator[Segment]:
    """Each run of dark modules as one bar; guards reach lower."""
    start = 0
    for order in range(1, len(modules) + 1):
        if order < len(modules) and modules[order] == modules[start]:
            continue
        if modules[start] == "1":
            inside = any(first <= start < last for first, last in HALVES)
            x, wide, tall = left + start * one, (order - start) * one, (BARS if inside else GUARDS) * one
            yield from (
                MoveTo(x, top),
                LineTo(x + wide, top),
                LineTo(x + wide, top + tall),
                LineTo(x, top + tall),
            )
            yield Close()
        start = order
