"""Words as outlines: takes a text and a face, gives path data in millimetres, leaves no live text behind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from palette import Point

FONTS = Path(__file__).resolve().parents[3] / "fonts" / "lato"
POINT = 25.4 / 72


@cache
def _face(name: str) -> tuple[Any, Any]:
    path = FONTS / f"{name}.ttf"
    return TTFont(path), uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))


def outline(text: str, face: str, size: float, place: Point, anchor: str = "left") -> str:
    """Path data of `text` in Lato at `size` points, its baseline at `place`.

    `anchor` says which part of the word stands there: left, middle or right.
    """
    font, shaper = _face(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer, {"kern": True, "liga": False})
    scale = size * POINT / font["head"].unitsPerEm
    advances = [position.x_advance for position in buffer.glyph_positions]
    share = {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor]
    x = place[0] - share * sum(advances) * scale
    glyphs, pen = font.getGlyphSet(), SVGPathPen(font.getGlyphSet(), ntos=lambda v: f"{v:.3f}".rstrip("0").rstrip("."))
    for info, advance in zip(buffer.glyph_infos, advances, strict=True):
        name = font.getGlyphName(info.codepoint)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, place[1])))
        x += advance * scale
    return str(pen.getCommands())
