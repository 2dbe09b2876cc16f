"""A few tiny renderings: that ink is where the layout says, in the colour it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product

PLAIN = """\
- heading: {pl: Nagłówek, cs: Nadpis, level: 1}
- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}
"""


@pytest.fixture
def page(write_folder: Callable[..., Path]) -> Callable[[int, int, int, int], set[tuple[int, ...]]]:
    pdf = make_product(compose_folder(write_folder(sections__a_yaml=PLAIN)), EDITIONS["screen"])
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")

    def colours(left: int, top: int, right: int, bottom: int) -> set[tuple[int, ...]]:
        """Colours in a box of the page, in points."""
        box = picture.crop((2 * left, 2 * top, 2 * right, 2 * bottom))
        return {colour for _, colour in box.getcolors(1 << 20)}

    return colours


def test_each_language_has_its_accent(page: Callable[..., set[tuple[int, ...]]]) -> None:
    assert any(r > 150 and g < 90 for r, g, _ in page(39, 42, 206, 70))
    assert not any(r > 150 and g < 90 for r, g, _ in page(219, 42, 386, 70))
    assert any(b > 150 and r < 90 for r, _, b in page(219, 42, 386, 70))


def test_margins_and_gutter_are_empty(page: Callable[..., set[tuple[int, ...]]]) -> None:
    white = {(255, 255, 255)}
    assert page(0, 0, 420, 40) == white
    assert page(0, 0, 36, 500) == white
    assert page(207, 0, 217, 500) == white
