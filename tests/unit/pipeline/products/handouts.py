"""Takes content folders and what a host asks for, gives finished handouts and their glyphs read back."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from layout.model.diagnostic import Diagnostic
from layout.model.products.edition import EDITIONS
from layout.model.products.handout import HANDOUT, Handout
from layout.model.products.imposition import Job
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from tests.told import texts

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Handed:
    """A finished handout, its pages before they were laid on sheets, and all that was said of it."""

    pdf: bytes
    composed: Composed
    said: dict[str, dict[str, str]] = field(default_factory=dict)


def hand(folder: Path, handout: Handout = HANDOUT, job: Job | None = None) -> Handed:
    """The handout of a content folder; on A4 unless `job` says else."""
    composed = compose_folder(folder, handout=handout if handout.recomposed else None)
    found: list[Diagnostic] = list(composed.diagnostics)
    wishes = ProductWishes(handout=handout, job=job, report=found.append)
    pdf = make_product(composed, EDITIONS["handout"], wishes)
    return Handed(pdf, composed, {one.code: texts(one) for one in found})


class Glyph(NamedTuple):
    """A character on a page: its origin from the bottom left and its size as seen, in points."""

    char: str
    x: float
    y: float
    size: float


def read_glyphs(pdf: bytes) -> list[list[Glyph]]:
    """Every visible character of each page, in the order of the content."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [list(_page_glyphs(page)) for page in document]
    document.close()
    return pages


def _page_glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) or char.isspace() or char == "\u00ad":
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        yield Glyph(char, x.value, y.value, pdfium.FPDFText_GetFontSize(text, index) * scale)


def letters(glyphs: list[Glyph]) -> str:
    """Letters and figures alone, so that breaks and hyphens do not matter."""
    return "".join(glyph.char for glyph in glyphs if glyph.char.isalnum())


def within(glyphs: list[Glyph], box: Box) -> list[Glyph]:
    """The glyphs that start in `box`."""
    return [g for g in glyphs if box[0] <= g.x <= box[2] and box[1] <= g.y <= box[3]]


PAIR = "{{pl: łąka {0:03}, cs: řeka {0:03}}}"
"""A pair known by its number; no Polish word of it has a Czech letter, nor the other way round."""
NUMBERED = re.compile(r"(łąka|řeka)(\d{3})")


class Counter:
    """Writes numbered pairs, one after the other."""

    def __init__(self) -> None:
        self.last = 0

    def __call__(self) -> str:
        self.last += 1
        return PAIR.format(self.last)

    def fields(self) -> str:
        """A pair within a mapping of more fields."""
        return self()[1:-1]


def write_numbered() -> tuple[str, int]:
    """A section of all blocks of words, in each of which every passage has a number, and the last number."""
    n = Counter()
    entries = [
        f"- heading: {{{n.fields()}, level: 1, opener: true}}",
        f"- lead: {n()}",
        *(f"- paragraph: {n()}" for _ in range(4)),
        "- page-break:",
        f"- list: {{items: [{n()}, {n()}, {n()}]}}",
        f"- quote: {{{n.fields()}, attribution: {n()}}}",
        f"- facts: [{{value: '7', label: {n()}}}, {{value: '8', label: {n()}}}]",
        f"- timeline: [{{when: '2016', {n.fields()}}}, {{when: '2018', {n.fields()}}}]",
        f"- table: {{caption: {n()}, head: [{n()}, {n()}], rows: [[{n()}, {n()}], [{n()}, {n()}]]}}",
        f"- contacts: [{{name: {n()}, lines: [{n()}, {n()}]}}]",
        f"- qr: {{data: 'https://example.org/', size: 24mm, caption: {n()}, alt: {{pl: kod, cs: kód}}}}",
        *(
            f"- figure: {{file: images/a.svg, place: {place}, height: 96pt, caption: {n()}, credit: {n()},"
            f" alt: {{pl: rysunek, cs: kresba}}}}"
            for place in ("left", "right", "both", "bleed")
        ),
        f"- programme: [{{day: {n()}, entries: ["
        f"{{time: '9:00', {n.fields()}, place: {n()}, speaker: {n()}}}, {{time: '10:00', {n.fields()}}}]}}]",
        f"- practical: [{{name: {n()}, lines: [{n()}], map: 'geo:49.5939,17.2510'}},"
        f" {{number: 112, name: {n()}}}]",
        f"- participants: [{{delegation: {n()}, language: cs,"
        f" people: [{{surname: A, given: A, role: {n()}}}, {{surname: B, given: B, organisation: {n()}}}]}}]",
        f"- notes: {{ruling: ruled, title: {n()}}}",
        f"- publicity: {{statement: {n()}, emblem: true}}",
    ]
    return "\n".join(entries) + "\n", n.last
