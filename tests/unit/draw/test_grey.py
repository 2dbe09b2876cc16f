"""Greys that stand for colours: accents apart from each other and readable on white."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.draw.grey import GreyInks, grey_levels, luma
from layout.model.colour import BLACK, WHITE, Colour
from layout.model.records import replace
from layout.model.theme import Theme

LEAST_APART, LEAST_CONTRAST = 0.1, 4.5


def colour(*rgb: float) -> Colour:
    return Colour((0.0, 0.0, 0.0, 0.0), (rgb[0], rgb[1], rgb[2]))


def contrast(grey: float) -> float:
    """Against white (WCAG 2.2, relative luminance of sRGB)."""
    light = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
    return 1.05 / (light + 0.05)


def with_accents(theme: Theme, **accents: Colour) -> Theme:
    return replace(theme, colours={**theme.colours, **accents}, accents={name: name for name in accents})


def judge(levels: Mapping[Colour, float]) -> None:
    for one, other in combinations(levels.values(), 2):
        assert abs(one - other) >= LEAST_APART
    assert min(map(contrast, levels.values())) >= LEAST_CONTRAST


light = st.floats(0, 1)


@given(st.lists(st.tuples(light, light, light), min_size=2, max_size=3, unique=True))
def test_accents_stay_apart_and_readable(rgbs: list[tuple[float, float, float]]) -> None:
    names = ("pl", "cs", "common")
    accents = {name: colour(*rgb) for name, rgb in zip(names, rgbs, strict=False)}
    levels = grey_levels(with_accents(Theme(), **accents))
    assert set(levels) == set(accents.values())
    judge(levels)


@given(st.tuples(light, light, light), st.tuples(light, light, light))
def test_the_darker_accent_stays_the_darker(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    first, second = colour(*one), colour(*other)
    levels = grey_levels(with_accents(Theme(), pl=first, cs=second))
    if luma(first) < luma(second):
        assert levels[first] < levels[second]


def test_accents_alike_in_value_get_the_same_greys_in_any_order() -> None:
    alike = [colour(0.587, 0.0, 0.2), colour(0.0, 0.299, 0.2), colour(0.587, 0.0, 0.2)]
    spots = [replace(one, spot=f"PANTONE {number}") for number, one in enumerate(alike)]
    found = [
        grey_levels(with_accents(Theme(), **dict(zip(("pl", "cs", "common"), order, strict=True))))
        for order in permutations(spots)
    ]
    assert all(levels == found[0] for levels in found)
    judge(found[0])


def test_one_accent_for_all_needs_no_level() -> None:
    assert grey_levels(with_accents(Theme(), pl=BLACK, cs=BLACK)) == {}


@pytest.mark.parametrize(
    ("shown", "grey"), [(BLACK, "0.1"), (WHITE, "1"), (colour(0, 1, 0), "0.587"), (colour(0, 0, 1), "0.114")]
)
def test_other_colours_are_as_light_as_they_look(shown: Colour, grey: str) -> None:
    inks = GreyInks({})
    assert inks.fill(shown) == f"{grey} g"
    assert inks.stroke(shown) == f"{grey} G"
    assert inks.text(shown, 9.0)[1] == f"{grey} g"


def test_an_accent_has_its_level_wherever_it_is_used(theme: Theme) -> None:
    levels = grey_levels(theme)
    inks = GreyInks(levels)
    for accent, grey in levels.items():
        assert inks.fill(accent) == inks.text(accent, 9.0)[1] == f"{grey:.4g} g"
        assert inks.stroke(accent) == f"{grey:.4g} G"
