"""Finished messages, read back by two parsers that share no code."""

from __future__ import annotations

import email
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from fast_mail_parser import PyMail, parse_email

from layout.mail.outbox import Dispatch, name_file, write_messages
from layout.model.records import replace
from layout.source.recipients.mailing import read_mailing
from layout.source.recipients.recipients import read_recipients
from tests.unit.mail.mail_files import DATE, DISPATCH, LIST, PDF, SETTINGS, write_list, write_mail


def send(folder: Path, rows: str = LIST, dispatch: Dispatch = DISPATCH, **changed: str) -> list[bytes]:
    """The messages to the rows of a list, in their order."""
    listed = read_recipients(write_list(folder, rows))
    mailing = read_mailing(write_mail(folder, **changed))
    write_messages(listed, mailing, PDF, folder / "outbox", dispatch)
    return [(folder / "outbox" / name_file(one.address)).read_bytes() for one in listed.recipients]


def read(message: bytes) -> EmailMessage:
    parsed = email.message_from_bytes(message, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def read_elsewhere(message: bytes) -> PyMail:
    return parse_email(message)


def test_golden_message(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    settings = SETTINGS + (
        "reply-to: {name: {pl: Biuro współpracy, cs: Kancelář spolupráce}, address: biuro@example.org}\n"
        "unsubscribe: {address: wypis@example.org, "
        "link: 'https://example.org/wypis?adres={address}&kto={name}', one-click: true}\ndrafts: true\n"
    )
    rows = "e-mail;nazwa;język\njan@example.org;Jan <Žák> & synové;cs\n"
    (message,) = send(tmp_path, rows, mail_yaml=settings)
    whole = message.decode("ascii")
    assert "\n" not in whole.replace("\r\n", "")
    shortened = re.sub(r"(\r\n\r\nJVBER\S+)[\s\S]+?(\r\n--)", r"\1 […]\2", whole)
    golden("mail-message.txt", shortened.replace("\r\n", "\n"))


def test_both_parsers_agree_and_find_no_defect(tmp_path: Path) -> None:
    czech, polish = send(tmp_path)
    for message, name, subject in (
        (czech, "Jan Žák", "Brožura pro Jan Žák"),
        (polish, "Ola Łoś", "Broszura dla Ola Łoś"),
    ):
        one, other = read(message), read_elsewhere(message)
        assert not [part.defects for part in one.walk() if part.defects]
        assert not [value.defects for part in one.walk() for value in part.values() if value.defects]
        assert one["Subject"] == other.subject == subject
        assert one["To"].addresses[0].display_name == other.to[0].display_name == name
        assert one["From"].addresses[0].addr_spec == "urzad@example.org"
        (attached,) = one.iter_attachments()
        assert attached.get_content() == other.attachments[0].content == PDF
        assert attached.get_filename() == other.attachments[0].filename == "Wspólna brożura.pdf"
        assert not other.warnings


def test_the_file_has_an_ascii_name_too(tmp_path: Path) -> None:
    part = list(read(send(tmp_path)[0]).walk())[-1]
    assert part["Content-Type"].params["name"] == "Wspolna-brozura.pdf"


def test_the_own_language_comes_first(tmp_path: Path) -> None:
    czech, polish = (read(message) for message in send(tmp_path))
    for message, first, second, head in (
        (czech, "Dobrý den, Jan Žák!", "Dzień dobry, Jan Žák!", "Wersja polska"),
        (polish, "Dzień dobry, Ola Łoś!", "Dobrý den, Ola Łoś!", "Česká verze"),
    ):
        plain = message.get_body(("plain",))
        assert plain is not None
        text = plain.get_content()
        assert text.startswith(first)
        assert text.index(first) < text.index(head) < text.index(second)


def test_the_html_says_its_languages_and_escapes_values(tmp_path: Path) -> None:
    (message,) = send(tmp_path, 'e-mail;nazwa;język\njan@example.org;<b>"Žák" & {name};cs\n')
    body = read(message).get_body(("html",))
    assert body is not None
    html = body.get_content().replace("\r\n", "\n")
    assert html.startswith('<!DOCTYPE html>\n<html lang="cs">')
    assert "<title>Brožura pro &lt;b&gt;&quot;Žák&quot; &amp; {name}</title>" in html
    second = '<div lang="pl">\n<h2 style="font-size:1em">Wersja polska</h2>\n<p>Dzień dobry'
    assert html.index('<div lang="cs">\n<p>Dobrý den') < html.index(second)
    assert "<b>&lt;b&gt;&quot;Žák&quot; &amp; {name}</b>" in html


def test_a_value_is_not_searched_for_placeholders(tmp_path: Path) -> None:
    (message,) = send(tmp_path, "e-mail;nazwa;język\njan@example.org;{address};cs\n")
    assert read(message)["Subject"] == "Brožura pro {address}"


def test_everything_is_seven_bit_in_lines_of_at_most_78(tmp_path: Path) -> None:
    rows = f"e-mail;nazwa;język\njan@example.org;{'Příliš žluťoučký kůň ' * 9};cs\n"
    for message in send(tmp_path, rows, pl_txt="ž" * 3000 + "{name}"):
        assert message.isascii()
        assert max(map(len, message.split(b"\r\n"))) <= 78


def test_an_address_with_letters_is_kept_as_utf8(tmp_path: Path) -> None:
    (message,) = send(tmp_path, "e-mail;nazwa;język\nžofie@úřad.cz;Žofie;cs\n")
    domain = "xn--ad-qka49a.cz"
    assert f"<žofie@{domain}>\r\n".encode() in message
    assert read_elsewhere(message).to[0].address == f"žofie@{domain}"
    assert message.partition(b"\r\nTo: ")[0].isascii()


def test_date_and_identifier_can_be_set(tmp_path: Path) -> None:
    dispatch = replace(DISPATCH, message_id=lambda one: f"<{one.row}@lists.example.org>")
    first, second = (read(message) for message in send(tmp_path, dispatch=dispatch))
    assert [first["Message-ID"], second["Message-ID"]] == ["<2@lists.example.org>", "<3@lists.example.org>"]
    assert first["Date"].datetime == DATE
    assert first["Date"] == "Sun, 22 Nov 2026 09:30:00 +0100"


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert send(tmp_path / "a") == send(tmp_path / "b")


def test_identifiers_differ_between_people_and_between_words(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    messages = [*send(tmp_path / "a"), *send(tmp_path / "b", pl_txt="Inne słowa, {name}.")]
    assert len({read(message)["Message-ID"] for message in messages}) == 4


def test_no_way_to_leave_is_no_header(tmp_path: Path) -> None:
    message = read(send(tmp_path)[0])
    assert "List-Unsubscribe" not in message
    assert "X-Unsent" not in message


def test_a_link_to_leave_carries_values_percent_encoded(tmp_path: Path) -> None:
    settings = SETTINGS + "unsubscribe: {link: 'https://example.org/x?kto={name}'}\n"
    (message,) = send(tmp_path, 'e-mail;nazwa;język\njan@example.org;"Ž & >Co/1";cs\n', mail_yaml=settings)
    assert read(message)["List-Unsubscribe"] == "<https://example.org/x?kto=%C5%BD%20%26%20%3ECo%2F1>"


def test_a_personal_pdf_is_attached(tmp_path: Path) -> None:
    dispatch = replace(DISPATCH, attachment_for=lambda one: PDF + f"% Pro {one.name}".encode())
    for message, name in zip(send(tmp_path, dispatch=dispatch), ("Jan Žák", "Ola Łoś"), strict=True):
        (attached,) = read(message).iter_attachments()
        assert attached.get_content() == PDF + f"% Pro {name}".encode()
