"""Takes the letters set and those typed, says which is which and what was lost or added; sees no page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bench.source_text import Block

_SEED = 16
"""So many letters in a row must agree before the two streams count as together again."""
_WINDOW = 4000
"""How far ahead to look for them."""
_PROOF = 96
"""So many letters after a meeting place are looked at to see whether it is a repeated phrase."""
_PARTING_PRICE = 3
"""A letter of them missing costs as much as passing over so many letters."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Letters and digits of one language's blocks, each with its block and its place in the block's text."""

    letters: str
    places: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]

    def between(self, index: int) -> str:
        """What was typed between a letter and the next one of the same block."""
        block, place = self.places[index]
        return self.blocks[block].text[place + 1 : self.places[index + 1][1]]

    def token(self, index: int) -> tuple[str, int]:
        """The word typed around a letter, up to the spaces, and the letter's place in it."""
        block, place = self.places[index]
        text = self.blocks[block].text
        start = place
        while start and not text[start - 1].isspace():
            start -= 1
        end = place
        while end < len(text) and not text[end].isspace():
            end += 1
        return text[start:end], place - start

    def is_last(self, index: int) -> bool:
        """Whether the letter is its block's last."""
        return index + 1 == len(self.letters) or self.places[index + 1][0] != self.places[index][0]


def letters_of(text: str) -> str:
    """Letters and digits alone, ligatures taken apart: what setting must not change."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def make_stream(blocks: Sequence[Block]) -> Stream:
    """The stream of all blocks in order."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        for place, character in enumerate(block.text):
            for letter in letters_of(character):
                letters.append(letter)
                places.append((number, place))
    return Stream("".join(letters), tuple(places), tuple(blocks))


@dataclass(frozen=True, slots=True)
class Gap:
    """Letters of the source that were not set, or letters set that the source has not there."""

    text: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each letter set its place among those typed, or None; and all differences."""

    places: tuple[int | None, ...]
    gaps: tuple[Gap, ...]


def align(set_letters: str, typed: str) -> Alignment:
    """Walks both streams together; where they part, the nearest place where they meet again is taken."""
    places: list[int | None] = []
    gaps: list[Gap] = []
    here = there = 0
    while here < len(set_letters) and there < len(typed):
        if set_letters[here] == typed[there]:
            places.append(there)
            here, there = here + 1, there + 1
            continue
        added, lost = _meet(set_letters[here:], typed[there:])
        gaps += _gaps(set_letters[here : here + added], typed[there : there + lost])
        places += [None] * added
        here, there = here + added, there + lost
    places += [None] * (len(set_letters) - here)
    gaps += _gaps(set_letters[here:], typed[there:])
    return Alignment(tuple(places), tuple(gaps))


def _gaps(added: str, lost: str) -> list[Gap]:
    return [Gap(text, is_lost) for text, is_lost in ((added, False), (lost, True)) if text]


def _meet(set_letters: str, typed: str) -> tuple[int, int]:
    """How many letters to pass over in each stream so that they agree again.

    Prose repeats its phrases, so a meeting place is the dearer the sooner the streams part again after it.
    """
    best, price = (len(set_letters), len(typed)), float("inf")
    for lost in range(min(len(typed), _WINDOW)):
        if lost >= price:
            break
        seed = typed[lost : lost + _SEED]
        added = set_letters.find(seed, 0, _WINDOW)
        while added >= 0 and added + lost < price:
            parting = _PROOF - _agreement(set_letters[added : added + _PROOF], typed[lost : lost + _PROOF])
            if added + lost + _PARTING_PRICE * parting < price:
                best, price = (added, lost), added + lost + _PARTING_PRICE * parting
            added = set_letters.find(seed, added + 1, _WINDOW)
    return best


def _agreement(one: str, other: str) -> int:
    """How many letters two texts share at their start; two texts that end together agree to the last."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return _PROOF if len(one) == len(other) else min(len(one), len(other))
