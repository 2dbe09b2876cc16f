"""Takes the sample brochure, gives the picture of docs/printing.md: a print page, its parts numbered."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from layout.model.products.edition import EDITIONS  # noqa: E402
from layout.model.products.printer import PrinterMark, PrinterProfile  # noqa: E402
from layout.pipeline.composing import compose_folder  # noqa: E402
from layout.pipeline.product import make_product  # noqa: E402
from layout.pipeline.wishes import ProductWishes  # noqa: E402

SCALE, DESK, EDGE = 1.5, (146, 152, 158), 14
PAGE = 8
LABELS = {
    "1": (0.026, 0.068),
    "2": (0.047, 0.25),
    "3": (0.55, 0.016),
    "4": (0.27, 0.055),
    "5": (0.925, 0.02),
    "6": (0.42, 0.982),
}
"""Each number of the text with its place, as parts of the sheet's width and height."""


def draw_page() -> Image.Image:
    """The sample's page with a picture in the bleed, and every mark round it."""
    printer = PrinterProfile(marks=frozenset(PrinterMark))
    pdf = make_product(compose_folder(ROOT / "content"), EDITIONS["print"], ProductWishes(shop=printer))
    page = pypdfium2.PdfDocument(pdf)[PAGE - 1].render(scale=SCALE).to_pil().convert("RGB")
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(ROOT / "fonts" / "lato" / "Lato-Bold.ttf"), 15)
    for label, (across, down) in LABELS.items():
        x, y = across * page.width, down * page.height
        pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill=(176, 43, 41))
        pen.text((x, y), label, fill="white", font=font, anchor="mm")
    desk = Image.new("RGB", (page.width + 2 * EDGE, page.height + 2 * EDGE), DESK)
    desk.paste(page, (EDGE, EDGE))
    return desk


if __name__ == "__main__":
    draw_page().quantize(128, Image.Quantize.MAXCOVERAGE).save(
        Path(__file__).parent / "print-page.png", optimize=True
    )
