"""Each rule, in each language, on what an office types; and each rule switched off."""

from collections.abc import Iterator, Mapping

import pytest

from layout.lang.microtype import Change, Context, microtype
from layout.lang.rules.bonds import BONDS
from layout.lang.rules.table import RULES
from layout.model.content.brochure import RULE_IDS, TypographySettings
from layout.model.content.prose import Prose, Run
from tests.unit.lang.rule_cases import CZECH, HEADINGS, POLISH

ON = TypographySettings()
SHOWN = str.maketrans({"\u00a0": "~", "\u202f": "^", "\ue000": "¬"})
TYPED = str.maketrans({"~": "\u00a0"})

Case = tuple[str, str, str, str]
"""A rule, a language, a line as typed and as set."""


def read_cases(table: Mapping[str, str], language: str) -> Iterator[Case]:
    for rule, lines in table.items():
        for line in lines.strip().splitlines():
            before, _, after = line.strip().partition(" → ")
            yield rule, language, before, after or before


CASES = [*read_cases(POLISH, "pl"), *read_cases(CZECH, "cs")]
HEADING_CASES = [*read_cases({"T21": HEADINGS["pl"]}, "pl"), *read_cases({"T21": HEADINGS["cs"]}, "cs")]


def set_line(
    text: str, language: str, settings: TypographySettings = ON, context: Context = Context.NARROW
) -> tuple[str, tuple[Change, ...]]:
    prose, changes = microtype(Prose((Run(text.translate(TYPED)),)), language, settings, context)
    return prose.text.translate(SHOWN), changes


@pytest.mark.parametrize(("rule", "language", "before", "after"), CASES)
def test_rule_sets_line(rule: str, language: str, before: str, after: str) -> None:
    assert set_line(before, language)[0] == after


@pytest.mark.parametrize(("rule", "language", "before", "after"), CASES)
def test_rule_reports_itself_or_nothing(rule: str, language: str, before: str, after: str) -> None:
    alone = TypographySettings(off=frozenset(RULE_IDS) - {rule})
    text, changes = set_line(before, language, alone)
    assert {change.rule for change in changes} <= {rule}
    assert bool(changes) == (text != before)


@pytest.mark.parametrize(("rule", "language", "before", "after"), CASES)
def test_rule_off_does_nothing(rule: str, language: str, before: str, after: str) -> None:
    _, changes = set_line(before, language, TypographySettings(off=frozenset({rule})))
    assert rule not in {change.rule for change in changes}


@pytest.mark.parametrize(("rule", "language", "before", "after"), CASES)
def test_second_pass_changes_nothing(rule: str, language: str, before: str, after: str) -> None:
    prose, _ = microtype(Prose((Run(before),)), language, ON, Context.NARROW)
    again, changes = microtype(prose, language, ON, Context.NARROW)
    assert (again, changes) == (prose, ())


@pytest.mark.parametrize(("rule", "language", "before", "after"), HEADING_CASES)
def test_heading_has_no_full_stop(rule: str, language: str, before: str, after: str) -> None:
    assert set_line(before, language, context=Context.HEADING)[0] == after


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_only_headings_lose_their_full_stop(language: str) -> None:
    assert set_line("Historia.", language)[0] == "Historia."
    kept = TypographySettings(off=frozenset({"T21"}))
    assert set_line("Historia.", language, kept, Context.HEADING)[0] == "Historia."


def test_everything_off_changes_nothing() -> None:
    for _, language, before, _ in CASES:
        text, changes = set_line(before, language, TypographySettings(off=frozenset(RULE_IDS)))
        assert (text, changes) == (before, ())


@pytest.mark.parametrize("rule", sorted(POLISH))
def test_every_rule_has_cases_in_both_languages(rule: str) -> None:
    for table in (POLISH, CZECH):
        assert len(table[rule].strip().splitlines()) >= 4


def test_every_rule_can_be_switched_off() -> None:
    assert {entry.id for entry in RULES} | {entry.id for entry in BONDS} <= set(RULE_IDS)
