"""The folder of messages: whole, stable, resumable, and untouched while anything is wrong."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from layout.mail.outbox import MailReport, name_file, write_messages
from layout.model.diagnostic import Severity
from layout.model.products.mailing import Address
from layout.model.records import replace
from layout.resources.messages import explain
from layout.source.recipients.mailing import read_mailing
from layout.source.recipients.recipients import read_recipients
from tests.told import texts
from tests.unit.mail.mail_files import (
    DISPATCH,
    LIST,
    PDF,
    SETTINGS,
    codes,
    refusals,
    sayable,
    write_list,
    write_mail,
)

BAD = LIST + "nikt;Nikt;pl\n"


def run(folder: Path, rows: str = LIST, pdf: bytes = PDF, **options: Any) -> MailReport:
    """One run with the dispatch's options and the mail folder's files changed."""
    changed = {name: options.pop(name) for name in list(options) if name.endswith(("txt", "html", "yaml"))}
    listed = read_recipients(write_list(folder, rows))
    mailing = read_mailing(write_mail(folder, **changed))
    return write_messages(listed, mailing, pdf, folder / "outbox", replace(DISPATCH, **options))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "outbox").iterdir())}


def test_one_file_a_recipient_with_a_readable_name(tmp_path: Path) -> None:
    report = run(tmp_path)
    assert (report.written, report.kept, report.skipped, report.warnings) == (2, 0, (), ())
    names = [name.rpartition("-")[0] for name in files(tmp_path)]
    assert names == ["jan-at-example.org", "ola-at-example.org"]


def test_names_are_safe_stable_and_distinct() -> None:
    addresses = [
        Address("con", "example.org"),
        Address("../../etc", "example.org"),
        Address("ąę", "example.org"),
        Address("ae", "example.org"),
        Address("x" * 64, "example.org"),
        Address("a/b", "example.org"),
    ]
    names = [name_file(address) for address in addresses]
    assert len(set(names)) == len(names)
    for name in names:
        assert name.isascii() and len(name) < 110 and not set(name) & set('/\\:*?"<>| ') and name[0].isalnum()
    assert name_file(Address("Jan", "example.org")).casefold() == name_file(Address("jan", "example.org"))


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "outbox").iterdir()}
    report = run(tmp_path, date=DISPATCH.date.replace(year=2027))
    assert (report.written, report.kept) == (0, 2)
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "outbox").iterdir()}


def test_a_run_goes_on_where_one_broke_off(tmp_path: Path) -> None:
    run(tmp_path)
    whole = files(tmp_path)
    first, second = sorted((tmp_path / "outbox").iterdir())
    first.unlink()
    second.write_bytes(second.read_bytes()[:-200])
    report = run(tmp_path)
    assert (report.written, report.kept) == (2, 0)
    assert files(tmp_path) == whole


def test_new_rows_are_added(tmp_path: Path) -> None:
    run(tmp_path)
    report = run(tmp_path, LIST + "eva@example.org;Eva;cs\n")
    assert (report.written, report.kept) == (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"pl_txt": "Inny tekst, {name}."},
        {"pdf": PDF + b"\n"},
        {"rows": LIST.replace("Ola", "Ala")},
        {"attachment_for": lambda one: PDF},
    ],
)
def test_messages_of_another_mailing_are_not_mixed_in(tmp_path: Path, change: dict[str, Any]) -> None:
    run(tmp_path)
    before = files(tmp_path)
    told = refusals(lambda: run(tmp_path, **change))
    assert set(codes(told)) == {"outbox-stale"}
    assert texts(told[0])["row"] in ("2", "3")
    assert files(tmp_path) == before


def test_nothing_is_written_while_a_row_is_wrong(tmp_path: Path) -> None:
    assert codes(refusals(lambda: run(tmp_path, BAD))) == ["recipient-address"]
    assert not (tmp_path / "outbox").exists()


def test_bad_rows_can_be_skipped(tmp_path: Path) -> None:
    report = run(tmp_path, BAD, skip_bad=True)
    assert report.written == 2
    assert codes(sayable(report.skipped)) == ["recipient-address"]
    assert report.skipped[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "bad", ["eva@example.org;;cs;x", "eva@example.org;Eva;de;x", "eva@example.org;Eva;cs;"]
)
def test_a_bad_row_does_not_keep_a_good_one_away(tmp_path: Path, bad: str) -> None:
    rows = f"e-mail;nazwa;język;urząd\n{bad}\neva@example.org;Eva;cs;x\nEVA@example.org;Eva;cs;x\n"
    report = run(tmp_path, rows, cs_txt="{urząd}", skip_bad=True)
    assert (report.written, [texts(one)["row"] for one in report.skipped]) == (1, ["2", "4"])
    assert texts(report.skipped[1])["first"] == "3"


def test_a_sound_address_in_the_text_is_no_formula(tmp_path: Path) -> None:
    rows = "e-mail;nazwa;język\n+d@example.org;Jan;cs\n"
    assert run(tmp_path, rows, pl_txt="{address}").written == 1


def test_a_row_with_a_stray_quote_can_be_skipped(tmp_path: Path) -> None:
    report = run(tmp_path, LIST + '"T" <u@example.org>;T;pl\neva@example.org;Eva;cs\n', skip_bad=True)
    assert (report.written, codes(sayable(report.skipped))) == (3, ["recipients-quote"])


def test_a_list_without_a_good_row_is_refused(tmp_path: Path) -> None:
    told = refusals(lambda: run(tmp_path, "e-mail;nazwa;język\nnikt;Nikt;pl\n", skip_bad=True))
    assert codes(told) == ["recipient-address", "recipients-none"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "recipient-empty"),
        ("=A1", "recipient-formula"),
        ('"a\nb"', "recipient-line-break"),
    ],
)
def test_values_that_templates_use_are_checked(tmp_path: Path, value: str, code: str) -> None:
    rows = f"e-mail;nazwa;język;urząd\njan@example.org;Jan;cs;{value}\nola@example.org;Ola;pl;gmina\n"
    run(tmp_path, rows)
    shutil.rmtree(tmp_path / "outbox")
    told = refusals(lambda: run(tmp_path, rows, pl_txt="{urząd}"))
    assert codes(told) == [code]
    assert (texts(told[0])["row"], texts(told[0])["column"]) == ("2", "urząd")
    assert run(tmp_path, rows, pl_txt="{urząd}", skip_bad=True).written == 1


def test_a_telephone_number_is_no_formula(tmp_path: Path) -> None:
    rows = "e-mail;nazwa;język;telefon\njan@example.org;Jan;cs;+48 77 123-45-67\n"
    assert run(tmp_path, rows, pl_txt="{telefon}").written == 1


def test_wrong_templates_are_refused_before_anything(tmp_path: Path) -> None:
    told = refusals(lambda: run(tmp_path, pl_txt="{urząd}", cs_html="<p>"))
    assert sorted(codes(told)) == ["markup-unclosed", "template-unknown-placeholder"]
    assert not (tmp_path / "outbox").exists()


def test_a_dry_run_writes_nothing_and_says_what_it_would(tmp_path: Path) -> None:
    report = run(tmp_path, dry_run=True)
    assert (report.written, report.kept) == (2, 0)
    assert not (tmp_path / "outbox").exists()
    assert codes(refusals(lambda: run(tmp_path, BAD, dry_run=True))) == ["recipient-address"]


def test_messages_to_people_who_left_the_list_are_told(tmp_path: Path) -> None:
    run(tmp_path)
    report = run(tmp_path, LIST.rpartition("ola@")[0])
    assert codes(sayable(report.warnings)) == ["outbox-stray"]
    assert "ola-at-example.org" in report.warnings[0].where.file
    assert report.warnings[0].severity is Severity.WARNING


def test_progress_counts_what_is_there_and_what_is_made(tmp_path: Path) -> None:
    run(tmp_path)
    rows = LIST + "eva@example.org;Eva;cs\nadam@example.org;Adam;cs\n"
    seen: list[tuple[int, int]] = []
    listed = read_recipients(write_list(tmp_path, rows))
    mailing = read_mailing(write_mail(tmp_path))
    outbox = tmp_path / "outbox"
    write_messages(listed, mailing, PDF, outbox, DISPATCH, lambda done, total: seen.append((done, total)))
    assert seen == [(2, 4), (3, 4), (4, 4)]


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("")
    assert codes(refusals(lambda: run(tmp_path))) == ["outbox-unwritable"]


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_full_disk_is_known_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dry_run: bool
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    assert codes(refusals(lambda: run(tmp_path, dry_run=dry_run))) == ["outbox-full"]
    assert not (tmp_path / "outbox").exists()


def test_an_unfinished_message_does_not_appear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", fail)
    (told,) = refusals(lambda: run(tmp_path))
    assert told.code == "outbox-unwritable"
    assert texts(told)["reason"] == os.strerror(errno.ENOSPC)
    assert "brak miejsca na dysku" in explain(told, "pl")
    assert list((tmp_path / "outbox").iterdir()) == []


def test_a_link_too_long_for_a_header_is_told(tmp_path: Path) -> None:
    settings = SETTINGS + "unsubscribe: {link: 'https://example.org/x?kto={znak}'}\n"
    rows = f"e-mail;nazwa;język;znak\njan@example.org;Jan;cs;{'ž' * 200}\nola@example.org;Ola;pl;ok\n"
    told = refusals(lambda: run(tmp_path, rows, mail_yaml=settings))
    assert codes(told) == ["recipient-too-long"]
    assert texts(told[0])["row"] == "2"


def test_foreign_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / "notes.txt").write_text("mine")
    report = run(tmp_path)
    assert report.warnings == ()
    assert files(tmp_path)["notes.txt"] == b"mine"


def test_a_foreign_file_under_a_messages_name_is_no_message(tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / name_file(Address("jan", "example.org"))).write_bytes(b"")
    assert run(tmp_path).written == 2
