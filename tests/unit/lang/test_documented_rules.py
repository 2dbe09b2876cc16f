"""The examples of docs/typography-rules.md are true, and every rule is in it."""

import re
from pathlib import Path

import pytest

from layout.lang.shown_line import show_line
from layout.model.content.brochure import RULE_IDS, TypographySettings

PAGE = (Path(__file__).parents[3] / "docs" / "typography-rules.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (T\d\d) \| .*? \|(.*)\|(.*)\|$", re.MULTILINE)
EXAMPLE = re.compile(r"`([^`]+)` → `([^`]+)`")
EXAMPLES = [
    (language, *example.groups())
    for row in ROW.finditer(PAGE)
    for language, cell in zip(("pl", "cs"), row.groups()[1:], strict=True)
    for example in EXAMPLE.finditer(cell)
]


@pytest.mark.parametrize(("language", "typed", "shown"), EXAMPLES)
def test_example_is_true(language: str, typed: str, shown: str) -> None:
    assert show_line(typed, language, TypographySettings()) == shown


def test_both_languages_have_examples() -> None:
    assert len(EXAMPLES) >= 38


def test_every_rule_is_documented() -> None:
    assert set(re.findall(r"\bT\d\d\b", PAGE)) - {"T00"} == set(RULE_IDS)
