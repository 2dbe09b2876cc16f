"""Words of a mailing as a user writes them: those about another document stop it, with place and cure."""

from __future__ import annotations

import email
import email.policy
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from tests.conftest import FOLDER, ROOT

LIST = "e-mail;nazwa;język\nanna@example.org;Anna Żak;polski\njiri@example.com;Jiří Řehoř;čeština\n"
TITLE = "title: {pl: Rowerem wokół Pradziada, cs: Na kole kolem Pradědu}"
SETTINGS = """\
from: {name: {pl: Urząd, cs: Úřad}, address: urzad@mesto.cz}
subject: {pl: SUBJECT, cs: "Brožura „{title}“"}
"""
WORDS = {
    "pl.txt": "Dzień dobry, {name}!\n\nW załączniku {title}, {date}.\n{publisher}\n",
    "cs.txt": "Dobrý den, {name}!\n\nV příloze {title}, {date}.\n{publisher}\n",
    "pl.html": "<p>Dzień dobry, {name}!</p><p>{title}, {date}</p>\n",
    "cs.html": "<p>Dobrý den, {name}!</p><p>{title}, {date}</p>\n",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name, text in FOLDER.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("title: {pl: Dwa brzegi, cs: Dva břehy}", TITLE)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "mail").mkdir()
    for name, text in WORDS.items():
        (folder / "mail" / name).write_text(text, encoding="utf-8")
    write_subject(folder, '"Broszura „{title}”"')
    return folder


def write_subject(folder: Path, subject: str) -> None:
    (folder / "mail" / "mail.yaml").write_text(SETTINGS.replace("SUBJECT", subject), encoding="utf-8")


def run(content: Path, *options: str, listed: str = LIST) -> tuple[Result, Path]:
    folder = content.parent if content.is_dir() else content.parent.parent
    (folder / "list.csv").write_text(listed, encoding="utf-8")
    places = ["--recipients", str(folder / "list.csv"), "-o", str(folder / "outbox")]
    done = CliRunner().invoke(main, ["mail", str(content), *places, "--messages", "en", *options])
    return done, folder / "outbox"


def messages(outbox: Path) -> dict[str, email.message.EmailMessage]:
    read = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in outbox.iterdir()
    ]
    return {str(one["To"].addresses[0].display_name): one for one in read}  # type: ignore[misc]


def test_a_documents_own_words_fill_its_messages(content: Path) -> None:
    done, outbox = run(content)
    assert done.exit_code == 0, done.output
    polish, czech = (messages(outbox)[name] for name in ("Anna Żak", "Jiří Řehoř"))
    assert polish["Subject"] == "Broszura „Rowerem wokół Pradziada”"
    assert czech["Subject"] == "Brožura „Na kole kolem Pradědu“"
    body = polish.get_body(("plain",))
    assert body is not None
    text = body.get_content().replace("\r\n", "\n")
    assert "W załączniku Rowerem wokół Pradziada, 1 marca 2026.\nAglomeracja" in text
    assert "V příloze Na kole kolem Pradědu, 1. března 2026.\nAglomerace" in text
    names = [next(one.iter_attachments()).get_filename() for one in (polish, czech)]
    assert names[0] == "Rowerem wokół Pradziada – Na kole kolem Pradědu.pdf"
    assert names[1] == "Na kole kolem Pradědu – Rowerem wokół Pradziada.pdf"


@pytest.mark.parametrize(
    ("name", "words", "line"),
    [
        ("pl.txt", "{name}\n\nprzesyłamy „Dwa brzegi, jedna rzeka”.\n", 3),
        ("cs.html", "<p>{name}</p>\n<p>Brožura Dva břehy, jedna řeka.</p>\n", 2),
        ("pl.txt", "{name}\n{title} o współpracy Aglomeracji Opolskiej\n", 2),
        ("cs.txt", "{name}, brožura Olomoucké aglomerace\n", 1),
        ("cs.txt", "{name}\n\n\nposíláme brožuru „Řeka bez hranic“.\n", 4),
        ("pl.html", "<p>{name}</p>\n<p>broszurę pt. &bdquo;Rzeka bez granic&rdquo;</p>\n", 2),
    ],
)
def test_words_about_another_document_stop_all(content: Path, name: str, words: str, line: int) -> None:
    (content / "mail" / name).write_text(words, encoding="utf-8")
    done, outbox = run(content)
    assert done.exit_code == 1
    assert f"mail/{name}:{line}:" in done.output
    assert "{title}" in done.output
    assert not outbox.exists()


