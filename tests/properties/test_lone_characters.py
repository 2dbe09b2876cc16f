"""A character that draws nothing may stand alone anywhere: pages come of it, or a mistake with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.model.diagnostic import Rejected
from layout.pipeline.composing import compose_folder
from layout.text.faces import Faces
from tests.dumps import dump_layout
from tests.golden.test_blocks import PICTURE, SECTION

CHARACTERS = (
    *(
        "\u00ad",
        "&shy;",
        "&#173;",
        "\u00ad\u00ad",
        "\u00a0",
        "&nbsp;",
        "\u2009",
        "\u202f",
        "\u3000",
        "\u180e",
    ),
    *("\u200b", "\u200d", "&zwnj;", "\u2060", "&#x2060;", "\u034f", "\u0301", "\u20dd", "\ufe0f"),
)
"""Soft hyphens, spaces, signs of format, and marks that have no letter to stand on."""
PLACES: dict[str, Callable[[str, str], str]] = {
    "between": lambda text, sign: text.replace(" ", f" {sign} ", 1) if " " in text else f"{text} {sign} x",
    "first": lambda text, sign: f"{sign} {text}",
    "last": lambda text, sign: f"{text} {sign}",
    "alone": lambda text, sign: sign,
    "emphasised": lambda text, sign: f"{text} *{sign}* x",
    "as code": lambda text, sign: f"{text} `{sign}` x",
    "foreign": lambda text, sign: f"{text} [{sign}]{{lang=de}} x",
}
WORDS = {"pl", "cs", "attribution", "value", "label", "when", "speaker", "surname", "given", "role", "name"}
EMPTY = {"empty-side", "empty-value", "person-twice", "term-twice"}


def spoil(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    """The value of a section with each of its texts changed."""
    if isinstance(value, dict):
        return {name: spoil(entry, change, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [spoil(entry, change, key) for entry in value]
    spoken = isinstance(value, str) and key in WORDS and not value.startswith("+")
    return change(value) if spoken and value not in ("pl", "cs") else value


def write_flow(value: Any) -> str:
    """The value as content has it, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {write_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def write_section(change: Callable[[str], str]) -> str:
    """The section of every block with each text changed."""
    blocks = [block.popitem() for block in spoil(yaml.safe_load(SECTION), change)]
    return "".join(f"- {kind}: {write_flow(value)}\n" for kind, value in blocks)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", CHARACTERS)
def test_in_every_block_and_both_languages(sign: str, place: str, write_folder: Callable[..., Path]) -> None:
    section = write_section(lambda text: PLACES[place](text, sign))
    folder = write_folder(sections__a_yaml=section, images__a_svg=PICTURE)
    (folder / "images" / "a_svg").rename(folder / "images" / "a.svg")
    try:
        compose_folder(folder)
    except Rejected as rejected:
        told = {one.code for one in rejected.diagnostics if one.severity.value == "error"}
        assert told <= {"missing-glyph"} | (EMPTY if place == "alone" else set())
        assert not [one for one in rejected.diagnostics if not one.where.line and one.code != "missing-glyph"]


def test_a_soft_hyphen_between_spaces_leaves_one_space(write_folder: Callable[..., Path]) -> None:
    folder = write_folder(sections__a_yaml="- paragraph: {pl: Słowo &shy; słowo., cs: Slovo \u00ad slovo.}\n")
    assert "Slovo slovo." in dump_layout(compose_folder(folder).body)
    assert "\u00ad" not in dump_layout(compose_folder(folder).body)


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u00a0", "\u00a0\u00ad\u200d"])
@pytest.mark.parametrize("title", [True, False])
def test_words_that_show_nothing_are_no_words(
    sign: str, title: bool, write_folder: Callable[..., Path]
) -> None:
    settings = "languages: [pl, cs]\ndate: 2026-01-01\nsections: [sections/a.yaml]\n"
    brochure = f'title: {{pl: "{sign}", cs: B}}\n{settings}'
    section = f'- paragraph: {{pl: "{sign}", cs: B}}\n'
    folder = write_folder(**({"brochure_yaml": brochure} if title else {"sections__a_yaml": section}))
    with pytest.raises(Rejected) as rejected:
        compose_folder(folder)
    (told,) = rejected.value.diagnostics
    assert (told.code, told.where.line) == ("empty-value" if title else "empty-side", 1)


@pytest.mark.parametrize("word", ["", "\u00ad", "\u200b", "\u200d\u200c", "\u2060", "\u034f"])
def test_every_run_has_a_shape(word: str, faces: Faces) -> None:
    shape = faces.face("Source Serif 4", "regular", False).shape(word)
    assert len(shape.glyphs) == len(shape.advances) == len(shape.texts)
