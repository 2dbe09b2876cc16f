"""Values in sentences: each language's numbers, units, plural forms and names for things."""

from __future__ import annotations

import ast
import errno
import os
import re
import string
import tomllib

import pytest

from layout.model.diagnostic import Diagnostic, Span
from layout.model.units import mm
from layout.model.values import (
    ByteSize,
    Count,
    Extent,
    Listed,
    Millimetres,
    Named,
    Percent,
    Points,
    Quantity,
    SquareMillimetres,
    SystemReason,
    Value,
)
from layout.resources.messages import explain, load_messages
from layout.resources.places import messages_folder
from layout.resources.spoken import LANGUAGES, TONGUES, fill, name_term, say
from tests.unit.resources.test_messages import TREES

PLACE = Span("a.yaml")
TERMS = tomllib.loads(messages_folder().with_name("terms.toml").read_text("utf-8"))
REASONS = tomllib.loads(messages_folder().with_name("reasons.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", REASONS)
@pytest.mark.parametrize("language", ["pl", "cs"])
def test_a_system_says_why_in_the_users_language(name: str, language: str) -> None:
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number))
    said = explain(Diagnostic("unreadable-file", PLACE, {"reason": SystemReason.of(error)}), language)
    assert os.strerror(number) not in said
    assert REASONS[name][language] in said


def test_a_reason_that_no_table_knows_stands_as_it_is() -> None:
    assert say(SystemReason(0, "Odd thing"), "pl") == "Odd thing"
    assert say(Named("reason", "Odd thing"), "pl") == "Odd thing"


@pytest.mark.parametrize(
    ("value", "bare", "en", "pl", "cs"),
    [
        ("map.7", "map.7", "map.7", "map.7", "map.7"),
        (12345, "12345", "12345", "12345", "12345"),
        (Count(2480), "2480", "2480", "2480", "2480"),
        (Count(12345), "12345", "12,345", "12~345", "12~345"),
        (Count(1234567), "1234567", "1,234,567", "1~234~567", "1~234~567"),
        (Quantity(4.5), "4.5", "4.5", "4,5", "4,5"),
        (Quantity(-0.01), "0", "0", "0", "0"),
        (Quantity(12345.25, 2), "12345.25", "12,345.25", "12~345,25", "12~345,25"),
        (Percent(0.707, 1), "70.7", "70.7~%", "70,7%", "70,7~%"),
        (Percent(2.4), "240", "240~%", "240%", "240~%"),
        (Millimetres(mm(24)), "24", "24~mm", "24~mm", "24~mm"),
        (Millimetres(mm(2.54)), "2.5", "2.5~mm", "2,5~mm", "2,5~mm"),
        (Millimetres(mm(3.175), 2), "3.17", "3.17~mm", "3,17~mm", "3,17~mm"),
        (Points(7.5), "7.5", "7.5~pt", "7,5~pt", "7,5~b."),
        (Extent(mm(148.5), mm(210)), "148.5 × 210", "148.5~×~210~mm", "148,5~×~210~mm", "148,5~×~210~mm"),
        (SquareMillimetres(12.4), "12", "12~mm²", "12~mm²", "12~mm²"),
        (ByteSize(1), "1", "1~kB", "1~kB", "1~kB"),
        (ByteSize(999_001), "999001", "1000~kB", "1000~kB", "1000~kB"),
        (ByteSize(2_430_000), "2430000", "2.4~MB", "2,4~MB", "2,4~MB"),
        (Named("side", "left"), "left", "left", "z lewej", "vlevo"),
        (Listed(("a", Points(0.5))), "a, 0.5", "a, 0.5~pt", "a, 0,5~pt", "a, 0,5~b."),
    ],
)
def test_each_language_says_a_value_in_its_way(value: Value, bare: str, en: str, pl: str, cs: str) -> None:
    assert str(value) == bare
    said = [say(value, language).replace("\N{NO-BREAK SPACE}", "~") for language in LANGUAGES]
    assert said == [en, pl, cs]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("{n:# page|# pages}", "en", ["0 pages", "1 page", "2 pages", "5 pages", "21 pages"]),
        ("{n:# strona|# strony|# stron}", "pl", ["0 stron", "1 strona", "2 strony", "5 stron", "21 stron"]),
        ("{n:# strana|# strany|# stran}", "cs", ["0 stran", "1 strana", "2 strany", "5 stran", "21 stran"]),
    ],
)
def test_a_count_chooses_the_form_of_its_noun(text: str, language: str, said: list[str]) -> None:
    assert [fill(text, {"n": Count(number)}, language) for number in (0, 1, 2, 5, 21)] == said


