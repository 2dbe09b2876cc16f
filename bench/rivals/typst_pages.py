"""Takes a content folder, sets it with Typst as two columns of level rows; needs the package `typst`.

Typst breaks, justifies and hyphenates by its own rules and defaults: a grid of two 59.5 mm columns, a row a
pair, Lato 9/12 pt on A5, languages `pl` and `cs`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.source_text import Block, Source, read_source

FONTS = Path(__file__).parent.parent.parent / "fonts"

PREAMBLE = """\
#set page(width: 148mm, height: 210mm, margin: (inside: 13mm, outside: 11mm, top: 15mm, bottom: 18mm))
#set text(font: "Lato", size: 9pt, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 3pt, spacing: 3pt)
#let head(language, words) = block(
  sticky: true, text(lang: language, weight: "bold", hyphenate: false, par(justify: false, words)),
)
"""


def is_available() -> bool:
    """Whether Typst is installed."""
    return importlib.util.find_spec("typst") is not None


def set_with_typst(folder: Path, output: Path) -> float:
    """Writes the PDF, gives the seconds that compiling took (Python's start and reading left out)."""
    typst = importlib.import_module("typst")
    with tempfile.TemporaryDirectory() as scratch:
        document = Path(scratch) / "document.typ"
        document.write_text(write_document(read_source(folder)), "utf-8")
        start = time.perf_counter()
        typst.compile(str(document), output=str(output), font_paths=[str(FONTS)], ignore_system_fonts=True)
        return time.perf_counter() - start


def write_document(source: Source) -> str:
    """The Typst document of a content folder with as many blocks in both languages."""
    rows = "".join(_rows(source))
    grid = f"#grid(columns: (59.5mm, 59.5mm), column-gutter: 5mm, row-gutter: 15pt,\n{rows})\n"
    return PREAMBLE + grid


def _rows(source: Source) -> Iterator[str]:
    for pair in zip(*source.columns, strict=True):
        cells = (_cell(block, language) for block, language in zip(pair, source.languages, strict=True))
        yield f"  {', '.join(cells)},\n"


def _cell(block: Block, language: str) -> str:
    words = '"' + block.text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f'head("{language}", {words})' if block.heading else f'text(lang: "{language}", {words})'


def main() -> int:
    """The command `python -m bench.rivals.typst_pages`."""
    parser = argparse.ArgumentParser(prog="python -m bench.rivals.typst_pages")
    parser.add_argument("folder", type=Path)
    parser.add_argument("pdf", type=Path)
    options = parser.parse_args()
    if not is_available():
        print("Typst is not installed: pip install typst", file=sys.stderr)
        return 1
    print(f"{set_with_typst(options.folder, options.pdf):.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
