"""Runs the command on files, expects sheets on the disk, or words and everything left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from tests.unit.output.imposition.imposition_files import read, simple_pdf

OLD = b"%PDF-1.4 the user's own file"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["impose", *map(str, arguments)])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "pages.pdf"
    path.write_bytes(simple_pdf(6))
    return path


def test_sheets_are_written_and_told_of(source: Path) -> None:
    output = source.with_name("sheets.pdf")
    done = run(source, "-o", output, "--messages", "en")
    assert done.exit_code == 0
    assert len(read(output.read_bytes()).pages) == 4
    assert done.stdout.strip() == str(output)
    assert "2 blank pages were added before the back cover" in done.stderr


@pytest.mark.parametrize("way", ["same", "roundabout", "link"])
@pytest.mark.parametrize(("language", "said"), [
    ("en", "would take the place"), ("pl", "zastąpiłyby plik"), ("cs", "by nahradily soubor"),
])  # fmt: skip
def test_sheets_never_take_the_place_of_their_source(
    source: Path, way: str, language: str, said: str
) -> None:
    link = source.with_name("link.pdf")
    link.symlink_to(source)
    output = {"same": source, "roundabout": source.parent / ".." / source.parent.name / source.name}
    before = source.read_bytes()
    refused = run(source, "-o", output.get(way, link), "--messages", language)
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert source.read_bytes() == before
    assert link.is_symlink()


@pytest.mark.parametrize(
    "content", [b"", b"no PDF", b"%PDF-1.7\n", simple_pdf(4)[:200], simple_pdf(3, (0, 9))]
)
def test_a_failure_leaves_the_old_sheets(tmp_path: Path, content: bytes) -> None:
    source, output = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(content)
    output.write_bytes(OLD)
    refused = run(source, "-o", output, "--messages", "en")
    assert refused.exit_code == 1
    assert "error" in refused.stderr and "Traceback" not in refused.stderr
    assert output.read_bytes() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.pdf", "out.pdf"]


def test_a_missing_source_and_a_folder_are_named(tmp_path: Path) -> None:
    for source in (tmp_path / "none.pdf", tmp_path):
        refused = run(source, "-o", tmp_path / "out.pdf", "--messages", "pl")
        assert refused.exit_code == 1
        assert str(source) in refused.stderr and "nie można odczytać pliku" in refused.stderr


def test_a_file_that_is_no_pdf_is_never_replaced(source: Path) -> None:
    other, empty, sheets = (source.with_name(name) for name in ("precious.txt", "empty.pdf", "old.pdf"))
    other.write_bytes(b"precious")
    empty.write_bytes(b"")
    sheets.write_bytes(simple_pdf(2))
    refused = run(source, "-o", other, "--messages", "en")
    assert (refused.exit_code, other.read_bytes()) == (1, b"precious")
    assert "no PDF stands here" in refused.stderr
    assert (run(source, "-o", empty).exit_code, empty.read_bytes()) == (1, b"")
    assert run(source, "-o", sheets).exit_code == 0
