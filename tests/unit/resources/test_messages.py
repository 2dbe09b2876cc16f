"""Every code of the program has its words in every language, and they ask for the same values."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.resources.messages import explain, find_words, load_messages, preferred_language
from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES

CODE = r"[a-z0-9]+(-[a-z0-9]+)+"
"""How codes look; rules of microtypography (T01) are not among them."""

PACKAGE = Path(__file__).parents[3] / "layout"
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
AREAS = {path: tomllib.loads(path.read_text("utf-8")) for path in sorted(messages_folder().glob("*.toml"))}


def takers_of_code() -> dict[str, int]:
    """Functions and records that take a `code`, with its position among the arguments of a call."""
    takers = {}
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            elif isinstance(node, ast.ClassDef):
                names = [
                    item.target.id
                    for item in node.body
                    if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
                ]
            else:
                continue
            if "code" in names:
                takers[node.name] = names.index("code")
    return takers


def codes_in_calls() -> Iterator[tuple[str, str]]:
    """Each literal code passed to a taker, with the place of the call."""
    takers = takers_of_code()
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in takers:
                continue
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            given += node.args[takers[name] : takers[name] + 1]
            for value in given:
                if isinstance(value, ast.Constant) and re.fullmatch(CODE, str(value.value)):
                    yield str(value.value), f"{path.relative_to(PACKAGE)}:{node.lineno}"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_code_of_the_program_has_words() -> None:
    codes = list(codes_in_calls())
    assert len(codes) > 100
    missing = {f"{place}: {code}" for code, place in codes if code not in load_messages()}
    assert missing == set()


def test_every_message_is_used() -> None:
    """A code stands in the program as a literal, or an f-string with a part of it does."""
    literals, patterns = set(), []
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
                if re.match(r"[a-z0-9]+-", str(parts[0])):
                    patterns.append(".+".join(re.escape(str(part)) for part in parts if part))
    made = re.compile("|".join(f"(?:{pattern}.*)" for pattern in patterns))
    assert {code for code in load_messages() if code not in literals and not made.fullmatch(code)} == set()


def test_an_entry_read_alone_is_that_of_the_whole_catalogue() -> None:
    whole = load_messages()
    assert sum(len(area) for area in AREAS.values()) == len(whole)
    assert {code: find_words(code) for code in whole} == whole


@pytest.mark.parametrize("path", AREAS, ids=lambda path: path.stem)
def test_messages_are_whole(path: Path) -> None:
    for code, wording in AREAS[path].items():
        assert set(wording) == {"severity", *LANGUAGES}, code
        Severity(wording["severity"])
        asked = set()
        for language in LANGUAGES:
            words = wording[language]
            assert set(words) == {"what", "do"}, code
            for text in words.values():
                assert text.strip() == text != "", code
                assert not re.search(r"\w{4,}\.$", text), f"{code}: no full stop at the end"
            asked.add(frozenset(placeholders(words["what"] + words["do"])))
        assert len(asked) == 1, f"{code}: the languages ask for different values"


@pytest.mark.parametrize("path", AREAS, ids=lambda path: path.stem)
def test_messages_quote_as_their_language_does(path: Path) -> None:
    for code, wording in AREAS[path].items():
        for language, quotes in (("en", "“”"), ("pl", "„”"), ("cs", "„“")):
            text = wording[language]["what"] + wording[language]["do"]
            assert not set("„“”") & set(text) - set(quotes), f"{code} ({language})"
            assert text.count(quotes[0]) == text.count(quotes[1]), f"{code} ({language})"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "a.yaml:3:5: error: unknown key “levl”: write “level”"),
        ("pl", "a.yaml:3:5: błąd: nieznany klucz „levl”: napisz „level”"),
        ("cs", "a.yaml:3:5: chyba: neznámý klíč „levl“: napište „level“"),
    ],
)
def test_explanation(language: str, said: str) -> None:
    mistake = Diagnostic("misspelt-key", Span("a.yaml", 3, 5), {"key": "levl", "nearest": "level"})
    assert explain(mistake, language) == said


def test_explanation_of_a_whole_file_as_a_warning() -> None:
    mistake = Diagnostic("empty-file", Span("a.yaml"), {}, Severity.WARNING)
    assert explain(mistake, "pl").startswith("a.yaml: ostrzeżenie: plik jest pusty: ")


def test_braces_typed_by_a_user_are_left_alone() -> None:
    mistake = Diagnostic("misspelt-key", Span("a"), {"key": "{x}", "nearest": "{0}"})
    assert "“{x}”: write “{0}”" in explain(mistake, "en")


def test_missing_code_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        explain(Diagnostic("no-such-code", Span("a")), "en")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "cs"}, "cs"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "pl_PL", "LC_MESSAGES": "cs_CZ.UTF-8"}, "cs"),
        ({"LANG": "pl_PL", "LC_MESSAGES": "cs_CZ", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "pl_PL", "LC_ALL": ""}, "pl"),
        ({"LANG": "cs-CZ"}, "cs"),
    ],
)
def test_locale_chooses_the_language(environ: dict[str, str], language: str) -> None:
    assert preferred_language(environ) == language


_COUNTED = re.compile(
    r"\{(?:blanks|bytes|count|links|objects|pages|sheets|missing|cells|columns)\} (?!of\b|z\b)\w|\(s\)"
)
"""A noun beside a number has its forms in the catalogue: {count:# page|# pages}."""


@pytest.mark.parametrize("path", AREAS, ids=lambda path: path.stem)
def test_messages_are_right_for_any_number(path: Path) -> None:
    for code, wording in AREAS[path].items():
        for language in LANGUAGES:
            for text in wording[language].values():
                assert not _COUNTED.search(text), f"{code} ({language})"
