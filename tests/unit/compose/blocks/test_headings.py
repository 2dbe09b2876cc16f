"""Headings on their pages, the table of contents that lists them, and pages that end where they must."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.layout import ArtifactKind, Layout, TextItem
from layout.pipeline.composing import compose_folder
from tests.unit.compose.pages import FILLER, words_by_page

LONG = " ".join(["Tekst, který má několik řádků, aby bylo co lámat."] * 8)
TITLES = (
    "- heading: {pl: Pierwszy, cs: První}\n- heading: {pl: Głębszy, cs: Hlubší, level: 2}\n"
    + FILLER
    + "- page-break:\n- heading: {pl: Drugi, cs: Druhý}\n"
    + FILLER
)


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str], Layout]:
    return lambda section: compose_folder(write_folder(sections__a_yaml=section)).body


@pytest.mark.parametrize("fillers", range(13, 20))
def test_a_title_of_level_1_has_lines_below_it(compose: Callable[[str], Layout], fillers: int) -> None:
    title = "- heading: {pl: Tytuł, cs: Titul, level: 1}\n"
    body = f"- paragraph: {{pl: {LONG!r}, cs: {LONG!r}}}\n"
    pages = words_by_page(compose(FILLER * fillers + title + body))
    (page,) = (page for page in pages if "Tytuł" in page)
    assert len(page) - page.index("Titul") > 2 * 4


@pytest.mark.parametrize(
    ("depth", "listed"), [(1, ["Pierwszy", "Drugi"]), (2, ["Pierwszy", "Głębszy", "Drugi"])]
)
def test_contents_list_headings_to_their_depth_with_their_pages(
    compose: Callable[[str], Layout], depth: int, listed: list[str]
) -> None:
    layout = compose(f"- contents: {{depth: {depth}}}\n- page-break:\n{TITLES}")
    words = words_by_page(layout)
    assert [word for word in words[0] if word in ("Pierwszy", "Głębszy", "Drugi")] == listed
    polish = [word for word in words[0][1::2] if word.isdigit()][::2]
    assert polish == ["3" if name == "Drugi" else "2" for name in listed]
    folios = [i for i in layout.pages[0].items if isinstance(i, TextItem) and i.line.text in ("2", "3")]
    ends = {round(item.x + item.line.x + item.line.width, 2) for item in folios}
    assert len(folios) == 2 * len(listed) and len(ends) == 2, "flush right in each column"


@pytest.mark.parametrize("breaks", [1, 2])
def test_a_page_break_ends_one_page_and_no_more(compose: Callable[[str], Layout], breaks: int) -> None:
    pages = words_by_page(compose(FILLER + "- page-break:\n" * breaks + FILLER))
    assert pages == [["Krótki akapit.", "Krátký odstavec."]] * 2


def test_an_opener_starts_a_page_sunk(compose: Callable[[str], Layout]) -> None:
    opener = "- heading: {pl: Tytuł, cs: Titul, opener: true}\n"
    first, second = compose(FILLER + opener + FILLER).pages
    tops = [min(i.y for i in page.items if isinstance(i, TextItem)) for page in (first, second)]
    assert tops[1] > tops[0] + 6 * 12


def test_running_titles_say_the_short_form_and_contents_the_whole(compose: Callable[[str], Layout]) -> None:
    title = "- heading: {pl: Bardzo długi tytuł, cs: Velmi dlouhý titul, short: {pl: Krótki, cs: Krátký}}\n"
    layout = compose(title + FILLER + "- contents: {depth: 1}\n")
    footers = [
        item.line.text
        for item in layout.pages[0].items
        if isinstance(item, TextItem) and item.artifact is ArtifactKind.FOOTER
    ]
    assert footers[1:] == ["Krótki", "Krátký"]
    assert words_by_page(layout)[0].count("Bardzo długi tytuł") == 2
