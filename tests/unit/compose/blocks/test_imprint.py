"""Imprints, openers, contents and rooms to write as pages show them, and languages told apart in grey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.layout import ARTIFACT, LayoutPage, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder

Writer = Callable[..., Path]
PAGE = Theme().page
HEADINGS = "".join(
    f"- heading: {{pl: {name} po polsku, cs: {name} česky, level: {level}}}\n"
    "- paragraph: {pl: Tekst po polsku., cs: Text česky.}\n"
    for name, level in (("Alfa", 1), ("Beta", 2), ("Gama", 3), ("Delta", 1))
)


def texts(page: LayoutPage) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem)]


def said(page: LayoutPage) -> list[str]:
    return [item.line.text for item in texts(page) if item.leaf != ARTIFACT]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("- imprint:\n", []),
        ("- imprint: {printer: Arka}\n", ["Druk: Arka", "Tisk: Arka"]),
        ("- imprint: {run: {pl: 500 egz., cs: 500 ks}}\n", ["Nakład: 500 egz.", "Náklad: 500 ks"]),
        ("- imprint: {paper: Munken}\n", ["Papier: Munken", "Papír: Munken"]),
        ("- imprint: {licence: CC BY}\n", ["Licencja: CC BY", "Licence: CC BY"]),
        (
            "- imprint: {credits: [Jan Novák], contacts: [Opole]}\n",
            ["Jan Novák", "Opole"],
        ),
        ("- imprint: {funding: {pl: Za nasze., cs: Za naše.}}\n", ["Za nasze.", "Za naše."]),
    ],
)
def test_an_imprint_says_what_is_known_and_what_it_is_given(
    write_folder: Writer, block: str, lines: list[str]
) -> None:
    (page,) = compose_folder(write_folder(sections__a_yaml=block)).body.pages
    found = [line.replace("\u00a0", " ") for line in said(page)]
    assert found[0] == "Dwa brzegi"
    assert [line for line in lines if line not in found] == []
    assert (
        max(item.y for item in texts(page) if item.leaf != ARTIFACT)
        > PAGE.height - PAGE.bottom - 2 * PAGE.grid
    )


def test_an_imprint_in_one_language_says_no_word_of_the_other(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml="- imprint: {paper: Munken}\n")
    (page, *_) = compose_folder(folder, handout=Handout(Form.PLAIN, language="cs")).body.pages
    assert "Papír: Munken" in said(page)
    assert "Papier: Munken" not in said(page)


def test_contents_tell_their_levels_apart(write_folder: Writer) -> None:
    contents = "- contents: {depth: 3}\n- page-break:\n" + HEADINGS
    page = compose_folder(write_folder(sections__a_yaml=contents)).body.pages[0]
    left = {item.line.text: item for item in texts(page) if item.line.text.endswith("po polsku")}
    alfa, beta, gama = (left[f"{name} po polsku"] for name in ("Alfa", "Beta", "Gama"))
    assert alfa.x < beta.x < gama.x
    faces = [item.line.runs[0].shapes[0].face for item in (alfa, beta)]
    assert faces[0] != faces[1]
    assert gama.line.runs[0].ink.size < beta.line.runs[0].ink.size


def test_an_openers_page_has_the_wider_gutter_and_no_other(write_folder: Writer) -> None:
    opener = (
        "- heading: {pl: Otwarcie, cs: Otevření, level: 1, opener: true}\n"
        "- lead: {pl: Wstęp., cs: Úvod.}\n- page-break:\n- paragraph: {pl: Dalej., cs: Dál.}\n"
    )
    first, second = compose_folder(write_folder(sections__a_yaml=opener)).body.pages
    starts = [next(i.x for i in texts(page) if i.line.text in ("Úvod.", "Dál.")) for page in (first, second)]
    edges = [start - PAGE.left_edge(page.number) for start, page in zip(starts, (first, second), strict=True)]
    assert edges[1] == pytest.approx(PAGE.column_widths[0] + PAGE.gutter)
    assert edges[0] == pytest.approx(PAGE.opened.column_widths[0] + PAGE.opened.gutter)
    assert PAGE.opened.gutter == pytest.approx(1.5 * PAGE.gutter)


def test_a_page_to_write_on_has_no_running_titles(write_folder: Writer) -> None:
    pages = compose_folder(
        write_folder(sections__a_yaml=HEADINGS + "- notes: {ruling: ruled, pages: 1}\n")
    ).body.pages
    feet = [[i.line.text for i in texts(page) if i.leaf == ARTIFACT] for page in pages]
    assert any("Delta" in text for text in feet[0])
    assert [text for text in feet[-1] if not text.isdigit()] == []


@pytest.mark.parametrize("level", [1, 2])
def test_in_grey_titles_of_one_language_lean(write_folder: Writer, level: int) -> None:
    text = "- heading: {pl: Dom, cs: Dům}\n" + f"- heading: {{pl: Woda, cs: Voda, level: {level}}}\n"
    folder = write_folder(sections__a_yaml=text)
    (page, *_) = compose_folder(folder, handout=Handout(Form.PLAIN, grey=True)).body.pages
    faces = {i.line.text: i.line.runs[0].shapes[0].face for i in texts(page)}
    assert "Italic" not in str(faces["Woda"])
    assert faces["Woda"] != faces["Voda"]
