"""Takes the built sample's screen edition, draws the picture of its pages that README shows."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

SHOWN = (1, 3, 4, 5, 6, 7, 8, 9)
COLUMNS = 4
GAP = 14
GROUND = (226, 224, 218)


def main(pdf: Path, target: Path) -> None:
    """Draws the pages of SHOWN side by side, COLUMNS a row."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number - 1].render(scale=0.85).to_pil().convert("RGB") for number in SHOWN]
    width, height = pages[0].size
    rows = -(-len(pages) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for order, page in enumerate(pages):
        row, column = divmod(order, COLUMNS)
        sheet.paste(page, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    sheet.quantize(128).save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "sample.png")
