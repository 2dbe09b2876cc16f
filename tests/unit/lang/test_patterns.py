"""Our reader of pyphen's pattern files finds what pyphen itself finds."""

import pyphen
import pytest

from layout.lang.hyphenation.patterns import load_patterns
from tests.unit.lang.divisions import CZECH, POLISH


@pytest.mark.parametrize(("language", "words"), [("pl", POLISH), ("cs", CZECH)])
def test_same_as_pyphen(language: str, words: str) -> None:
    find, peer = load_patterns(language), pyphen.Pyphen(lang=language, left=1, right=1)
    for word in words.replace("-", "").lower().split():
        assert find(word) == [int(offset) for offset in peer.positions(word)]
