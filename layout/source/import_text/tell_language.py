"""Takes a passage and tells Polish from Czech by letters, endings and function words; never by position."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.languages import CZECH, OWN_LETTERS, POLISH
from layout.model.patterns import late_pattern
from layout.model.records import Struct


class _Signs(Struct, frozen=True):
    """What shows a language."""

    words: frozenset[str]
    """Words that a sentence can hardly do without."""
    endings: tuple[str, ...]
    hints: tuple[str, ...]
    """Letters and groups that are frequent in this language and rare in the other."""


_POLISH = """
w we się oraz jest są nie dla przez przy był była było były jako tej tego tym ten lub albo także też że
aby żeby ze ich jego jej który która które których którym czy już tylko między wraz roku lat latach
"""
_CZECH = """
v ve se je jsou pro při byl byla bylo byly být také nebo že k ke kdy jeho jejich ale který která které
kterým tento této toto tím než již jen mezi roce let letech zde mu ji si aby ze jako jej ten roku
"""
_SIGNS: Mapping[str, _Signs] = {
    POLISH: _Signs(
        frozenset(_POLISH.split()),
        ("cja", "cji", "cję", "cje", "anie", "enie", "ania", "enia", "ych", "iej", "ego", "owie", "ość"),
        ("w", "rz", "sz", "cz", "dz"),
    ),
    CZECH: _Signs(
        frozenset(_CZECH.split()),
        ("ace", "aci", "ou", "ání", "ení", "ých", "ého", "ému", "ost", "osti", "ovat", "ích"),
        ("v", "ou"),
    ),
}
_SHARED_WORDS = frozenset.intersection(*(signs.words for signs in _SIGNS.values()))

_WORD = late_pattern(r"[^\W\d_]+")
_ADDRESS = late_pattern(r"\S*(?:://|www\.|@|\w\.(?:pl|cz|eu|org|com|net|info)\b)\S*")
"""An address of the web or of mail, whose letters are no words."""
_MOST_OF_A_WORD = 4.0
_NAME_WEIGHT = 0.5
"""A capitalised word may be a name out of the other language."""
_LEAST_EVIDENCE = 0.5
_LEAST_RATIO = 1.5
"""How much stronger one language must be than any other."""


def tell_language(text: str) -> str | None:
    """The tag of the language, or None if the passage does not show which."""
    evidence = weigh_languages(text)
    second, first = sorted(evidence, key=lambda language: evidence[language])[-2:]
    clear = evidence[first] >= _LEAST_EVIDENCE and evidence[first] > _LEAST_RATIO * evidence[second]
    return first if clear else None


def weigh_languages(text: str) -> Mapping[str, float]:
    """Evidence for each language, in letters."""
    evidence = dict.fromkeys(_SIGNS, 0.0)
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    for number, word in enumerate(words):
        stands = number in (0, len(words) - 1) or not text.isupper()
        if number and stands and len(word) == 1 and word.isupper():
            continue  # a numeral or an initial: INTERREG V, T. G. Masaryk
        weight = _NAME_WEIGHT if word[0].isupper() else 1.0
        lower = word.lower()
        for language in evidence:
            evidence[language] += weight * _weigh(lower, language)
    return evidence


def _weigh(word: str, language: str) -> float:
    signs = _SIGNS[language]
    if word in signs.words:
        return 0.0 if word in _SHARED_WORDS else 3.0
    found = 2.0 * sum(map(word.count, OWN_LETTERS[language])) if not word.isascii() else 0.0
    found += sum(map(word.count, signs.hints))
    if len(word) > 4 and word.endswith(signs.endings):
        found += 1.0
    return min(found, _MOST_OF_A_WORD)
