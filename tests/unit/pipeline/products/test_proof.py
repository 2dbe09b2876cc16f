"""A proof shows the print layout itself, with numbers that lead back to the content, and what has changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf
import pytest

from layout.model.products.edition import EDITIONS
from layout.model.units import mm
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.files import editions
from layout.pipeline.product import make_product
from layout.pipeline.products.proof import proof_lines
from layout.pipeline.translation.approving import Consent, approve
from layout.pipeline.translation.proof_notes import differ, note_proof

Writer = Callable[..., Path]
SECTION = """\
- heading: {pl: Początek, cs: Začátek, level: 1}
- paragraph:
    pl: Pierwszy akapit opowiada o rzece i o miastach nad nią, do których zaprasza.
    cs: První odstavec vypráví o řece a o městech na ní, do kterých zve.
- paragraph: {pl: Drugi akapit., cs: Druhý odstavec.}
"""


@pytest.fixture
def folder(write_folder: Writer) -> Path:
    return write_folder(sections__a_yaml=SECTION)


def make(composed: Composed) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(make_product(composed, EDITIONS["proof"])))


def text_of(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "sections" / "a.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_it_is_made_only_where_it_is_asked_for() -> None:
    assert "proof" not in {edition.name for edition in editions(())}
    assert [edition.name for edition in editions(("proof",))] == ["proof"]


def test_every_page_stands_on_an_upright_a4_sheet_and_lists_follow(folder: Path) -> None:
    composed = compose_folder(folder)
    proof = make(composed)
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in proof.pages}
    assert sizes == {(round(mm(210)), round(mm(297)))}
    assert len(proof.pages) == len(composed.body.pages) + 1
    last = text_of(proof.pages[-1])
    assert "Zmiany od zatwierdzenia / Změny od schválení nic się nie zmieniło / nic se nezměnilo" in last
    assert "Zatwierdzam tekst polski do druku" in last
    assert "Schvaluji český text do tisku" in last


def test_the_same_pages_as_on_a_screen_are_under_it(folder: Path) -> None:
    composed = compose_folder(folder)
    screen = pypdf.PdfReader(io.BytesIO(make_product(composed, EDITIONS["screen"])))
    shown, proof = text_of(screen.pages[0]), text_of(make(composed).pages[0])
    assert set(shown.split()) <= set(proof.split())


def test_it_is_built_twice_alike(folder: Path) -> None:
    first, second = (make_product(compose_folder(folder), EDITIONS["proof"]) for _ in range(2))
    assert first == second


def test_lines_are_numbered_through_and_lead_to_both_languages(folder: Path) -> None:
    lines = proof_lines(compose_folder(folder))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [
        (where.line, language) for where, language in zip(lines[0].places, lines[0].languages, strict=True)
    ] == [
        (1, "pl"),
        (1, "cs"),
    ]
    assert {where.line for where in lines[1].places} == {3, 4}
    heights = [(line.page, line.y) for line in lines]
    assert heights == sorted(heights)


def test_places_stand_in_the_margin(folder: Path) -> None:
    page = text_of(make(compose_folder(folder)).pages[0])
    for place in ("a.yaml:1", "a.yaml:3 · 4", "a.yaml:5"):
        assert place in page


def test_a_change_is_marked_on_its_side_and_listed_for_each_office(folder: Path) -> None:
    for language, name in (("pl", "Anna"), ("cs", "Jana")):
        approve(folder, Consent(language=language, by=name, on=date(2026, 11, 29)))
    change(folder, "opowiada o rzece", "opowiada o Odrze")
    composed = compose_folder(folder)
    notes = note_proof(composed)
    assert {(where.line, own) for where, own in notes.marks.items()} == {(3, True), (4, False)}
    assert len(notes.changes) == 1
    last = text_of(make(composed).pages[-1])
    assert "urząd polski, zatwierdzone 2026-11-29, Anna; český úřad, schváleno 2026-11-29, Jana" in last
    assert "[rzece] Odrze" in last


def test_what_is_open_is_listed_in_both_languages(folder: Path) -> None:
    change(folder, "Drugi akapit.", "Drugi akapit ma 12 zdań.")
    last = text_of(make(compose_folder(folder)).pages[-1])
    assert "· a.yaml:5" in last
    assert "w obu językach są różne liczby" in last
    assert "v obou jazycích jsou různá čísla" in last


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("a b c", "a x c", "a [b] x c "),
        ("a b c", "a b c d", "a b c d "),
        ("a b c", "b c", "[a] b c "),
        ("1 2 3 4 5 6 7 8 9 a", "1 2 3 4 5 6 7 8 9 b", "… 6 7 8 9 [a] b "),
        ("", "nowe", "nowe "),
    ],
)
def test_how_words_differ(before: str, now: str, shown: str) -> None:
    assert "".join(run.text for run in differ(before, now)) == shown


@pytest.mark.parametrize("size", ["a4", "dl", "square"])
def test_pages_of_any_size_are_made_to_fit(write_folder: Writer, size: str) -> None:
    sizes = {"a4": "210mm, height: 297mm", "dl": "99mm, height: 210mm", "square": "210mm, height: 210mm"}
    text = (write_folder() / "brochure.yaml").read_text("utf-8")
    themed = text.replace("theme: two-banks", f"theme: {{base: two-banks, page: {{width: {sizes[size]}}}}}")
    folder = write_folder(brochure_yaml=themed, sections__a_yaml="- paragraph: {pl: Tak., cs: Ano.}\n")
    page = make(compose_folder(folder)).pages[0]
    assert "Tak." in text_of(page)
    assert float(page.mediabox.width) == pytest.approx(mm(210), abs=0.5)
