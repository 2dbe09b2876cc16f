"""Takes a diagnostic and a language, gives the sentence a user reads; never decides what is wrong.

The words stand in `messages/*.toml`, one file an area; an entry is parsed when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from layout.model.diagnostic import Diagnostic
from layout.resources.places import messages_folder

LANGUAGES = ("en", "pl", "cs")
"""Languages of the messages."""

_SEVERITIES = {
    "en": {"error": "error", "warning": "warning", "note": "note"},
    "pl": {"error": "błąd", "warning": "ostrzeżenie", "note": "uwaga"},
    "cs": {"error": "chyba", "warning": "varování", "note": "poznámka"},
}

Wording = Mapping[str, Any]
"""An entry of the catalogue: its usual severity, and by language `what` is wrong and what to `do`."""


@cache
def load_messages() -> Mapping[str, Wording]:
    """The whole catalogue by code; `find_words` is faster where a few are wanted."""
    import tomllib

    return tomllib.loads(_read_areas())


@cache
def find_words(code: str) -> Wording:
    """The entry of one code, read alone; raises KeyError if there is none: a fault of the program."""
    import tomllib

    text = _read_areas()
    start = text.find(f"\n[{code}]\n")
    if start < 0:
        raise KeyError(code)
    end = text.find("\n[", start + 1)
    entry: Wording = tomllib.loads(text[start : end if end >= 0 else len(text)])[code]
    return entry


@cache
def _read_areas() -> str:
    """All areas as one TOML text; a code that stands in two of them makes it invalid."""
    paths = sorted(messages_folder().glob("*.toml"))
    return "\n" + "\n".join(path.read_text("utf-8") for path in paths)


def explain(diagnostic: Diagnostic, language: str) -> str:
    """`file:line:column: error: what: do` in one of `LANGUAGES`.

    Raises KeyError if the code, or a value that its words need, is missing: a fault of the program.
    """
    words = find_words(diagnostic.code)[language]
    values = speak(diagnostic.values, language)
    what, do = words["what"].format_map(values), words["do"].format_map(values)
    severity = _SEVERITIES[language][diagnostic.severity.value]
    return f"{diagnostic.where}: {severity}: {what}: {do}"


def speak(values: Mapping[str, str], language: str) -> Mapping[str, str]:
    """Values as a sentence of `language` says them: decimals after a comma, a system's reasons in its words.

    What a user has typed, or is to type (`{name!s}` in the catalogue), stays as it is.
    """
    spoken = {
        name: _terms().get(name, {}).get(value, {}).get(language, value) for name, value in values.items()
    }
    if "reason" in spoken:
        spoken["reason"] = _reasons(language).get(spoken["reason"], spoken["reason"])
    if language == "en":
        return spoken
    return {
        name: _WithComma(value) if name not in _TYPED and _MEASURE.fullmatch(value) else value
        for name, value in spoken.items()
    }


class _WithComma(str):
    """A number that a sentence shows with a decimal comma, and `!s` as it is."""

    __slots__ = ()

    def __format__(self, how: str) -> str:
        return format(str(self).replace(".", ","), how)


_TYPED = frozenset({"value", "other"})
"""Values that repeat what a user typed, such as 9.30."""
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?: × \d+(?:\.\d+)?)?(?: ?(?:mm²?|cm|pt|%|[kM]B))?")


@cache
def _terms() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """What people call a value, by its place in a sentence and its own name."""
    import tomllib

    return tomllib.loads(messages_folder().with_name("terms.toml").read_text("utf-8"))


@cache
def _reasons(language: str) -> Mapping[str, str]:
    """Why a system refuses, by its own words for it."""
    import errno
    import os
    import tomllib

    text = messages_folder().with_name("reasons.toml").read_text("utf-8")
    table: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return {os.strerror(getattr(errno, name)): words[language] for name, words in table.items()}


def preferred_language(environ: Mapping[str, str]) -> str:
    """The language of messages that the locale asks for (POSIX: LC_ALL, then LC_MESSAGES, then LANG)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environ.get(name):
            language = locale.replace("-", "_").split("_")[0].split(".")[0].lower()
            return language if language in LANGUAGES else "en"
    return "en"
