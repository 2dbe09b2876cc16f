"""What kinds a word is of, in a time that grows with its length whatever it is made of."""

from time import process_time

import pytest

from layout.lang.languages import LANGUAGES
from layout.lang.rules.word_kinds import Kind, build_lexicon, classify

LEXICONS = {
    tag: build_lexicon(language.words, language.numbers.uncounted) for tag, language in LANGUAGES.items()
}


@pytest.mark.parametrize("tag", sorted(LEXICONS))
@pytest.mark.parametrize(
    "word",
    [
        "88085c3065a589df91d6623de9cb8b11?",
        "1" * 150 + "!x",
        "1a" * 90 + "§",
        "vz" * 90 + "í",
        "ne" * 90 + "bě",
        "A-a" * 60 + "?",
        "A.-" * 60 + "b",
    ],
)
def test_long_words_are_judged_at_once(tag: str, word: str) -> None:
    started = process_time()
    classify(word, LEXICONS[tag])
    assert process_time() - started < 0.5


@pytest.mark.parametrize(
    ("word", "is_reference"),
    [
        ("139/2004/WE", True),
        ("25a", True),
        ("II/295", True),
        ("8-3.1", True),
        ("II/", False),
        ("25a-", False),
        ("x25", False),
    ],
)
def test_references(word: str, is_reference: bool) -> None:
    assert bool(classify(word, LEXICONS["cs"])[1] & Kind.REFERENCE) is is_reference
