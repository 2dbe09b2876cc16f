"""What stands together on pages: titles and their text, short lists as a whole, a code and its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.handout import Handout
from layout.model.layout import ARTIFACT, DrawingItem, Layout, TextItem
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder

PAGE = Theme().page
LONG = " ".join(["Tekst, který má několik řádků, aby bylo co lámat."] * 8)
FILLER = "- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}\n"
Folder = Callable[..., Path]


def words_by_page(layout: Layout) -> list[list[str]]:
    return [
        [item.line.text for item in page.items if isinstance(item, TextItem) and item.leaf != ARTIFACT]
        for page in layout.pages
    ]


@pytest.mark.parametrize("fillers", range(13, 20))
def test_a_title_of_level_1_has_lines_below_it(write_folder: Folder, fillers: int) -> None:
    title = "- heading: {pl: Tytuł, cs: Titul, level: 1}\n"
    body = f"- paragraph: {{pl: {LONG!r}, cs: {LONG!r}}}\n"
    pages = words_by_page(compose_folder(write_folder(sections__a_yaml=FILLER * fillers + title + body)).body)
    (page,) = (page for page in pages if "Tytuł" in page)
    assert len(page) - page.index("Titul") > 2 * 4


@pytest.mark.parametrize("fillers", range(14, 20))
def test_a_short_list_stays_whole(write_folder: Folder, fillers: int) -> None:
    items = "".join(f"    - {{pl: punkt {n}, cs: bod {n}}}\n" for n in range(4))
    made = compose_folder(
        write_folder(
            sections__a_yaml=FILLER * fillers + "- list:\n    items:\n" + items.replace("    -", "      -")
        )
    )
    there = [[n for n in range(4) if f"bod {n}" in page] for page in words_by_page(made.body)]
    assert [0, 1, 2, 3] in there


def test_a_code_stands_at_the_outer_end_of_the_right_column(write_folder: Folder) -> None:
    code = "- qr: {data: x, caption: {pl: Kod, cs: Kód}, alt: {pl: kod, cs: kód}}\n"
    (page,) = compose_folder(write_folder(sections__a_yaml=code)).body.pages
    left, right = (item for item in page.items if isinstance(item, TextItem) and item.leaf != ARTIFACT)
    (drawn,) = (item for item in page.items if isinstance(item, DrawingItem) and item.leaf != ARTIFACT)
    assert left.y == right.y
    assert (left.x, right.x) == pytest.approx((PAGE.inner, PAGE.inner + PAGE.column_widths[0] + PAGE.gutter))
    assert right.x + right.line.width < drawn.box.x
    assert drawn.box.x + drawn.box.width > PAGE.inner + PAGE.text_width


def test_a_bad_break_is_told_by_its_page_not_its_column(write_folder: Folder) -> None:
    titles = "".join(
        f"- heading: {{pl: Tytuł {n}, cs: Titul {n}, level: {1 if not n else 2}}}\n" for n in range(90)
    )
    handout = Handout(language="pl", columns=2)
    made = compose_folder(write_folder(sections__a_yaml=titles + FILLER), handout=handout)
    pages = [int(found.values["page"]) for found in made.diagnostics if found.code == "poor-page-break"]
    assert len(pages) > 2
    assert max(pages) <= len([page for page in made.body.pages if page.items])
