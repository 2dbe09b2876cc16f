"""Takes a content folder, gives the translations that came back too late, and their file anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.model.records import Struct
from layout.source.fields.files import read_yaml
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.fields.scalars import WordsField
from layout.source.fields.tables import LANGUAGE, Field, Given, ListOf, Record
from layout.source.nodes.reading import Reading, Refused

STALE_FILE = "stale-translations.yaml"
_HEAD = """\
# Translations that came back after their source had changed: see docs/translation.md. Delete what is settled.
# Tłumaczenia, które wróciły po zmianie oryginału. / Překlady, které se vrátily po změně originálu.
"""


class StaleTranslation(Struct, frozen=True):
    """A translation into a language of what `source` no longer says, where it stood in `file`."""

    file: str
    identity: str
    language: str
    source: str
    target: str


def _build(given: Given, where: Span, reading: Reading) -> StaleTranslation:
    return StaleTranslation(
        given["file"], given["identity"], given["language"], given["source"], given["target"]
    )


_WORDS = WordsField(LONGEST_PASSAGE)
_STALE = Record(
    _build,
    {
        "file": Field(_WORDS, "The file of the passage.", True),
        "identity": Field(_WORDS, "The passage as it went out.", True),
        "language": Field(LANGUAGE, "The language translated into.", True),
        "source": Field(_WORDS, "What the source says now.", True),
        "target": Field(_WORDS, "The translation of what it said.", True),
    },
)


def read_stale(folder: Path) -> tuple[StaleTranslation, ...]:
    """What is kept in `folder`; nothing where there is no file. Raises Rejected where it is unreadable."""
    path = folder / STALE_FILE
    if not path.exists() and not path.is_symlink():
        return ()
    reading = Reading(folder=folder)
    node = read_yaml(path, reading)
    found: tuple[StaleTranslation, ...] = ()
    if node is not None:
        try:
            found = ListOf(_STALE, 0).read(node, reading)
        except Refused:
            found = ()
    if reading.mistakes:
        raise Rejected(reading.mistakes)
    return found


def write_stale(kept: Iterable[StaleTranslation]) -> str:
    """The text of the file."""
    lines = [
        f"- file: {_quote(one.file)}\n  identity: {_quote(one.identity)}\n  language: {one.language}\n"
        f"  source: {_quote(one.source)}\n  target: {_quote(one.target)}\n"
        for one in kept
    ]
    return _HEAD + ("".join(lines) or "[]\n")


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
