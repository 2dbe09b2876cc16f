"""Takes a finished PDF's lines, draws them again on a bare ReportLab canvas and times that: the floor.

Nothing is measured, broken, shaped or placed: faces are loaded and lines read before the clock starts, and
the clock stops when the file is saved. No program that draws with ReportLab can be faster.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from bench.glyphs import Glyph, read_pages, split_baselines
from bench.tracked import HYPHENS

FONTS = Path(__file__).parent.parent / "fonts"
COLUMN_GAP = 12.0
"""A wider gap than this many points parts two columns, not two words."""
WORD_GAP = 0.12
"""A wider gap than this part of the size parts two words."""


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A line as a bare canvas needs it; points, `space` is added to each U+0020."""

    face: str
    size: float
    x: float
    y: float
    space: float
    text: str


@dataclass(frozen=True, slots=True)
class ReadyPages:
    """The pages' common size and the lines of each."""

    width: float
    height: float
    pages: tuple[tuple[ReadyLine, ...], ...]


def read_ready_pages(pdf: Path) -> ReadyPages:
    """The lines of a finished PDF whose faces are in `fonts/`; other text is left out."""
    pages = []
    width = height = 0.0
    for page in read_pages(pdf):
        width, height = page.width, page.height
        pages.append(tuple(_ready_lines(page.glyphs)))
    return ReadyPages(width, height, tuple(pages))


def write_ready_pages(ready: ReadyPages, path: Path) -> None:
    """The pages as JSON, for a fresh process."""
    pages = [[[getattr(line, name) for name in ReadyLine.__slots__] for line in page] for page in ready.pages]
    path.write_text(json.dumps({"width": ready.width, "height": ready.height, "pages": pages}), "utf-8")


def load_ready_pages(path: Path) -> ReadyPages:
    """The pages that `write_ready_pages` wrote."""
    held = json.loads(path.read_text("utf-8"))
    pages = tuple(tuple(ReadyLine(*line) for line in page) for page in held["pages"])
    return ReadyPages(held["width"], held["height"], pages)


def draw_ready_pages(ready: ReadyPages, output: Path) -> float:
    """Draws and saves the pages; gives the seconds this took, loading of the faces left out."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for face in {line.face for page in ready.pages for line in page}:
        pdfmetrics.registerFont(TTFont(face, str(_font_files()[face])))
    start = time.perf_counter()
    canvas = Canvas(str(output), pagesize=(ready.width, ready.height))
    for page in ready.pages:
        text = canvas.beginText()
        style = None
        for line in page:
            if style != (line.face, line.size):
                style = (line.face, line.size)
                text.setFont(*style)
            text.setTextOrigin(line.x, line.y)
            text.setWordSpace(line.space)
            text.textLine(line.text)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return time.perf_counter() - start


def _ready_lines(glyphs: tuple[Glyph, ...]) -> Iterator[ReadyLine]:
    for baseline in split_baselines(glyphs):
        for run in _split_runs(baseline):
            if run[0].face in _font_files():
                yield _ready_line(run)


def _split_runs(line: tuple[Glyph, ...]) -> Iterator[list[Glyph]]:
    """Parts of a baseline in one style and one column."""
    run = [line[0]]
    for glyph in line[1:]:
        before = run[-1]
        style = (glyph.face, glyph.size) == (before.face, before.size)
        if not style or glyph.left - before.right > COLUMN_GAP:
            yield run
            run = []
        run.append(glyph)
    yield run


def _ready_line(run: list[Glyph]) -> ReadyLine:
    text = [run[0].text]
    gaps = []
    for before, glyph in pairwise(run):
        gap = glyph.left - before.right
        if gap > WORD_GAP * glyph.size:
            gaps.append(gap)
            text.append(" ")
        text.append(glyph.text)
    first = run[0]
    space = sum(gaps) / len(gaps) - _natural_space(first.face) * first.size if gaps else 0.0
    words = "".join("-" if character in HYPHENS else character for character in text)
    return ReadyLine(first.face, first.size, first.left, first.y, space, words)


@cache
def _font_files() -> dict[str, Path]:
    """Font files by PostScript name."""
    from fontTools.ttLib import TTFont

    files = {}
    for path in sorted(FONTS.rglob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            files[str(font["name"].getDebugName(6))] = path
    return files


@cache
def _natural_space(face: str) -> float:
    """The advance of U+0020 as a part of the size."""
    from fontTools.ttLib import TTFont

    with TTFont(_font_files()[face], lazy=True) as font:
        return float(font["hmtx"][font.getBestCmap()[0x20]][0] / font["head"].unitsPerEm)


def main() -> int:
    """The command `python -m bench.replay LINES.json OUT.pdf`: draws and prints the seconds."""
    parser = argparse.ArgumentParser(prog="python -m bench.replay")
    parser.add_argument("lines", type=Path)
    parser.add_argument("pdf", type=Path)
    options = parser.parse_args()
    print(draw_ready_pages(load_ready_pages(options.lines), options.pdf))
    return 0


if __name__ == "__main__":
    sys.exit(main())
