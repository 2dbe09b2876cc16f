"""Takes the sample visit and a numbered test file, gives the pictures of docs/handouts.md; run by hand."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from layout.model.records import replace

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from layout.model.products.edition import EDITIONS  # noqa: E402
from layout.model.products.handout import SCHEMES, Form, Handout  # noqa: E402
from layout.model.products.imposition import A4, Job, Scheme  # noqa: E402
from layout.model.units import mm  # noqa: E402
from layout.output.imposition.impose import impose  # noqa: E402
from layout.pipeline.composing import compose_folder  # noqa: E402
from layout.pipeline.product import make_product  # noqa: E402
from layout.pipeline.wishes import ProductWishes  # noqa: E402

WIDTH, HEIGHT, BLEED = mm(148), mm(210), mm(3)
GAP, DESK = 12, (146, 152, 158)

PICTURES = {
    "handout-booklet": (Job(fold_marks=True, staple_marks=True), 2, 0.36),
    "handout-2up": (Job(scheme=Scheme.TWO_UP), 3, 0.24),
    "handout-press": (Job(press=True, sheet=None, paper=mm(0.3), fold_marks=True), 2, 0.36),
    "handout-alignment": (Job(alignment=True), 2, 0.42),
}
"""Job, pictures beside each other, pixels a point; of the alignment job only the first two sides."""

PAGES = Handout(Form.PLAIN)
HANDOUTS: dict[str, tuple[tuple[tuple[Handout, int], ...], bool, float]] = {
    "handout-forms": (
        ((Handout(), 3), (Handout(Form.TWO_UP), 1), (Handout(Form.A4), 2), (PAGES, 2)),
        False,
        0.4,
    ),
    "handout-grey": (
        ((PAGES, 0), (replace(PAGES, ink_save=True), 0), (PAGES, 5), (replace(PAGES, grey=True), 5)),
        True,
        0.5,
    ),
    "handout-language": (
        ((PAGES, 2), (replace(PAGES, language="pl"), 2), (replace(PAGES, language="pl", columns=2), 1)),
        True,
        0.6,
    ),
}
"""Sides of handouts of the sample visit (from 0), whether cut to the page, pixels a point."""


def draw_numbered(pages: int) -> bytes:
    """A5 pages with bleed: a number, two columns and a river between them."""
    pdfmetrics.registerFont(TTFont("Lato", str(ROOT / "fonts" / "lato" / "Lato-Light.ttf")))
    out = BytesIO()
    canvas = Canvas(out, (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED), invariant=1)
    for number in range(1, pages + 1):
        canvas.setTrimBox((BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT))
        canvas.setBleedBox((0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED))
        canvas.setFillColorCMYK(0.03, 0.04, 0.1, 0)
        canvas.rect(0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED, fill=1, stroke=0)
        canvas.translate(BLEED, BLEED)
        canvas.setStrokeColorCMYK(0.9, 0.55, 0.35, 0.25)
        canvas.setFillColorCMYK(0.9, 0.55, 0.35, 0.25)
        canvas.line(WIDTH / 2, mm(18), WIDTH / 2, HEIGHT - mm(60))
        canvas.setFont("Lato", 110)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - mm(52), str(number))
        canvas.setStrokeColorCMYK(0, 0, 0, 0.25)
        for line in range(24):
            y = HEIGHT - mm(66) - line * 14
            canvas.line(mm(14), y, WIDTH / 2 - mm(4), y)
            canvas.line(WIDTH / 2 + mm(4), y, WIDTH - mm(12), y)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_sheets(pdf: bytes, columns: int, scale: float, most: int) -> Image.Image:
    """The sides of a file beside each other on a desk."""
    document = pypdfium2.PdfDocument(pdf)
    sides = [document[at].render(scale=scale).to_pil() for at in range(min(most, len(document)))]
    width, height = sides[0].width + GAP, sides[0].height + GAP
    rows = -(-len(sides) // columns)
    desk = Image.new("RGB", (width * columns + GAP, height * rows + GAP), DESK)
    for at, side in enumerate(sides):
        desk.paste(side, (GAP + at % columns * width, GAP + at // columns * height))
    return desk


def draw_side(handout: Handout, side: int, cut: bool, scale: float) -> Image.Image:
    """One side of a handout of the sample visit, the whole sheet or `cut` to the page."""
    visit = ROOT / "content" / "visit.yaml"
    composed = compose_folder(visit, handout=handout if handout.recomposed else None)
    job = Job(scheme=SCHEMES[handout.form], sheet=None if cut else A4)
    pdf = make_product(composed, EDITIONS["handout"], ProductWishes(handout=handout, job=job))
    return pypdfium2.PdfDocument(pdf)[side].render(scale=scale).to_pil()


def lay_out(sides: list[Image.Image]) -> Image.Image:
    """Sides of different sizes in a row on a desk, level at their middle."""
    height = max(side.height for side in sides)
    desk = Image.new("RGB", (sum(side.width + GAP for side in sides) + GAP, height + 2 * GAP), DESK)
    x = GAP
    for side in sides:
        desk.paste(side, (x, GAP + (height - side.height) // 2))
        x += side.width + GAP
    return desk


def save(picture: Image.Image, name: str) -> None:
    """Write a picture beside this script, in as few colours as it needs."""
    picture.quantize(128).save(Path(__file__).parent / f"{name}.png", optimize=True)


def main() -> None:
    """Draw all of them."""
    for name, (wanted, cut, scale) in HANDOUTS.items():
        save(lay_out([draw_side(handout, side, cut, scale) for handout, side in wanted]), name)
    numbered = draw_numbered(12)
    for name, (job, columns, scale) in PICTURES.items():
        sheets = impose(numbered, job, name).pdf
        picture = draw_sheets(sheets, columns, scale, 2 if job.alignment else 6)
        save(picture, name)


if __name__ == "__main__":
    main()
