"""Takes passages of two languages, tells likely partners by words, numbers and length; joins none."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

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
_ALIKE = 0.6
"""How alike passages left over on both sides must be to be joined across others."""
_MOST_LEFT_OVER = 60
_MOST_CELLS = 300_000
"""Pairs of passages that are compared; beyond them only the first lone passage is looked for."""
_FARTHEST = 12
"""How far passages may have changed places and still be found."""
_STRANGERS = 0.45
"""What passages without a word in common rate at most, by their length."""
_UNLIKE_KINDS = 1.0
"""What it costs to put an item beside running text, or a note beside what is none."""


Partners = tuple[tuple[int | None, int | None], ...]
"""Which passages stand together, by their places in each language, in the order they are to be read in."""


def propose_order(polish: Sequence[Paragraph], czech: Sequence[Paragraph]) -> Partners | None:
    """The likeliest reading of passages of both languages; None where that by order is as likely as any.

    A passage without a partner stands alone, behind those before it in its language. What is left over on
    both sides and alike is joined too, wherever it stands.
    """
    rate = _rater(polish, czech)
    counts = len(polish), len(czech)
    if _count_cells(counts) > _MOST_CELLS:
        return None if counts[0] == counts[1] else _fill_up_by_order(polish, czech)
    if counts[0] == counts[1] and (swapped := _find_swapped(len(polish), rate)):
        return _put_in_order(swapped, counts)
    best, partners = _best_order(counts, rate)
    if counts[0] == counts[1]:
        straight = sum(rate(index, index) for index in range(len(polish)))
        if best <= straight + _CROSSED or all(left == right for left, right in partners):
            return None
    return _put_in_order(_join_left_over(partners, counts, rate), counts)


def rate_pairs(polish: Sequence[Paragraph], czech: Sequence[Paragraph], partners: Partners) -> list[float]:
    """How likely each pair of a reading is, from 0 to 1; a passage alone is not likely at all."""
    rate = _rater(polish, czech)
    return [
        0.0 if left is None or right is None else max(min(rate(left, right), 1.0), 0.0)
        for left, right in partners
    ]


Rate = Callable[[int, int], float]


def _rater(polish: Sequence[Paragraph], czech: Sequence[Paragraph]) -> Rate:
    weights = _weigh_stems([*polish, *czech])
    stems = [[stems_of(paragraph.text) for paragraph in side] for side in (polish, czech)]

    def rate(left: int, right: int) -> float:
        kinds = _UNLIKE_KINDS if _kind(polish[left]) != _kind(czech[right]) else 0.0
        return _likeness(stems[0][left], stems[1][right], weights) - kinds

    return rate


def _kind(paragraph: Paragraph) -> tuple[object, ...]:
    shape = paragraph.grid and (len(paragraph.grid), len(paragraph.grid[0]))
    return paragraph.mark, paragraph.note, paragraph.heading, shape


def _find_swapped(count: int, rate: Rate) -> list[tuple[int, int]]:
    """The pairs once passages that changed places are joined with their own; none where no change is likely.

    The likeliest pairs near the diagonal are joined first. What they exchange among each other, as a cycle of
    places, counts only if it is clearly likelier than the order of the text, and not by one pair alone.
    """
    rated = sorted(
        (-rate(left, right), abs(left - right), left, right)
        for left in range(count)
        for right in range(max(left - _FARTHEST, 0), min(left + _FARTHEST + 1, count))
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, left, right in rated:
        if left not in partner and right not in taken:
            partner[left] = right
            taken.add(right)
    free = (right for right in range(count) if right not in taken)
    partner |= {left: next(free) for left in range(count) if left not in partner}
    pairs: list[tuple[int, int]] = []
    exchanged = False
    for cycle in _cycles(partner):
        gains = [rate(left, partner[left]) - rate(left, left) for left in cycle]
        if sum(gains) > _CROSSED and sum(gain > _CROSSED / 2 for gain in gains) > 1:
            exchanged = True
            pairs += [(left, partner[left]) for left in cycle if rate(left, partner[left]) > _STRANGERS]
        else:
            pairs += [(left, left) for left in cycle]
    return sorted(pairs) if exchanged else []


def _cycles(partner: dict[int, int]) -> Iterator[list[int]]:
    """The cycles of a permutation."""
    seen: set[int] = set()
    for start in partner:
        cycle = []
        place = start
        while place not in seen:
            seen.add(place)
            cycle.append(place)
            place = partner[place]
        if cycle:
            yield cycle


def _band(counts: tuple[int, int]) -> tuple[int, int]:
    """How far the partner of a passage may stand before and behind its own place."""
    more = counts[0] - counts[1]
    return _SHIFT + max(more, 0), _SHIFT + max(-more, 0)


def _count_cells(counts: tuple[int, int]) -> int:
    return (counts[0] + 1) * (sum(_band(counts)) + 1)


def _best_order(counts: tuple[int, int], rate: Rate) -> tuple[float, list[tuple[int, int]]]:
    """The best alignment that leaves out passages on either side, within a band around the diagonal."""
    before, behind = _band(counts)
    scores: dict[tuple[int, int], tuple[float, tuple[int, int] | None, bool]] = {(0, 0): (0.0, None, False)}
    for left in range(counts[0] + 1):
        for right in range(max(left - before, 0), min(left + behind, counts[1]) + 1):
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
    place: tuple[int, int] | None = counts
    partners = []
    while place is not None:
        _, previous, joined = scores[place]
        if joined and previous is not None:
            partners.append(previous)
        place = previous
    return scores[counts][0], partners[::-1]


def _join_left_over(
    partners: Sequence[tuple[int, int]], counts: tuple[int, int], rate: Rate
) -> list[tuple[int, int]]:
    """The pairs, and those of passages left over that are alike though their order is another."""
    free = [
        sorted(set(range(count)) - {pair[side] for pair in partners})[:_MOST_LEFT_OVER]
        for side, count in enumerate(counts)
    ]
    rated = sorted(((rate(left, right), left, right) for left in free[0] for right in free[1]), reverse=True)
    joined = list(partners)
    for rating, left, right in rated:
        if rating > _ALIKE and left in free[0] and right in free[1]:
            joined.append((left, right))
            free[0].remove(left)
            free[1].remove(right)
    return joined


def _put_in_order(pairs: Sequence[tuple[int, int]], counts: tuple[int, int]) -> Partners:
    """All passages in the order of the Polish ones, each lone Czech one behind the Czech one before it."""
    of_polish = dict(pairs)
    of_czech = {right: left for left, right in pairs}
    ordered: list[tuple[int | None, int | None]] = []

    def add_lone(right: int) -> None:
        while right < counts[1] and right not in of_czech:
            ordered.append((None, right))
            right += 1

    add_lone(0)
    for left in range(counts[0]):
        ordered.append((left, of_polish.get(left)))
        if left in of_polish:
            add_lone(of_polish[left] + 1)
    return tuple(ordered)


def _fill_up_by_order(polish: Sequence[Paragraph], czech: Sequence[Paragraph]) -> Partners:
    """The reading of very long sections: by order, but for the first passage that has no partner."""
    swapped = len(czech) > len(polish)
    more, fewer = (czech, polish) if swapped else (polish, czech)
    lone = find_lone(more, fewer)
    places: list[int | None] = [*range(lone), None, *range(lone, len(fewer))]
    places += [None] * (len(more) - len(places))
    pairs = enumerate(places)
    return tuple((other, one) if swapped else (one, other) for one, other in pairs)


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
    weights = _weigh_stems([*more, *fewer])
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


def _weigh_stems(paragraphs: Sequence[Paragraph]) -> dict[str, float]:
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
