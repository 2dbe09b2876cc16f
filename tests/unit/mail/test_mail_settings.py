"""The mail folder: its settings, its templates, and what is wrong with them, placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.mail.markup import check_markup
from layout.mail.wording import check_wording
from layout.model.diagnostic import Severity
from layout.model.products.mailing import Placeholder
from layout.source.recipients.mailing import read_mailing, warn_of_shared_words
from layout.source.recipients.recipients import read_recipients
from tests.told import texts
from tests.unit.mail.mail_files import SETTINGS, codes, place, refusals, sayable, write_list, write_mail

SAMPLE = Path(__file__).parents[3] / "content"


@pytest.mark.parametrize("document", ["brochure.yaml", "visit.yaml"])
def test_the_sample_is_sound(document: str) -> None:
    mailing = read_mailing(SAMPLE / document)
    listed = read_recipients(SAMPLE / "mail" / "recipients.csv")
    check_wording(mailing, listed)
    assert {one.language for one in listed.recipients} == {"pl", "cs"}
    assert listed.rejected == ()
    assert warn_of_shared_words(SAMPLE / document) == ()


def test_the_samples_are_not_sent_with_the_same_words() -> None:
    brochure, visit = read_mailing(SAMPLE), read_mailing(SAMPLE / "visit.yaml")
    for one, other in zip(brochure.wording.sides, visit.wording.sides, strict=True):
        assert one.subject.parts != other.subject.parts
        assert one.plain.parts != other.plain.parts
    assert brochure.file_name is None and visit.file_name is None, "each is called by its title"


def test_reads_every_key(tmp_path: Path) -> None:
    settings = SETTINGS + (
        "reply-to: {name: Biuro, address: biuro@example.org}\n"
        "unsubscribe: {address: wypis@example.org, link: 'https://example.org/?{address}', one-click: true}\n"
        "drafts: true\n"
    )
    mailing = read_mailing(write_mail(tmp_path, mail_yaml=settings))
    assert mailing.sender.name.sides == ("Urząd", "Úřad")
    assert mailing.reply_to and mailing.reply_to.name.sides == ("Biuro", "Biuro")
    assert mailing.unsubscribe and mailing.unsubscribe.one_click and mailing.unsubscribe.link
    assert str(mailing.unsubscribe.address) == "wypis@example.org"
    assert mailing.drafts
    assert mailing.file_name.sides == ("Wspólna brożura.pdf",) * 2


def test_double_braces_are_braces(tmp_path: Path) -> None:
    mailing = read_mailing(write_mail(tmp_path, pl_txt="{{a}} { name }{{{name}}}\n"))
    parts = mailing.wording.left.plain.parts
    assert [part.name if isinstance(part, Placeholder) else part for part in parts] == [
        "{a} ",
        "name",
        "{",
        "name",
        "}\n",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("urzad@example.org", "urzad", "mail-address"),
        ("urzad@example.org", "urząd@example.org", "mail-address"),
        ("brożura.pdf", "brożura.doc", "mail-file-name"),
        ("Wspólna brożura.pdf", "a/b.pdf", "mail-file-name"),
        ("Wspólna brożura.pdf", ".pdf", "mail-file-name"),
        ("from:", "form:", "misspelt-key"),
        ('cs: "Brožura pro {name}"', "", "missing-translation"),
        ("Brožura pro {name}", "Brožura } pro", "template-stray-brace"),
        ("Wspólna brożura.pdf", "'{title}.pdf'", "mail-file-name"),
        ("file:", "unsubscribe: {one-click: true}\nfile:", "mail-unsubscribe-empty"),
        ("file:", "unsubscribe: {address: a@example.org, one-click: true}\nfile:", "mail-one-click"),
        ("file:", "unsubscribe: {link: 'http://example.org'}\nfile:", "mail-link"),
        ("file:", "unsubscribe: {link: 'https://example.org/a b'}\nfile:", "mail-link"),
    ],
)
def test_wrong_settings(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in SETTINGS
    told = refusals(lambda: read_mailing(write_mail(tmp_path, mail_yaml=SETTINGS.replace(old, new))))
    assert codes(told) == [code]
    assert told[0].where.file.endswith("mail.yaml")
    assert told[0].where.line


def test_a_brace_in_the_subject_is_placed(tmp_path: Path) -> None:
    settings = SETTINGS.replace("Brožura pro {name}", "Brožura } pro")
    (told,) = refusals(lambda: read_mailing(write_mail(tmp_path, mail_yaml=settings)))
    line = settings.splitlines()[1]
    assert place(told) == (2, line.index("Brožura }") + 9)


def test_stray_braces_in_templates_are_all_told(tmp_path: Path) -> None:
    folder = write_mail(tmp_path, pl_txt="a {name\n}\n", cs_html="<p>{}</p>")
    told = refusals(lambda: read_mailing(folder))
    assert codes(told) == ["template-stray-brace"] * 3
    assert [place(one) for one in told] == [(1, 3), (2, 1), (1, 4)]


def test_missing_and_empty_files_are_told_together(tmp_path: Path) -> None:
    folder = write_mail(tmp_path, cs_txt=" \n")
    (folder / "mail" / "pl.html").unlink()
    (folder / "mail" / "mail.yaml").unlink()
    told = refusals(lambda: read_mailing(folder))
    assert [(Path(one.where.file).name, one.code) for one in told] == [
        ("mail.yaml", "unreadable-file"),
        ("pl.html", "unreadable-file"),
        ("cs.txt", "empty-file"),
    ]


@pytest.mark.parametrize("place", ["", "brochure.yaml", "visit.yaml"])
def test_a_missing_folder_is_told_once(tmp_path: Path, place: str) -> None:
    (told,) = refusals(lambda: read_mailing(tmp_path / place))
    assert (told.code, told.where.file) == ("mail-no-folder", f"{tmp_path.as_posix()}/mail")


def test_a_document_has_words_of_its_own(tmp_path: Path) -> None:
    write_mail(tmp_path)
    own = write_mail(tmp_path / "elsewhere", mail_yaml=SETTINGS.replace("Wspólna brożura", "Wizyta"))
    (own / "mail").rename(tmp_path / "mail" / "visit")
    names = [read_mailing(tmp_path / place).file_name.left for place in ("", "brochure.yaml", "visit.yaml")]
    assert names == ["Wspólna brożura.pdf", "Wspólna brożura.pdf", "Wizyta.pdf"]
    assert warn_of_shared_words(tmp_path / "visit.yaml") == ()


def test_a_document_without_words_of_its_own_is_warned_of(tmp_path: Path) -> None:
    write_mail(tmp_path)
    assert read_mailing(tmp_path / "visit.yaml").file_name.left == "Wspólna brożura.pdf"
    (told,) = sayable(warn_of_shared_words(tmp_path / "visit.yaml"))
    assert (told.code, told.severity) == ("mail-words-shared", Severity.WARNING)
    assert texts(told)["own"].endswith("mail/visit")
    assert warn_of_shared_words(tmp_path) == warn_of_shared_words(tmp_path / "brochure.yaml") == ()


def test_a_folder_of_its_own_is_whole_or_told(tmp_path: Path) -> None:
    (write_mail(tmp_path) / "mail" / "visit").mkdir()
    told = refusals(lambda: read_mailing(tmp_path / "visit.yaml"))
    assert codes(told) == ["unreadable-file"] * 5


def test_a_template_in_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = write_mail(tmp_path)
    (folder / "mail" / "pl.txt").write_bytes("Dzień".encode("cp1250"))
    assert codes(refusals(lambda: read_mailing(folder))) == ["not-utf-8"]


def test_a_placeholder_without_a_column_is_placed(tmp_path: Path) -> None:
    folder = write_mail(tmp_path, pl_txt="Dzień dobry,\n{nazwa}, {stanowisko}\n", cs_html="<p>{nmae}</p>")
    listed = read_recipients(write_list(tmp_path))
    told = refusals(lambda: check_wording(read_mailing(folder), listed))
    assert codes(told) == ["template-unknown-placeholder"] * 2
    places = [(Path(one.where.file).name, *place(one)) for one in told]
    assert places == [("pl.txt", 2, 10), ("cs.html", 1, 4)]
    assert texts(told[1])["nearest"] == "name"


def test_columns_are_found_in_any_spelling(tmp_path: Path) -> None:
    folder = write_mail(tmp_path, pl_txt="{STANOWISKO W URZEDZIE} {E-mail} {name} {nazwa} {adres}\n")
    text = "e-mail;nazwa;język;Stanowisko w urzędzie;adres\njan@example.org;Jan;cs;wójt;Rynek\n"
    check_wording(read_mailing(folder), read_recipients(write_list(tmp_path, text)))


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("<p>a", "markup-unclosed", (1, 1)),
        ("a</p>", "markup-unopened", (1, 2)),
        ("<p><b>a</p>", "markup-unclosed", (1, 4)),
        ("<html></html>", "markup-element", (1, 1)),
        ("a\n <script>x</script>", "markup-element", (2, 2)),
        ("<p onclick='x'>a</p>", "markup-script", (1, 1)),
        ("<a href='x.html'>a</a>", "markup-link", (1, 1)),
        ("<a>a</a>", "markup-link", (1, 1)),
        ("<a href='{link}'>a</a>", "markup-link", (1, 1)),
        ("<a href='javascript:x'>a</a>", "markup-link", (1, 1)),
        ("<img src='https://example.org/a.png'>", "markup-alt", (1, 1)),
        ("<img alt='a' src='a.png'>", "markup-link", (1, 1)),
    ],
)
def test_faults_of_the_html(text: str, code: str, where: tuple[int, int]) -> None:
    (told,) = sayable(check_markup(text, "pl.html"))
    assert (told.code, place(told)) == (code, where)


@pytest.mark.parametrize(
    "text",
    [
        "<p>a<br>b <a href='https://example.org/{name}'>c</a></p>",
        "<ul><li>a</li><li>b &amp; c</li></ul>",
        "<img alt='' src='https://example.org/a.png'>",
        "<p>1 &lt; 2</p><hr>",
        "<a href='mailto:a@example.org'>a</a>",
        "<table><caption>a</caption><tr><th scope='row'>a</th><td>b</td></tr></table>",
    ],
)
def test_sound_html(text: str) -> None:
    assert check_markup(text, "pl.html") == ()
