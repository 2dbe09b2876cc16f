"""`import` from the command line: status, what is written, and the words of a doubt and of an update."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from layout.model.values import Count
from layout.resources.messages import phrase
from layout.resources.spoken import LANGUAGES
from tests.unit.source.test_import_decisions import CZECH, POLISH, reordered, text
from tests.unit.source.test_import_update import BASE, exchange, word

FILE, FOLDER = Path("a.docx"), Path("out")


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["import", *arguments, "-o", "out", "--messages", language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubt_stops_with_a_proposal_that_yes_takes(language: str) -> None:
    Path("a.txt").write_bytes(text(*POLISH, *reordered(1, 2, 0))[1])
    done = run("a.txt", language=language)
    assert done.exit_code == 1 and "--yes" in done.output and "--decisions" in done.output
    assert CZECH[0] in done.output and CZECH[1][:50] in done.output
    assert run("a.txt", "--yes", language=language).exit_code == 0


def test_decisions_are_written_then_read() -> None:
    Path("a.txt").write_bytes(text(*POLISH, *reordered(1, 2, 0))[1])
    assert run("a.txt", "--decisions", "d.yaml").exit_code == 1
    assert Path("d.yaml").is_file() and not FOLDER.exists()
    assert run("a.txt", "--decisions", "d.yaml").exit_code == 0
    assert FOLDER.is_dir()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_update_is_shown_then_written(language: str) -> None:
    FILE.write_bytes(word(BASE))
    assert run("a.docx").exit_code == 0
    before = sorted((path, path.read_bytes()) for path in FOLDER.rglob("*") if path.is_file())
    fresh = ("", "Zupełnie nowe zdanie o zamku.", "Docela nová věta o zámku.")
    revised = (*exchange(2, 1, "Nad rzeką zbudowano most z drewna.")[:5], fresh)
    FILE.write_bytes(word(revised))
    shown = run("a.docx", "--update", language=language)
    assert shown.exit_code == 0 and "z drewna." in shown.output and fresh[1] in shown.output
    assert sorted((path, path.read_bytes()) for path in FOLDER.rglob("*") if path.is_file()) == before
    done = run("a.docx", "--update", "--yes", language=language)
    assert done.exit_code == 0
    assert [path for path, data in before if path.read_bytes() != data] == [
        next((FOLDER / "sections").iterdir())
    ]
    assert CliRunner().invoke(main, ["check", "out"]).exit_code == 0
    counts = {"changed": Count(1), "new": Count(1), "removed": Count(1)}
    assert phrase("update-planned", {**counts, "place": "out"}, language) in shown.output
    assert phrase("update-written", {**counts, "place": "out"}, language) in done.output
    assert phrase("update-new", {"start": fresh[1]}, language) in done.output


def test_an_update_never_makes_a_folder() -> None:
    FILE.write_bytes(word(BASE))
    assert run("a.docx", "--update", "--yes").exit_code == 1
    assert not FOLDER.exists()
