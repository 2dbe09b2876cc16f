"""Greys that stand for colours: no language paler than the other, and all readable on white."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.draw.grey import GreyInks, grey_levels
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


light = st.floats(0, 1)
shade = st.tuples(light, light, light)


@given(shade, shade, shade)
def test_no_language_is_paler_and_all_is_readable(
    one: tuple[float, ...], other: tuple[float, ...], both: tuple[float, ...]
) -> None:
    first, second, common = colour(*one), colour(*other), colour(*both)
    levels = grey_levels(with_accents(Theme(), pl=first, cs=second, common=common))
    if len({first, second, common}) == 1:
        assert levels == {}
        return
    if common not in (first, second):
        assert levels[first] == levels[second]
        assert levels[first] - levels[common] >= LEAST_APART
    assert min(map(contrast, levels.values())) >= LEAST_CONTRAST


def test_one_accent_for_all_needs_no_level() -> None:
    assert grey_levels(with_accents(Theme(), pl=BLACK, cs=BLACK, common=BLACK)) == {}


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
