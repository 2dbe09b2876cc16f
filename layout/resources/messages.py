"""Takes a diagnostic and a language, gives the sentence a user reads; never decides what is wrong.

The words stand in `messages/*.toml`, one file an area; an entry is parsed when it is needed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from layout.model.diagnostic import Diagnostic
from layout.model.values import Values
from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES, fill, name_term

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
    severity = name_term("severity", diagnostic.severity.value, language)
    return f"{diagnostic.where}: {severity}: {phrase(diagnostic.code, diagnostic.values, language)}"


def phrase(code: str, values: Values, language: str) -> str:
    """`what: do` of one code, filled with its values."""
    return ": ".join(tell(code, part, values, language) for part in ("what", "do"))


def tell(code: str, part: str, values: Values, language: str) -> str:
    """One part of what a code says, its `what` or its `do`, filled with its values and the program's name."""
    return fill(find_words(code)[language][part], {"program": program_name(), **values}, language)


NAMES = ("make_pdf.py", "szpalta")
"""What the program can be called by; the first where that cannot be seen."""


@cache
def program_name() -> str:
    """What the user called the program by, so that a command in a message can be typed as it is."""
    called = Path(sys.argv[0]).name if sys.argv else ""
    return called if called in NAMES else NAMES[0]


def preferred_language(environ: Mapping[str, str]) -> str:
    """The language of messages that the locale asks for (POSIX: LC_ALL, then LC_MESSAGES, then LANG)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environ.get(name):
            language = locale.replace("-", "_").split("_")[0].split(".")[0].lower()
            return language if language in LANGUAGES else "en"
    return "en"
