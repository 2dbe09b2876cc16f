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


@pytest.mark.parametrize(
    ("theme", "columns", "share"),
    [
        ("theme: {columns: by-length}\n", "", 0.52),
        ("theme: {columns: 0.45}\n", "", 0.45),
        ("theme: {columns: equal, page: {left-share: 0.4}}\n", "", 0.5),
        ("theme: own\n", "", 0.52),
        ("theme: {base: own, columns: 0.6}\n", "", 0.6),
        ("theme: {columns: 0.45}\n", "columns: by-length\n", 0.52),
        ("theme: own\n", "columns: equal\n", 0.5),
    ],
)
def test_a_theme_says_it_unless_the_brochure_does(
    write_folder: Callable[..., Path], theme: str, columns: str, share: float
) -> None:
    section = SECTION.format(left="słowo " * 52, right="slovo " * 48)
    folder = write_folder(sections__a_yaml=section, themes__own_yaml="columns: by-length\n")
    settings = folder / "brochure.yaml"
    settings.write_text(settings.read_text("utf-8").replace("theme: two-banks\n", theme) + columns, "utf-8")
    (start,) = starts(compose_folder(folder).body, 0) - {0.0}
    assert start == pytest.approx(axis(share), abs=0.8)
