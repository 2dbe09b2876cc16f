"""The list of pictures, in each language and for programs, and the sheet of thumbnails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from layout.cli import main
from layout.preflight import inspect_file
from tests.unit.images.picture_files import photograph, srgb_profile

HEAD = (
    "title: {pl: Próba, cs: Zkouška}\npublisher: {pl: Ktoś, cs: Někdo}\nlanguages: [pl, cs]\n"
    "date: 2026-11-29\nsections: [a.yaml]\n"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="60" height="40"/></svg>'
SECTION = """\
- figure: {file: a.jpg, place: both, decorative: true}
- figure: {file: line.png, place: left, height: 30mm, decorative: true}
- figure: {file: ink.tif, place: right, alt: {pl: Barwy na prawo., cs: Barvy vpravo.}}
- figure: {file: grey.png, place: left, crop: {left: 0%, top: 0%, width: 50%, height: 100%}, decorative: true}
- figure: {file: a.jpg, place: bleed, height: 60mm, duotone: true, alt: {pl: Dwie barwy., cs: Dvě barvy.}}
- publicity:
    statement: {pl: Wsparcie., cs: Podpora.}
    logos:
      - {file: logo.svg, alt: {pl: Logo jedno, cs: Logo jedno}}
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    photograph(600, 400).save(folder / "a.jpg", icc_profile=srgb_profile())
    photograph(300, 200).convert("1").save(folder / "line.png")
    Image.new("CMYK", (900, 600), (200, 150, 100, 50)).save(folder / "ink.tif")
    photograph(900, 400).convert("L").save(folder / "grey.png")
    (folder / "logo.svg").write_text(SVG, "utf-8")
    (folder / "a.yaml").write_text(SECTION, "utf-8")
    (folder / "brochure.yaml").write_text(HEAD, "utf-8")
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["pictures", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_every_placed_picture_is_listed_with_what_it_is_worth(content: Path) -> None:
    status, out, _ = run(str(content), "--json")
    listed = json.loads(out)
    assert status == 0
    assert [(one["file"], one["place"]) for one in listed] == [
        ("a.jpg", "both"),
        ("line.png", "left"),
        ("ink.tif", "right"),
        ("grey.png", "left"),
        ("a.jpg", "bleed"),
        ("logo.svg", "logo"),
    ]
    first, line, ink, grey, wide, logo = listed
    assert (first["kind"], first["colours"], first["ppi"]) == ("JPEG", ["RGB"], 123)
    assert first["enlarged"] and first["profile"].startswith("sRGB") and first["width_mm"] == 122.0
    assert line["enlarged"] and line["colours"] == ["grey"] and line["ink"] == 1.0
    assert (ink["colours"], ink["profile"], ink["ink"]) == (
        ["CMYK"],
        None,
        pytest.approx(500 / 255, abs=0.01),
    )
    assert not ink["enlarged"] and ink["line"] == 3
    assert grey["colours"] == ["grey"] and grey["ink"] <= 1
    assert wide["width_mm"] == 154.0 and wide["ink"] > 1
    assert (logo["kind"], logo["ppi"], logo["ink"]) == ("SVG", None, 1.0)
    assert logo["width_mm"] * logo["height_mm"] == pytest.approx(144, abs=1)


@pytest.mark.parametrize(
    ("language", "head", "place", "enlarged"),
    [
        ("en", "printed size", "both columns", "(enlarged)"),
        ("pl", "wymiary w druku", "obie szpalty", "(powiększony)"),
        ("cs", "tištěný rozměr", "oba sloupce", "(zvětšený)"),
    ],
)
def test_the_table_speaks_the_users_language(
    content: Path, language: str, head: str, place: str, enlarged: str
) -> None:
    status, out, told = run(str(content), "--messages", language)
    lines = out.splitlines()
    assert status == 0 and len(lines) == 7
    assert head in lines[0] and place in lines[1] and enlarged in lines[1]
    starts = {line.index(one) for line in lines[1:] for one in (str(content / "a.yaml"),)}
    assert len(starts) == 1
    assert "4" in told


def test_a_printers_wishes_count(content: Path, tmp_path: Path) -> None:
    printer = tmp_path / "shop.yaml"
    printer.write_text("shop: Drukarnia\nppi: 120\nminimum-ppi: 100\nbitmap-ppi: 100\n", "utf-8")
    _, out, _ = run(str(content), "--json", "--printer", str(printer))
    assert not json.loads(out)[0]["enlarged"]


def test_the_sheet_has_every_picture_and_its_words(content: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    status, _, _ = run(str(content), "--sheet", str(sheet), "--messages", "cs")
    assert status == 0
    (page,) = inspect_file(sheet, render=False).pages
    said = " ".join(text.text for text in page.texts)
    assert all(name in said for name in ("a.jpg", "line.png", "ink.tif", "grey.png", "logo.svg"))
    assert len(page.placements) == 5


def test_a_file_of_another_kind_is_not_replaced(content: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    status, _, told = run(str(content), "--sheet", str(mine))
    assert status == 1 and told and mine.read_text("utf-8") == "mine"


def test_content_with_mistakes_lists_them(tmp_path: Path) -> None:
    (tmp_path / "brochure.yaml").write_text(HEAD, "utf-8")
    (tmp_path / "a.yaml").write_text("- figure: {file: none.jpg, place: both, decorative: true}\n", "utf-8")
    status, out, told = run(str(tmp_path))
    assert status == 1 and not out and "none.jpg" in told
