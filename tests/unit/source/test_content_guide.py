"""docs/content.md is true: its examples are read, it names every key, its tables are up to date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.model.content.brochure import RULE_IDS
from layout.model.diagnostic import Rejected
from layout.model.fonts import WEIGHTS
from layout.source.blocks.block import BLOCKS
from layout.source.brochure import BROCHURE as SETTINGS
from layout.source.fields.scalars import Choice
from layout.source.fields.tables import ListOf, ListOrRecord, PairOf, Record, WholeList
from layout.source.themes.fields import SIZES, theme_reader
from layout.source.themes.fonts import FACE, FAMILY
from tests.contents import read_content
from tests.unit.source.content_folders import BROCHURE, PNG, write_content
from tests.unit.source.references import GUIDE, fill_guide

TEXT = GUIDE.read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml (\w+)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


def files_of(kind: str, text: str) -> dict[str, str | bytes]:
    """The files of a content folder in which an example stands."""
    named = dict.fromkeys(re.findall(r"(?:images|covers|sections)/[\w.-]+", text), PNG)
    files: dict[str, str | bytes] = {
        name: "- page-break:\n" if name.startswith("sections/") else data for name, data in named.items()
    }
    if kind == "section":
        return {**files, "sections/one.yaml": text}
    if kind == "brochure":
        whole = {**yaml.load(BROCHURE, yaml.BaseLoader), **yaml.load(text, yaml.BaseLoader)}
        return {**files, "brochure.yaml": yaml.safe_dump(whole, allow_unicode=True)}
    if kind == "theme":
        return {**files, "brochure.yaml": BROCHURE + "theme: own\n", "themes/own.yaml": text}
    assert kind == "fonts"
    return {**files, "fonts/fonts.yaml": text, "fonts/moja.ttf": b"x", "fonts/moja-italic.ttf": b"x"}


@pytest.mark.parametrize(
    ("kind", "text"), EXAMPLES, ids=[f"{kind} {n}" for n, (kind, _) in enumerate(EXAMPLES)]
)
def test_example_is_read_without_complaint(kind: str, text: str, tmp_path: Path) -> None:
    assert read_content(write_content(tmp_path, files_of(kind, text))).warnings == ()


def test_there_are_examples() -> None:
    assert {kind for kind, _ in EXAMPLES} == {"section", "brochure", "theme", "fonts"}


def test_tables_are_up_to_date() -> None:
    """If not, run `python tests/unit/source/references.py`."""
    assert fill_guide(TEXT) == TEXT


def keys_of(reader: Any) -> set[str]:
    """Every key and every word of choice that a reader takes, at any depth."""
    if isinstance(reader, ListOrRecord):
        return keys_of(reader.listed) | keys_of(reader.record)
    if isinstance(reader, WholeList):
        return keys_of(reader.record)
    if isinstance(reader, ListOf | PairOf):
        return keys_of(reader.reader)
    if isinstance(reader, Choice):
        return set(reader.meanings)
    if isinstance(reader, Record):
        own = set(reader.fields) | ({"only"} if reader.only else set())
        return own.union(*(keys_of(field.reader) for field in reader.fields.values()))
    return set()


def defaults_of(reader: Any) -> dict[str, str]:
    """What is said by each key that is not given, at any depth; what is off goes without saying."""
    if isinstance(reader, ListOrRecord):
        return defaults_of(reader.listed) | defaults_of(reader.record)
    if isinstance(reader, WholeList):
        return defaults_of(reader.record)
    if isinstance(reader, ListOf):
        return defaults_of(reader.reader)
    if not isinstance(reader, Record):
        return {}
    own = {key: str(field.default) for key, field in reader.fields.items()}
    found = {key: default for key, default in own.items() if default not in ("None", "False", "True")}
    for field in reader.fields.values():
        found |= defaults_of(field.reader)
    return found


def chapter_of(kind: str) -> str:
    """What the guide says of a kind of block."""
    title = "lead and paragraph" if kind in ("lead", "paragraph") else kind
    chapter = re.search(rf"^### {title}\n(.*?)(?=^##)", TEXT, re.DOTALL | re.MULTILINE)
    assert chapter, kind
    return chapter[1]


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_key_of_a_block_has_an_example_and_words(kind: str) -> None:
    chapter = chapter_of(kind)
    assert f"- {kind}:" in chapter
    one_language = TEXT[TEXT.index("### A block in one language") :].split("\n### ")[0]
    for key in keys_of(BLOCKS[kind].reader) - {"pl", "cs"}:
        place = one_language if key == "only" else chapter
        assert re.search(rf"\b{key}\b", place), f"{kind}: {key}"


def test_every_default_is_told_beside_its_key() -> None:
    settings = TEXT[TEXT.index("## brochure.yaml") : TEXT.index("## Blocks")]
    chapters = [(settings, SETTINGS), *((chapter_of(kind), BLOCKS[kind].reader) for kind in BLOCKS)]
    told = [(text, *default) for text, reader in chapters for default in defaults_of(reader).items()]
    assert {key for _, key, _ in told} >= {
        "level",
        "size",
        "height",
        "depth",
        "pages",
        "place",
        "reading-order",
    }
    for text, key, default in told:
        assert re.search(rf"`{key}`[^.]*\b{default}\b", text), f"{key}: {default} if not given"


def test_every_setting_is_described() -> None:
    chapter = TEXT[TEXT.index("## brochure.yaml") : TEXT.index("## Blocks")]
    for key in keys_of(SETTINGS) - set(RULE_IDS):
        assert f"`{key}`" in chapter or f"{key}:" in chapter, key


def test_every_rule_size_and_weight_is_described() -> None:
    rows = re.findall(r"^\| (T\d\d) \| ", TEXT, re.MULTILINE)
    assert tuple(rows) == RULE_IDS
    for word in (*SIZES, *WEIGHTS, *keys_of(FAMILY), *keys_of(FACE)):
        assert f"`{word}`" in TEXT or f"`{word}:" in TEXT, word


def test_every_part_of_a_theme_is_described() -> None:
    chapter = TEXT[TEXT.index("## Themes") : TEXT.index("## Fonts")]
    for key, field in theme_reader().fields.items():
        assert f"  {key}:" in chapter, key
        assert field.about, key
        for inner, part in getattr(field.reader, "fields", {}).items():
            assert f"`{key}.{inner}`" in chapter, f"{key}.{inner}"
            assert part.about, f"{key}.{inner}: describe it in theme_fields.KEYS"


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("qr", "data: a, size: 11mm, caption: {pl: a, cs: b}, alt: {pl: a, cs: b}"),
        ("qr", "data: a, size: 121mm, caption: {pl: a, cs: b}, alt: {pl: a, cs: b}"),
        ("qr", "data: a, alt: {pl: a, cs: b}"),
        ("notes", "ruling: ruled, pages: 101"),
        ("map", "decorative: true, places: [{pl: a, cs: b, at: [85.1, 1]}, {pl: c, cs: d, at: [50, 1]}]"),
        ("map", "decorative: true, places: [{pl: a, cs: b, at: [50, 1]}]"),
    ],
)
def test_the_limits_that_the_guide_names_hold(kind: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(Rejected) as caught:
        read_content(write_content(tmp_path, {"sections/one.yaml": f"- {kind}: {{{wrong}}}\n"}))
    assert len(caught.value.diagnostics) == 1
    named = {"qr": "12mm to 120mm", "notes": "at most 100", "map": "2 to 40 places"}[kind]
    assert named in chapter_of(kind)
