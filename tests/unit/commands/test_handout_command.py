"""The build command with -e handout: files, their names, what is said, and wishes that make no sense."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from tests.conftest import FOLDER, ROOT
from tests.unit.output.cover_files import cover_pdf
from tests.unit.output.imposition.imposition_files import read

Writer = Callable[..., Path]

HANDOUT = ("-e", "handout")

GUIDE = (ROOT / "docs" / "handouts.md").read_text(encoding="utf-8")
EXAMPLES = sorted(set(re.findall(r"python make_pdf\.py build (?:content/visit\.yaml )?([^`\n]+)", GUIDE)))


def build(folder: Path, *options: str) -> Result:
    arguments = ["build", str(folder), "-o", str(folder.parent / "out"), "--messages", "en", *options]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder.parent / "out").glob("*.pdf"))


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((), "dwa-brzegi-handout.pdf"),
        (("--as", "booklet", "--fold-marks"), "dwa-brzegi-handout.pdf"),
        (("--as", "2up"), "dwa-brzegi-handout-2up.pdf"),
        (("--as", "a4", "--ink-save"), "dwa-brzegi-handout-a4-ink-save.pdf"),
        (("--as", "plain", "--grey"), "dwa-brzegi-handout-plain-grey.pdf"),
        (("--language", "pl"), "dwa-brzegi-handout-pl.pdf"),
        (("--language", "cs", "--columns", "2"), "dva-brehy-handout-cs-2-columns.pdf"),
    ],
)
def test_each_handout_has_a_name_of_its_own(
    write_folder: Writer, options: tuple[str, ...], name: str
) -> None:
    folder = write_folder()
    done = build(folder, *HANDOUT, *options)
    assert done.exit_code == 0, done.output
    assert made(folder) == [name]
    assert name in done.output and "print on both sides, flip on the" in done.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-e", "print", "--as", "a4"), "-e handout"),
        (("-e", "screen", "--grey"), "-e handout"),
        (("-e", "mail", "--ink-save"), "-e handout"),
        (("-e", "screen", "--language", "pl"), "-e handout"),
        (("-e", "print", "-e", "screen", "--signature", "4"), "-e handout"),
        (("-e", "print", "--sheet", "A3"), "-e handout"),
        ((*HANDOUT, "--columns", "2"), "one --language"),
        ((*HANDOUT, "--columns", "3", "--language", "pl"), "--columns"),
        ((*HANDOUT, "--as", "a5"), "--as"),
        ((*HANDOUT, "--language", "de"), "--language"),
        ((*HANDOUT, "--signature", "0"), "--signature"),
        ((*HANDOUT, "--unprintable", "99"), "--unprintable"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(
    write_folder: Writer, options: tuple[str, ...], said: str
) -> None:
    folder = write_folder()
    done = build(folder, *options)
    assert done.exit_code == 2
    assert said in re.sub(r"\s+", " ", done.output)
    assert "Traceback" not in done.output
    assert not (folder.parent / "out").exists()


def test_without_an_edition_the_handout_heeds_its_wishes(write_folder: Writer) -> None:
    folder = write_folder()
    assert build(folder, "--as", "a4", "--language", "cs").exit_code == 0
    names = made(folder)
    assert "dva-brehy-handout-a4-cs.pdf" in names
    assert {"dwa-brzegi-screen.pdf", "dwa-brzegi-mail.pdf", "dwa-brzegi-print.pdf"} <= set(names)


def test_other_products_are_not_changed_by_a_handouts_wishes(write_folder: Writer) -> None:
    folder = write_folder()
    build(folder, "-e", "screen")
    (name,) = made(folder)
    alone = (folder.parent / "out" / name).read_bytes()
    build(folder, "-e", "screen", *HANDOUT, "--as", "a4", "--language", "pl", "--ink-save")
    assert (folder.parent / "out" / name).read_bytes() == alone


def test_a_page_made_smaller_is_said(write_folder: Writer) -> None:
    settings = FOLDER["brochure.yaml"].replace("theme: two-banks", "theme: {page: {size: A4}}")
    folder = write_folder(brochure_yaml=settings)
    done = build(folder, *HANDOUT)
    assert done.exit_code == 0
    assert "70.7" in done.output
    assert "70.7" not in build(folder, *HANDOUT, "--sheet", "A3").output


def test_sheets_are_as_asked(write_folder: Writer) -> None:
    folder = write_folder()
    build(folder, *HANDOUT, "--sheet", "A3", "--alignment")
    sides = read((folder.parent / "out" / made(folder)[0]).read_bytes()).pages
    assert len(sides) == 4, "a test sheet, and the booklet's one"
    assert sorted(round(float(side)) for side in sides[0].mediabox[2:]) == [842, 1191]


@pytest.mark.parametrize("form", ["booklet", "2up", "plain"])
def test_a_coloured_cover_in_a_grey_handout_is_warned_of(write_folder: Writer, form: str) -> None:
    covers = "covers: {front: {file: covers/a.pdf, alt: {pl: okładka, cs: obálka}}}\n"
    folder = write_folder(brochure_yaml=FOLDER["brochure.yaml"] + covers)
    (folder / "covers").mkdir()
    (folder / "covers" / "a.pdf").write_bytes(cover_pdf())
    done = build(folder, *HANDOUT, "--as", form, "--grey")
    assert done.exit_code == 0
    assert done.output.count("keeps its colours") == 1
    assert "keeps its colours" not in build(folder, *HANDOUT, "--as", form).output
    assert "keeps its colours" not in build(folder, *HANDOUT, "--as", "a4", "--grey").output


def test_a_language_that_says_nothing_stops_with_an_error(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {only: cs, cs: Jen česky.}\n")
    done = build(folder, *HANDOUT, "--language", "pl")
    assert done.exit_code == 1
    assert "nothing in this content is in the language" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_guides_examples_run(write_folder: Writer, example: str) -> None:
    folder = write_folder()
    done = build(folder, *example.split())
    assert done.exit_code == 0, done.output
    assert len(made(folder)) == 1


def test_the_guide_names_every_option_of_its_own() -> None:
    named = set(re.findall(r"--[a-z-]+", " ".join(EXAMPLES)))
    assert named >= {
        "--as",
        "--grey",
        "--ink-save",
        "--language",
        "--columns",
        "--signature",
        "--unprintable",
    }
    assert (ROOT / "content" / "visit.yaml").is_file()
