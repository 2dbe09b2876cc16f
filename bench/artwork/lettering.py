"""Words as outlines: takes a text and a face, gives path data in millimetres, leaves no live text behind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import uharfbuzz
from palette import Point

FONTS = Path(__file__).resolve().parents[2] / "fonts" / "lato"
POINT = 25.4 / 72
"""Millimetres in a point."""

SHARES = {"left": 0.0, "middle": 0.5, "right": 1.0}


@cache
def _face(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face((FONTS / f"{name}.ttf").read_bytes()))


class Pen:
    """Collects a word's outlines: `scale` millimetres a font unit, the glyph's origin at `x`, `y`."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.scale, self.x, self.y = scale, x, y
        self.data = ""

    def add(self, letter: str, *numbers: float) -> None:
        """Append one step; `numbers` are x and y in font units by turns, y growing upward."""
        xs = [f"{self.x + value * self.scale:.3f}" for value in numbers[::2]]
        ys = [f"{self.y - value * self.scale:.3f}" for value in numbers[1::2]]
        self.data += letter + " ".join(f"{x} {y}" for x, y in zip(xs, ys, strict=True))


def _steps() -> uharfbuzz.DrawFuncs:
    steps = uharfbuzz.DrawFuncs()
    steps.set_move_to_func(lambda x, y, pen: pen.add("M", x, y))
    steps.set_line_to_func(lambda x, y, pen: pen.add("L", x, y))
    steps.set_quadratic_to_func(lambda a, b, x, y, pen: pen.add("Q", a, b, x, y))
    steps.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.add("C", a, b, c, d, x, y))
    steps.set_close_path_func(lambda pen: pen.add("Z"))
    return steps


def outline(text: str, face: str, size: float, place: Point, anchor: str = "left") -> str:
    """Path data of `text` in Lato at `size` points, its baseline at `place`.

    `anchor` says which part of the word stands there: left, middle or right.
    """
    font = _face(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": False})
    scale = size * POINT / font.face.upem
    advances = [position.x_advance for position in buffer.glyph_positions]
    pen = Pen(scale, place[0] - SHARES[anchor] * sum(advances) * scale, place[1])
    steps = _steps()
    for glyph, advance in zip(buffer.glyph_infos, advances, strict=True):
        font.draw_glyph(glyph.codepoint, steps, pen)
        pen.x += advance * scale
    return pen.data
