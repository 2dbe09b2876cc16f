"""Colours and profiles: what is the same, what is converted, what is exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from layout.images.inks import is_srgb, matches, mix_inks, to_inks, to_screen
from layout.images.pixels import INK_PROFILE, INTENT_PROFILE
from tests.unit.images.picture_files import intent_profile, odd_cmyk_profile, odd_rgb_profile, srgb_profile


def test_srgb_is_known_by_what_it_does() -> None:
    assert is_srgb(None)
    assert is_srgb(srgb_profile())
    assert is_srgb(b"rubbish")
    assert not is_srgb(odd_rgb_profile())


def test_a_printing_condition_is_known_by_what_it_does() -> None:
    assert matches(None, INTENT_PROFILE)
    assert matches(intent_profile(), INTENT_PROFILE)
    assert matches(Path(INK_PROFILE).read_bytes(), INTENT_PROFILE)
    assert not matches(odd_cmyk_profile(), INTENT_PROFILE)


@pytest.mark.parametrize(("level", "black"), [(0, 1.0), (255, 0.0), (128, 0.5), (51, 0.8)])
def test_greys_are_black_ink_alone(level: int, black: float) -> None:
    assert mix_inks(level, level, level) == (0, 0, 0, black)


def test_white_paper_gets_no_ink_and_no_colour_too_much() -> None:
    assert mix_inks(255, 255, 254)[3] == 0
    for colour in ((1, 0, 0), (0, 0, 80), (40, 20, 0), (255, 0, 0)):
        assert sum(mix_inks(*colour)) <= 3.0


def test_there_and_back_again() -> None:
    image = Image.new("RGB", (1, 1), (120, 90, 60))
    back = to_screen(to_inks(image, None, INK_PROFILE, INTENT_PROFILE), None, INTENT_PROFILE)
    pixel = back.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert max(abs(a - b) for a, b in zip(pixel, (120, 90, 60), strict=True)) <= 6


def test_what_needs_nothing_is_the_same_picture() -> None:
    light, inks = Image.new("RGB", (1, 1)), Image.new("CMYK", (1, 1))
    assert to_screen(light, srgb_profile(), INTENT_PROFILE) is light
    assert to_inks(inks, intent_profile(), INK_PROFILE, INTENT_PROFILE) is inks
