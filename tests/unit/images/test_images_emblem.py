"""The European emblem measured against the Interinstitutional Style Guide, annex A1."""

from __future__ import annotations

from math import atan2, degrees, dist

import pytest

from layout.images.marks.emblem import draw_emblem
from layout.model.drawing import Close, LineTo, MoveTo, Path

Point = tuple[float, float]


def _loops(path: Path) -> list[list[Point]]:
    loops: list[list[Point]] = []
    for segment in path.segments:
        if isinstance(segment, MoveTo):
            loops.append([])
        if isinstance(segment, MoveTo | LineTo):
            loops[-1].append((segment.x, segment.y))
        else:
            assert isinstance(segment, Close)
    return loops


def _centre(star: list[Point]) -> Point:
    return (sum(x for x, _ in star) / 10, sum(y for _, y in star) / 10)


def test_the_flag_is_half_as_wide_again_as_tall() -> None:
    drawing = draw_emblem(36)
    field, _ = drawing.paths
    assert (drawing.width, drawing.height) == (54, 36)
    assert _loops(field) == [[(0, 0), (54, 0), (54, 36), (0, 36)]]


def test_colours() -> None:
    field, stars = draw_emblem(36).paths
    assert field.fill is not None and stars.fill is not None
    assert field.fill.cmyk == (1, 0.8, 0, 0)
    assert [round(255 * part) for part in field.fill.rgb] == [0, 51, 153]
    assert stars.fill.cmyk == (0, 0, 1, 0)
    assert [round(255 * part) for part in stars.fill.rgb] == [255, 204, 0]


def test_twelve_stars_stand_like_hours_on_a_ring_of_a_third() -> None:
    stars = _loops(draw_emblem(36).paths[1])
    assert len(stars) == 12
    hours = []
    for star in stars:
        x, y = _centre(star)
        assert dist((x, y), (27, 18)) == pytest.approx(12)
        hours.append(round(degrees(atan2(x - 27, 18 - y)) / 30, 6) % 12)
    assert hours == pytest.approx(list(range(12)))


def test_each_star_has_five_points_one_of_them_up_in_a_circle_of_an_eighteenth() -> None:
    for star in _loops(draw_emblem(36).paths[1]):
        centre = _centre(star)
        points, notches = star[::2], star[1::2]
        assert [dist(point, centre) for point in points] == pytest.approx([2] * 5)
        assert points[0] == pytest.approx((centre[0], centre[1] - 2))
        # The edge from one point to the next but one is straight: it runs through two notches.
        (ax, ay), (bx, by), (nx, ny) = points[0], points[2], notches[0]
        assert (bx - ax) * (ny - ay) == pytest.approx((by - ay) * (nx - ax))
        assert len({round(dist(notch, centre), 6) for notch in notches}) == 1


def test_on_colour_a_white_border_of_a_twenty_fifth_surrounds_it() -> None:
    drawing = draw_emblem(50, border=True)
    border, field, stars = drawing.paths
    assert (drawing.width, drawing.height) == (79, 54)
    assert border.fill is not None and border.fill.rgb == (1, 1, 1) and border.fill.cmyk == (0, 0, 0, 0)
    assert _loops(field) == [[(2, 2), (77, 2), (77, 52), (2, 52)]]
    assert _centre(_loops(stars)[0]) == pytest.approx((39.5, 27 - 50 / 3))
