"""Takes Czech lemmas with their paradigm, gives inflected forms; chooses no words."""

from __future__ import annotations

import re

from bench.inflection import CASES, Declension, paradigm, replace_ending

_PARADIGMS = {
    "h": paradigm("m", 0, "= u u = em u", "y ů ům y y ECH"),
    "s": paradigm("m", 0, "= e i = em i", "e ů ům e i ích"),
    "z": paradigm("f", 1, "= y ^ u ou ^", "y # ám y ami ách"),
    "r": paradigm("f", 1, "= e i i í i", "e # ím e emi ích"),
    "p": paradigm("f", 0, "= e i = í i", "e í ím e emi ích"),
    "k": paradigm("f", 0, "= i i = í i", "i í em i mi ech"),
    "m": paradigm("n", 1, "= a u = em ^", "a # ům a y ECH"),
    "t": paradigm("n", 0, "= = = = m =", "= = m = mi ch"),
    "o": paradigm("n", 1, "= ě i = ěm i", "ě # ím ě i ích"),
    "um": paradigm("n", 2, "= a u = em u", "a # ům a y ech"),
    "zeum": paradigm("n", 2, "= a u = em u", "a í ím a i ích"),
}

_SOFT = (
    ("ch", "še"), ("k", "ce"), ("h", "ze"), ("g", "ze"), ("r", "ře"),
    *((letter, letter + "ě") for letter in "dtnbpvmf"),
)  # fmt: skip
_LOCATIVE = (("ch", "ších"), ("k", "cích"), ("h", "zích"), ("g", "zích"))


def _join(stem: str, ending: str) -> str:
    if ending == "ECH":
        return replace_ending(stem, _LOCATIVE, "ech")
    if stem.endswith("kampan"):
        ending = re.sub("^e", "ě", ending)
    return stem + ending


def _soften(stem: str, gender: str) -> str:
    if gender == "n" and stem.endswith(("k", "h", "ch")):
        return stem + "u"
    return replace_ending(stem, _SOFT, "e")


def _genitive_plural(stem: str, name: str) -> str:
    if name == "r":
        return stem if stem.endswith("ic") else stem + "í"
    return replace_ending(stem, (("št", "šť"),), "") if name == "o" else stem


DECLENSION = Declension(_PARADIGMS, _join, _soften, _genitive_plural)


def _row(written: str) -> tuple[str, ...]:
    return tuple(written.split())


_HARD = {
    "m": _row("ý ého ému ý ým ém"),
    "f": _row("á é é ou ou é"),
    "n": _row("é ého ému é ým ém"),
    "x": _row("é ých ým é ými ých"),
    "nx": _row("á ých ým á ými ých"),
    "v": _row("í ých ým é ými ých"),
}
_SOFT_ADJECTIVE = {
    "sg": _row("í ího ímu í ím ím"),
    "f": _row("í í í í í í"),
    "pl": _row("í ích ím í ími ích"),
}
_PERSONAL = (("sk", "ští"), ("ck", "čtí"), ("ch", "ší"), ("k", "cí"), ("h", "zí"), ("r", "ří"))


def adjective(lemma: str, gender: str, number: str, case: str) -> str:
    """The adjective's form that agrees; `lemma` is the masculine nominative, its last word is inflected."""
    stem, at = lemma[:-1], CASES.index(case)
    if lemma.endswith("í"):
        row = "pl" if number == "pl" else "f" if gender == "f" else "sg"
        return stem + _SOFT_ADJECTIVE[row][at]
    row = agreement(gender, number)
    if row == "v" and case == "nom":
        return replace_ending(stem, _PERSONAL, "í")
    return stem + _HARD[row][at]


def agreement(gender: str, number: str) -> str:
    """The row of the agreement tables: m, f, n; x plural, nx plural neuter, v men in the plural."""
    return gender if number == "sg" else {"v": "v", "n": "nx"}.get(gender, "x")


_ENDING = {"m": "", "f": "a", "n": "o", "x": "y", "nx": "a", "v": "i"}
_WHO = {"m": "který", "f": "která", "n": "které", "x": "které", "nx": "která", "v": "kteří"}
_WHOM = {"m": "který", "f": "kterou", "n": "které", "x": "které", "nx": "která", "v": "které"}


def past(stem: str, row: str) -> str:
    """The past tense, third person: `připravi` and f give `připravila`."""
    return f"{stem}l{_ENDING[row]}"


def passive(participle: str, row: str) -> str:
    """The past passive: `připraven` and f give `byla připravena`."""
    return f"byl{_ENDING[row]} {participle}{_ENDING[row]}"


def who(row: str) -> str:
    """The relative pronoun as a subject."""
    return _WHO[row]


def whom(row: str) -> str:
    """The relative pronoun as a direct object."""
    return _WHOM[row]


_CONSONANT = r"[^aeiouyáéěíóúůýAEIOU\W\d]"
_VOICED = (
    (re.compile(rf"\b([Vv])@ (?=[vfVF]|[sšzžSŠZŽ]{_CONSONANT})"), r"\1e "),
    (re.compile(rf"\b([Kk])@ (?=[kgKG]|[sšzžSŠZŽ]{_CONSONANT})"), r"\1e "),
    (re.compile(r"\b([SsZz])@ (?=[sšzžSŠZŽ])"), r"\1e "),
    (re.compile(r"@ "), " "),
)


def choose_prepositions(text: str) -> str:
    """Settles `v@`, `k@`, `s@` and `z@` to v/ve and so on by the word after them."""
    for pattern, replacement in _VOICED:
        text = pattern.sub(replacement, text)
    return text
