"""What the program draws by itself, point by point: the river, a map's net, names that choose in turn."""

from __future__ import annotations

import pytest

from layout.compose.drawings.chart import _multiples
from layout.compose.drawings.labels import place_labels
from layout.compose.drawings.river import draw_river
from layout.model.colour import Colour
from layout.model.drawing import CurveTo, MoveTo, Path
from layout.model.layout import Box

BLUE = Colour((1.0, 0.5, 0.0, 0.0), (0.0, 0.3, 0.6))


@pytest.mark.parametrize("bends", [2, 4])
def test_the_river_leaves_and_comes_back_straight_down(bends: int) -> None:
    (path,) = draw_river(20.0, 400.0, BLUE, 1.0, bends=bends).paths
    assert isinstance(path, Path)
    begin, *curves = path.segments
    assert begin == MoveTo(10.0, 0.0)
    step = 400.0 / bends
    for order in range(bends):
        out, back = curves[2 * order : 2 * order + 2]
        assert isinstance(out, CurveTo) and isinstance(back, CurveTo)
        top = order * step
        assert (out.x1, out.y1, out.y2, out.y) == (10.0, top + step / 4, top + step / 4, top + step / 2)
        assert (back.x1, back.y1, back.x2, back.y2) == (out.x, top + 0.75 * step, 10.0, top + 0.75 * step)
        assert (back.x, back.y) == (10.0, top + step)
        assert (out.x > 10.0) == (order % 2 == 0) and out.x2 == out.x


@pytest.mark.parametrize(
    ("least", "most", "step", "lines"),
    [
        (49.3, 51.0, 0.5, [49.5, 50.0, 50.5]),
        (49.5, 50.6, 0.5, [50.0, 50.5]),
        (0.1, 0.9, 1.0, []),
        (16.2, 18.9, 1.0, [17.0, 18.0]),
    ],
)
def test_the_net_has_every_line_inside_the_map(
    least: float, most: float, step: float, lines: list[float]
) -> None:
    assert list(_multiples(least, most, step)) == pytest.approx(lines)


def test_of_two_near_points_the_one_with_the_wider_name_chooses_first() -> None:
    """Room on the right for one alone: it is the wide name that gets it, in whichever order they come."""
    points, sizes = [(50.0, 50.0), (50.0, 56.0)], [(30.0, 9.0), (42.0, 6.0)]
    sheet = Box(0.0, 0.0, 100.0, 100.0)
    there = place_labels(points, sizes, 6.0, sheet, [], [])
    back = place_labels(points[::-1], sizes[::-1], 6.0, sheet, [], [])
    assert there == back[::-1]
    wide = there[1]
    assert wide is not None and wide.x > 50.0
