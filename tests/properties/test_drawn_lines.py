"""What is drawn is what was laid out: lines, word gaps and kerning, read back from the samples' PDFs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ContentStream

from layout.model.layout import Layout, LayoutPage, TextItem
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from layout.preflight import inspect_file

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ("brochure", "visit")
NEAR = 0.05
"""Points that a drawn edge or glyph may be off: numbers in the file have so many digits."""


@dataclass(frozen=True)
class Drawn:
    """A finished product beside the pages it was made from, covers among them, as the judge saw it."""

    pdf: bytes
    pages: tuple[LayoutPage, ...]
    runs: tuple[list[tuple[str, float, float]], ...]
    """Of each page the text runs on its trimmed paper in order: characters, left and right edge."""


@cache
def laid_out(sample: str) -> tuple[Composed, tuple[LayoutPage, ...]]:
    composed = compose_folder(ROOT / "content" / f"{sample}.yaml")
    front, back = composed.covers
    parts: list[Layout] = [part for part in (front, composed.body, back) if part is not None]
    return composed, tuple(page for part in parts for page in part.pages)


@cache
def drawn(sample: str, product: str) -> Drawn:
    composed, pages = laid_out(sample)
    pdf = make_product(composed, EDITIONS[product])
    runs = []
    for page in inspect_file(pdf, render=False).pages:
        assert page.boxes.finished
        left, bottom, right, top = page.boxes.finished
        runs.append(
            [
                (run.text, run.box[0] - left, run.box[2] - left)
                for run in page.texts
                if left < run.box[2] and run.box[0] < right and bottom < run.box[3] and run.box[1] < top
            ]
        )
    return Drawn(pdf, pages, tuple(runs))


def lines_of(page: LayoutPage) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem) and item.line.text.strip()]


def letters(text: str) -> str:
    """Characters without spaces, which a reader may add where the pen moves."""
    return "".join(text.split())


def take_line(runs: Iterator[tuple[str, float, float]], wanted: str) -> tuple[str, float, float]:
    """The next drawn runs that make up the letters `wanted`, with the edges of them all."""
    text, left, right = next(runs)
    while len(letters(text)) < len(letters(wanted)):
        more, begin, end = next(runs)
        text, left, right = text + more, min(left, begin), max(right, end)
    return letters(text), left, right


each_product = pytest.mark.parametrize("product", ["screen", "print"])
"""A mail edition has a word space after each line, and is drawn by the same hand."""
each_sample = pytest.mark.parametrize("sample", SAMPLES)


@each_sample
@each_product
def test_every_line_starts_and_ends_where_it_was_laid(sample: str, product: str) -> None:
    found = drawn(sample, product)
    assert len(found.runs) == len(found.pages)
    wrong, count = [], 0
    for page, runs in zip(found.pages, found.runs, strict=True):
        there = iter(runs)
        for item in lines_of(page):
            line, count = item.line, count + 1
            start = item.x + line.x
            text, left, right = take_line(there, line.text)
            assert text == letters(line.text)
            if abs(left - start) > NEAR or abs(right - start - line.width) > NEAR:
                wrong.append((page.number, line.text, left - start, right - start - line.width))
        assert not [text for text, _, _ in there if letters(text)]
    assert not wrong
    assert count > 300


def shown_places(page: pypdf.PageObject) -> Iterator[list[float]]:
    """For each TJ of a page's own content where its glyphs begin and the last one ends, from its first one.

    ISO 32000-1, 9.4.4, for fonts of two bytes a code, whose widths are one list from code 1 (9.7.4.3).
    """
    content = page.get_contents()
    assert content is not None
    widths: list[float] = []
    size, scale, tracking = 0.0, 1.0, 0.0
    for operands, operator in ContentStream(content, page.pdf).operations:
        if operator == b"Tf":
            font = page["/Resources"]["/Font"][operands[0]]  # type: ignore[index]
            widths = [0.0, *map(float, font["/DescendantFonts"][0]["/W"][1])]
            size = float(operands[1])
        elif operator == b"Tz":
            scale = float(operands[0]) / 100
        elif operator == b"Tc":
            tracking = float(operands[0])
        elif operator == b"TJ":
            places = [0.0]
            for piece in operands[0]:
                if isinstance(piece, (int, float)):
                    places[-1] -= float(piece) / 1000 * size * scale
                    continue
                codes = piece.original_bytes
                for at in range(0, len(codes), 2):
                    width = widths[int.from_bytes(codes[at : at + 2], "big")]
                    places.append(places[-1] + (width / 1000 * size + tracking) * scale)
            yield places


def laid_places(item: TextItem) -> Iterator[list[float]]:
    """The same of each run of a line as it was laid out."""
    line = item.line
    for run in line.runs:
        steps = (
            (advance + run.ink.tracking) * run.ink.size / 1000 * (line.space if shape.space else line.scale)
            for shape in run.shapes
            for advance in shape.advances
        )
        yield list(accumulate(steps, initial=0.0))


@each_sample
@pytest.mark.parametrize("product", ["screen", "print", "mail"])
def test_every_word_gap_and_kern_is_drawn_as_laid(sample: str, product: str) -> None:
    found = drawn(sample, product)
    wrong, count = [], 0
    body = slice(1, -1)  # the covers are forms, drawn by the same hand
    for page, seen in zip(found.pages[body], pypdf.PdfReader(io.BytesIO(found.pdf)).pages[body], strict=True):
        there = list(shown_places(seen)) if page.items else []
        wanted = list(chain.from_iterable(map(laid_places, lines_of(page))))
        for laid, shown in zip(wanted, there, strict=True):
            assert len(shown) - len(laid) in ((0, 1) if product == "mail" else (0,))
            count += len(laid)
            off = max(abs(one - other) for one, other in zip(laid, shown, strict=False))
            if off > NEAR:
                wrong.append((page.number, off, laid))
    assert not wrong
    assert count > 5000
