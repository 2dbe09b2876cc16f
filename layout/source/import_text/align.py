"""Takes passages of two languages, tells likely partners by words, numbers and length; joins none."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from layout.model.patterns import late_pattern
from layout.source.import_text.passages import Paragraph

_STEM = 4
"""Letters by which related words of the two languages are matched."""
_WINDOW = 120
_OVERLAP = 40
"""Paragraphs aligned at a time, and how many of them are aligned again with the next ones."""
_SHIFT = 3
"""Paragraphs by which partners may have gone apart and still be found."""
_CROSSED = 0.6
"""How much likelier another order must be before pairs in the order of the text are doubted."""
_UNLIKE_KINDS = 1.0
"""What it costs to put an item beside running text, or a note beside what is none."""


def find_crossing(polish: Sequence[Paragraph], czech: Sequence[Paragraph]) -> tuple[int, int] | None:
    """The first pair of strangers: its index, and that of the likelier Czech partner.

    Both sequences are equally long. None where the order of the text is as likely as any other within a few
    paragraphs.
    """
    weights = _weighstems_of([*polish, *czech])
    stems = [[stems_of(paragraph.text) for paragraph in side] for side in (polish, czech)]

    def rate(left: int, right: int) -> float:
        kinds = _UNLIKE_KINDS if _kind(polish[left]) != _kind(czech[right]) else 0.0
        return _likeness(stems[0][left], stems[1][right], weights) - kinds

    straight = sum(rate(index, index) for index in range(len(polish)))
    best, partners = _best_order(len(polish), rate)
    if best <= straight + _CROSSED:
        return None
    return next(((left, right) for left, right in partners if left != right), None)


def _kind(paragraph: Paragraph) -> tuple[object, ...]:
    return paragraph.mark, paragraph.note, paragraph.heading


def _best_order(count: int, rate: Callable[[int, int], float]) -> tuple[float, list[tuple[int, int]]]:
    """The best alignment that leaves out passages on either side, within a band around the diagonal."""
    scores: dict[tuple[int, int], tuple[float, tuple[int, int] | None, bool]] = {(0, 0): (0.0, None, False)}
    for left in range(count + 1):
        for right in range(max(left - _SHIFT, 0), min(left + _SHIFT, count) + 1):
            steps = [
                (scores[place][0] + (rate(left - 1, right - 1) if joined else 0.0), place, joined)
                for place, joined in (
                    ((left - 1, right - 1), True),
                    ((left - 1, right), False),
                    ((left, right - 1), False),
                )
                if place in scores
            ]
            if steps:
                scores[left, right] = max(steps, key=lambda step: step[0])
    place: tuple[int, int] | None = (count, count)
    partners = []
    while place is not None:
        _, before, joined = scores[place]
        if joined and before is not None:
            partners.append(before)
        place = before
    return scores[count, count][0], partners[::-1]


def find_lone(more: Sequence[Paragraph], fewer: Sequence[Paragraph]) -> int:
    """Index of the first of `more` that the best alignment with `fewer` leaves out.

    Long sections are aligned in overlapping windows, so that the work grows linearly.
    """
    start = 0
    while True:
        spare = min(len(more) - len(fewer), _WINDOW)
        partners = fewer[start : start + _WINDOW]
        skips = _align(more[start : start + len(partners) + spare], partners, spare)
        lone = next((index for index, skip in enumerate(skips) if skip), len(skips))
        last = start + _WINDOW >= len(fewer)
        if last or lone < _WINDOW - _OVERLAP:
            return start + lone
        start += _WINDOW - _OVERLAP


def _align(more: Sequence[Paragraph], fewer: Sequence[Paragraph], spare: int) -> list[int]:
    """For each of `fewer`, in order, how many of `more` are left out before its partner (at most `spare`)."""
    weights = _weighstems_of([*more, *fewer])
    left = [stems_of(paragraph.text) for paragraph in more]
    best = [0.0] * (spare + 1)
    origins: list[list[int]] = []
    for index, paragraph in enumerate(fewer):
        right = stems_of(paragraph.text)
        origin = _leaders(best)
        origins.append(origin)
        best = [
            best[origin[skipped]]
            + _likeness(left[index + skipped], right, weights)
            + _closeness(more[index + skipped], paragraph)
            for skipped in range(spare + 1)
        ]
    skips: list[int] = []
    skipped = _leaders(best)[-1]
    for origin in reversed(origins):
        skips.append(skipped)
        skipped = origin[skipped]
    return skips[::-1]


def _leaders(scores: Sequence[float]) -> list[int]:
    """For each position the index of the highest score up to it, the first of equals."""
    leaders, leader = [], 0
    for index, score in enumerate(scores):
        if score > scores[leader]:
            leader = index
        leaders.append(leader)
    return leaders


_WORD = late_pattern(r"\d+|[^\W\d_]{3,}")
_FOLDED = str.maketrans({"ł": "l", "w": "v"})


def stems_of(text: str) -> Counter[str]:
    """Beginnings of words, spelt so that Polish and Czech relatives agree, and numbers."""
    plain = text.lower().translate(_FOLDED)
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    for polish, common in (("rz", "r"), ("sz", "s"), ("cz", "c")):
        plain = plain.replace(polish, common)
    return Counter(word if word[0].isdigit() else word[:_STEM] for word in _WORD.findall(plain))


def _weighstems_of(paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """How much a stem tells: the rarer among the paragraphs, the more; numbers twice as much."""
    holders = Counter(stem for paragraph in paragraphs for stem in stems_of(paragraph.text))
    return {
        stem: math.log(1 + len(paragraphs) / count) * (2 if stem[0].isdigit() else 1)
        for stem, count in holders.items()
    }


def _likeness(one: Counter[str], other: Counter[str], weights: dict[str, float]) -> float:
    """How much two paragraphs have in common, in words and in length, from 0 to 1.3."""
    shared = sum(weights[stem] * count for stem, count in (one & other).items())
    sizes = [sum(weights[stem] * count for stem, count in words.items()) for words in (one, other)]
    lengths = sorted((sum(one.values()), sum(other.values())))
    return shared / math.sqrt(max(sizes[0] * sizes[1], 1e-9)) + 0.3 * lengths[0] / max(lengths[1], 1)


def _closeness(one: Paragraph, other: Paragraph) -> float:
    """Neighbours in the file are likelier partners, where languages alternate; far ones do not differ."""
    return 0.15 / abs(one.line - other.line) if one.line != other.line else 0.0
