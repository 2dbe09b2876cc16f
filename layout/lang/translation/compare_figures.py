"""Takes both sides of a pair, gives the numbers, days and sums that only one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from layout.lang.translation.figures import Day, Figures, NumberSaid, read_figures, says_in_words
from layout.model.records import Struct

Sides = Mapping[str, str]
"""Bare words by language."""


class FigureGaps(Struct, frozen=True):
    """What the first side has alone and what the other, as written, in three kinds."""

    numbers: tuple[tuple[str, ...], tuple[str, ...]]
    sums: tuple[tuple[str, ...], tuple[str, ...]]
    days: tuple[tuple[str, ...], tuple[str, ...]]


def compare_figures(sides: Sides) -> FigureGaps:
    """What the two sides count differently; a number in words, in Roman figures or grouped is the same."""
    (left, left_text), (right, right_text) = sides.items()
    one, two = read_figures(left_text, left), read_figures(right_text, right)
    others = _Other(right_text, right, two), _Other(left_text, left, one)
    numbers = _left_over(one, two, others[0]), _left_over(two, one, others[1])
    days = (
        _not_counted(_only(one.days, two.days), numbers[1], others[0]),
        _not_counted(_only(two.days, one.days), numbers[0], others[1]),
    )
    numbers = _without_parts_of_days(numbers, (one, two))
    if len(numbers[0]) != len(numbers[1]) and _digits(numbers[0]) == _digits(numbers[1]):
        numbers = ((), ())
    money = tuple(tuple(figure for figure in gone if figure.currency) for gone in numbers)
    plain = tuple(tuple(figure for figure in gone if not figure.currency) for gone in numbers)
    sums = _shown(money[0]) + _swapped(one, two), _shown(money[1]) + _swapped(two, one)
    return FigureGaps(
        (_shown(plain[0]), _shown(plain[1])), sums, (_spell(days[0], one, two), _spell(days[1], two, one))
    )


class _Other(Struct, frozen=True):
    """The side in which a number is looked for."""

    text: str
    language: str
    figures: Figures

    def says(self, value: Decimal) -> bool:
        """Whether it is there in words or in Roman figures."""
        romans = any(figure.value == value for figure in self.figures.romans)
        return romans or says_in_words(value, self.text, self.language)


def _only(one: Iterable[Day], two: Iterable[Day]) -> tuple[Day, ...]:
    return tuple((Counter(one) - Counter(two)).keys())


def _left_over(one: Figures, two: Figures, other: _Other) -> tuple[NumberSaid, ...]:
    """Numbers of `one` that `two` has neither in figures nor in words; 2014–20 has 2020."""
    there = _values(two)
    factors = {figure.factor for figure in one.numbers}
    short = {value % 100 for value in there if value >= 1000}
    found = dict.fromkeys(figure for figure in one.numbers if figure.value and figure.value not in there)
    return tuple(
        figure
        for figure in found
        if not other.says(figure.value)
        and not any(figure.value * factor in there for factor in factors)
        and not (figure.value < 100 and figure.value in short)
        and not (1000 <= figure.value < 3000 and figure.value % 100 in there)
    )


def _values(figures: Figures) -> frozenset[Decimal]:
    """The values of numbers, with those that a word behind a later one multiplies: od 25 do 50 tysięcy."""
    factors = {figure.factor for figure in figures.numbers}
    return frozenset(figure.value * factor for figure in figures.numbers for factor in factors | {1})


def _not_counted(days: tuple[Day, ...], numbers: tuple[NumberSaid, ...], other: _Other) -> tuple[Day, ...]:
    """Days but those the other side says in words, or in a stretch that names its month once."""
    values = {figure.value for figure in numbers}
    return tuple(
        day
        for day in days
        if not {Decimal(day[0]), _dotted(day)} & values
        and not (other.says(Decimal(day[0])) and day[1] in other.figures.months)
    )


def _dotted(day: Day) -> Decimal:
    return Decimal(f"{day[0]}.{day[1]:02}").normalize()


def _without_parts_of_days(
    numbers: tuple[tuple[NumberSaid, ...], tuple[NumberSaid, ...]], figures: tuple[Figures, Figures]
) -> tuple[tuple[NumberSaid, ...], tuple[NumberSaid, ...]]:
    kept = []
    for gone, other in zip(numbers, figures[::-1], strict=True):
        parts = {Decimal(part) for day in other.days for part in day} | {_dotted(day) for day in other.days}
        parts |= {Decimal(month) for month in other.months}
        kept.append(tuple(figure for figure in gone if figure.value not in parts))
    return kept[0], kept[1]


def _digits(figures: Iterable[NumberSaid]) -> str:
    return "".join(sign for figure in figures for sign in figure.shown if sign.isdigit())


def _shown(figures: Iterable[NumberSaid]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.shown for figure in figures))


def _swapped(one: Figures, two: Figures) -> tuple[str, ...]:
    """Sums that the other side has in other money."""
    there = {(figure.value, figure.currency) for figure in two.numbers if figure.currency}
    values = {value for value, _ in there}
    return tuple(
        f"{figure.shown} {figure.currency}"
        for figure in dict.fromkeys(one.numbers)
        if figure.currency and figure.value in values and (figure.value, figure.currency) not in there
    )


def _spell(days: tuple[Day, ...], one: Figures, two: Figures) -> tuple[str, ...]:
    """Days, or where these agree months that only one side has."""
    if days:
        return tuple(f"{day}. {month}." for day, month in days)
    alone = one.months - two.months
    mixed = alone and two.months - one.months
    counted = {int(figure.value) for figure in two.numbers if figure.value <= 12}
    return tuple(f"{month}." for month in sorted(alone - counted)) if mixed else ()
