"""Takes a word and its break points, gives those that leave whole syllables; knows no patterns."""

from __future__ import annotations

import re

from layout.lang.hyphenation.seams import NOTHING

VOWELS = frozenset("aáeěéiíoóuúůyýąęäöü")
_WEST_SLAVIC_ONSETS = """
bl br bř cl čl čt dl dr dř dv fl fr gl gr hl hn hr hř chl chr jm kl kn kr kř kv ml mn mr pl pn pr př ps sk
sl sm sn sp sr st sv šk šl šp št šť šv tk tl tr tř tv vd vl vr vř zb zd zl zm zn zr zv žr
"""
_ONSETS = frozenset(_WEST_SLAVIC_ONSETS.split())
"""Pairs of consonants that open syllables in Czech, and in Polish where the two spell them alike."""
_LIQUIDS = frozenset("lr")


class Syllables:
    """What a syllable is in one language.

    `syllabic` are consonants that make one (Czech l and r). Behind `heads`, prefixes as a regular expression,
    any cluster opens a syllable. `sonorants` close the syllable before another consonant (spor-cie), but
    behind a head where `onsets`, beginnings of syllables, have them (za-rdzewieć). No part has fewer letters
    than `least`.
    """

    def __init__(self, syllabic: str, heads: str, sonorants: str, onsets: str, least: int) -> None:
        self._syllabic = VOWELS | frozenset(syllabic)
        self._heads = re.compile(rf"(?:{heads or NOTHING})+")
        self._sonorants = frozenset(sonorants)
        self._sonorant_onsets = tuple(onsets.split())
        self._least = least

    def settle(self, word: str, breaks: list[int], seams: frozenset[int]) -> tuple[int, ...]:
        """Without parts of one letter or without a vowel; `seams` stay, and so do the breaks behind heads."""
        kept: list[int] = []
        fixed = set(seams)
        for found in breaks:
            if not self._least <= found <= len(word) - self._least:
                continue
            offset = found if found in seams else self._behind_sonorant(word, found)
            if offset != found:
                fixed.add(offset)
            start = kept[-1] if kept else 0
            if not self._is_splinter(word[start:offset]):
                kept.append(offset)
            elif kept and start not in fixed and (offset in fixed or not self._opens(word, start, offset)):
                kept[-1] = offset
        while kept and self._is_splinter(word[kept[-1] :]):
            kept.pop()
        return tuple(kept)

    def _behind_sonorant(self, word: str, offset: int) -> int:
        here = word[offset : offset + 2]
        if len(here) < 2 or here[0] not in self._sonorants or here[1] in VOWELS or here == "rz":
            return offset
        if word[offset - 1] not in VOWELS:
            return offset
        legal = self._heads.fullmatch(word, 0, offset) and word.startswith(self._sonorant_onsets, offset)
        return offset if legal or offset + self._least >= len(word) else offset + 1

    def _is_splinter(self, part: str) -> bool:
        return len(part) == 1 or not (self._syllabic & set(part))

    def _opens(self, word: str, start: int, end: int) -> bool:
        """Does the splinter between two breaks open the syllable behind it?"""
        if self._heads.fullmatch(word, 0, start):
            return True
        if word[end - 1] in _LIQUIDS and end - start > 1:
            return False
        return word[start] in VOWELS or word[start : start + 2] in _ONSETS


def is_hiatus(stem: str, offset: int, before: str) -> bool:
    """Between two vowels, the second none of `before`: the patterns divide there, seams do it better."""
    return stem[offset - 1] in VOWELS and stem[offset] in VOWELS and stem[offset] not in before
