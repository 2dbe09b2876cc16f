"""Drawings of the mail edition are pared to what is seen, and look the same."""

from __future__ import annotations

from layout.draw.visible_drawings import FINEST, pare_drawings
from layout.model.colour import BLACK
from layout.model.drawing import Close, CurveTo, Drawing, LineTo, MoveTo, Path, Stroke
from layout.model.layout import ARTIFACT, Box, DrawingItem, Layout, LayoutPage, StructNode

CURVE = CurveTo(1.23456, 2.34567, 3.45678, 4.56789, 5.67891, 6.78912)


def pared(drawing: Drawing, box: Box, clip: Box | None = None) -> Drawing:
    item = DrawingItem(box, drawing, ARTIFACT, clip)
    layout = Layout(
        width=400.0,
        height=600.0,
        bleed=9.0,
        pages=(LayoutPage(1, (item,)),),
        structure=StructNode(tag="Document"),
        outline=(),
    )
    (made,) = pare_drawings(layout).pages[0].items
    assert isinstance(made, DrawingItem)
    assert (made.box, made.clip, made.leaf) == (box, clip, ARTIFACT)
    return made.drawing


def line(x: float, stroke: Stroke | None = None) -> Path:
    return Path((MoveTo(x, 0.0), LineTo(x + 5.0, 50.0), Close()), BLACK, stroke)


def test_coordinates_are_rounded_to_what_the_eye_resolves() -> None:
    drawing = Drawing(100.0, 100.0, (Path((MoveTo(0.12345, 0.5), CURVE)),))
    (path,) = pared(drawing, Box(0.0, 0.0, 100.0, 100.0)).paths
    assert path.segments == (MoveTo(0.12, 0.5), CurveTo(1.23, 2.35, 3.46, 4.57, 5.68, 6.79))


def test_a_small_drawing_blown_up_keeps_its_shape() -> None:
    drawing = Drawing(1.0, 1.0, (Path((MoveTo(0.12345, 0.5), LineTo(0.98765, 0.4))),))
    (path,) = pared(drawing, Box(0.0, 0.0, 10.0, 10.0)).paths
    start = path.segments[0]
    assert isinstance(start, MoveTo)
    assert abs(start.x - 0.12345) * 10.0 <= FINEST / 2


def test_paths_out_of_sight_are_left_out_and_wide_pens_are_not() -> None:
    wide = Stroke(colour=BLACK, width=30.0)
    drawing = Drawing(200.0, 100.0, (line(10.0), line(120.0), line(105.0, wide)))
    box, clip = Box(0.0, 0.0, 200.0, 100.0), Box(0.0, 0.0, 100.0, 100.0)
    assert pared(drawing, box, clip).paths == (line(10.0), line(105.0, wide))
    assert pared(drawing, box).paths == drawing.paths
