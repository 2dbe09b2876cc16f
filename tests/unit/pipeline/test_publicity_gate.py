"""The publicity gate as a user meets it: folders with faults and any PDF, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from tests.faults.publicity import CS14, PL14, SOUND

HEAD = """\
title: {pl: Dwa brzegi, cs: Dva břehy}
languages: [pl, cs]
date: 2026-03-01
sections: [sections/a.yaml]
"""
BLOCK = """\
- paragraph: {{pl: Pierwszy akapit., cs: První odstavec.}}
- publicity:
    statement: {{pl: "{pl}", cs: "{cs}"}}
    emblem: {emblem}
    logos:
      - file: images/logo.svg
        height: {height}
        role: {role}
        alt: {{pl: Biel w czerwieni, cs: Bílá v červené}}
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="10mm" viewBox="0 0 30 10">'
    '<path d="M0 0H30V10H0Z" fill="#b02b29"/><path d="M2 2H14V8H2Z" fill="#ffffff"/></svg>'
)
Write = Callable[..., Path]


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def folder(write_folder: Write, head: str = "publicity: czpl-2014\n", **said: str) -> Path:
    given = {"pl": PL14, "cs": CS14, "emblem": "true", "height": "10mm", "role": "programme", **said}
    extra = {key: text for key, text in given.items() if "." in key}
    place = write_folder(
        brochure_yaml=HEAD + head,
        sections__a_yaml=BLOCK.format(**{k: v for k, v in given.items() if k not in extra}),
        **{"images/logo.svg": LOGO, **extra},
    )
    return place


def build(place: Path, tmp_path: Path, *options: str) -> tuple[int, str]:
    return run("build", place, "-o", tmp_path / "out", *options)


EDITIONS = ("screen", "mail", "handout", "print", "print-x1a")


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sound_folder_passes_in_every_edition(edition: str, write_folder: Write, tmp_path: Path) -> None:
    status, told = build(folder(write_folder), tmp_path, "-e", edition)
    assert status == 0, told
    assert "warning" not in told


@pytest.mark.parametrize(
    "options",
    [
        ("--as", "2up"),
        ("--as", "plain", "--grey"),
        ("--as", "a4", "--grey", "--ink-save"),
        ("--grey",),
        ("--language", "cs"),
        ("--language", "pl", "--columns", "2"),
    ],
    ids=" ".join,
)
def test_a_sound_folder_passes_in_every_handout(
    options: tuple[str, ...], write_folder: Write, tmp_path: Path
) -> None:
    status, told = build(folder(write_folder), tmp_path, "-e", "handout", *options)
    assert status == 0, told
    assert "emblem" not in told.replace("on which page the EU emblem belongs", "")


