"""Logos without a height of their own look equally large, and no larger than the emblem."""

from __future__ import annotations

import pytest

from layout.images.marks.emblem import ASPECT, fit_height
from layout.images.marks.logos import HIGHEST, LOWEST, SIDE, size_logos
from layout.model.units import mm


@pytest.mark.parametrize("aspect", [0.5, 0.7, 1.0, 1.6, 2.0, 3.0, 5.0])
def test_areas_are_equal(aspect: float) -> None:
    (square, other) = size_logos([(1.0, None), (aspect, None)])
    assert square == pytest.approx((SIDE, SIDE))
    assert other[0] * other[1] == pytest.approx(SIDE * SIDE)
    assert other[0] / other[1] == pytest.approx(aspect)


@pytest.mark.parametrize(
    ("aspect", "height"), [(0.05, HIGHEST), (0.2, HIGHEST), (8.0, LOWEST), (40.0, LOWEST)]
)
def test_very_long_and_very_tall_ones_keep_a_height_that_can_be_read(aspect: float, height: float) -> None:
    assert size_logos([(aspect, None)]) == [pytest.approx((aspect * height, height))]


def test_a_height_of_its_own_stays() -> None:
    assert size_logos([(2.0, 30.0), (1.0, None)], 10.0)[0] == (60.0, 30.0)


@pytest.mark.parametrize("emblem", [mm(5), mm(7), mm(10), mm(12.7), mm(20)])
@pytest.mark.parametrize("aspects", [(1.0,), (1.5, 0.7), (3.0, 1.0, 0.3), (6.0, 1.5), (1.4, 1.6, 1.5, 1.0)])
def test_none_is_larger_than_the_emblem_in_width_and_height(
    emblem: float, aspects: tuple[float, ...]
) -> None:
    sizes = size_logos([(aspect, None) for aspect in aspects], emblem)
    assert all(high <= emblem + 1e-6 or wide <= ASPECT * emblem + 1e-6 for wide, high in sizes)
    alone = size_logos([(aspect, None) for aspect in aspects])
    scales = [one[1] / other[1] for one, other in zip(sizes, alone, strict=True)]
    assert scales == pytest.approx([scales[0]] * len(scales)) and scales[0] <= 1
    assert fit_height(sizes, emblem) == pytest.approx(emblem)


def test_nothing_comes_of_nothing() -> None:
    assert size_logos([]) == [] and size_logos([], 30.0) == []
