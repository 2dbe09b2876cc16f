"""Takes the word tables beside it, gives pairs of words with all their forms; makes no sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench import czech, polish
from bench.inflection import CASES, NUMBERS, Noun

_WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class NounPair:
    """A noun in both languages; `kinds` says where it may stand, `numbers` holds `sg`, `pl` or both."""

    kinds: str
    numbers: tuple[str, ...]
    pl: Noun
    cs: Noun


@dataclass(frozen=True, slots=True)
class AdjectivePair:
    """An adjective in both languages, as masculine nominatives; `kinds` of nouns it may stand with."""

    kinds: str
    pl: str
    cs: str


@dataclass(frozen=True, slots=True)
class Done:
    """What one did to an object of one of `kinds`: past stems, participles and the Polish impersonal."""

    kinds: str
    pl_past: str
    pl_impersonal: str
    pl_participle: str
    cs_past: str
    cs_participle: str


@dataclass(frozen=True, slots=True)
class Does:
    """What something does to a result, present tense: singular and plural."""

    pl: tuple[str, str]
    cs: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Town:
    """A town after `w`/`v` (locative) and after `z` (genitive)."""

    pl: tuple[str, str]
    cs: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words there are."""

    nouns: tuple[NounPair, ...]
    people: tuple[NounPair, ...]
    bodies: tuple[NounPair, ...]
    adjectives: tuple[AdjectivePair, ...]
    done: tuple[Done, ...]
    does: tuple[Does, ...]
    towns: tuple[Town, ...]

    @property
    def stems(self) -> int:
        """How many different words each language has."""
        counted = (self.nouns, self.people, self.bodies, self.adjectives, self.done, self.does, self.towns)
        return sum(len(words) for words in counted)


@cache
def read_lexicon() -> Lexicon:
    """The lexicon of `bench/words`."""
    verbs = list(_rows("verbs"))
    return Lexicon(
        nouns=tuple(_noun(row) for row in _rows("nouns")),
        people=tuple(_people(row) for row in _rows("people")),
        bodies=tuple(_body(row) for row in _rows("bodies")),
        adjectives=tuple(AdjectivePair(kinds, pl, cs) for kinds, pl, cs in _rows("adjectives")),
        done=tuple(_done(row) for row in verbs if row[0].startswith("done")),
        does=tuple(_does(row) for row in verbs if row[0].startswith("does")),
        towns=tuple(_town(row) for row in _rows("places")),
    )


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def _noun(row: list[str]) -> NounPair:
    kinds, numbers = row[0].split()
    allowed = tuple(number for number in NUMBERS if number[0] in numbers)
    return NounPair(kinds, allowed, _polish_noun(row[1]), _czech_noun(row[2]))


def _spec(written: str) -> tuple[str, str, str, dict[str, str], str, str]:
    """Lemma, stem, paradigm, irregular forms, adjective that agrees, tail that stays."""
    head, _, tail = written.partition("+")
    head, _, attribute = head.partition("~")
    word, name, *options = head.split()
    lemma, _, stem = word.partition("/")
    irregular = dict(option.split("=") for option in options)
    return lemma, stem, name, irregular, attribute.strip(), tail.strip()


def _polish_noun(written: str) -> Noun:
    lemma, stem, name, irregular, attribute, tail = _spec(written)
    noun = polish.DECLENSION.decline(lemma, polish.stem_of(lemma, stem), name, irregular)
    forms = {}
    for key, form in noun.forms.items():
        number, case = key.split(".")
        after = polish.adjective(attribute, noun.gender, number, case) if attribute else ""
        forms[key] = " ".join(filter(None, (form, after, tail)))
    return Noun(noun.gender, forms)


def _czech_noun(written: str) -> Noun:
    lemma, stem, name, irregular, attribute, tail = _spec(written)
    noun = czech.DECLENSION.decline(lemma, stem, name, irregular)
    forms = {}
    for key, form in noun.forms.items():
        number, case = key.split(".")
        before = czech.adjective(attribute, noun.gender, number, case) if attribute else ""
        forms[key] = " ".join(filter(None, (before, form, tail)))
    return Noun(noun.gender, forms)


def _spaced(field: str) -> list[str]:
    return [word.replace("_", " ") for word in field.split()]


def _people(row: list[str]) -> NounPair:
    nominative, genitive = _spaced(row[0])
    stem = genitive.removesuffix("ów").removesuffix("i").removesuffix("y")
    pl = (nominative, genitive, stem + "om", genitive, stem + "ami", stem + "ach")
    return NounPair("V", ("pl",), _plural(pl), _plural(tuple(_spaced(row[1]))))


def _plural(forms: tuple[str, ...]) -> Noun:
    return Noun("v", {f"pl.{case}": form for case, form in zip(CASES, forms, strict=True)})


def _body(row: list[str]) -> NounPair:
    return NounPair("B", ("sg",), _named(row[0]), _named(row[1]))


def _named(field: str) -> Noun:
    gender, nominative, genitive = _spaced(field)
    return Noun(gender, {"sg.nom": nominative, "sg.gen": genitive})


def _done(row: list[str]) -> Done:
    return Done(row[0].split()[1], *row[1].split(), *row[2].split())


def _does(row: list[str]) -> Does:
    pl, cs = row[1].split(), row[2].split()
    return Does((pl[0], pl[1]), (cs[0], cs[1]))


def _town(row: list[str]) -> Town:
    pl, cs = _spaced(row[0]), _spaced(row[1])
    return Town((pl[0], pl[1]), (cs[0], cs[1]))
