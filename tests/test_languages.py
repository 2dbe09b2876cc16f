"""A language is a record and a folder: nothing outside them asks which language it has before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.lang.languages import LANGUAGES
from layout.model.languages import OWN_LETTERS, PAIR, other_of

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "layout").rglob("*.py"))
TAG = re.compile(r"(?:pl|cs)(?:[-_][A-Za-z]{2})?")
NAMES = {"POLISH", "CZECH"}
"""The constants that stand for the tags, and the records."""
FOLDERS = ("layout/lang/polish/", "layout/lang/czech/")
WRITING = {
    "layout/model/languages.py": "the one place of the tags",
    "layout/source/recipients/recipients.py": "how people name a language in a column of their list",
    "layout/source/import_text/plain/labels.py": "how people name a language in their texts",
    "layout/resources/spoken.py": "the languages of messages",
}
"""Modules that may write a tag out, and why."""
NAMING = {
    "layout/model/languages.py": "the one place of the tags",
    "layout/lang/languages.py": "the table of the records",
    "layout/model/theme.py": "the two accents of the house's own design",
    "layout/source/recipients/recipients.py": "how people name a language in a column of their list",
    "layout/source/import_text/tell_language.py": "what shows each of the two languages in a text",
    "layout/source/import_text/plain/decode_text.py": "no word has letters of both languages",
    "layout/source/import_text/plain/titles.py": "which side of a bilingual title is which",
    "layout/source/import_text/plain/labels.py": "how people name a language in their texts",
    "layout/source/import_text/plain/columns.py": "which column of a bilingual table is which",
    "layout/source/import_text/read_office.py": "a heading with both languages is one in each",
    "layout/source/import_text/pair_text.py": "paragraphs of a bilingual text, by language",
    "layout/source/import_text/place_languages.py": "which language fits between two passages",
    "layout/source/import_text/arrange.py": "the sides of a pair, in the order of the text's titles",
}
"""Modules that may mean one of the languages and not the other, and why."""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def written_tags(tree: ast.AST) -> Iterator[str]:
    """The tags among the strings of a module, keys of dictionaries included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and TAG.fullmatch(node.value):
            yield f"{node.lineno}: {node.value}"


def named_languages(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute | ast.alias):
            word = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name"}[type(node)]
            if getattr(node, word) in NAMES:
                yield f"{node.lineno}: {getattr(node, word)}"


def test_scan_finds_what_it_looks_for() -> None:
    tree = ast.parse('WORDS = {"pl": 1}\nif tag == "cs" or b"cs":\n    use(languages.CZECH, POLISH, "plan")')
    assert list(written_tags(tree)) == ["1: pl", "2: cs"]
    assert sorted(named_languages(tree)) == ["3: CZECH", "3: POLISH"]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_asks_which_language(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    in_folder = name(path).startswith(FOLDERS)
    if name(path) not in WRITING:
        assert list(written_tags(tree)) == []
    if name(path) not in NAMING and not in_folder:
        assert list(named_languages(tree)) == []


def test_what_may_write_or_name_a_language_still_does() -> None:
    for table, found in ((WRITING, written_tags), (NAMING, named_languages)):
        for module in table:
            path = ROOT / module
            if path.exists():
                assert any(found(ast.parse(path.read_text(encoding="utf-8")))), module


def test_every_language_of_a_pair_has_its_record() -> None:
    assert tuple(LANGUAGES) == PAIR
    assert set(OWN_LETTERS) == set(PAIR)
    for tag, language in LANGUAGES.items():
        assert language.tag == tag
        assert set(language.page_words.glossary_to) == set(PAIR) - {tag} == {other_of(tag)}
