"""The commands of translation from the command line: status codes, what is printed, what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main

Writer = Callable[..., Path]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def folder(write_folder: Writer, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return write_folder()


def test_an_approval_is_kept_and_shown(folder: Path) -> None:
    done = run("approve", folder, "--language", "cs", "--by", "Jana", "--messages", "cs")
    assert (done.exit_code, done.stdout.partition(":")[0]) == (0, "schváleny 4 pasáže")
    told = json.loads(run("status", folder, "--json").stdout)
    assert told["sums"] == {"approved-cs": 4}
    assert told["passages"][0]["approved"] == {"cs": {"by": "Jana", "on": "2026-09-21"}}
    listed = run("status", folder, "--messages", "pl")
    assert listed.exit_code == 0
    assert listed.stdout.splitlines()[-1] == "zatwierdzone przez urząd czeski: 4"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--by", "Anna"), 2, "--language"),
        (("--language", "pl"), 2, "--by"),
        (("--language", "de", "--by", "Anna"), 2, "--language"),
        (("--language", "pl", "--by", "a\nb"), 2, "--by"),
        (("--language", "pl", "--by", "a" * 101), 2, "--by"),
        (("--language", "pl", "--by", "Anna", "--place", "x.yaml"), 1, "x.yaml"),
    ],
)
def test_misuse_of_approve_is_told(folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run("approve", folder, *arguments)
    assert done.exit_code == code
    assert said in done.stderr
    assert not (folder / "approvals.yaml").exists()


def test_words_go_out_and_come_back(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.xlf"
    done = run("export", folder, "--to", "xliff", "-o", path)
    assert done.exit_code == 0
    assert run("export", folder, "--to", "xliff", "-o", path).exit_code == 1
    path.write_text(path.read_text("utf-8").replace("Začátek", "Počátek"), "utf-8")
    done = run("update-translation", path, folder, "--messages", "en")
    assert (done.exit_code, done.stdout.partition(":")[0]) == (0, "1 translation taken, 3 as before")
    assert "cs: Počátek" in (folder / "sections" / "a.yaml").read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("#0.heading", "#9.heading").replace("~", "~f"), "utf-8")
    assert run("update-translation", path, folder).exit_code == 1


def test_comments_lead_to_the_content(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "k.csv"
    sheet.write_text("1;lepszy tytuł\n99;nie ma\n", "utf-8")
    done = run("comments", sheet, folder)
    assert done.exit_code == 0
    assert done.stdout.endswith("sections/a.yaml:1: 1: lepszy tytuł\n")
    assert "99" in done.stderr
    sheet.write_text("99;nie ma\n", "utf-8")
    assert run("comments", sheet, folder).exit_code == 1
    assert run("comments", tmp_path / "nothing", folder).exit_code == 1


def test_the_proof_is_an_edition(folder: Path, tmp_path: Path) -> None:
    done = run("build", folder, "-e", "proof", "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["dwa-brzegi-proof.pdf"]


def test_a_placeholder_holds_mail_back_and_not_the_screen(folder: Path, tmp_path: Path) -> None:
    path = folder / "sections" / "a.yaml"
    path.write_text(path.read_text("utf-8").replace("cs: Začátek", "cs: TODO"), "utf-8")
    done = run("build", folder, "-e", "mail", "-e", "screen", "-o", tmp_path / "out", "--messages", "pl")
    assert done.exit_code == 1
    assert "„TODO” stoi zamiast brakującego tekstu" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["dwa-brzegi-screen.pdf"]
    assert run("check", folder).exit_code == 1
