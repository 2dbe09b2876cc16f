"""Wrong arguments, places that cannot be written and sums of mistakes, told in the user's language."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from layout.cli import main
from layout.model.diagnostic import Rejected
from layout.pipeline.files import write_product

Writer = Callable[..., Path]
WRONG = (
    ("bild", "usage-command", "build"),
    ("chekc somewhere", "usage-command", "check"),
    ("build --edtion x", "usage-option-misspelt", "--edition"),
    ("build -q", "usage-option-unknown", "-q"),
    ("build -e glossy", "usage-choice", "print-x1a"),
    ("preflight file.txt --profile nonsuch", "usage-profile", "print, print-x1a, mail, screen, "),
    ("preflight file.txt --profile PRINT", "usage-profile", "print"),
    ("preflight file.txt --profile=", "usage-profile", "print"),
    ("preflight file.txt --profile opola", "usage-profile", "opole"),
    ("build --press", "usage-option-unknown", "--press"),
    ("build --columns two", "usage-integer", " 2"),
    ("impose --signature 0 a.pdf -o b.pdf", "usage-count", " 1"),
    ("impose --signature 1.5 a.pdf -o b.pdf", "usage-count", " 1"),
    ("impose --paper nan a.pdf -o b.pdf", "usage-range", " 500"),
    ("impose --paper inf a.pdf -o b.pdf", "usage-range", " 500"),
    ("build --max-size much", "usage-size", "500kB"),
    ("build --printer", "usage-value-missing", "--printer"),
    ("build --grey=1", "usage-value-needless", "--grey"),
    ("build a b", "usage-too-many", "b"),
    ("impose", "usage-argument-missing", "IN.pdf"),
    ("text", "usage-option-missing", "--lang"),
    ("build -o file.txt", "usage-folder-wanted", "--output"),
    ("impose a.pdf -o folder", "usage-file-wanted", "--output"),
    ("build -e screen --grey", "usage-handout-only", "-e handout"),
    ("build --columns 2", "usage-columns", "--language"),
    ("build --paper 80 --thickness 0.1", "usage-paper-twice", "--thickness"),
    ("impose a.pdf -o b.pdf --paper 80 --thickness 0.1", "usage-paper-twice", "--thickness"),
    ("build --as a4 --paper 80", "usage-folded-only", "--paper"),
    ("build --as plain --fold-marks", "usage-folded-only", "--fold-marks"),
    ("impose a.pdf -o b.pdf --as 2up --signature 2", "usage-folded-only", "--signature"),
    ("build -e screen --max-size 2MB", "usage-edition-only", "-e mail"),
    ("build -e mail --printer opole", "usage-edition-only", "-e print-x1a"),
    ("build -e handout --convert-covers", "usage-edition-only", "-e print"),
)
WORDS = {"en": "error: ", "pl": "błąd: ", "cs": "chyba: "}


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize("language", ["en", "pl", "cs"])
@pytest.mark.parametrize(("typed", "code", "named"), WRONG)
def test_wrong_arguments_are_told_in_the_language_asked_for(
    empty_folder: Path, typed: str, code: str, named: str, language: str
) -> None:
    from layout.resources.messages import find_words

    command, *rest = typed.split()
    done = (
        run(command, f"--messages={language}", *rest)
        if command != "bild"
        else run("bild", "--messages", language)
    )
    assert done.exit_code == 2
    assert done.stdout == "" and done.stderr.count("\n") == 1
    assert WORDS[language] in done.stderr and named in done.stderr
    begin = find_words(code)[language]["what"].partition("{")[0]
    assert begin in done.stderr


def test_the_locale_chooses_the_language_of_usage_errors(empty_folder: Path) -> None:
    done = CliRunner().invoke(main, ["build", "--nie-ma"], env={"LC_ALL": "pl_PL.UTF-8"})
    assert (done.exit_code, "nie ma opcji --nie-ma" in done.stderr) == (2, True)


def test_a_folder_called_nearly_like_a_command_is_built(
    write_folder: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder().rename(tmp_path / "bild")
    monkeypatch.chdir(tmp_path)
    assert run("bild", "-e", "screen").exit_code == 0
    assert len(list((tmp_path / "build").iterdir())) == 1


def test_help_and_version_still_work() -> None:
    assert run("--help").exit_code == run("build", "--help").exit_code == run("--version").exit_code == 0


@pytest.mark.parametrize("inside", ["", "/deep/er"])
def test_a_file_in_the_place_of_the_output_folder_is_told_by_its_path(
    write_folder: Writer, empty_folder: Path, inside: str
) -> None:
    done = run("build", write_folder(), "-o", f"file.txt{inside}", "--messages", "en")
    assert done.exit_code == (1 if inside else 2)
    assert "file.txt" + inside in done.stderr or not inside
    assert "Errno" not in done.stderr and done.stdout == ""


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "output-forbidden"), (errno.ENOSPC, "output-no-room"), (errno.EIO, "output-failed")],
)
def test_a_write_the_system_refuses_names_the_file_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(source))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Rejected) as caught:
        write_product(tmp_path / "new" / "a.pdf", b"x")
    (told,) = caught.value.diagnostics
    assert (told.code, told.where.file) == (code, str(tmp_path / "new" / "a.pdf"))
    assert not list((tmp_path / "new").iterdir())


def test_a_folder_that_may_not_be_written_stops_before_anything_is_made(
    write_folder: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    done = run("build", write_folder(), "-o", tmp_path / "locked" / "out", "--messages", "en")
    assert done.exit_code == 1 and str(tmp_path / "locked" / "out") in done.stderr
    assert not (tmp_path / "locked").exists()


def test_only_commands_that_write_products_speak_of_them(write_folder: Writer, tmp_path: Path) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {pl: a}\n- paragraph: {cs: b}\n")
    last = {command: run(command, folder, "--messages", "en").stderr for command in ("build", "check")}
    assert last["build"].splitlines()[-1].startswith("2 errors, 0 warnings: a product")
    assert last["check"].splitlines()[-1].startswith("2 errors, 0 warnings: errors must")


def test_lines_that_are_no_utf_8_are_told_after_all_are_printed() -> None:
    typed = b"w domu\n" + "Żółć\n".encode("cp1250") + b"i ty\n"
    done = run("text", "--lang", "pl", "--messages", "pl", stdin=typed)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0::2] == ["w~domu", "i~ty"] and "\ufffd" in done.stdout
    assert done.stderr.startswith("stdin:2:1: błąd: wiersz nie jest w UTF-8 (bajt AF)")
    assert "produkt" not in done.stderr


@pytest.mark.parametrize("language", ["en", "pl", "cs"])
def test_a_folder_that_may_not_be_read_is_told(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK)
    done = run("check", "folder", "--messages", language)
    assert (done.exit_code, done.stderr.count("folder"), "readable" in done.stderr) == (2, 1, False)


@pytest.mark.parametrize("option", [["--messages", "cs"], ["--messages=cs"]])
@pytest.mark.parametrize("words", [["build", "nowhere"], ["nowhere"], []])
def test_the_language_may_stand_in_front_of_the_command(
    empty_folder: Path, option: list[str], words: list[str]
) -> None:
    done = run(*option, *words)
    assert (done.exit_code, "chyba: " in done.stderr) == (1, True)


def test_the_language_in_front_does_not_hide_help_or_mistakes(empty_folder: Path) -> None:
    assert run("--messages", "cs", "--help").exit_code == 0
    assert "usage" not in run("--messages", "cs", "bild").stderr
    assert run("--messages", "cs", "bild").exit_code == run("--messages", "xx", "build").exit_code == 2


@pytest.mark.parametrize(
    "typed", ["build -o", "build -e", "-o", "check --printer", "--messages pl check --printer"]
)
def test_a_command_signs_all_its_mistakes_alike(empty_folder: Path, typed: str) -> None:
    name = "check" if "check" in typed else "build"
    assert run(*typed.split()).stderr.startswith(f"main {name}: ")


def test_a_file_is_no_place_for_the_sample(empty_folder: Path) -> None:
    done = run("init", "file.txt", "--messages", "en")
    assert (done.exit_code, "file.txt: error: this is a file" in done.stderr) == (1, True)


def test_the_sample_comes_without_the_programs_that_drew_its_pictures(tmp_path: Path) -> None:
    assert run("init", tmp_path / "new").exit_code == 0
    assert (tmp_path / "new/images").is_dir() and not list(tmp_path.rglob("*.py"))
    assert run("check", tmp_path / "new").exit_code == 0


@pytest.mark.parametrize("typed", ["build nope", "build", "build folder", "build no.yaml", "build file.txt"])
def test_where_nothing_was_begun_no_product_is_spoken_of(empty_folder: Path, typed: str) -> None:
    done = run(*typed.split(), "--messages", "en")
    assert (done.exit_code, done.stderr.count("\n"), "product" in done.stderr) == (1, 1, False)


def test_an_unknown_printer_is_told_in_one_line(write_folder: Writer) -> None:
    done = run("build", write_folder(), "--printer", "nobody", "--messages", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def test_a_product_that_is_only_to_be_read_is_kept(
    write_folder: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "out" / "dwa-brzegi-screen.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"kept")
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != kept or not mode & os.W_OK)
    done = run(
        "build", write_folder(), "-e", "screen", "-e", "handout", "-o", kept.parent, "--messages", "en"
    )
    assert (done.exit_code, kept.read_bytes()) == (1, b"kept")
    assert f"{kept}: error: this place may not be written" in done.stderr
    assert done.stdout.split() == [str(tmp_path / "out" / "dwa-brzegi-handout.pdf")]
