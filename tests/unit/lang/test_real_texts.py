"""Microtypography on the kinds of lines that real texts hold; a second pass changes nothing in them."""

import pytest

from layout.lang.microtype import Context, microtype
from layout.lang.shown_line import show_line
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run
from tests.unit.lang.real_text_cases import CASES

ON = TypographySettings()
LINES = [
    (kind, *line.strip().split(" ", 1))
    for kind, lines in CASES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("kind", "language", "line"), LINES)
def test_line_of_its_kind(kind: str, language: str, line: str) -> None:
    before, _, after = line.partition(" → ")
    assert show_line(before, language, ON) == (after or before), kind


@pytest.mark.parametrize(("kind", "language", "line"), LINES)
def test_second_pass_changes_nothing(kind: str, language: str, line: str) -> None:
    prose, _ = microtype(Prose((Run(line.partition(" → ")[0]),)), language, ON, Context.NARROW)
    assert microtype(prose, language, ON, Context.NARROW) == (prose, ()), kind


@pytest.mark.parametrize("kind", sorted(CASES))
def test_every_kind_has_five_members(kind: str) -> None:
    assert len(CASES[kind].strip().splitlines()) >= 5
