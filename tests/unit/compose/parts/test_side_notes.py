"""Side notes: in wide margins, else right below their text, where they fill the shorter column first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.layout import Layout, LayoutPage, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.theme import Theme
from layout.model.units import mm
from layout.pipeline.composing import compose_folder
from tests.conftest import FOLDER

PAGE = Theme().page
WIDE = "{page: {size: A4, inner: 45mm, outer: 40mm}}"
FILLER = "- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}\n"
END = "- paragraph: {pl: koniec słów, cs: konec slov}\n"
Compose = Callable[..., Layout]


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Compose:
    def make(section: str, theme: str = "two-banks", handout: Handout | None = None) -> Layout:
        brochure = FOLDER["brochure.yaml"].replace("theme: two-banks\n", "") + f"theme: {theme}\n"
        folder = write_folder(brochure_yaml=brochure, sections__a_yaml=section)
        return compose_folder(folder, handout=handout).body

    return make


def noted(polish: int, czech: int, left: str = "obok", right: str = "vedle") -> str:
    """A paragraph of so many words in either language, with its side note."""
    return (
        f"- paragraph:\n    pl: {'słowo ' * polish}\n    cs: {'slovo ' * czech}\n"
        f"    side-note: {{pl: '{left}', cs: '{right}'}}\n"
    )


def split(page: LayoutPage) -> tuple[list[TextItem], list[TextItem]]:
    """The lines of side notes, and those of text."""
    there = [item for item in page.items if isinstance(item, TextItem) and item.leaf >= 0]
    beside = [item for item in there if "obok" in item.line.text or "vedle" in item.line.text]
    return beside, [item for item in there if item not in beside]


@pytest.mark.parametrize(("polish", "czech"), [(5, 60), (60, 5), (30, 30), (1, 1)])
def test_each_stands_right_below_its_text(compose: Compose, polish: int, czech: int) -> None:
    (page,) = compose(noted(polish, czech)).pages
    (left, right), texts = split(page)
    for note, word in ((left, "słowo"), (right, "slovo")):
        above = max(item.y for item in texts if word in item.line.text)
        assert note.y == pytest.approx(above + PAGE.grid)
        assert note.x > min(item.x for item in texts if word in item.line.text)


def test_the_shorter_column_is_filled(compose: Compose) -> None:
    """A note in it takes no room as long as the other column is longer."""
    (page,) = compose(
        noted(60, 5, right="vedle " * 12) + "- paragraph: {pl: koniec słów, cs: konec slov}\n"
    ).pages
    notes, texts = split(page)
    end = max(item.y for item in texts)
    long = max(item.y for item in texts if item.y < end)
    assert sum("vedle" in item.line.text for item in notes) > 1
    assert end == pytest.approx(long + 3 * PAGE.grid)


@pytest.mark.parametrize("before", range(30, 42))
def test_a_note_is_not_divided(compose: Compose, before: int) -> None:
    layout = compose(FILLER * (before // 2) + noted(40, 30, left="obok " * 25, right="vedle " * 25))
    for word in ("obok", "vedle"):
        pages = [page for page in layout.pages if any(word in item.line.text for item in split(page)[0])]
        assert len(pages) == 1


def test_in_wide_margins_each_stands_at_its_own_side(compose: Compose) -> None:
    layout = compose((FILLER + noted(20, 20)) * 7 + "- page-break:\n" + noted(20, 20), WIDE)
    assert len(layout.pages) == 2
    for page in layout.pages:
        notes, texts = split(page)
        begun = {item.y for item in texts}
        edge = min(item.x for item in texts)
        for note in notes:
            inside = note.x + note.line.x + note.line.width
            if "obok" in note.line.text:
                assert note.x > 14 and inside < edge
            elif "vedle" in note.line.text:
                assert inside < layout.width - 14
            assert note.y in begun


def test_a_long_note_in_the_margin_makes_its_paragraph_as_high(compose: Compose) -> None:
    long = noted(3, 3, left="obok " * 60)
    (page,) = compose(long + END, WIDE).pages
    notes, texts = split(page)
    assert max(item.y for item in texts) > max(item.y for item in notes)


@pytest.mark.parametrize("before", range(20, 30))
def test_no_page_ends_within_a_note_in_the_margin(compose: Compose, before: int) -> None:
    layout = compose(FILLER * before + noted(120, 120, left="obok " * 40), WIDE)
    foot = PAGE.top + (mm(297) - PAGE.top - PAGE.bottom) // PAGE.grid * PAGE.grid
    for page in layout.pages:
        assert all(item.y < foot for item in split(page)[0])


@pytest.mark.parametrize("only", ["pl", "cs"])
def test_a_note_for_one_language(compose: Compose, only: str) -> None:
    section = f"- paragraph: {{pl: słowo, cs: slovo, side-note: {{only: {only}, {only}: obok}}}}\n"
    (page,) = compose(section).pages
    (note,), texts = split(page)
    edge = next(item.x for item in texts if ("słowo" if only == "pl" else "slovo") in item.line.text)
    assert 0 < note.x - edge < 20


def test_a_paragraph_in_one_language_has_its_note(compose: Compose) -> None:
    (page,) = compose("- paragraph: {only: pl, pl: słowo, side-note: {pl: obok}}\n").pages
    assert [item.line.text for item in split(page)[0]] == ["obok"]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_handout_in_one_language_has_its_own(compose: Compose, columns: int) -> None:
    handout = Handout(form=Form.A4, language="cs", columns=columns)
    (page,) = compose(noted(20, 20) * 2, WIDE, handout).pages
    notes, texts = split(page)
    assert [item.line.text for item in notes] == ["vedle", "vedle"]
    beside = [note.y in {item.y for item in texts} for note in notes]
    assert beside == [columns == 1] * 2


def test_notes_are_read_behind_their_paragraph(compose: Compose) -> None:
    (part,) = compose(noted(3, 3)).structure.children
    for passage in part.children:  # type: ignore[union-attr]
        *_, note = passage.children  # type: ignore[union-attr]
        assert (note.tag, note.language) == ("Note", passage.language)  # type: ignore[union-attr]