@pytest.mark.parametrize(
    "subject",
    ['"Broszura „Dwa brzegi, jedna rzeka”"', '"Broszura „Rzeka bez granic”"', '"„Rzeka bez granic”"'],
)
def test_a_subject_with_another_title_stops_all(content: Path, subject: str) -> None:
    write_subject(content, subject)
    done, _ = run(content, "--dry-run")
    assert (done.exit_code, "mail/mail.yaml:2:" in done.output) == (1, True), done.output


@pytest.mark.parametrize(
    "words",
    [
        "{name}, broszura „{title}” o rzece.",
        "{name}, broszura „Rowerem wokół Pradziada”.",
        "{name}, broszurę „Pradziad” znają Państwo z konferencji „Woda i most”.",
        "{name}, pozdrawia Aglomeracja.",
        "{name}, przesyłamy dwa egzemplarze znad rzeki.",
    ],
)
def test_words_about_this_document_pass(content: Path, words: str) -> None:
    (content / "mail" / "pl.txt").write_text(words, encoding="utf-8")
    assert run(content, "--dry-run")[0].exit_code == 0


def test_words_of_another_document_of_the_folder_stop_all(content: Path) -> None:
    other = (
        (content / "brochure.yaml")
        .read_text(encoding="utf-8")
        .replace(TITLE, "title: {pl: Woda w mieście, cs: Voda ve městě}")
    )
    (content / "job.yaml").write_text(other, encoding="utf-8")
    write_subject(content, '"Materiały: Rowerem wokół Pradziada"')
    done, _ = run(content / "job.yaml", "--dry-run")
    assert (done.exit_code, "brochure.yaml" in done.output) == (1, True), done.output
    write_subject(content, '"{title} (obok broszury Rowerem wokół Pradziada)"')
    assert run(content / "job.yaml", "--dry-run")[0].exit_code == 0


def test_the_samples_folder_fits_any_document_once_copied(content: Path) -> None:
    shutil.rmtree(content / "mail")
    shutil.copytree(ROOT / "content" / "mail", content / "mail")
    done, outbox = run(content)
    assert done.exit_code == 0, done.output
    assert "example.org is an address for examples" in done.output
    message = messages(outbox)["Anna Żak"]
    assert message["From"].addresses[0].display_name == "Aglomeracja"  # type: ignore[misc]
    assert "Dwa brzegi" not in message.as_string()


def test_words_the_document_lacks_are_told(content: Path) -> None:
    (content / "mail" / "pl.txt").write_text("{name}\n{subtitle}\n", encoding="utf-8")
    done, _ = run(content)
    assert (done.exit_code, "pl.txt:2:1" in done.output) == (1, True)


def test_a_column_called_as_the_title_is_told(content: Path) -> None:
    listed = "e-mail;nazwa;język;title\nanna@example.org;Anna Żak;polski;Ing.\n"
    done, _ = run(content, listed=listed)
    assert (done.exit_code, "has a column of this name" in done.output) == (1, True)


def test_a_dry_run_shows_one_whole_message_a_language(content: Path) -> None:
    done, outbox = run(content, "--dry-run")
    for words in (
        "Subject: Broszura „Rowerem wokół Pradziada”",
        "Subject: Brožura „Na kole kolem Pradědu“",
        "To: Anna Żak <anna@example.org>",
        "From: Úřad <urzad@mesto.cz>",
        "Attachment: Na kole kolem Pradědu – Rowerem wokół Pradziada.pdf",
        "Dobrý den, Jiří Řehoř!",
        "<p>Dzień dobry, Anna Żak!</p>",
    ):
        assert words in done.output
    assert not outbox.exists()


