"""The command `preflight` tells scripts by its exit status what it tells people in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.pdfreading.ghostscript import find_renderer
from tests.faults.seeds import PRINT_SEEDS
from tests.faults.sound import mail_paper, print_paper

needs_ghostscript = pytest.mark.skipif(find_renderer() is None, reason="Ghostscript is not installed")


def judge(data: bytes, folder: Path, *options: str) -> tuple[int, str]:
    file = folder / "file.pdf"
    file.write_bytes(data)
    result = CliRunner().invoke(main, ["preflight", str(file), *options])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("data", "options", "status", "verdict"),
    [
        (mail_paper().build(), ("--profile", "mail"), 0, "passed"),
        (print_paper().build(), ("--no-render",), 3, "unsure"),
        (PRINT_SEEDS["text-knockout"](), ("--no-render",), 3, "unsure"),
        (PRINT_SEEDS["colour-rgb"](), ("--no-render",), 1, "refused"),
    ],
)
def test_the_exit_status_is_the_verdicts(
    data: bytes, options: tuple[str, ...], status: int, verdict: str, tmp_path: Path
) -> None:
    found, output = judge(data, tmp_path, *options, "--json")
    assert (found, json.loads(output)["verdict"]) == (status, verdict)


@needs_ghostscript
def test_a_file_with_warnings_passes_where_all_was_measured(tmp_path: Path) -> None:
    status, output = judge(PRINT_SEEDS["text-knockout"](), tmp_path, "--json")
    assert (status, json.loads(output)["verdict"]) == (0, "warned")


def test_what_cannot_be_judged_is_refused(tmp_path: Path) -> None:
    status, output = judge(b"hello", tmp_path, "--messages", "pl")
    assert status == 1 and "file.pdf" in output


@pytest.mark.parametrize(
    ("data", "options", "code", "usual"),
    [
        (b"hello", (), "pdf-no-header", 1),
        (b"", (), "pdf-no-header", 1),
        (print_paper().build(), ("--profile", "prnit"), "usage-profile", 2),
        (print_paper().build(), ("--profile", "shop.yaml"), None, 1),
    ],
)
def test_programs_are_told_why_there_is_no_report(
    data: bytes, options: tuple[str, ...], code: str | None, usual: int, tmp_path: Path
) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(data)
    result = CliRunner().invoke(main, ["preflight", str(file), *options, "--json"])
    found = json.loads(result.stdout)
    assert set(found) == {"version", "file", "profile", "error"}
    assert all({"code", "where", "severity", "what", "do"} == set(one) for one in found["error"])
    assert code in (None, found["error"][0]["code"])
    assert result.exit_code == usual