def test_polish_counts_twenty_two_as_two_and_twelve_as_five() -> None:
    forms = "{n:# strona|# strony|# stron}"
    polish = [fill(forms, {"n": Count(number)}, "pl") for number in (12, 22, 104, 112, 12345)]
    assert polish == ["12 stron", "22 strony", "104 strony", "112 stron", "12\N{NO-BREAK SPACE}345 stron"]
    assert fill("{n:# strana|# strany|# stran}", {"n": Count(22)}, "cs") == "22 stran"


def test_only_a_count_chooses_a_form() -> None:
    with pytest.raises(TypeError):
        fill("{n:# page|# pages}", {"n": "3"}, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_keeps_its_point(language: str) -> None:
    late = Diagnostic("times-overlap", PLACE, {"value": "9.30", "other": "9.00", "line": 3})
    range_ = Diagnostic("out-of-range", PLACE, {"value": "0.1", "least": "0.5", "most": "2.5mm"})
    values: dict[str, Value] = {"printer": "x", "found": Millimetres(mm(2)), "wanted": Millimetres(mm(3.5))}
    bleed = explain(Diagnostic("press-bleed", PLACE, values), language)
    assert "9.30" in explain(late, language) and "9.00" in explain(late, language)
    assert all(str(value) in explain(range_, language) for value in range_.values.values())
    assert "bleed: 3.5mm" in bleed and ("3.5\N{NO-BREAK SPACE}mm" in bleed) is (language == "en")


def _sentences() -> list[tuple[str, str, str]]:
    """Each sentence with words in it: where it stands, its language, its text."""
    messages = [
        (code, language, wording[language][part])
        for code, wording in load_messages().items()
        for language in LANGUAGES
        for part in ("what", "do")
    ]
    return messages + [
        (f"{table}.{name}", language, words[language])
        for table, terms in TERMS.items()
        for name, words in terms.items()
        for language in LANGUAGES
    ]


def test_each_language_has_all_its_forms_beside_a_count() -> None:
    counted = 0
    for code, language, text in _sentences():
        for _, name, forms, _ in string.Formatter().parse(text):
            if name is not None and forms:
                counted += 1
                assert len(forms.split("|")) == TONGUES[language].forms, f"{code} ({language})"
    assert counted > 100


def test_no_sentence_writes_a_unit_that_its_value_brings() -> None:
    for code, language, text in _sentences():
        assert not re.search(r"\{\w+\}(?:\s?(?:%|mm²)|\s(?:mm|pt|MB)\b|\sb\.)", text), f"{code} ({language})"


@pytest.mark.parametrize("table", TERMS)
def test_terms_have_words_in_each_language(table: str) -> None:
    columns = {*LANGUAGES, "full"} if table == "source" else {*LANGUAGES}
    for name, words in TERMS[table].items():
        assert set(words) == columns, f"{table}.{name}"
        assert all(text.strip() == text != "" for text in words.values()), f"{table}.{name}"


def _literals() -> set[str]:
    nodes = (node for tree in TREES.values() for node in ast.walk(tree))
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


OF_OTHERS = {"reason", "limit", "translation-status"}
"""Tables whose names come from elsewhere: another library's words, the fields of a record, a state with the
language of its office."""


def test_every_term_is_used() -> None:
    literals = _literals()
    unused = {
        f"{table}.{name}"
        for table, terms in TERMS.items()
        if table not in OF_OTHERS
        for name in terms
        if name not in literals and name.removesuffix("-found") not in literals
    }
    assert unused == set()


def test_every_term_that_the_program_names_is_there() -> None:
    calls = [
        [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Named", "name_term")
        if len(node.args) > 1
    ]
    assert len(calls) > 10
    for table, name, *_ in calls:
        assert table is None or table in TERMS
        assert table in (None, "reason") or name is None or name in TERMS[table], f"{table}.{name}"


def test_a_term_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        name_term("report", "no-such-word", "en")
