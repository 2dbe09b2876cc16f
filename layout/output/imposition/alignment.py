"""Takes a surface, gives the two sides of a sheet that shows how a duplex printer aligns them."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.geometry import Rect
from layout.model.products.crop_marks import HAIRLINE
from layout.model.units import mm
from layout.output.imposition.place import Surface
from layout.output.pdf.operators import Point, concatenate, line, pen

RULER = 5
"""Millimetres a ruler reaches to each side of its cross."""
STAIR = 10
"""The widest unprintable margin the stairs can show, in millimetres."""

_SEGMENTS: dict[str, tuple[Point, Point]] = {
    "a": ((0, 2), (1, 2)), "b": ((1, 1), (1, 2)), "c": ((1, 0), (1, 1)), "d": ((0, 0), (1, 0)),
    "e": ((0, 0), (0, 1)), "f": ((0, 1), (0, 2)), "g": ((0, 1), (1, 1)),
}  # fmt: skip
_DIGITS = ("abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg")
"""Figures as strokes of a seven-part display: no font is needed, so none has to be embedded."""


def draw_alignment(surface: Surface, front: bool) -> str:
    """Content stream operators: crosses at the same places on both sides, rulers on the front only.

    Held against the light, the back's crosses show on the front's rulers (1 mm a division) how far the
    sides are apart. The stairs at each edge begin 1, 2, 3 … mm from it: the lowest number that is
    printed whole is the printer's unprintable margin.
    """
    marks = ["q", pen(HAIRLINE)]
    for centre in _crosses(surface.sheet):
        marks += _cross(centre, ruler=front)
    marks += _side_label(surface.sheet, 1 if front else 2)
    if front:
        marks += _stairs(surface.sheet)
    return "\n".join([*marks, "Q"])


def draw_figures(text: str, origin: Point, height: float) -> Iterator[str]:
    """Figures `height` points high, the first one's lower left at `origin`."""
    unit = height / 2
    for place, figure in enumerate(text):
        x, y = origin[0] + place * unit * 1.6, origin[1]
        for name in _DIGITS[int(figure)]:
            start, end = _SEGMENTS[name]
            yield line((x + start[0] * unit, y + start[1] * unit), (x + end[0] * unit, y + end[1] * unit))


def _crosses(sheet: Rect) -> list[Point]:
    inset = min(mm(30), sheet.width / 5, sheet.height / 5)
    centre = (sheet.width / 2, sheet.height / 2)
    corners = [(x, y) for x in (inset, sheet.width - inset) for y in (inset, sheet.height - inset)]
    return [centre, *corners]


def _cross(centre: Point, ruler: bool) -> Iterator[str]:
    x, y = centre
    arm = mm(RULER)
    yield line((x - arm, y), (x + arm, y))
    yield line((x, y - arm), (x, y + arm))
    if not ruler:
        return
    for step in range(-RULER, RULER + 1):
        reach = mm(1.2 if step % 5 == 0 else 0.6)
        yield line((x + mm(step), y - reach), (x + mm(step), y + reach))
        yield line((x - reach, y + mm(step)), (x + reach, y + mm(step)))


def _side_label(sheet: Rect, side: int) -> Iterator[str]:
    """1 or 2 right of the middle (so that they do not meet in the light), an arrow to the sheet's top."""
    x, y = sheet.width / 2 + mm(12), sheet.height / 2 - mm(5)
    yield pen(1.0)
    yield from draw_figures(str(side), (x, y), mm(10))
    tip = (sheet.width / 2, sheet.height / 2 + mm(25))
    yield line((tip[0], tip[1] - mm(12)), tip)
    for wing in (-mm(2.5), mm(2.5)):
        yield line((tip[0] + wing, tip[1] - mm(4)), tip)
    yield pen(HAIRLINE)


def _stairs(sheet: Rect) -> Iterator[str]:
    """One stair along each edge, drawn as along the lower edge and turned."""
    turns = (
        ((1, 0, 0, 1, sheet.width / 2, 0.0), sheet.width),
        ((-1, 0, 0, -1, sheet.width / 2, sheet.height), sheet.width),
        ((0, -1, 1, 0, 0.0, sheet.height / 2), sheet.height),
        ((0, 1, -1, 0, sheet.width, sheet.height / 2), sheet.height),
    )
    for matrix, along in turns:
        tread = min(mm(4), along / (STAIR + 2))
        yield "q"
        yield concatenate(matrix)
        for step in range(1, STAIR + 1):
            x = (step - STAIR / 2 - 1) * tread
            yield line((x, mm(step)), (x + tread, mm(step)))
            yield from draw_figures(str(step), (x + tread * 0.25, mm(step + 1)), min(mm(2), tread / 2))
        yield "Q"
