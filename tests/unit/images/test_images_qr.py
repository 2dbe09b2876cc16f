"""QR codes: the very modules of the code in one path, big enough to be read."""

from __future__ import annotations

import pytest
import segno

from layout.images.marks.qr import draw_qr
from layout.model.colour import BLACK, Colour
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.drawing import Close, Drawing, LineTo, MoveTo
from layout.model.units import mm
from tests.told import texts
from tests.unit.images.picture_files import WHERE, explained

ADDRESSES = ["https://example.org/", "https://example.org/wystawa?język=polski", "A" * 300]


def _rows(drawing: Drawing, count: int) -> list[list[int]]:
    """The modules that an even-odd fill paints, looked up at the middle of each."""
    loops: list[list[tuple[float, float]]] = []
    for segment in drawing.paths[0].segments:
        if isinstance(segment, MoveTo):
            loops.append([])
        if isinstance(segment, MoveTo | LineTo):
            loops[-1].append((segment.x, segment.y))
        else:
            assert isinstance(segment, Close)
    module = drawing.width / count
    uprights = [
        (a[0], *sorted((a[1], b[1])))
        for loop in loops
        for a, b in zip(loop, loop[1:] + loop[:1], strict=True)
        if abs(a[0] - b[0]) < 1e-6
    ]
    rows = []
    for row in range(count):
        y = (row + 0.5) * module
        crossings = [x for x, top, bottom in uprights if top < y < bottom]
        rows.append([sum(x < (column + 0.5) * module for x in crossings) % 2 for column in range(count)])
    return rows


@pytest.mark.parametrize("data", ADDRESSES)
def test_the_modules_are_the_codes_own_with_four_light_ones_around(data: str) -> None:
    code = segno.make_qr(data, error="m")
    drawing = draw_qr(data, mm(60), BLACK, WHERE)
    expected = [list(row) for row in code.matrix_iter(border=4)]
    assert _rows(drawing, len(expected)) == expected


def test_at_least_a_seventh_of_the_code_can_be_lost() -> None:
    code = segno.make_qr(ADDRESSES[0], error="m")
    assert code.error in {"M", "Q", "H"}


def test_one_path_of_the_colour_asked_for_in_a_square() -> None:
    ink = Colour((0, 0, 0, 1), (0.1, 0.1, 0.1))
    drawing = draw_qr(ADDRESSES[0], 70, ink, WHERE)
    (path,) = drawing.paths
    assert (drawing.width, drawing.height, path.fill, path.stroke, path.even_odd) == (70, 70, ink, None, True)


def test_equal_data_gives_equal_drawings() -> None:
    assert draw_qr(ADDRESSES[1], 90, BLACK, WHERE) == draw_qr(ADDRESSES[1], 90, BLACK, WHERE)


def _refused(data: str, size: float) -> Diagnostic:
    with pytest.raises(Rejected) as caught:
        draw_qr(data, size, BLACK, WHERE)
    (diagnostic,) = explained(caught.value)
    assert diagnostic.where == WHERE
    return diagnostic


def test_modules_under_a_third_of_a_millimetre_are_refused_with_the_size_needed() -> None:
    diagnostic = _refused(ADDRESSES[0], mm(10))
    assert diagnostic.code == "qr-too-fine"
    draw_qr(ADDRESSES[0], mm(float(texts(diagnostic)["needed"])), BLACK, WHERE)
    _refused(ADDRESSES[0], mm(float(texts(diagnostic)["needed"]) - 0.2))


def test_more_than_a_code_holds() -> None:
    assert texts(_refused("ą" * 3000, mm(500)))["length"] == "3000"
    assert _refused("ą" * 3000, mm(500)).code == "qr-too-long"


@pytest.mark.parametrize("data", ["", "  "])
def test_nothing_to_say(data: str) -> None:
    assert _refused(data, 100).code == "qr-empty"
