"""Takes a stem and a paradigm's endings, gives the twelve forms of a noun; knows no language and no words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
NUMBERS = ("sg", "pl")

Forms = Mapping[str, str]
"""Forms by number and case, written `sg.nom`."""

Joiner = Callable[[str, str], str]
"""Puts an ending to a stem as the language's spelling asks."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """A declension: `gender` m, f or n (v: masculine persons), letters cut from the lemma, six endings each.

    An ending `=` is the lemma itself, `#` the genitive plural, `^` the softened stem of the locative.
    """

    gender: str
    cut: int
    singular: tuple[str, ...]
    plural: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """One noun in one language: its gender and its forms."""

    gender: str
    forms: Forms


def paradigm(gender: str, cut: int, singular: str, plural: str) -> Paradigm:
    """A paradigm from endings written with spaces between; `-` is an empty ending."""
    return Paradigm(gender, cut, _endings(singular), _endings(plural))


def _endings(written: str) -> tuple[str, ...]:
    endings = tuple("" if ending == "-" else ending for ending in written.split())
    if len(endings) != len(CASES):
        raise ValueError(f"six endings expected: {written}")
    return endings


@dataclass(frozen=True, slots=True)
class Declension:
    """A language's paradigms and the spelling rules they need."""

    paradigms: Mapping[str, Paradigm]
    join: Joiner
    soften: Callable[[str, str], str]
    """Stem and gender give the form marked `^`."""
    genitive_plural: Callable[[str, str], str]
    """Stem and paradigm's name give the form marked `#`."""

    def decline(self, lemma: str, stem: str, name: str, irregular: Mapping[str, str]) -> Noun:
        """All forms of a noun; `irregular` may give G (genitive plural) and L (locative singular)."""
        pattern = self.paradigms[name]
        root = stem or lemma[: len(lemma) - pattern.cut]
        marked = {
            "=": lemma,
            "#": irregular.get("G") or self.genitive_plural(root, name),
            "^": irregular.get("L") or self.soften(root, pattern.gender),
        }
        forms = {}
        for number, endings in zip(NUMBERS, (pattern.singular, pattern.plural), strict=True):
            for case, ending in zip(CASES, endings, strict=True):
                forms[f"{number}.{case}"] = marked.get(ending) or self.join(root, ending)
        return Noun(pattern.gender, forms)


def replace_ending(stem: str, table: tuple[tuple[str, str], ...], otherwise: str) -> str:
    """The stem with the first ending of the table that fits replaced, else with `otherwise` added."""
    for ending, softened in table:
        if stem.endswith(ending):
            return stem[: len(stem) - len(ending)] + softened
    return stem + otherwise
