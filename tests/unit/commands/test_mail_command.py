"""The mail command: from content and a list to a folder of messages, each with the mail edition."""

from __future__ import annotations

import email
import email.policy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from layout.commands.arguments.size import Size
from tests.conftest import FOLDER, ROOT

GOOD = "e-mail;nazwa;język\nanna@example.org;Anna Żak;polski\njiri@example.com;Jiří Řehoř;čeština\n"
BAD = GOOD + "kein-Klammeraffe;X;pl\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name, text in FOLDER.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "content" / "mail", folder / "mail")
    return folder


def run(content: Path, listed: str, *options: str) -> tuple[Result, Path]:
    folder = content.parent if content.is_dir() else content.parent.parent
    recipients = folder / "list.csv"
    recipients.write_text(listed, encoding="utf-8")
    outbox = folder / "outbox"
    arguments = ["mail", str(content), "--recipients", str(recipients), "-o", str(outbox), "--messages", "en"]
    return CliRunner().invoke(main, [*arguments, *options]), outbox


def test_each_recipient_gets_the_mail_edition(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    done, outbox = run(content, GOOD)
    assert done.exit_code == 0, done.output
    assert "2 written, 0 already there, 0 left out" in done.output
    messages = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in outbox.glob("*.eml")
    ]
    assert {message["To"].addresses[0].display_name for message in messages} == {"Anna Żak", "Jiří Řehoř"}
    assert {message["Date"].datetime.timestamp() for message in messages} == {1790000000}
    for message in messages:
        (attached,) = message.iter_attachments()
        pdf = attached.get_content()
        assert pdf.startswith(b"%PDF-1.7")
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_a_second_run_keeps_what_is_there(content: Path) -> None:
    run(content, GOOD)
    done, outbox = run(content, GOOD)
    assert "0 written, 2 already there" in done.output
    assert len(list(outbox.iterdir())) == 2


def test_a_dry_run_writes_nothing(content: Path) -> None:
    done, outbox = run(content, GOOD, "--dry-run")
    assert done.exit_code == 0
    assert "2 would be written" in done.output
    assert not outbox.exists()


def test_a_bad_row_stops_all_unless_skipped(content: Path) -> None:
    done, outbox = run(content, BAD)
    assert done.exit_code == 1
    assert "list.csv:4" in done.output
    assert not outbox.exists()
    skipping, outbox = run(content, BAD + "x;;de\n", "--skip-bad")
    assert skipping.exit_code == 0
    assert "list.csv:4" in skipping.output
    assert "2 left out" in skipping.output
    assert len(list(outbox.iterdir())) == 2


def test_mistakes_of_content_list_and_settings_are_told_together(content: Path) -> None:
    (content / "sections" / "a.yaml").write_text("- paragraf: {pl: a, cs: b}\n", encoding="utf-8")
    (content / "mail" / "pl.txt").unlink()
    done, outbox = run(content, "nazwa\nX\n")
    assert done.exit_code == 1
    for place in ("a.yaml:1", "pl.txt", "list.csv"):
        assert place in done.output
    assert not outbox.exists()


def test_a_second_document_is_warned_of_unless_it_has_words_of_its_own(content: Path) -> None:
    (content / "visit.yaml").write_bytes((content / "brochure.yaml").read_bytes())
    shutil.rmtree(content / "mail" / "visit")
    shared, _ = run(content / "visit.yaml", GOOD, "--dry-run")
    assert (shared.exit_code, shared.output.count("words of the brochure")) == (0, 1), shared.output
    assert "content/mail/visit" in shared.output
    shutil.copytree(ROOT / "content" / "mail" / "visit", content / "mail" / "visit")
    own, _ = run(content / "visit.yaml", GOOD, "--dry-run")
    assert (own.exit_code, own.output.count("words of the brochure")) == (0, 0)


def test_a_folder_without_mail_words_is_told_in_one_line(content: Path) -> None:
    shutil.rmtree(content / "mail")
    done, _ = run(content, GOOD)
    assert (done.exit_code, done.output.count("error:")) == (1, 1), done.output
    assert "make_pdf.py init" in done.output


def test_a_date_that_is_none_is_wrong_usage(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    done, outbox = run(content, GOOD)
    assert done.exit_code == 2
    assert not outbox.exists()


def test_a_pdf_over_the_limit_is_refused(content: Path) -> None:
    done, outbox = run(content, GOOD, "--max-size", "5kB")
    assert done.exit_code == 1
    assert "5\N{NO-BREAK SPACE}kB are allowed" in done.output
    assert not outbox.exists()


@pytest.mark.parametrize(
    ("typed", "size"),
    [("2MB", 2_000_000), ("1.5 mb", 1_500_000), ("0,5M", 500_000), ("300kB", 300_000), ("9", 9)],
)
def test_sizes_are_read(typed: str, size: int) -> None:
    assert Size().convert(typed, None, None) == size


@pytest.mark.parametrize("typed", ["", "0", "2 GB", "-1MB", "much", "1e9"])
def test_what_is_no_size_is_refused(typed: str) -> None:
    done = CliRunner().invoke(main, ["build", "--max-size", typed])
    assert done.exit_code == 2
    assert "--max-size" in done.output
