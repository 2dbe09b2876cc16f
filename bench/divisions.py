"""Takes the word lists of a spelling dictionary, tells where seams divide worse than bare patterns.

Run by hand where hunspell's Polish and Czech dictionaries are installed (Debian: hunspell-pl, hunspell-cs),
or with files of words, one a line:

    python -m bench.divisions                    # both languages; status 1 if any word is divided worse
    python -m bench.divisions pl words.txt       # one language, another list
    python -m bench.divisions --show 40          # a sample of the words divided otherwise, to be read
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from layout.lang.hyphenation.divide import Hyphenator
from layout.lang.hyphenation.patterns import load_patterns

_DICTIONARIES = {
    "pl": Path("/usr/share/hunspell/pl_PL.dic"),
    "cs": Path("/usr/share/hunspell/cs_CZ.dic"),
}
_ENCODING = "iso-8859-2"
_LEAST = 2
"""Letters on both sides of a break."""
_VOWELS = frozenset("aáeéěiíoóuúůyýąęäöü")
_SYLLABIC = {"pl": _VOWELS, "cs": _VOWELS | frozenset("lr")}
_TORN = {"pl": (), "cs": ("ou",)}
"""Diphthongs that no break may part but at a seam."""
_SEAMED = ("po-u", "do-u", "ne-po-u", "ne-do-u")
"""Beginnings in which such a pair of vowels is a prefix and a stem: po-učit, do-učovat."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A word divided by the program and by the bare patterns, with the faults of each."""

    ours: str
    bare: str
    our_faults: int
    bare_faults: int


def read_words(path: Path) -> list[str]:
    """The words of a dictionary or list, lower-case ones of letters only; affix flags are cut off."""
    raw = path.read_bytes()
    text = raw.decode(_ENCODING if path.suffix == ".dic" else "utf-8")
    words = {line.partition("/")[0].strip() for line in text.splitlines()}
    return sorted(word for word in words if len(word) >= 2 * _LEAST and word.isalpha() and word.islower())


def judge(words: list[str], language: str) -> Iterator[Judged]:
    """Each word that the program divides otherwise than the patterns do."""
    hyphenator, patterns = Hyphenator(language), load_patterns(language)
    for word in words:
        ours = _mark(word, [place.offset for place in hyphenator.division(word)])
        inside = range(_LEAST, len(word) - _LEAST + 1)
        bare = _mark(word, [offset for offset in patterns(word) if offset in inside])
        if ours != bare:
            yield Judged(ours, bare, count_faults(ours, language), count_faults(bare, language))


def count_faults(divided: str, language: str) -> int:
    """Parts without a syllable or of one letter, and diphthongs torn."""
    parts = divided.split("-")
    splinters = sum(len(part) < _LEAST or not _SYLLABIC[language] & set(part) for part in parts)
    pairs = {left[-1] + right[0] for left, right in pairwise(parts)}
    torn = 0 if divided.startswith(_SEAMED) else sum(pair in pairs for pair in _TORN[language])
    return torn + (splinters if len(parts) > 1 else 0)


def _mark(word: str, offsets: list[int]) -> str:
    edges = [0, *offsets, len(word)]
    return "-".join(word[start:end] for start, end in pairwise(edges))


def _report(language: str, path: Path, shown: int) -> int:
    words = read_words(path)
    judged = list(judge(words, language))
    worse = [one for one in judged if one.our_faults > one.bare_faults]
    better = sum(one.our_faults < one.bare_faults for one in judged)
    left = sum(one.our_faults > 0 for one in judged)
    print(f"{language}: {len(words)} words, {len(judged)} divided otherwise than by the patterns")
    print(f"    {better} better, {len(worse)} worse")
    print(f"    of those divided otherwise {left} keep a fault that can be counted")
    for one in worse:
        print(f"    worse: {one.ours} (patterns: {one.bare})")
    for one in random.Random(0).sample(judged, min(shown, len(judged))):
        print(f"    {one.ours} (patterns: {one.bare})")
    return len(worse)


def main(arguments: list[str] | None = None) -> int:
    """Judge the lists; status 1 if a word is divided worse than by the patterns, 2 if no list was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", nargs="?", choices=sorted(_DICTIONARIES))
    parser.add_argument("words", nargs="?", type=Path)
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args(arguments)
    chosen = [asked.language] if asked.language else sorted(_DICTIONARIES)
    lists = [(language, asked.words or _DICTIONARIES[language]) for language in chosen]
    found = [(language, path) for language, path in lists if path.is_file()]
    if not found:
        print("no list of words found: install hunspell-pl and hunspell-cs, or name a file")
        return 2
    return int(sum(_report(language, path, asked.show) for language, path in found) > 0)


if __name__ == "__main__":
    sys.exit(main())
