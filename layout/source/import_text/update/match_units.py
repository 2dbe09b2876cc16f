"""Takes the pieces of an old and of a new text, tells which are the same, revised or not; changes none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from layout.model.records import Struct
from layout.source.import_text.update.units import NewUnit, OldUnit, Unit

_ALIKE = 0.4
"""Share of words that a piece must have in common with its revision."""
_MOST_COMPARED = 250_000
"""Pieces compared with each other between two that are the same; beyond it none is."""

Key = tuple[tuple[str, str], ...]


class Matches(Struct, frozen=True):
    """For each new piece that stands in the old text its number there, and the new ones that were moved."""

    old_of: dict[int, int]
    moved: frozenset[int]


def match_units(old: Sequence[OldUnit], new: Sequence[NewUnit]) -> Matches:
    """Which pieces of a new text stand in the old one; each old one is taken once.

    First come pieces with the same words in the same order, then between them the likeliest revisions,
    at last those with the same words that stand elsewhere now.
    """
    keys = [_key(unit) for unit in old], [_key(unit) for unit in new]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    matched: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        matched |= {block.b + step: block.a + step for step in range(block.size)}
    anchors = [(-1, -1), *sorted((one, other) for other, one in matched.items()), (len(old), len(new))]
    for (first, start), (last, end) in pairwise(anchors):
        matched |= _match_between(old, new, range(first + 1, last), range(start + 1, end))
    moved = _match_moved(keys, matched)
    return Matches(matched | moved, frozenset(moved))


def _key(unit: Unit) -> Key:
    return tuple(cell.words for cell in unit.cells)


def _match_between(
    old: Sequence[OldUnit], new: Sequence[NewUnit], olds: range, news: range
) -> dict[int, int]:
    """The best revisions between two anchors, none across another: the sum of likenesses is the greatest."""
    if not olds or not news or len(olds) * len(news) > _MOST_COMPARED:
        return {}
    units: list[Unit] = [*(old[one] for one in olds), *(new[one] for one in news)]
    words = {id(unit): _words(unit) for unit in units}
    width = len(news) + 1
    best = [[0.0] * width for _ in range(len(olds) + 1)]
    likely: dict[tuple[int, int], float] = {}
    for i, one in enumerate(olds):
        for j, other in enumerate(news):
            rating = _likeness(old[one], new[other], words)
            joined = best[i][j] + rating if rating >= _ALIKE else -1.0
            if joined > 0:
                likely[i, j] = rating
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], joined)
    found: dict[int, int] = {}
    i, j = len(olds), len(news)
    while i and j:
        if (i - 1, j - 1) in likely and best[i][j] == best[i - 1][j - 1] + likely[i - 1, j - 1]:
            found[news[j - 1]] = olds[i - 1]
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return found


def _words(unit: Unit) -> tuple[Counter[str], Counter[str]]:
    polish, czech = (
        Counter(" ".join(cell.words[side] for cell in unit.cells).casefold().split()) for side in (0, 1)
    )
    return polish, czech


def _likeness(one: OldUnit, other: NewUnit, words: dict[int, tuple[Counter[str], Counter[str]]]) -> float:
    """The mean share of words in common of both languages; pieces of another build are not alike."""
    if len(one.cells) != len(other.cells):
        return 0.0
    shares = []
    for mine, its in zip(words[id(one)], words[id(other)], strict=True):
        most = max(mine.total(), its.total())
        shares.append((mine & its).total() / most if most else 1.0)
    return sum(shares) / len(shares)


def _match_moved(keys: tuple[list[Key], list[Key]], matched: dict[int, int]) -> dict[int, int]:
    """Pieces left over on both sides that say the same."""
    moved: dict[int, int] = {}
    taken = set(matched.values())
    left: defaultdict[Key, list[int]] = defaultdict(list)
    for number, key in enumerate(keys[0]):
        if number not in taken:
            left[key].append(number)
    for number, key in enumerate(keys[1]):
        if number not in matched and left[key]:
            moved[number] = left[key].pop(0)
    return moved
