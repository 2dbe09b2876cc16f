"""Every rule in the order in which a paragraph meets them, and which are worth trying on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from layout.lang.language import Language
from layout.lang.rules import abbreviations, dashes, numbers, quotes, spacing
from layout.lang.rules.bonds import BONDS, Bond
from layout.lang.rules.rule import FittedRule, Rule
from layout.lang.rules.word_kinds import Lexicon, build_lexicon

RULES: tuple[Rule, ...] = (
    *quotes.LOW_MARKS,
    *spacing.SPACING,
    *spacing.ELLIPSES,
    *quotes.QUOTES,
    *dashes.DASHES,
    *numbers.NUMBERS,
    *abbreviations.ABBREVIATIONS,
    *spacing.HEADINGS,
)
"""The rewriting rules; the bonds follow them."""

ALWAYS = "T00"
"""Characters that cannot be set are mended whatever is switched off."""


def rules_for(language: Language, off: frozenset[str], heading: bool) -> tuple[FittedRule, ...]:
    """The rewriting rules of a language that are on."""
    return tuple(
        fitted
        for fitted in _fit(language)
        if fitted.rule.id not in off and (heading or not fitted.rule.headings_only)
    )


@cache
def _fit(language: Language) -> tuple[FittedRule, ...]:
    finders = ((rule, rule.fit(language)) for rule in RULES)
    return tuple(FittedRule(rule, find) for rule, find in finders if find is not None)


class Sequence:
    """Rules in order; tells which are worth trying on a paragraph from the characters in it."""

    def __init__(self, rules: Iterable[FittedRule]) -> None:
        self._rules = tuple(rules)
        self._needs = tuple({frozenset(need) for fitted in self._rules for need in fitted.rule.needs})
        self._worth: dict[tuple[bool, ...], tuple[tuple[int, FittedRule], ...]] = {}

    def candidates(self, characters: set[str], done: int) -> Iterator[tuple[int, FittedRule]]:
        """The rules behind place `done` whose needs are met, each with its place."""
        absent = tuple([need.isdisjoint(characters) for need in self._needs])
        worth = self._worth.get(absent)
        if worth is None:
            worth = self._worth[absent] = self._select(absent)
        return (entry for entry in worth if entry[0] > done)

    def _select(self, absent: tuple[bool, ...]) -> tuple[tuple[int, FittedRule], ...]:
        missing = {need for need, is_absent in zip(self._needs, absent, strict=True) if is_absent}
        return tuple(
            (place, fitted)
            for place, fitted in enumerate(self._rules)
            if not any(frozenset(need) in missing for need in fitted.rule.needs)
        )


@cache
def lexicon_for(language: Language) -> Lexicon:
    """The listed words of a language with their kinds."""
    return build_lexicon(language.words, language.numbers.uncounted)


def bonds_for(language: Language, off: frozenset[str]) -> tuple[Bond, ...]:
    """The bonds of a language that are on, in the order of their ids."""
    on = (bond for bond in (*BONDS, *language.bonds) if bond.id not in off)
    return tuple(sorted(on, key=lambda bond: bond.id))
