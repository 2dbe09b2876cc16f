"""How wide the columns are: as the theme says, as a number says, or as long as each language's text is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.axis import NARROWEST
from layout.model.layout import Layout, TextItem
from layout.model.theme import Page
from layout.pipeline.composing import compose_folder

PAGE = Page()
SECTION = (
    "- heading: {{pl: Tytuł, cs: Titul}}\n"
    "- paragraph: {{pl: {left}, cs: {right}}}\n"
    "- table: {{head: [{{pl: głowa, cs: hlava}}], rows: [[{{pl: komórka, cs: buňka}}]]}}\n"
    "- page-break:\n- paragraph: {{pl: koniec, cs: konec}}\n"
)


def starts(layout: Layout, number: int) -> set[float]:
    """Where lines of page `number` (from 0) start, from the text block's left edge."""
    page = layout.pages[number]
    lines = [item for item in page.items if isinstance(item, TextItem)]
    edge = PAGE.left_edge(page.number)
    return {round(item.x - edge, 2) for item in lines if item.line.text != str(page.number)}


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str, int, int], Layout]:
    def make(columns: str, left: int, right: int) -> Layout:
        text = SECTION.format(left="słowo " * left, right="slovo " * right)
        folder = write_folder(sections__a_yaml=text)
        settings = folder / "brochure.yaml"
        settings.write_text(settings.read_text("utf-8") + columns, "utf-8")
        return compose_folder(folder).body

    return make


def axis(share: float) -> float:
    return round((PAGE.text_width - PAGE.gutter) * share + PAGE.gutter, 2)


@pytest.mark.parametrize(
    ("columns", "left", "right", "share"),
    [
        ("", 50, 40, 0.5),
        ("columns: equal\n", 50, 40, 0.5),
        ("columns: 0.55\n", 40, 50, 0.55),
        ("columns: by-length\n", 52, 48, 0.52),
        ("columns: by-length\n", 48, 52, 0.48),
        ("columns: by-length\n", 50, 50, 0.5),
        ("columns: by-length\n", 90, 10, 1 - NARROWEST),
        ("columns: by-length\n", 10, 90, NARROWEST),
    ],
)
def test_all_follows_one_axis_on_every_page(
    compose: Callable[[str, int, int], Layout], columns: str, left: int, right: int, share: float
) -> None:
    layout = compose(columns, left, right)
    for number in range(2):
        there = {x for x in starts(layout, number) if x > PAGE.text_width / 3}
        (start,) = there
        assert start == pytest.approx(axis(share), abs=0.8)


def test_text_of_one_language_does_not_count(write_folder: Callable[..., Path]) -> None:
    text = "- paragraph: {only: pl, pl: " + "słowo " * 90 + "}\n- paragraph: {pl: słowo, cs: slovo}\n"
    folder = write_folder(sections__a_yaml=text)
    settings = folder / "brochure.yaml"
    settings.write_text(settings.read_text("utf-8") + "columns: by-length\n", "utf-8")
    assert axis(0.5) in starts(compose_folder(folder).body, 0)
