"""Takes a command, an option and a language, gives what `--help` says of them; knows no command itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from layout.model.records import Struct
from layout.resources.places import messages_folder

GROUPS = ("what", "where", "how")
"""What options are grouped by, in the order of the page."""


class Example(Struct, frozen=True):
    """A call of a command, without the program's name, and what it is good for."""

    run: str
    about: str


class OptionHelp(Struct, frozen=True):
    """In which of `GROUPS` an option stands, and what it does."""

    group: str
    about: str


def help_word(name: str, language: str) -> str:
    """A word of the page's own, such as its headings; raises KeyError for an unknown one."""
    return str(_load()["words"][name][language])


def about_command(command: str, language: str) -> str:
    """What a command does, in a sentence; raises KeyError for an unknown one."""
    return str(_load()["commands"][command][language])


def examples_of(command: str, language: str) -> Sequence[Example]:
    """A few calls of a command to start from."""
    brochure = help_word("brochure", language)
    said = _load()["commands"][command]["examples"]
    return [Example(one["run"].format(brochure=brochure), one[language]) for one in said]


def about_option(command: str, option: str, language: str) -> OptionHelp:
    """What is said of an option of a command, or of one that several have; raises KeyError for another."""
    options = _load()["options"]
    said = options.get(command, {}).get(option) or options["any"][option]
    return OptionHelp(said["group"], said[language])


@cache
def _load() -> Mapping[str, Any]:
    return tomllib.loads(messages_folder().with_name("help.toml").read_text("utf-8"))
