"""What content files give when they are right: every block, every setting."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from layout.model.blocks.block import Block
from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.pictures import Figure, Placement, QrCode
from layout.model.blocks.reference import Contacts, Publicity
from layout.model.blocks.running import ItemList, Quote, Text, TextRole
from layout.model.blocks.tables import Table
from layout.model.brochure import Covers, TypographySettings
from layout.model.diagnostic import Span
from layout.model.pairs import Pair
from layout.model.units import mm
from layout.source.content import Content, read_content
from tests.unit.source.content_folders import BROCHURE, write_content


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(files: dict[str, str | bytes]) -> Content:
    content = read_content(write_content(Path("content"), files))
    assert content.warnings == ()
    return content


def read_block(text: str) -> Block:
    (block,) = read({"sections/one.yaml": text}).brochure.sections[0].blocks
    return block


def words(pair: Pair[Any] | None) -> tuple[str | None, ...]:
    assert pair is not None
    return tuple(getattr(side, "text", side) for side in pair.sides)


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


def test_heading() -> None:
    block = read_block("- heading: {pl: Początek, cs: Začátek, level: 1, opener: true}\n")
    assert isinstance(block, Heading)
    assert (block.level, block.opener, words(block.text)) == (1, True, ("Początek", "Začátek"))
    assert block.where == Span("content/sections/one.yaml", 1, 3)


def test_heading_is_of_level_1_and_no_opener_if_nothing_else_is_said() -> None:
    block = read_block("- heading: {pl: a, cs: b}\n")
    assert isinstance(block, Heading) and (block.level, block.opener) == (1, False)


@pytest.mark.parametrize(("kind", "role"), [("lead", TextRole.LEAD), ("paragraph", TextRole.PARAGRAPH)])
def test_text(kind: str, role: TextRole) -> None:
    block = read_block(f"- {kind}:\n    pl: Tekst\n    cs: Text\n")
    assert isinstance(block, Text) and block.role is role and words(block.text) == ("Tekst", "Text")


@pytest.mark.parametrize(("only", "sides"), [("pl", ("x", None)), ("cs", (None, "x"))])
def test_text_in_one_language(only: str, sides: tuple[str | None, ...]) -> None:
    block = read_block(f"- paragraph: {{only: {only}, {only}: x}}\n")
    assert isinstance(block, Text) and words(block.text) == sides


@pytest.mark.parametrize(
    "more",
    ["heading: {", "lead: {", "paragraph: {", "quote: {", "list: {items: [{pl: a, cs: b}], "],
)
@pytest.mark.parametrize(("only", "bilingual"), [("", False), ("only: both, ", True)])
def test_text_for_both_languages(more: str, only: str, bilingual: bool) -> None:
    sides = "" if more.startswith("list") else "pl: a, cs: b"
    block = read_block(f"- {more}{only}{sides}}}\n")
    assert isinstance(block, Heading | Text | ItemList | Quote) and block.bilingual is bilingual
    pair = block.items[0] if isinstance(block, ItemList) else block.text
    assert words(pair) == ("a", "b")


def test_list() -> None:
    block = read_block("- list: {numbered: true, items: [{pl: a, cs: b}, {pl: c, cs: d}]}\n")
    assert isinstance(block, ItemList) and block.numbered
    assert [words(item) for item in block.items] == [("a", "b"), ("c", "d")]


def test_list_in_one_language() -> None:
    block = read_block("- list: {only: cs, items: [{cs: b}, {cs: d}]}\n")
    assert isinstance(block, ItemList) and not block.numbered
    assert [words(item) for item in block.items] == [(None, "b"), (None, "d")]


def test_quote() -> None:
    block = read_block("- quote: {pl: a, cs: b, attribution: {pl: c, cs: d}}\n")
    assert isinstance(block, Quote)
    assert (words(block.text), words(block.attribution)) == (("a", "b"), ("c", "d"))


def test_figure() -> None:
    block = read_block(
        "- figure: {file: ./images//map.png, place: bleed, height: 60mm, caption: {pl: a, cs: b},\n"
        "    credit: Autor, alt: {pl: c, cs: d}}\n"
    )
    assert isinstance(block, Figure)
    assert (block.file, block.placement, block.height) == ("images/map.png", Placement.BLEED, mm(60))
    assert (words(block.caption), words(block.credit)) == (("a", "b"), ("Autor", "Autor"))
    assert block.alternative == Pair("c", "d")


def test_decorative_figure_over_both_columns() -> None:
    block = read_block("- figure: {file: images/map.png, decorative: true}\n")
    assert isinstance(block, Figure)
    assert (block.placement, block.height, block.alternative) == (Placement.BOTH, None, None)


def test_facts() -> None:
    block = read_block(
        "- facts: [{value: 130 km, label: {pl: a, cs: b}}, {value: {pl: 1, cs: 2}, label: {pl: c, cs: d}}]\n"
    )
    assert isinstance(block, Facts)
    assert [fact.value for fact in block.facts] == [Pair("130 km", "130 km"), Pair("1", "2")]
    assert words(block.facts[1].label) == ("c", "d")


def test_timeline() -> None:
    block = read_block("- timeline: [{when: 2016, pl: a, cs: b}]\n")
    assert isinstance(block, Timeline)
    assert (block.events[0].when, words(block.events[0].text)) == (Pair("2016", "2016"), ("a", "b"))


def test_table() -> None:
    block = read_block(
        "- table: {caption: {pl: a, cs: b}, head: [{pl: c, cs: d}, e], rows: [[f, {pl: g, cs: h}], [i, –]]}\n"
    )
    assert isinstance(block, Table)
    assert [words(cell) for cell in block.head] == [("c", "d"), ("e", "e")]
    assert [[words(cell) for cell in row] for row in block.rows] == [
        [("f", "f"), ("g", "h")],
        [("i", "i"), ("–", "–")],
    ]


def test_contacts() -> None:
    block = read_block(
        "- contacts: [{name: {pl: a, cs: b}, lines: [x@example.org, {pl: c, cs: d}]}, {name: e}]\n"
    )
    assert isinstance(block, Contacts)
    first, second = block.entries
    assert [words(line) for line in first.lines] == [("x@example.org", "x@example.org"), ("c", "d")]
    assert (words(second.name), second.lines) == (("e", "e"), ())


def test_qr() -> None:
    block = read_block("- qr: {data: 'https://example.org', caption: {pl: a, cs: b}, alt: {pl: c, cs: d}}\n")
    assert isinstance(block, QrCode)
    assert (block.data, block.size, block.alternative) == ("https://example.org", mm(24), Pair("c", "d"))


def test_contents() -> None:
    block = read_block("- contents: {title: {pl: Spis, cs: Obsah}, depth: 2}\n")
    assert isinstance(block, Contents)
    assert (block.depth, words(block.title)) == (2, ("Spis", "Obsah"))
    bare = read_block("- contents: {}\n")
    assert isinstance(bare, Contents) and (bare.depth, bare.title) == (1, None)


def test_publicity() -> None:
    block = read_block(
        "- publicity:\n    statement: {pl: a, cs: b}\n    emblem: false\n    logos:\n"
        "      - {file: images/map.png, height: 1cm, alt: {pl: c, cs: d}}\n"
    )
    assert isinstance(block, Publicity) and not block.emblem
    (logo,) = block.logos
    assert (logo.file, logo.height, logo.alternative) == ("images/map.png", mm(10), Pair("c", "d"))
    assert logo.where == Span("content/sections/one.yaml", 5, 9)


def test_page_break() -> None:
    assert read_block("- page-break:\n") == PageBreak(Span("content/sections/one.yaml", 1, 3))


@pytest.mark.parametrize(
    ("typed", "points"), [("14mm", mm(14)), ("1.5 cm", mm(15)), (".5in", 36.0), ("9.2pt", 9.2), ("12", 12.0)]
)
def test_lengths_have_units(typed: str, points: float) -> None:
    theme = read({"brochure.yaml": BROCHURE + f"theme: {{page: {{inner: {typed}}}}}\n"}).theme
    assert theme.page.inner == pytest.approx(points)


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
