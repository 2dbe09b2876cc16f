"""Takes screen editions of an imported text, as it was and as it is, draws a picture of both for the guide."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

GAP = 14
GROUND = (226, 224, 218)


def main(before: Path, after: Path, target: Path) -> None:
    """Draws the pages of each edition in a row, `before` above `after`."""
    sheets = []
    for pdf in (before, after):
        document = pypdfium2.PdfDocument(pdf)
        sheets.append([page.render(scale=0.6).to_pil().convert("RGB") for page in document])
    width, height = sheets[0][0].size
    size = (max(map(len, sheets)) * (width + GAP) + GAP, len(sheets) * (height + GAP) + GAP)
    picture = Image.new("RGB", size, GROUND)
    for row, pages in enumerate(sheets):
        for column, page in enumerate(pages):
            picture.paste(page, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    picture.quantize(128).save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent / "import.png")
