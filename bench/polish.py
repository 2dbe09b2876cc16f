"""Takes Polish lemmas with their paradigm, gives inflected forms; chooses no words."""

from __future__ import annotations

import re

from bench.inflection import CASES, Declension, paradigm, replace_ending

_PARADIGMS = {
    "m": paradigm("m", 0, "= u owi = em ^", "y ów om y ami ach"),
    "ms": paradigm("m", 0, "= u owi = em u", "e # om e ami ach"),
    "f": paradigm("f", 1, "= y ^ ę ą ^", "y # om y ami ach"),
    "fs": paradigm("f", 1, "= y y ę ą y", "e # om e ami ach"),
    "fj": paradigm("f", 1, "= i i ę ą i", "e i om e ami ach"),
    "fn": paradigm("f", 1, "= - - ę ą -", "e - om e ami ach"),
    "fz": paradigm("f", 1, "= i i = ią i", "i i iom i iami iach"),
    "nie": paradigm("n", 1, "= a u = em u", "a # om a ami ach"),
    "n": paradigm("n", 1, "= a u = em ^", "a # om a ami ach"),
    "um": paradigm("n", 2, "= = = = = =", "a ów om a ami ach"),
}

_SOFT = (
    ("st", "ście"), ("zd", "ździe"), ("sł", "śle"), ("zł", "źle"), ("sn", "śnie"), ("ch", "sze"),
    ("k", "ce"), ("g", "dze"), ("r", "rze"), ("ł", "le"), ("t", "cie"), ("d", "dzie"),
)  # fmt: skip


def _join(stem: str, ending: str) -> str:
    if stem.endswith(("k", "g")):
        ending = {"y": "i", "em": "iem"}.get(ending, ending)
    return stem + ending


def _soften(stem: str, gender: str) -> str:
    if gender != "f" and stem.endswith(("k", "g", "ch")):
        return stem + "u"
    return replace_ending(stem, _SOFT, "ie")


def _genitive_plural(stem: str, name: str) -> str:
    if name == "ms":
        return stem + "ów"
    if name == "nie":
        return replace_ending(stem, (("ni", "ń"), ("ci", "ć")), "")
    if name == "fz":
        return stem + "i"
    return stem


DECLENSION = Declension(_PARADIGMS, _join, _soften, _genitive_plural)


def stem_of(lemma: str, stem: str) -> str:
    """The stem given, or the one of a noun in -ość; empty for a regular one."""
    return stem or (lemma[:-2] + "śc" if lemma.endswith("ść") else "")


def _row(written: str) -> tuple[str, ...]:
    return tuple(written.split())


_ADJECTIVE = {
    "m": _row("y ego emu y ym ym"),
    "f": _row("a ej ej ą ą ej"),
    "n": _row("e ego emu e ym ym"),
    "x": _row("e ych ym e ymi ych"),
    "v": _row("y ych ym ych ymi ych"),
}

_PERSONAL = (
    ("sk", "scy"), ("ck", "ccy"), ("k", "cy"), ("g", "dzy"), ("r", "rzy"), ("ł", "li"), ("st", "ści"),
    ("t", "ci"), ("d", "dzi"), ("cz", "czy"), ("sz", "si"), ("on", "eni"), ("ni", "ni"),
)  # fmt: skip


def adjective(lemma: str, gender: str, number: str, case: str) -> str:
    """The adjective's form that agrees; `lemma` is the masculine nominative, its last word is inflected."""
    stem = lemma[:-1] if lemma.endswith(("y", "ki", "gi")) else lemma
    row = gender if number == "sg" else "v" if gender == "v" else "x"
    if row == "v" and case == "nom":
        return replace_ending(stem, _PERSONAL, "i")
    return stem + _fit(stem, _ADJECTIVE[row][CASES.index(case)])


def _fit(stem: str, ending: str) -> str:
    if stem.endswith("i"):
        return ending.removeprefix("y")
    if stem.endswith(("k", "g")):
        return re.sub("^y", "i", re.sub("^e", "ie", ending))
    return ending


_PAST = {"m": "ł", "f": "ła", "n": "ło", "x": "ły", "v": "li"}
_BE = {"m": "został", "f": "została", "n": "zostało", "x": "zostały", "v": "zostali"}
_WHO = {"m": "który", "f": "która", "n": "które", "x": "które", "v": "którzy"}
_WHOM = {"m": "który", "f": "którą", "n": "które", "x": "które", "v": "których"}


def agreement(gender: str, number: str) -> str:
    """The row of the agreement tables: m, f, n; x other plurals, v men in the plural."""
    return gender if number == "sg" else "v" if gender == "v" else "x"


def past(stem: str, row: str) -> str:
    """The past tense, third person: `zrealizowa` and f give `zrealizowała`."""
    if row == "v" and stem.endswith("dzia"):
        stem = stem[:-1] + "e"
    return stem + _PAST[row]


def passive(participle: str, row: str) -> str:
    """The past passive: `przygotowany` and f give `została przygotowana`."""
    number = "pl" if row in "xv" else "sg"
    return f"{_BE[row]} {adjective(participle, row, number, 'nom')}"


def who(row: str) -> str:
    """The relative pronoun as a subject."""
    return _WHO[row]


def whom(row: str) -> str:
    """The relative pronoun as a direct object."""
    return _WHOM[row]


_VOICED = (
    (re.compile(r"\b([Ww])@ (?=[wfWF][^aeiouyąęó])"), r"\1e "),
    (re.compile(r"\b([Zz])@ (?=(?:[sśzźżSŚZŻ][^aeiouyąęói\W]|w[szś]))"), r"\1e "),
    (re.compile(r"@ "), " "),
)


def choose_prepositions(text: str) -> str:
    """Settles `w@` and `z@` to w/we and z/ze by the word after them."""
    for pattern, replacement in _VOICED:
        text = pattern.sub(replacement, text)
    return text
