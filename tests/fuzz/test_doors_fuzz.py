"""Takes what offices hand in with parts changed, through every door; expects a product or a refusal."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner

from layout.cli import main
from tests.fuzz.test_impose_fuzz import FILES

SEEDS = range(6)
"""Rounds of each door; with more of them by hand nothing else was found."""
MOST_SECONDS = 20

BROCHURE = b"""\
title: {pl: A, cs: B}
languages: [pl, cs]
date: 2026-01-01
pages: {multiple: 1}
sections: [s/1.yaml]
"""
SECTION = """\
- heading: {pl: Dwa brzegi, cs: Dva břehy, level: 1}
- paragraph:
    pl: >-
      Tekst *polski* stoi tu.
    cs: >-
      Slovo stojí [tady](https://example.org).
- facts: [{value: 1 km, label: {pl: a, cs: b}}]
- list: {items: [{pl: a, cs: b}]}
""".encode()
TEXT = "Tęcza / Duha\n\nŻółta łąka jest tu.\n\nŽlutá louka je tady.\n".encode()
LIST = "email;nazwa;jezyk\na@example.org;Jan;pl\nb@example.org;Eva Nováková;cs\n".encode()
MAIL = "from: {name: Urząd, address: a@example.org}\nsubject: {pl: A, cs: B}\nfile: a.pdf\n".encode()
HTML = b"""\
<p>Witaj {nazwa}</p><a href='https://example.org/{nazwa}'>a</a>
<!-- b --><ul><li style='color:red'>c</li></ul>
"""
PIECES = [
    *("\u00ad", "&shy;", "\u200b", "\u2028", "\x00", "\x1b[31m", "<", ">", '"', "'", "{", "}", "&#0;", "{{"),
    *(
        "- ",
        "\t",
        ": ",
        "#",
        "|",
        "*",
        "`",
        "[](",
        "\ufeff",
        "ř",
        "%PDF-1.7",
        "\r",
        "\n\n",
        "!!python",
        "&a *a",
    ),
    *("<!--", "-->", "+AUE-", "=cmd()", "<a ", "99999999999", "-1", "/Length 0"),
]


def change(data: bytes, chance: random.Random) -> bytes:
    """The data with a few pieces put in, taken out, doubled or spoiled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, way = chance.randrange(len(changed) + 1), chance.randrange(4)
        if way == 0:
            changed[at:at] = chance.choice(PIECES).encode() * chance.choice((1, 1, 1, 3, 200))
        elif way == 1:
            del changed[at : at + chance.randint(1, 30)]
        elif way == 2:
            source = chance.randrange(len(changed) + 1)
            changed[at:at] = changed[source : source + 60]
        elif changed:
            changed[min(at, len(changed) - 1)] = chance.randrange(256)
    return bytes(changed)


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def run(*arguments: object, given: bytes | None = None) -> None:
    """One command line: it ends by itself, in time, with a status of its own."""
    started = process_time()
    done = CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)
    assert done.exception is None or isinstance(done.exception, SystemExit), arguments
    assert done.exit_code in (0, 1, 2, 3)
    assert process_time() - started < MOST_SECONDS


def check_content(folder: Path, chance: random.Random) -> None:
    put(folder / "brochure.yaml", change(BROCHURE, chance) if chance.random() < 0.3 else BROCHURE)
    put(folder / "s" / "1.yaml", change(SECTION, chance))
    run("check", folder)


def import_text(folder: Path, chance: random.Random) -> None:
    text = change(TEXT, chance)
    run("import", put(folder / "a.txt", text), "-o", folder / "new")
    if (folder / "new").exists():
        run("check", folder / "new")


def write_mail(folder: Path, chance: random.Random) -> None:
    put(folder / "brochure.yaml", BROCHURE)
    put(folder / "s" / "1.yaml", SECTION)
    put(folder / "mail" / "mail.yaml", change(MAIL, chance) if chance.random() < 0.3 else MAIL)
    for language in ("pl", "cs"):
        put(folder / "mail" / f"{language}.txt", b"{nazwa}")
        put(folder / "mail" / f"{language}.html", change(HTML, chance))
    listed = put(folder / "list.csv", change(LIST, chance) if chance.random() < 0.5 else LIST)
    run("mail", folder, "--recipients", listed, "-o", folder / "out", "--dry-run", "--skip-bad")


def judge(folder: Path, chance: random.Random) -> None:
    run("preflight", put(folder / "a.pdf", change(chance.choice(FILES), chance)), "--no-render", "--json")


def impose(folder: Path, chance: random.Random) -> None:
    source = put(folder / "a.pdf", change(chance.choice(FILES), chance))
    run("impose", source, "-o", folder / "b.pdf")


def set_lines(folder: Path, chance: random.Random) -> None:
    run("text", "--lang", chance.choice(("pl", "cs")), given=change(SECTION * 3, chance))


def take_cover(folder: Path, chance: random.Random) -> None:
    put(folder / "cover.pdf", change(chance.choice(FILES), chance))
    put(folder / "brochure.yaml", BROCHURE + b"covers: {front: {file: cover.pdf, alt: {pl: a, cs: b}}}\n")
    put(folder / "s" / "1.yaml", SECTION)
    run("check", folder)


DOORS = (check_content, import_text, write_mail, judge, impose, set_lines, take_cover)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("door", DOORS)
def test_no_door_falls(door: Callable[[Path, random.Random], None], seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for turn in range(3):
        door(tmp_path / str(turn), chance)
