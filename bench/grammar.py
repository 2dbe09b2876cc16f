"""Takes templates with slots and the lexicon, gives parallel Polish and Czech clauses, by chance alone."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from bench import czech, polish
from bench.inflection import CASES, Noun
from bench.lexicon import AdjectivePair, Does, Done, NounPair, read_lexicon

_WORDS = Path(__file__).parent / "words"

PLAIN_NOUNS = 0.6
"""The part of nouns that stand without an adjective."""

Pair = tuple[str, str]
"""The same words in Polish and in Czech."""


@dataclass(frozen=True, slots=True)
class Template:
    """A pattern in both languages; `slots` maps each slot's name to its kind."""

    slots: tuple[tuple[str, str], ...]
    pl: str
    cs: str


@cache
def read_templates(name: str) -> tuple[Template, ...]:
    """The templates of a table of `bench/words` with three columns: slots, Polish, Czech."""
    return tuple(_template(line) for line in _lines(name))


@cache
def read_pairs(name: str) -> tuple[Pair, ...]:
    """The rows of a table of `bench/words` with two columns; `_` stands for a space."""
    rows = (line.split("|") for line in _lines(name))
    return tuple((pl.strip().replace("_", " "), cs.strip().replace("_", " ")) for pl, cs in rows)


def _lines(name: str) -> list[str]:
    text = (_WORDS / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _template(line: str) -> Template:
    slots, pl, cs = line.split("|")
    named = tuple((name, kind) for name, _, kind in (slot.partition("=") for slot in slots.split()))
    return Template(named, pl.strip(), cs.strip())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun with its adjective in one language; formats: a case, `who`, `whom`, `agree SINGULAR PLURAL`."""

    noun: Noun
    number: str
    adjective: str
    language: ModuleType

    @property
    def row(self) -> str:
        return str(self.language.agreement(self.noun.gender, self.number))

    def __format__(self, spec: str) -> str:
        if spec in CASES:
            return self._inflect(spec)
        if spec in ("who", "whom"):
            return str(getattr(self.language, spec)(self.row))
        _, singular, plural = spec.split()
        return (singular if self.number == "sg" else plural).replace("_", " ")

    def _inflect(self, case: str) -> str:
        form = self.noun.forms[f"{self.number}.{case}"]
        if not self.adjective:
            return form
        return f"{self.language.adjective(self.adjective, self.noun.gender, self.number, case)} {form}"


@dataclass(frozen=True, slots=True)
class _Done:
    """A deed in one language; `did`, `neuter`, `past_x` (two subjects), `past SLOT`, `passive SLOT`."""

    past: str
    participle: str
    impersonal: str
    language: ModuleType
    slots: Mapping[str, object]

    def __format__(self, spec: str) -> str:
        form, _, subject = spec.partition(" ")
        if form in ("did", "neuter"):
            return self.impersonal
        if form == "past_x":
            return str(self.language.past(self.past, "x"))
        phrase = self.slots[subject]
        assert isinstance(phrase, _Phrase)
        if form == "past":
            return str(self.language.past(self.past, phrase.row))
        return str(self.language.passive(self.participle, phrase.row))


@dataclass(frozen=True, slots=True)
class _Does:
    """What something does now, in one language: `present SLOT`."""

    forms: tuple[str, str]
    slots: Mapping[str, object]

    def __format__(self, spec: str) -> str:
        phrase = self.slots[spec.split()[1]]
        assert isinstance(phrase, _Phrase)
        return self.forms[phrase.number == "pl"]


class Speaker:
    """Says clauses at random; the same seed says the same."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._words = read_lexicon()

    @property
    def dice(self) -> random.Random:
        """The one source of chance."""
        return self._dice

    def say(self, table: str) -> Pair:
        """A template of `table` filled in both languages, without capital or full stop."""
        template = self._dice.choice(read_templates(table))
        pl: dict[str, object] = {}
        cs: dict[str, object] = {}
        kinds = dict(template.slots)
        for name, kind in template.slots:
            pl[name], cs[name] = self._fill(kind, kinds, pl, cs)
        return (
            polish.choose_prepositions(template.pl.format_map(pl)),
            czech.choose_prepositions(template.cs.format_map(cs)),
        )

    def _fill(
        self, kind: str, kinds: Mapping[str, str], pl: Mapping[str, object], cs: Mapping[str, object]
    ) -> tuple[object, object]:
        if kind in _PLAIN:
            return _PLAIN[kind](self._dice)
        if kind.startswith("done:"):
            return self._deed(kinds[kind[5:]], pl, cs)
        if kind == "does":
            does: Does = self._dice.choice(self._words.does)
            return _Does(does.pl, pl), _Does(does.cs, cs)
        if kind == "town":
            town = self._dice.choice(self._words.towns)
            return _Town(town.pl), _Town(town.cs)
        return self._phrase(kind)

    def _deed(self, kinds: str, pl: Mapping[str, object], cs: Mapping[str, object]) -> tuple[_Done, _Done]:
        wanted = set(kinds.partition("/")[0])
        fitting = [done for done in self._words.done if wanted <= set(done.kinds)]
        done: Done = self._dice.choice(fitting or [done for done in self._words.done if "P" in done.kinds])
        return (
            _Done(done.pl_past, done.pl_participle, done.pl_impersonal, polish, pl),
            _Done(done.cs_past, done.cs_participle, done.cs_participle + "o", czech, cs),
        )

    def _phrase(self, kind: str) -> tuple[_Phrase, _Phrase]:
        noun = self._noun(kind)
        number = kind.partition("/")[2] or self._dice.choice(noun.numbers)
        adjective = self._adjective(noun.kinds)
        return (
            _Phrase(noun.pl, number, adjective.pl, polish),
            _Phrase(noun.cs, number, adjective.cs, czech),
        )

    def _noun(self, kind: str) -> NounPair:
        if kind == "people":
            return self._dice.choice(self._words.people)
        if kind == "body":
            return self._dice.choice(self._words.bodies)
        kinds, _, number = kind.partition("/")
        return self._dice.choice(
            [noun for noun in self._words.nouns if noun.kinds in kinds and number in (*noun.numbers, "")]
        )

    def _adjective(self, kind: str) -> AdjectivePair:
        fitting = [word for word in self._words.adjectives if word.kinds == kind]
        if kind not in "VBFR":
            fitting += [word for word in self._words.adjectives if word.kinds == "*"]
        if not fitting or self._dice.random() < PLAIN_NOUNS:
            return AdjectivePair(kind, "", "")
        return self._dice.choice(fitting)


@dataclass(frozen=True, slots=True)
class _Town:
    """A town in one language: `loc` or `gen`."""

    forms: tuple[str, str]

    def __format__(self, spec: str) -> str:
        return self.forms[spec == "gen"]


_MONTHS = (
    ("stycznia", "ledna"), ("lutego", "února"), ("marca", "března"), ("kwietnia", "dubna"),
    ("maja", "května"), ("czerwca", "června"), ("lipca", "července"), ("sierpnia", "srpna"),
    ("września", "září"), ("października", "října"), ("listopada", "listopadu"), ("grudnia", "prosince"),
)  # fmt: skip
_FUNDS = (("EFRR", "EFRR"), ("RPO WO", "IROP"), ("Funduszu Mikroprojektów", "Fondu mikroprojektů"))
_SURNAMES = (
    ("Nowak", "Nowak"), ("Wieczorek", "Wieczorek"), ("Zawadzki", "Zawadzki"), ("Svoboda", "Svoboda"),
    ("Dvořák", "Dvořák"), ("Kubíček", "Kubíček"), ("Procházka", "Procházka"), ("Grzegorczyk", "Grzegorczyk"),
)  # fmt: skip
_DEGREES = (("prof.", "prof."), ("dr inż.", "Ing."), ("dr hab.", "doc."), ("dr", "Dr."))


def _same(text: str) -> Pair:
    return text, text


def _year(dice: random.Random) -> Pair:
    return _same(str(dice.randint(2009, 2024)))


def _years(dice: random.Random) -> Pair:
    start = dice.randint(2007, 2021)
    return _same(f"{start}–{start + dice.randint(1, 6)}")


def _day(dice: random.Random) -> Pair:
    return _date(dice, dice.randint(2010, 2024))


def _date(dice: random.Random, year: int) -> Pair:
    day = dice.randint(1, 28)
    pl, cs = dice.choice(_MONTHS)
    return f"{day} {pl} {year} r.", f"{day}. {cs} {year}"


def _span(dice: random.Random) -> Pair:
    year = dice.randint(2010, 2022)
    start, end = _date(dice, year), _date(dice, year + dice.randint(1, 3))
    return f"{start[0]} do {end[0]}", f"{start[1]} do {end[1]}"


def _days(dice: random.Random) -> Pair:
    start = dice.randint(1, 24)
    end = start + dice.randint(1, 4)
    pl, cs = dice.choice(_MONTHS)
    return f"{start}–{end} {pl}", f"{start}.–{end}. {cs}"


def _percent(dice: random.Random) -> Pair:
    value = str(dice.randint(3, 96)) + (f",{dice.randint(1, 9)}" if dice.random() < 0.4 else "")
    return f"{value}%", f"{value} %"


def _rise(dice: random.Random) -> Pair:
    start = dice.randint(3, 60)
    end = start + dice.randint(2, 30)
    return f"{start}% do {end},{start % 9 + 1}%", f"{start} % na {end},{start % 9 + 1} %"


def _count(dice: random.Random) -> Pair:
    value = int(5 * 10 ** (dice.random() * 3.6))
    if value % 10 in (2, 3, 4):
        value += 3
    text = str(value)
    return _same(text if value < 10000 else f"{text[:-3]} {text[-3:]}")


def _sum(dice: random.Random) -> Pair:
    tenths = f"{dice.randint(1, 48)},{dice.randint(1, 9)}"
    thousands = dice.randint(11, 980)
    return dice.choice(
        (
            (f"{tenths} mln zł", f"{tenths} mil. zł"),
            (f"{thousands} 000 zł", f"{thousands} 000 zł"),
            (f"{thousands} tys. euro", f"{thousands} tis. eur"),
        )
    )


def _title(dice: random.Random) -> Pair:
    pl, cs = dice.choice(read_pairs("titles"))
    return f"„{pl}”", f"„{cs}“"


def _person(dice: random.Random) -> Pair:
    initial = dice.choice("ABDEHJKLMPTZ")
    pl, cs = dice.choice(_SURNAMES)
    title_pl, title_cs = dice.choice(_DEGREES)
    return f"{title_pl} {initial}. {pl}", f"{title_cs} {initial}. {cs}"


_PLAIN: Mapping[str, Callable[[random.Random], Pair]] = {
    "year": _year,
    "years": _years,
    "day": _day,
    "days": _days,
    "span": _span,
    "percent": _percent,
    "rise": _rise,
    "count": _count,
    "sum": _sum,
    "title": _title,
    "person": _person,
    "fund": lambda dice: dice.choice(_FUNDS),
    "digit": lambda dice: _same(str(dice.randint(1, 48))),
    "months": lambda dice: _same(str(dice.choice((6, 9, 12, 18)))),
    "length": lambda dice: _same(f"{dice.randint(2, 38)},{dice.randint(1, 9)}"),
}


def as_sentence(text: str) -> str:
    """The text with a capital at its start and one full stop at its end."""
    capital = re.sub(r"^(\W*)(\w)", lambda found: found[1] + found[2].upper(), text, count=1)
    return capital if capital.endswith(".") else capital + "."
