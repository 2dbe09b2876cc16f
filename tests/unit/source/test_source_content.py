"""What content files give when they are right: every setting, and places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from layout.model.blocks.running import Text
from layout.model.content.brochure import Covers, TypographySettings
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span
from layout.model.units import mm
from layout.pipeline.inspecting import Content
from tests.contents import read_content
from tests.unit.source.blocks.one_block import read_block, words
from tests.unit.source.content_folders import BROCHURE, write_content


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(files: dict[str, str | bytes]) -> Content:
    content = read_content(write_content(Path("content"), files))
    assert content.warnings == ()
    return content


def test_settings_without_the_optional_ones() -> None:
    brochure = read({}).brochure
    assert brochure.title == Pair("Dwa brzegi", "Dva břehy")
    assert brochure.publisher == Pair("Wydawca", "Vydavatel")
    assert brochure.languages == ("pl", "cs")
    assert brochure.date == date(2026, 11, 22)
    assert brochure.subtitle is None
    assert brochure.covers == Covers(None, None)
    assert brochure.page_multiple == 4
    assert brochure.typography == TypographySettings()
    assert (brochure.folder, brochure.theme) == ("content", "two-banks")
    assert [section.file for section in brochure.sections] == ["sections/one.yaml"]


def test_settings_with_all_the_optional_ones() -> None:
    brochure = read(
        {
            "brochure.yaml": BROCHURE
            + """\
subtitle: {pl: Podtytuł, cs: Podtitul}
theme: plain
covers:
  front: generated
  back: {file: covers/back.pdf, page: 2, alt: {pl: Rzeka, cs: Řeka}}
pages: {multiple: 8}
typography:
  off: [T05, T16]
  hard-czech-a: true
  exceptions: {pl: [kon-kurs, ZIT], cs: [sou-těž]}
""",
            "covers/back.pdf": b"%PDF",
        }
    ).brochure
    assert brochure.subtitle == Pair("Podtytuł", "Podtitul")
    assert brochure.theme == "plain"
    front, back = brochure.covers.front, brochure.covers.back
    assert front is not None and front.file is None and front.alternative is None
    assert back is not None and (back.file, back.page) == ("covers/back.pdf", 2)
    assert back.alternative == Pair("Rzeka", "Řeka")
    assert back.where == Span("content/brochure.yaml", 10, 9)
    assert brochure.page_multiple == 8
    assert brochure.typography.off == {"T05", "T16"}
    assert brochure.typography.hard_czech_a
    assert brochure.typography.exceptions == {"pl": ("kon-kurs", "ZIT"), "cs": ("sou-těž",)}


def test_languages_order_the_sides() -> None:
    brochure = read({"brochure.yaml": BROCHURE.replace("[pl, cs]", "[cs, pl]")}).brochure
    assert brochure.title == Pair("Dva břehy", "Dwa brzegi")
    assert isinstance(block := brochure.sections[0].blocks[0], Text)
    assert words(block.text) == ("Text.", "Tekst.")


@pytest.mark.parametrize(
    ("typed", "points"), [("14mm", mm(14)), ("1.5 cm", mm(15)), (".5in", 36.0), ("9.2pt", 9.2), ("0", 0.0)]
)
def test_lengths_have_units(typed: str, points: float) -> None:
    theme = read({"brochure.yaml": BROCHURE + f"theme: {{page: {{inner: {typed}}}}}\n"}).theme
    assert theme.page.inner == pytest.approx(points)


def test_sizes_of_type_are_points_if_nothing_else_is_said() -> None:
    theme = read({"brochure.yaml": BROCHURE + "theme: {styles: {paragraph: {size: 12}}}\n"}).theme
    assert theme.styles["paragraph"].size == 12.0


def test_byte_order_mark_and_line_ends_of_windows_are_taken() -> None:
    text = "- paragraph:\n    pl: >-\n      a\n      b\n    cs: c\n"
    block = read_block("\ufeff" + text.replace("\n", "\r\n"))
    assert isinstance(block, Text) and words(block.text) == ("a b", "c")


def test_places_are_relative_to_the_current_folder(tmp_path: Path) -> None:
    write_content(tmp_path / "content", {})
    assert read_content(tmp_path / "content").brochure.where.file == "content/brochure.yaml"
    elsewhere = read_content(tmp_path / "content" / ".." / "content")
    assert elsewhere.brochure.where.file == "content/../content/brochure.yaml"


def test_prose_knows_where_its_words_begin() -> None:
    block = read_block("- paragraph:\n    pl: >-\n\n      Tekst\n    cs: 'Text'\n")
    assert isinstance(block, Text)
    assert [side.where.line for side in block.text.sides if side] == [4, 5]
    assert [side.where.column for side in block.text.sides if side] == [7, 9]
