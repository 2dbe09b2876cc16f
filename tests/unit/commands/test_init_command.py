"""Templates are good content in each language, and tell which of their places are still to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline.starting import TEMPLATES, copy_template
from layout.resources.spoken import LANGUAGES
from tests.contents import read_content
from tests.unit.commands.test_usage import run

FILL = ("UZUPEŁNIJ", "DOPLŇTE")
WORDS = {"en": "is a comment", "pl": "to komentarz", "cs": "je komentář"}


def text_of(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_written_in_the_language_of_messages(
    template: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    done = run("init", tmp_path / "new", "--template", template, "--messages", language)
    assert done.exit_code == 0 and "check" in done.stdout
    text = text_of(tmp_path / "new")
    assert [one for one in LANGUAGES if WORDS[one] in text] == [language]
    assert "date: 2027-01-15\n" in text and "@" not in text and "#pl" not in text and "#cs" not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_good_content(template: str, tmp_path: Path) -> None:
    copy_template(tmp_path / "new", template, "pl", date(2027, 1, 15))
    assert [
        one for one in read_content(tmp_path / "new").warnings if one.code != "translation-placeholder"
    ] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_check_knows_every_place_that_is_left(template: str, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    copy_template(folder, template, "cs", date(2027, 1, 15))
    live = [line for line in text_of(folder).splitlines() if not line.lstrip().startswith("#")]
    left = sum(line.count(word) for line in live for word in FILL)
    said = run("check", folder, "--messages", "cs").stderr.splitlines()
    assert left > 15 and len([line for line in said if any(word in line for word in FILL)]) == left


def test_a_template_that_is_filled_in_is_told_of_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    copy_template(folder, "leaflet", "pl", date(2027, 1, 15))
    for path in folder.rglob("*.yaml"):
        words = path.read_text("utf-8")
        path.write_text(words.replace("UZUPEŁNIJ: ", "Gotowe: ").replace("DOPLŇTE: ", "Hotové: "), "utf-8")
    assert "stands for words" not in run("check", folder).stderr


def test_a_template_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("mine")
    done = run("init", tmp_path, "--template", "visit")
    assert done.exit_code == 1 and [path.name for path in tmp_path.iterdir()] == ["own.txt"]
    with pytest.raises(Rejected):
        copy_template(tmp_path / "own.txt", "visit", "en", date(2027, 1, 15))


def test_an_unknown_template_is_told_with_those_there_are(tmp_path: Path) -> None:
    done = run("init", tmp_path / "new", "--template", "ksiazka", "--messages", "pl")
    assert done.exit_code == 2 and all(name in done.stderr for name in TEMPLATES)


@pytest.mark.parametrize(
    "block",
    [
        "- paragraph: {pl: …, cs: …}",
        "- paragraph: {pl: ..., cs: ...}",
        "- heading: {pl: UZUPEŁNIJ, cs: Nadpis}",
        "- heading: {pl: Nagłówek, cs: 'DOPLŇTE: nadpis'}",
        "- paragraph: {pl: 'Gmina. UZUPEŁNIJ: liczba mieszkańców', cs: Obec.}",
    ],
)
def test_the_programs_own_hints_are_no_text(block: str, tmp_path: Path) -> None:
    copy_template(tmp_path / "new", "leaflet", "pl", date(2027, 1, 15))
    (tmp_path / "new" / "sections" / "01-leaflet.yaml").write_text(f"{block}\n", "utf-8")
    said = run("check", tmp_path / "new").stderr
    assert "01-leaflet.yaml:1:" in said and "stands for words" in said


def test_a_demand_gives_a_line_that_can_be_pasted(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    copy_template(folder, "leaflet", "pl", date(2027, 1, 15))
    printer = tmp_path / "shop.yaml"
    printer.write_text("shop: Drukarnia\nbleed: 5mm\n", "utf-8")
    said = run("check", folder, "--printer", printer, "--messages", "pl").stderr
    told = next(part for part in said.split("`") if part.startswith("theme: {base"))
    settings = folder / "brochure.yaml"
    settings.write_text(settings.read_text("utf-8").replace("theme: plain", told), "utf-8")
    again = run("check", folder, "--printer", printer, "--messages", "pl").stderr
    assert "5 mm" in said.replace("\u00a0", " ") and "theme: {base" not in again
