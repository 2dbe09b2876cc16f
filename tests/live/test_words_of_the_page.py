"""The page says the same in three languages, has words for all that it shows, and pictures for all kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import json

from layout.live.edit.new_blocks import NEW_BLOCKS, write_block
from layout.live.view.looks import PageLook
from layout.live.view.theme_numbers import SLIDERS, list_numbers
from layout.live.web.routes.pages import PAGE
from layout.model.blocks.pictures import Placement
from layout.model.content.translation import TRANSLATION_RULES
from layout.model.products.edition import EDITIONS
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder
from layout.source.blocks.block import BLOCKS

LANGUAGES = ("en", "pl", "cs")
WORDS = {one: json.decode((PAGE / "languages" / f"{one}.json").read_bytes(), type=dict) for one in LANGUAGES}
SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js")))
HTML = (PAGE / "index.html").read_text(encoding="utf-8")
FORMS = {"en": {"one", "other"}, "pl": {"one", "few", "other"}, "cs": {"one", "few", "other"}}


def fields(words: object) -> set[str]:
    whole = words if isinstance(words, str) else " ".join(words.values()) if isinstance(words, dict) else ""
    return set(re.findall(r"\{(\w+)\}", whole))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_word_with_the_same_gaps(language: str) -> None:
    assert WORDS[language].keys() == WORDS["en"].keys()
    for key, words in WORDS[language].items():
        assert fields(words) == fields(WORDS["en"][key]), key
        assert words and (not isinstance(words, dict) or set(words) == FORMS[language]), key


def test_whatever_the_page_says_it_has_words_for() -> None:
    said = set(re.findall(r'\bsay\("([\w-]+)"', SCRIPTS)) | set(
        re.findall(r'data-(?:say|name)="([\w-]+)"', HTML)
    )
    assert len(said) > 90
    assert said <= WORDS["en"].keys()


def is_plain(schema: dict[str, object]) -> bool:
    return not schema.keys() & {"properties", "anyOf"} and schema.get("type") != "array"


def settings(schema: dict[str, object]) -> set[str]:
    listed = schema.get("properties", {})
    assert isinstance(listed, dict)
    plain = {key for key, one in listed.items() if is_plain(one)}
    return plain - {"pl", "cs"}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_kind_of_block_has_a_name_a_picture_and_names_for_its_settings(kind: str) -> None:
    assert f"kind-{kind}" in WORDS["en"]
    assert re.search(
        rf'^  (?:{kind}|"{kind}"): ', (PAGE / "kinds.js").read_text(encoding="utf-8"), re.MULTILINE
    )
    for key in settings(BLOCKS[kind].reader.schema()):
        assert f"setting-{key}" in WORDS["en"], key


@pytest.mark.parametrize(
    "key",
    [
        *(f"look-{look.value}" for look in PageLook),
        *(f"rule-{rule}" for rule in TRANSLATION_RULES),
        *(f"value-{place.value}" for place in Placement),
        *(f"edition-{edition}" for edition in EDITIONS),
        *(f"number-{'-'.join(slider.route)}" for slider in SLIDERS),
    ],
)
def test_what_can_be_chosen_has_a_name(key: str) -> None:
    assert key in WORDS["en"]


def test_every_number_of_the_design_is_one_of_the_theme() -> None:
    assert [tuple(one["route"]) for one in list_numbers(Theme())] == [slider.route for slider in SLIDERS]


def test_every_kind_of_block_can_be_put_in_and_is_set(tmp_path: Path) -> None:
    assert NEW_BLOCKS.keys() == BLOCKS.keys()
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"><rect width="9" height="9"/></svg>',
        encoding="utf-8",
    )
    blocks = ["heading:\n  pl: A\n  cs: B\n", *(write_block(kind, "images/a.svg") for kind in BLOCKS)]
    written = "".join("- " + block.rstrip("\n").replace("\n", "\n  ") + "\n" for block in blocks)
    (tmp_path / "a.yaml").write_text(written, encoding="utf-8")
    (tmp_path / "brochure.yaml").write_text(
        "title: {pl: A, cs: B}\nlanguages: [pl, cs]\ndate: 2026-01-01\nsections: [a.yaml]\n", encoding="utf-8"
    )
    composed = compose_folder(tmp_path)
    assert len(composed.body.pages) > 4
    assert [one for one in composed.diagnostics if one.severity.value == "error"] == []
