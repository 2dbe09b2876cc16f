"""Help is whole in each language of messages: commands, options, examples that can be typed."""

from __future__ import annotations

import shlex
import tomllib

import click
import pytest

from layout.cli import COMMANDS, load_command, main
from layout.resources.help import GROUPS, about_command, about_option, examples_of
from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES
from tests.unit.commands.test_usage import run

HELP = tomllib.loads(messages_folder().with_name("help.toml").read_text("utf-8"))


def options_of(name: str) -> list[click.Option]:
    return [one for one in load_command(name).params if isinstance(one, click.Option)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_says_all_in_its_language(name: str, language: str) -> None:
    page = run("--messages", language, name, "--help").stdout
    flat = " ".join(page.split())
    assert about_command(name, language) in flat
    for option in options_of(name):
        said = about_option(name, str(option.name), language)
        assert said.group in GROUPS
        assert said.about in flat and option.opts[-1] in flat
    for example in examples_of(name, language):
        assert example.run in page and example.about in page


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_has_nothing_of_another_language(name: str, language: str) -> None:
    page = run(name, "--help", "--messages", language).stdout
    for word in (
        "Usage",
        "Options",
        "OPTIONS",
        "default:",
        "Show this",
        "required",
        "INTEGER",
        "PATH",
        "DIRECTORY",
    ):
        assert word not in page


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["build", "--help"], ["init", "--help"]])
@pytest.mark.parametrize(("language", "word"), [("en", "Usage: "), ("pl", "Użycie: "), ("cs", "Použití: ")])
def test_the_language_is_the_one_asked_for(
    arguments: list[str], language: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--messages", language, *arguments).stdout.startswith(word)
    assert run(f"--messages={language}", *arguments).stdout.startswith(word)
    assert run(*arguments, "--messages", language).stdout.startswith(word)
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    assert run(*arguments).stdout.startswith(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_has_every_command(language: str) -> None:
    flat = " ".join(run("--messages", language, "--help").stdout.split())
    assert all(f"{name} {about_command(name, language)}" in flat for name in COMMANDS)


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert set(HELP["commands"]) == set(COMMANDS)
    known = {name: {str(one.name) for one in options_of(name)} for name in COMMANDS}
    everywhere = set.union(*known.values())
    for name, said in HELP["options"].items():
        assert set(said) <= (everywhere if name == "any" else known[name]), name


@pytest.mark.parametrize("table", ["words", "commands", "options"])
def test_every_entry_has_each_language(table: str) -> None:
    rows = HELP[table].items()
    entries = (
        [one for _, said in rows for one in said.values()] if table == "options" else [one for _, one in rows]
    )
    for entry in entries:
        assert set(LANGUAGES) <= set(entry)
        assert all(str(entry[language]).strip() == entry[language] != "" for language in LANGUAGES)
        for example in entry.get("examples", ()):
            assert {*LANGUAGES, "run"} == set(example)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_taken_as_they_are_typed(name: str, language: str) -> None:
    for example in examples_of(name, language):
        command, *words = shlex.split(example.run.partition(" < ")[0])
        assert command == name
        load_command(name).make_context(name, words, parent=click.Context(main))


def test_options_stand_in_the_order_of_what_they_settle() -> None:
    page = run("build", "--help").stdout
    places = [page.index(title) for title in ("What:", "Where:", "How:", "Other:", "Examples:")]
    assert places == sorted(places)
