"""`check` tells what `build` would, all of it together, each mistake at its place in the content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from layout.cli import main
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.pipeline.checking import check_folder
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from tests.conftest import ROOT
from tests.told import texts

Writer = Callable[..., Path]
FIGURE = "- figure: {{file: images/{name}, place: left, alt: {{pl: Obraz, cs: Obraz}}}}\n"
LEAD = "- heading: {pl: Początek, cs: Začátek}\n- paragraph: {pl: Tekst., cs: Text.}\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


def add_picture(folder: Path, name: str, size: tuple[int, int], keep: float = 1) -> None:
    """A grainy picture, only the first part of its data kept; an end mark stands where no end is."""
    path = folder / "images" / name
    path.parent.mkdir(exist_ok=True)
    Image.effect_noise(size, 60).save(path, comment=b"\xff\xd9")
    data = path.read_bytes()
    if keep < 1:
        path.write_bytes(data[: int(len(data) * keep)] + (data[-12:] if name.endswith("png") else b""))


def told(folder: Path) -> list[Diagnostic]:
    try:
        return list(check_folder(folder).diagnostics)
    except Rejected as rejected:
        return list(rejected.diagnostics)


def mistakes(folder: Path) -> list[tuple[int, str]]:
    return [(one.where.line, one.code) for one in told(folder) if one.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ["cut.png", "cut.jpg"])
def test_a_picture_cut_short_is_told_where_the_content_names_it(write_folder: Writer, name: str) -> None:
    folder = write_folder(sections__a_yaml=LEAD + FIGURE.format(name=name))
    add_picture(folder, name, (900, 600), keep=0.5)
    (found,) = told(folder)
    assert found.code in {"image-truncated", "image-unreadable"}
    assert (found.where.file, found.where.line) == (str(folder / "sections/a.yaml"), 3)
    with pytest.raises(Rejected) as caught:
        make_product(compose_folder(folder), EDITIONS["screen"])
    assert list(caught.value.diagnostics) == [found]


def test_mistakes_of_every_kind_are_told_together(write_folder: Writer) -> None:
    text = (
        LEAD
        + FIGURE.format(name="cut.png")
        + "- heading: {pl: a, cs: b, level: 3}\n- paragraph: {pl: a}\n- paragraph: {pl: 漢, cs: b}\n"
    )
    folder = write_folder(sections__a_yaml=text)
    add_picture(folder, "cut.png", (900, 600), keep=0.5)
    found = mistakes(folder)
    assert [line for line, _ in found] == [3, 4, 5, 6]
    assert found[1] == (4, "level-skipped") and found[3] == (6, "missing-glyph")


def test_glyphs_that_no_style_has_are_one_mistake_a_passage(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {pl: Tak 漢字 dalej 仮, cs: 名}\n")
    assert [texts(one)["characters"] for one in told(folder)] == [
        "漢 (U+6F22), 字 (U+5B57), 仮 (U+4EEE)",
        "名 (U+540D)",
    ]


def test_a_glyph_is_told_once_where_pages_are_composed_for_it(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {pl: 漢, cs: b}\n")
    assert mistakes(folder) == [(1, "missing-glyph")]


def test_signs_the_rules_mend_are_no_missing_glyphs(write_folder: Writer) -> None:
    text = "- paragraph: {pl: 'a\u2011b\u2009c\u200b ‟d”', cs: b}\n- paragraph: {pl: a}\n"
    assert [line for line, _ in mistakes(write_folder(sections__a_yaml=text))] == [2]


@pytest.mark.parametrize("lost", ["- hading: {pl: a, cs: b}", "- heading: {pl: a}", "- nonsense"])
def test_a_level_is_not_blamed_for_a_heading_that_was_refused(write_folder: Writer, lost: str) -> None:
    text = LEAD + lost + "\n- heading: {pl: a, cs: b, level: 3}\n- heading: {pl: a, cs: b, level: 1}\n"
    codes = [code for _, code in mistakes(write_folder(sections__a_yaml=text))]
    assert len(codes) == 1 and "level-skipped" not in codes


def test_a_coarse_picture_is_told_with_its_place(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml=LEAD + FIGURE.format(name="soft.png"))
    for width, code in ((600, "press-picture-soft"), (300, "press-picture-low")):
        add_picture(folder, "soft.png", (width, width // 2))
        assert [(one.where.line, one.code) for one in told(folder) if "picture" in one.code] == [(3, code)]


def test_a_printer_has_a_say_in_what_is_checked(write_folder: Writer, tmp_path: Path) -> None:
    shop = tmp_path / "shop.yaml"
    shop.write_text("shop: Drukarnia\nbleed: 9mm\n", encoding="utf-8")
    assert run("check", write_folder(), "--messages", "en").exit_code == 0
    done = run("check", write_folder(), "--printer", shop, "--messages", "en")
    assert done.exit_code == 1 and "brochure.yaml:1:1: error" in done.output


def test_the_samples_have_no_mistakes_in_any_product() -> None:
    for place in (ROOT / "content", ROOT / "content" / "visit.yaml"):
        assert {one.severity for one in check_folder(place).diagnostics} <= {Severity.NOTE}


def test_what_only_a_print_edition_changes_is_told_where_one_is_made(
    write_folder: Writer, tmp_path: Path
) -> None:
    """Small coloured text is printed in black; no screen edition looks any different."""
    folder = write_folder(sections__a_yaml=LEAD)
    assert told(folder) == []
    for edition, is_told in (("print", True), ("screen", False), ("mail", False), ("handout", False)):
        done = run("build", folder, "-o", tmp_path / "out", "-e", edition, "--messages", "en")
        assert ("printed in black" in done.stderr) == is_told, edition
    named = run("check", folder, "--printer", "opole", "--messages", "en")
    assert "printed in black" in named.stderr, named.stderr


def test_a_build_names_the_command_that_measures_the_rest(write_folder: Writer, tmp_path: Path) -> None:
    folder = write_folder(sections__a_yaml=LEAD)
    done = run("build", folder, "-e", "print", "-o", tmp_path / "out", "--messages", "en")
    (path,) = done.stdout.split()
    assert f"`make_pdf.py preflight {path}`" in done.stderr