FAULTS = {
    "fund": (
        {"pl": "Projekt współfinansowany przez Unię Europejską."},
        "fund that pays is not named in Polish",
    ),
    "words": ({"cs": "Projekt z Evropského fondu pro regionální rozvoj."}, "words are missing"),
    "no emblem": ({"emblem": "false"}, "EU emblem is nowhere"),
    "no programme's logo": ({"role": "partner"}, "no logo is said to be that of the programme"),
    "face": ({"head": "theme: {base: two-banks, styles: {statement: {family: Lato}}}"}, "not allowed"),
    "italic": ({"head": "theme: {base: two-banks, styles: {statement: {italic: true}}}"}, "in italics"),
    "colour": (
        {"head": "theme: {base: two-banks, styles: {statement: {colour: brick}}}"},
        "neither Reflex Blue",
    ),
    "logo": ({"height": "30mm", "emblem": "{height: 12mm}"}, "is larger than the EU emblem"),
    "profile": ({"head": "publicity: czpl-2041"}, "did you mean"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_fault_holds_the_folder_back(name: str, command: str, write_folder: Write, tmp_path: Path) -> None:
    said, words = FAULTS[name]
    said = dict(said)
    head = said.pop("head", "publicity: czpl-2014") + "\n"
    head += "" if "publicity" in head else "publicity: czpl-2014\n"
    place = folder(write_folder, head, **said)
    status, told = run("check", place) if command == "check" else build(place, tmp_path, "-e", "screen")
    assert status == 1, told
    assert words in told
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_a_height_too_small_is_to_be_looked_at(write_folder: Write, tmp_path: Path) -> None:
    status, told = build(folder(write_folder, emblem="{height: 9mm}", height="9mm"), tmp_path, "-e", "print")
    assert status == 0
    assert "warning: the EU emblem comes out 9\u00a0mm high" in told


def test_a_folder_without_a_programme_is_not_judged(write_folder: Write, tmp_path: Path) -> None:
    status, told = build(folder(write_folder, "", pl="Wsparcie.", cs="Podpora."), tmp_path, "-e", "screen")
    assert status == 0 and "fund" not in told


def test_a_stand_in_is_called_so(write_folder: Write) -> None:
    status, told = run("check", folder(write_folder, role="stand-in"))
    assert status == 0 and "only holds the place" in told


OWN = "base: czpl-2014\nprogramme: Nasz program\nlogo-sha256: [{digest}]\nwithout: [page]\n"


@pytest.mark.parametrize("sound", [True, False])
def test_a_changed_file_of_the_logo_is_found(sound: bool, write_folder: Write, tmp_path: Path) -> None:
    digest = sha256(LOGO.encode() if sound else b"another").hexdigest()
    own = {"own.yaml": OWN.format(digest=digest)}
    place = folder(write_folder, "publicity: own.yaml\n", **own)
    status, told = build(place, tmp_path, "-e", "screen")
    assert ("is not the programme’s logo" in told) is not sound
    assert status == (0 if sound else 1), told
    assert "matter of habit" not in told


def test_an_own_profile_knows_the_logos_look(write_folder: Write, tmp_path: Path) -> None:
    place = folder(write_folder, **{"own.yaml": "base: czpl-2014\nlogo-files: [images/logo.svg]\n"})
    assert build(place, tmp_path, "-e", "screen", "-e", "print")[0] == 0
    for name in ("screen", "print"):
        file = tmp_path / "out" / f"dwa-brzegi-{name}.pdf"
        status, told = run("preflight", file, "--publicity", place / "own.yaml", "--json")
        rules = {one["rule"] for one in json.loads(told)["findings"]}
        assert (status, rules) == (0, {"publicity-page"}), told
    (place / "images/logo.svg").write_text(LOGO.replace("M2 2H14V8H2Z", "M16 2H28V8H16Z"), "utf-8")
    status, told = run("preflight", file, "--publicity", place / "own.yaml", "--json")
    assert status == 1 and "publicity-programme-logo" in told


def test_a_small_object_is_one_only_if_chosen(write_folder: Write) -> None:
    short = {"pl": "Unia Europejska", "cs": "Evropská unie"}
    assert run("check", folder(write_folder, **short))[0] == 1
    head = "publicity: {profile: czpl-2014, small-object: true}\n"
    assert run("check", folder(write_folder, head, **short))[0] == 0


def test_mistakes_in_an_own_profile_are_told_at_their_place(write_folder: Write) -> None:
    own = {"own.yaml": "base: czpl-2014\nrules:\n  emblem: {grade: grave}\n"}
    status, told = run("check", folder(write_folder, "publicity: own.yaml\n", **own))
    assert status == 1 and "own.yaml:3:" in told


def test_preflight_tells_the_rule_set_to_programs(tmp_path: Path) -> None:
    file = tmp_path / "any.pdf"
    file.write_bytes(SOUND.pdf())
    status, told = run("preflight", file, "--publicity", "czpl-2014", "--json")
    found = json.loads(told)
    assert (status, found["profile"], found["verdict"]) == (0, "czpl-2014", "passed")
    rule = found["publicity"]["rules"]["publicity-emblem-height"]
    assert rule["grade"] == "warning" and rule["checked"] == "2026-11-29" and rule["source"]
    assert found["publicity"]["period"] == "2014–2020"


def test_preflight_judges_for_a_press_too_where_both_are_named(tmp_path: Path) -> None:
    file = tmp_path / "any.pdf"
    file.write_bytes(SOUND.pdf())
    options = ("--publicity", "czpl-2014", "--profile", "print", "--no-render", "--json")
    status, told = run("preflight", file, *options)
    rules = {one["rule"] for one in json.loads(told)["findings"]}
    assert status == 1 and {"publicity-page", "box-trim"} <= rules


@pytest.mark.parametrize(("language", "words"), [("pl", "nie ma znaku UE"), ("cs", "není znak EU")])
def test_the_gate_speaks_three_languages(language: str, words: str, write_folder: Write) -> None:
    result = CliRunner().invoke(
        main, ["check", str(folder(write_folder, emblem="false"))], env={"LC_ALL": f"{language}_XX.UTF-8"}
    )
    assert words in result.output


@pytest.mark.parametrize(
    ("options", "status"),
    [(("--publicity", "none"), 1), (("--small-object",), 2), (("--publicity", "no.yaml"), 1)],
)
def test_slips_on_the_command_line(options: tuple[str, ...], status: int, tmp_path: Path) -> None:
    file = tmp_path / "any.pdf"
    file.write_bytes(SOUND.pdf())
    assert run("preflight", file, *options)[0] == status
