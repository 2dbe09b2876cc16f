"""Takes an opened font, measures how thick the stems of its letters are; shapes nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from layout.text.fonts.font_files import OpenedFont

REGULAR_STEM = 89.0
"""Stem of regular text, in thousandths of an em: what a type size alone is taken to mean."""
LETTERS = "lIiH"
"""Letters whose stem is upright, the plainest first."""
PIECES = 6
"""Straight pieces that a curve is taken for."""


def measure_stem(opened: OpenedFont) -> float:
    """The stem's thickness half way up such a letter, in thousandths of an em; a regular one's in a font
    that has none of them."""
    for letter in LETTERS:
        glyph = opened.font.get_nominal_glyph(ord(letter))
        if glyph:
            spans = _cut(_lines(opened.font, glyph))
            if spans:
                return min(spans) * opened.em
    return REGULAR_STEM


def stoutness(opened: OpenedFont) -> float:
    """By how much its letters look like larger regular ones to a press, or smaller."""
    return measure_stem(opened) / REGULAR_STEM


Point = tuple[float, float]


def _lines(font: Any, glyph: int) -> list[list[Point]]:
    """A glyph's outlines as points."""
    lines: list[list[Point]] = []

    def bend(*points: Point) -> None:
        start = lines[-1][-1]
        for step in range(1, PIECES + 1):
            t, ends = step / PIECES, [start, *points]
            while len(ends) > 1:
                ends = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(ends)]
            lines[-1].append(ends[0])

    pen: Any = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, data: lines.append([(x, y)]))
    pen.set_line_to_func(lambda x, y, data: lines[-1].append((x, y)))
    pen.set_quadratic_to_func(lambda a, b, x, y, data: bend((a, b), (x, y)))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, data: bend((a, b), (c, d), (x, y)))
    pen.set_close_path_func(lambda data: lines[-1].append(lines[-1][0]))
    font.draw_glyph(glyph, pen, None)
    return lines


def _cut(lines: list[list[Point]]) -> list[float]:
    """Widths of what is black on a level half way up."""
    heights = [y for line in lines for _, y in line]
    if not heights:
        return []
    level = (min(heights) + max(heights)) / 2 + 0.01
    met = sorted(
        a[0] + (level - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for line in lines
        for a, b in pairwise(line)
        if (a[1] > level) != (b[1] > level)
    )
    return [right - left for left, right in zip(met[::2], met[1::2], strict=False) if right > left]
