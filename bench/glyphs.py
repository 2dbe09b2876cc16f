"""Takes a finished PDF of any producer, gives the glyphs of each page and their lines; judges nothing."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

LINE_TOLERANCE = 1.5
"""Glyphs whose baselines differ by less are on one line, in points."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character; `left` and `right` bound its advance, `y` is its baseline, upward; points."""

    text: str
    left: float
    right: float
    y: float
    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The visible glyphs of one page; `number` counts from 1."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def read_pages(path: Path) -> Iterator[Page]:
    """The pages of a PDF in order.

    A glyph's right edge comes from its advance under the text matrix, so a line whose letters are scaled
    sideways is measured as it stands on paper. Characters that PDFium makes up (spaces between words,
    line ends) and real spaces are left out: what is between two words is a distance, not a character.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            yield Page(index + 1, page.get_width(), page.get_height(), tuple(_glyphs(text)))
            text.close()
            page.close()
    finally:
        document.close()


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    faces: dict[int, _Face] = {}
    box = pdfium.FS_RECTF()
    x, y, ink, unused = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or character.isspace():
            continue
        held = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.addressof(held.contents)
        if key not in faces:
            faces[key] = _face(held)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, unused, ink, unused, unused)
        face, right = faces[key], box.right
        if right <= ink.value + 0.005:
            right = face.right_edge(character, x.value, right)
        yield Glyph(character, x.value, max(x.value, right), y.value, face.name, face.size)


@dataclass(frozen=True, slots=True)
class _Face:
    """A text object's font: PostScript name without its subset tag, size on paper, scale across."""

    font: pdfium.FPDF_FONT
    name: str
    size: float
    scale: float

    def right_edge(self, character: str, left: float, otherwise: float) -> float:
        """Where the advance ends; PDFium's box is too wide if ink hangs over the advance (`í` before `c`)."""
        width = ctypes.c_float()
        known = pdfium.FPDFFont_GetGlyphWidth(self.font, ord(character), self.scale, width)
        return min(otherwise, left + width.value) if known and width.value > 0 else otherwise


def _face(held: pdfium.FPDF_PAGEOBJECT) -> _Face:
    font = pdfium.FPDFTextObj_GetFont(held)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, name, length)
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(held, size)
    pdfium.FPDFPageObj_GetMatrix(held, matrix)
    plain = name.value.decode("utf-8", "replace").rpartition("+")[2]
    return _Face(font, plain, round(size.value * abs(matrix.d), 2), size.value * abs(matrix.a))


def split_baselines(glyphs: tuple[Glyph, ...]) -> list[tuple[Glyph, ...]]:
    """Glyphs of one page by baseline from the top, each from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if not lines or lines[-1][0].y - glyph.y > LINE_TOLERANCE:
            lines.append([])
        lines[-1].append(glyph)
    return [tuple(sorted(line, key=attrgetter("left"))) for line in lines]
