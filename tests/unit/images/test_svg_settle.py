"""Drawings as editions can show them: mixed colours or pictures of a part on a press, live elsewhere."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path as FilePath

import pytest
from PIL import Image

from layout.images.pixels import Pixels
from layout.images.svg.bounds import parts_in, paths_in
from layout.images.svg.drawing import read_svg
from layout.images.svg.settling import render
from layout.images.svg.settling.flat import flatten
from layout.images.svg.settling.render import RenderingFailed
from layout.images.svg.settling.settle import DrawingWish, settle
from layout.model.colour import Colour
from layout.model.drawing import Drawing, Group, Part, Path
from layout.model.theme import Theme
from tests.unit.images.picture_files import WHERE

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="100pt" viewBox="0 0 100 100">'
LIVE = DrawingWish(space="rgb", ppi=144, scale=1.0, live=True)
PRESS = DrawingWish(space="cmyk", ppi=144, scale=1.0, live=False)

Reader = Callable[[str], Drawing]


@pytest.fixture
def draw(tmp_path: FilePath) -> Reader:
    def read(content: str) -> Drawing:
        path = tmp_path / "a.svg"
        path.write_text(f"{HEAD}\n{content}\n</svg>", encoding="utf-8")
        return read_svg(str(path), WHERE, dict(Theme().colours))

    return read


def veil(x: float, opacity: str = "0.5") -> str:
    return f'<rect x="{x}" y="10" width="20" height="20" fill="#000" opacity="{opacity}"/>'


def last_fill(drawing: Drawing) -> Colour:
    *_, path = paths_in(flatten(drawing.paths))
    assert isinstance(path.fill, Colour)
    return path.fill


@pytest.mark.parametrize(
    ("below", "inks"),
    [
        ("", (0, 0, 0, 0.5)),
        ('<rect width="100" height="100" fill="#808080"/>', (0, 0, 0, 0.75)),
        ('<rect x="60" width="30" height="30" fill="#808080"/>', (0, 0, 0, 0.5)),
        ('<rect width="50" height="50"/><rect width="60" height="60" fill="#fff"/>', (0, 0, 0, 0.5)),
    ],
)
def test_what_has_one_ground_is_mixed_with_it(draw: Reader, below: str, inks: tuple[float, ...]) -> None:
    drawing = draw(below + veil(10))
    assert not list(parts_in(flatten(drawing.paths)))
    assert last_fill(drawing).cmyk == pytest.approx(inks, abs=0.01)


@pytest.mark.parametrize(
    "below",
    [
        '<rect width="20" height="50" fill="#f00"/>',
        '<circle cx="20" cy="20" r="30" fill="#f00"/>',
        '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1"/></linearGradient>'
        '<rect width="50" height="50" fill="url(#g)"/>',
        f'<g filter="blur(1px)">{veil(5, "1")}</g>',
    ],
)
def test_what_lies_on_several_colours_is_a_part(draw: Reader, below: str) -> None:
    assert any(part.blends for part in parts_in(flatten(draw(below + veil(10)).paths)))


def test_a_see_through_group_keeps_its_order_on_paper(draw: Reader) -> None:
    two = '<rect width="20" height="20"/><rect x="9" width="20" height="20" fill="#fff"/>'
    (group,) = flatten(draw(f'<g opacity=".4">{two}</g>').paths)
    assert isinstance(group, Group) and group.opacity == 1
    below, above = group.shapes
    assert isinstance(below, Path) and isinstance(above, Path)
    assert isinstance(below.fill, Colour) and isinstance(above.fill, Colour)
    assert (below.fill.cmyk[3], above.fill.cmyk[3]) == pytest.approx((0.4, 0))


def test_nothing_see_through_is_left_for_a_press(draw: Reader) -> None:
    groups = f'<g opacity=".3">{veil(40)}{veil(45)}</g><g fill-opacity=".5">{veil(60)}</g>'
    for shape in flatten(draw(veil(10) + veil(20) + groups).paths):
        assert not isinstance(shape, Group) or (shape.opacity == 1 and shape.picture is None)


def test_live_drawings_keep_what_is_see_through(draw: Reader) -> None:
    drawing = draw(veil(10) + veil(20))
    assert settle(drawing, LIVE) == (drawing, {})


def blurred(draw: Reader, wish: DrawingWish, below: str = "") -> tuple[Part, Pixels]:
    square = '<rect x="40" y="40" width="20" height="20" fill="#f00"/>'
    drawing, pixels = settle(draw(f'{below}<g id="x" filter="blur(2px)">{square}</g>'), wish)
    ((part, picture),) = pixels.items()
    assert drawing.paths[-1] == part
    return part, picture


def test_a_part_is_drawn_where_it_shows_something_and_no_finer(draw: Reader) -> None:
    part, picture = blurred(draw, LIVE)
    assert part.box is not None
    left, top, width, height = part.box
    assert 30 < left < 40 and 30 < top < 40 and 20 < width < 40 and 20 < height < 40
    assert picture.width == pytest.approx(width * 2, abs=1) and picture.space == "rgb"
    assert picture.mask is not None and (picture.mask.space, picture.mask.bits) == ("grey", 8)


def test_a_part_for_a_press_is_opaque_in_inks_with_a_mask_of_one_bit(draw: Reader) -> None:
    _, picture = blurred(draw, PRESS)
    assert picture.space == "cmyk" and picture.mask is not None and picture.mask.bits == 1


def test_a_part_for_a_press_holds_what_is_below_it(draw: Reader) -> None:
    _, picture = blurred(draw, PRESS, '<rect width="100" height="100" fill="#000"/>')
    data = picture.data if picture.filter == "DCT" else b""
    if data:
        pixel = Image.open(io.BytesIO(data)).convert("CMYK").getpixel((2, 2))
        assert isinstance(pixel, tuple) and 255 - pixel[3] > 150
    else:
        assert zlib.decompress(picture.data)[4 * (2 * picture.width + 2) + 3] > 150


def test_flat_parts_are_line_art_on_a_press(draw: Reader) -> None:
    pattern = '<pattern id="p" width=".25" height=".25"><rect width="5" height="5"/></pattern>'
    _, pixels = settle(draw(f'{pattern}<rect width="40" height="40" fill="url(#p)"/>'), PRESS)
    (part,) = pixels
    assert part.ppi == pytest.approx(1200, rel=0.1)


def test_a_part_that_shows_nothing_is_left_out(draw: Reader) -> None:
    drawing, pixels = settle(draw(f'{veil(10, "1")}<g filter="opacity(0)">{veil(50, "1")}</g>'), LIVE)
    assert (len(drawing.paths), pixels) == (1, {})


def test_equal_parts_give_equal_pixels(draw: Reader) -> None:
    assert blurred(draw, PRESS) == blurred(draw, PRESS)


def test_a_renderer_without_end_is_stopped(draw: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "SECONDS", 0.001)
    with pytest.raises(RenderingFailed):
        blurred(draw, LIVE)
