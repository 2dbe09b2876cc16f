"""A designer's cover is told everything that is wrong with it at once, judged by what the press cuts to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterMark, PrinterProfile
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from tests.unit.output.cover_files import BLED, boxed, cover_pdf

Writer = Callable[..., Path]
SHOP = PrinterProfile(marks=frozenset({PrinterMark.CROP}), page_multiple=1)
GROUND = "0 1 1 0 k 0 0 600 800 re f"

RESOURCES = (
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/ExtGState<</Half<</ca 0.5>>>>>>"
)
ALL_WRONG = (
    "0.2 0.5 0.8 rg 0 0 600 800 re f BT 0 0 0 1 k /F 4 Tf 6 6 Td (tiny) Tj ET "
    "/Half gs 0 0 1 0 k 90 90 90 90 re f"
)
FAULTS = {
    "colour-rgb",
    "pdf-transparency",
    "press-cover-bleed",
    "text-small",
    "text-safe-zone",
    "cover-fonts",
}


def faults(cover: bytes, write_folder: Writer) -> set[str]:
    folder = write_folder()
    (folder / "front.pdf").write_bytes(cover)
    words = "covers: {front: {file: front.pdf, alt: {pl: Okładka, cs: Obálka}}}\n"
    settings = (folder / "brochure.yaml").read_text(encoding="utf-8")
    composed = compose_folder(write_folder(brochure_yaml=settings + words))
    try:
        make_product(composed, EDITIONS["print"], ProductWishes(shop=SHOP))
    except Rejected as rejected:
        return {found.code for found in rejected.diagnostics}
    return set()


@pytest.mark.parametrize(("width", "more"), [(148, set()), (140, {"cover-size"})])
def test_all_that_is_wrong_is_told_at_once(width: float, more: set[str], write_folder: Writer) -> None:
    cover = cover_pdf(boxed(MediaBox=(0, 0, width, 210)) + RESOURCES, ALL_WRONG)
    found = faults(cover, write_folder)
    assert found >= FAULTS | more
    assert "font-embedded" not in found


def test_a_crop_box_does_not_hide_what_the_press_cuts_to(write_folder: Writer) -> None:
    cropped = BLED + boxed(CropBox=(30, 30, 118, 153))
    assert not faults(cover_pdf(cropped, GROUND), write_folder)
