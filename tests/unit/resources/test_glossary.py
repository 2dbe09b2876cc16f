"""One word for one thing: the table of docs/terms.md holds in every catalogue of words."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "terms.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith("| ---")
]
THINGS = [row for row in ROWS if len(row) == 7 and row[0] != "thing"]
WEIGHTS = [row for row in ROWS if len(row) == 4 and row[0] != "weight"]


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Where each sentence of a language stands, and its words without places for values."""
    for path in [*sorted(messages_folder().glob("*.toml")), *sorted(messages_folder().parent.glob("*.toml"))]:
        yield from leaves(tomllib.loads(path.read_text("utf-8")), language, path.stem)
    page = ROOT / "layout" / "live" / "page" / "languages" / f"{language}.json"
    yield from leaves({language: json.loads(page.read_text("utf-8"))}, language, "page")


def leaves(value: Any, language: str, where: str, told: bool = False) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and told:
        yield where, re.sub(r"\{\w+(?:!s)?\}|`[^`]*`", "", value)
    elif isinstance(value, dict):
        entry = not told and language in value and (set(LANGUAGES) <= set(value) or len(value) == 1)
        for key, inner in {language: value[language]}.items() if entry else value.items():
            yield from leaves(inner, language, f"{where}.{key}", told or entry)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, language, where, told)


SAID = {language: list(sentences(language)) for language in LANGUAGES}


@pytest.mark.parametrize("place", range(len(LANGUAGES)), ids=LANGUAGES)
@pytest.mark.parametrize("row", THINGS, ids=[f"{row[1]} {row[0]}" for row in THINGS])
def test_a_thing_has_its_word_and_no_other(row: list[str], place: int) -> None:
    language = LANGUAGES[place]
    never = [word.strip() for word in row[4 + place].split(",") if word.strip()]
    wrong = [
        f"{where}: {text}"
        for where, text in SAID[language]
        for word in never
        if re.search(rf"\b{word}", text)
    ]
    assert wrong == []
    stem = row[1 + place][:5].rstrip("aeiyěá ")
    assert any(stem in text.lower() for _, text in SAID[language]), row[1 + place]


def test_the_table_is_no_smaller_than_the_catalogues_are_wide() -> None:
    assert len(THINGS) >= 25
    assert all(len(row) == 7 and all(row[:4]) for row in THINGS)


def test_weights_are_the_words_of_messages() -> None:
    terms = tomllib.loads(messages_folder().with_name("terms.toml").read_text("utf-8"))["severity"]
    told = [[row[1], row[2], row[3]] for row in WEIGHTS]
    assert told == [
        [terms[name][language] for language in LANGUAGES] for name in ("note", "warning", "error")
    ]


IDS = re.compile(
    r"(?<!-)\b(?!page-break)(?:bleed|ink|image|font|text|access|pdf|page|colour|spot|marks)-[a-z]+\b(?![^`]*`)"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_names_a_rule_by_its_id(language: str) -> None:
    """But where it is to be typed: the rules that a print shop's profile may leave out."""
    assert [where for where, text in SAID[language] if IDS.search(text) and "printer-rule" not in where] == []


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_no_sentence_has_english_words_for_things(language: str) -> None:
    english = re.compile(
        r"\b(?:mapping|the|with|error|warning|folder not|file is|pixels?|millimetres|pages? of)\b"
    )
    assert [f"{where}: {text}" for where, text in SAID[language] if english.search(text)] == []
