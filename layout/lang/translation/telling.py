"""Takes a passage, tells a stretch of it that is in the other language for certain; guesses nothing."""

from __future__ import annotations

import re
from functools import cache

from layout.lang.languages import LANGUAGES
from layout.lang.rules.word_kinds import Kind
from layout.model.languages import OWN_LETTERS
from layout.model.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_]+")
_SENTENCE = late_pattern(r"(?<=[.!?…])[”“\"')]* +(?=[^\W\d_a-z])")
_QUOTED = late_pattern(r"„[^„”“]*[”“]|\"[^\"]*\"|«[^»]*»|‚[^‘]*‘|\([^()]*\)")
_LEAST, _LEAST_OF_A_SENTENCE = 2.0, 3.0
"""Evidence that a passage, or a sentence of a longer one, must give."""
_UNOPPOSED = 1.5
"""What is enough where nothing tells of the other language."""
_OPPOSED = 6.0
"""What must be there where something does."""
_ENOUGH_LETTERS = 3
"""Letters that only its language has, from which a passage without one of the other's is in it."""
_CLEAR = 4.0
"""How much stronger one language must be."""
_MOST_OF_A_WORD = 2.0


@cache
def _own_words(language: str) -> frozenset[str]:
    """Frequent words and words that join, which no other language has in whatever use."""
    own, others = set[str](), set[str]()
    for tag, record in LANGUAGES.items():
        joining = (record.words[kind] for kind in (Kind.FUNCTION, Kind.JOINT))
        lists = (record.frequent_words, *(joining if tag == language else record.words.values()))
        (own if tag == language else others).update(word for words in lists for word in words.split())
    return frozenset(own - others)


@cache
def _groups(language: str) -> re.Pattern[str]:
    return re.compile(LANGUAGES[language].counterparts.own_groups)


def weigh(text: str, language: str) -> float:
    """Evidence for a language in words that are no names, by its letters and its frequent words.

    The first word of a passage counts in spite of its capital, unless only such words follow.
    """
    words = [found[0] for found in _WORD.finditer(text)]
    common = [word for word in words if word.islower()]
    if words and words[0][1:].islower() and not words[0].islower() and (common or len(words) == 1):
        common.append(words[0].lower())
    return sum(_weigh(word, language) for word in common)


@cache
def _weigh(word: str, language: str) -> float:
    if word in _own_words(language):
        return _MOST_OF_A_WORD
    own = sum(letter in OWN_LETTERS[language] for letter in word)
    found = 0.5 + 0.5 * own if own else 0.0
    if len(word) > 1:
        found += 0.75 * bool(_groups(language).search(word))
    return min(found, _MOST_OF_A_WORD)


def find_stranger(text: str, language: str, other: str) -> str | None:
    """What of a passage in `language` is in the `other` one: all of it, one of its sentences, or None."""
    if not _may_be_in(text, other, language):
        return None
    if is_in(text, other, language, _LEAST):
        return text
    sentences = _SENTENCE.sub("\n", text).split("\n") if len(text) > 40 else [text]
    for sentence in sentences if len(sentences) > 1 else ():
        if is_in(_QUOTED.sub(" ", sentence), other, language, _LEAST_OF_A_SENTENCE):
            return sentence
    return None


def _may_be_in(text: str, other: str, language: str) -> bool:
    """Whether it is worth a closer look: a passage with its own letters and none of the other's is not."""
    if any(letter in text for letter in OWN_LETTERS[other]):
        return True
    return sum(map(text.count, OWN_LETTERS[language])) < _ENOUGH_LETTERS


def is_in(text: str, language: str, than: str, least: float = _LEAST) -> bool:
    """Whether words leave no doubt that they are in `language` rather than in the other one."""
    evidence, against = weigh(text, language), weigh(text, than)
    if not against:
        return evidence >= min(least, _UNOPPOSED)
    return evidence >= max(least, _OPPOSED) and evidence >= _CLEAR * against
