"""Rules are fitted to whatever language a record describes: a habit is a field, not a tag."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layout.lang.czech.language import CZECH
from layout.lang.hyphenation import divide
from layout.lang.language import (
    Abbreviations,
    Compounds,
    DashHabits,
    Hyphenation,
    Language,
    NumberHabits,
    QuotationMarks,
)
from layout.lang.polish.language import POLISH
from layout.lang.rules.bonds import HARD
from layout.lang.rules.table import RULES, bonds_for, rules_for
from layout.model.records import replace

NONE: frozenset[str] = frozenset()
SHOWN = str.maketrans({"\u00a0": "~", "\u202f": "^", "\ue000": "¬"})


def set_words(text: str, language: Language, heading: bool = False) -> str:
    """The text after each rewriting rule of the language once."""
    for fitted in rules_for(language, NONE, heading):
        for start, end, new in reversed(list(fitted.find(text))):
            text = text[:start] + new + text[end:]
    return text.translate(SHOWN)


PLAIN = replace(
    CZECH,
    tag="xx",
    words={},
    bonds=(),
    quotes=QuotationMarks(outer="»«", inner="›‹", lone="›‹"),
    compounds=Compounds(forms="", adverbs="", adjective="x", names="a b", suspended=""),
    dashes=DashHabits(towns="", long_names="", times_of_year="", suffix_cues=""),
    abbreviations=Abbreviations(keep_stop="", closed={}),
    numbers=NumberHabits(hour_mark="h", decimal_mark=".", signs=""),
)
"""A language of which nothing is known but its quotation marks."""


def test_language_without_habits_has_the_rules_of_all() -> None:
    assert set_words('"Dům" , 12345 m a 5-7', PLAIN) == "»Dům«, 12^345 m a 5–7"
    for typed in ("1.2.2020", "m. in.", "s.r.o.", "Praha-Brno", "česko - polský", "str.5", "nr5", "5km"):
        assert set_words(typed, PLAIN) in (typed, typed.replace(" - ", "~– "))


Habit = Callable[[Language], Language]


@pytest.mark.parametrize(
    ("learn", "typed", "shown"),
    [
        (lambda one: replace(one, numbers=replace(one.numbers, spaces_dates=True)), "1.2.2020", "1.~2.¬2020"),
        (lambda one: replace(one, numbers=replace(one.numbers, units="km")), "5km", "5~km"),
        (lambda one: replace(one, numbers=replace(one.numbers, signs_without_stop="nr")), "nr5", "nr~5"),
        (
            lambda one: replace(one, numbers=replace(one.numbers, ratio_nouns="pomer")),
            "pomer 1:3",
            "pomer 1~:~3",
        ),
        (lambda one: replace(one, numbers=replace(one.numbers, parts_degrees=True)), "20°C", "20~°C"),
        (
            lambda one: replace(one, dashes=replace(one.dashes, closes_names=True, towns="Praha Brno")),
            "Praha-Brno",
            "Praha–Brno",
        ),
        (
            lambda one: replace(one, abbreviations=replace(one.abbreviations, spaced="s. r. o.")),
            "s.r.o.",
            "s.~r.~o.",
        ),
        (
            lambda one: replace(one, quotes=replace(one.quotes, stop_behind=True)),
            'Řekl: "Dům."',
            "Řekl: »Dům«.",
        ),
    ],
)
def test_a_habit_is_a_field(learn: Habit, typed: str, shown: str) -> None:
    assert set_words(typed, PLAIN) != shown
    assert set_words(typed, learn(PLAIN)) == shown


def test_language_without_seams_is_divided_by_its_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    slovak = replace(PLAIN, tag="sk", hyphenation=Hyphenation(seams="", mends=""))
    monkeypatch.setattr(divide, "LANGUAGES", {"sk": slovak})
    breaks = divide.Hyphenator("sk").division("spolupráca")
    assert [place.offset for place in breaks] == [3, 5, 8]


def test_each_rule_serves_a_language() -> None:
    served = {fitted.rule for one in (POLISH, CZECH) for fitted in rules_for(one, NONE, True)}
    assert served == set(RULES)


def test_own_bonds_stand_among_those_of_all() -> None:
    for language in (POLISH, CZECH):
        bonds = bonds_for(language, NONE)
        assert set(language.bonds) < set(bonds)
        assert [bond.id for bond in bonds] == sorted(bond.id for bond in bonds)
        assert any(bond.id == "T01" and bond.space == HARD for bond in bonds)
    assert "T01" not in {bond.id for bond in bonds_for(PLAIN, NONE) if not bond.titles}
    assert "T03" not in {bond.id for bond in bonds_for(POLISH, frozenset({"T03"}))}