def test_documents_of_one_title_never_share_a_products_name(content: Path) -> None:
    text = (content / "brochure.yaml").read_text(encoding="utf-8")
    names = ("job.yaml", "other.yaml", "Łąka.yaml", "other.yml")
    for name in names:
        (content / name).write_text(text, encoding="utf-8")
    built = []
    for name in ("brochure.yaml", *names):
        target = content.parent / "build"
        done = CliRunner().invoke(main, ["build", str(content / name), "-e", "screen", "-o", str(target)])
        assert done.exit_code == 0, done.output
        built.append(Path(done.stdout.strip()).name)
    assert len(set(built)) == len(names) + 1
    assert built[:3] == [
        "rowerem-wokol-pradziada-screen.pdf",
        "rowerem-wokol-pradziada--job-screen.pdf",
        "rowerem-wokol-pradziada--other-screen.pdf",
    ]


def test_an_imported_folder_has_words_that_fit_it(tmp_path: Path) -> None:
    source = ROOT / "tests/fixtures/wspolpraca-spoluprace.txt"
    folder = tmp_path / "new"
    made = CliRunner().invoke(main, ["import", str(source), "-o", str(folder)])
    assert made.exit_code == 0, made.output
    done, outbox = run(folder)
    assert done.exit_code == 0, done.output
    message = messages(outbox)["Anna Żak"]
    assert str(message["Subject"]).startswith("„Historia współpracy")
    assert "Dwa brzegi" not in message.as_string()
    (folder / "mail" / "pl.txt").write_text("{name} {title}\n", encoding="utf-8")
    again = CliRunner().invoke(main, ["import", str(source), "-o", str(folder), "--force"])
    assert again.exit_code == 0
    assert (folder / "mail" / "pl.txt").read_text(encoding="utf-8") == "{name} {title}\n"


def test_wrong_titles_unknown_columns_and_bad_rows_are_told_together(content: Path) -> None:
    write_subject(content, '"„Dwa brzegi, jedna rzeka” {sala}"')
    (content / "mail" / "pl.html").write_text("<p onclick='x'>Dzień dobry</p>", encoding="utf-8")
    done, outbox = run(content, listed=LIST + "nikdo;Nikdo;cs\n")
    assert done.exit_code == 1 and not outbox.exists()
    for told in ("Dwa brzegi, jedna rzeka", "sala", "onclick", "nikdo"):
        assert told in done.output, told


def test_a_list_that_cannot_be_read_does_not_hide_wrong_titles(content: Path) -> None:
    write_subject(content, '"„Dwa brzegi, jedna rzeka”"')
    done, _ = run(content, listed="a;b\n1;2\n")
    assert "Dwa brzegi, jedna rzeka" in done.output and "list.csv" in done.output


def test_broken_content_does_not_hide_unknown_columns(content: Path) -> None:
    write_subject(content, '"{sala}"')
    (content / "sections" / "a.yaml").write_text("- paragraf: {pl: a}\n", encoding="utf-8")
    done, _ = run(content)
    assert "sala" in done.output and "a.yaml" in done.output


@pytest.mark.parametrize("ending", [".eml", ".part"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_nothing_but_files_is_read_or_replaced_in_the_outbox(content: Path, kind: str, ending: str) -> None:
    _, outbox = run(content)
    first = min(outbox.glob("*.eml"))
    first.unlink()
    odd = first.with_suffix(ending)
    other = content.parent / "other"
    other.write_text("mine", encoding="utf-8")
    {"pipe": lambda: os.mkfifo(odd), "folder": odd.mkdir, "link": lambda: odd.symlink_to(other)}[kind]()
    done, _ = run(content)
    assert done.exit_code == 1 and not isinstance(done.exception, OSError)
    assert other.read_text(encoding="utf-8") == "mine"
    assert os.path.lexists(odd) and not (odd.is_file() and not odd.is_symlink())


def test_a_list_that_is_a_pipe_is_not_waited_for(content: Path) -> None:
    os.mkfifo(content.parent / "pipe.csv")
    places = ["--recipients", str(content.parent / "pipe.csv"), "-o", str(content.parent / "outbox")]
    done = CliRunner().invoke(main, ["mail", str(content), *places])
    assert done.exit_code == 1 and "pipe.csv" in done.output
