"""Takes pages of six producers in odd boxes, imposes them, compares pixels with each page shown alone."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject

from layout.model.products.imposition import Job, Scheme
from layout.output.imposition.impose import impose
from tests.unit.output.imposition.imposition_files import (
    FIXTURES,
    PRODUCERS,
    Box,
    Pixels,
    crop,
    read,
    read_placements,
    render,
    sheet_size,
)

SHOWN = (37.0, 61.0, 337.0, 501.0)
"""The part of each page that the crop box shows, before its origin is moved."""

ODD: dict[str, dict[str, Any]] = {
    "turned 90": {"turn": 90},
    "turned 180": {"turn": 180},
    "turned 270": {"turn": 270},
    "turned backwards": {"turn": -90},
    "origin above": {"move": (500, 900)},
    "origin below": {"move": (-1000, -700), "turn": 90},
    "units": {"unit": 1.5},
    "units turned": {"unit": 0.5, "turn": 270, "move": (-200, 3)},
    "inherited": {"inherit": True, "turn": 90},
    "corners swapped": {"swap": True, "move": (-50, 20)},
}


def numbers(box: tuple[float, ...]) -> ArrayObject:
    return ArrayObject(map(FloatObject, box))


def moved(box: tuple[float, ...], by: tuple[float, float]) -> Box:
    x0, y0, x1, y1 = box
    return x0 + by[0], y0 + by[1], x1 + by[0], y1 + by[1]


def make_odd(
    data: bytes,
    turn: int = 0,
    move: tuple[float, float] = (0, 0),
    unit: float = 1,
    inherit: bool = False,
    swap: bool = False,
) -> tuple[bytes, Box]:
    """Two pages of a file with other boxes around what they draw; and the box that is shown."""
    media, shown = moved((-20, -10, 480, 640), move), moved(SHOWN, move)
    writer = PdfWriter()
    for source in PdfReader(BytesIO(data)).pages[:2]:
        page: PageObject = writer.add_page(source)
        for key in ("/TrimBox", "/BleedBox", "/ArtBox", "/UserUnit", "/Rotate", "/CropBox", "/MediaBox"):
            page.pop(key, None)
        page[NameObject("/MediaBox")] = numbers(media)
        page.add_transformation(Transformation().translate(*move))
        entries = {
            "/MediaBox": numbers(media[2:] + media[:2] if swap else media),
            "/CropBox": numbers(shown[2:] + shown[:2] if swap else shown),
            "/Rotate": NumberObject(turn),
        }
        holder: Any = writer.root_object["/Pages"] if inherit else page
        if inherit:
            page.pop("/MediaBox")
        for key, value in entries.items():
            holder[NameObject(key)] = value
        if unit != 1:
            page[NameObject("/UserUnit")] = FloatObject(unit)
    out = BytesIO()
    writer.write(out)
    return out.getvalue(), shown


def apart(one: Pixels, other: Pixels) -> float:
    """The part of the pixels that differ by more than what a shift of a quarter of a pixel does."""
    rows, columns = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    assert abs(one.shape[0] - other.shape[0]) <= 1 and abs(one.shape[1] - other.shape[1]) <= 1
    return float((np.abs(one[:rows, :columns] - other[:rows, :columns]) > 90).mean())


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("odd", ODD)
def test_pages_in_odd_boxes_look_as_alone(producer: str, odd: str) -> None:
    data, shown = make_odd((FIXTURES / f"{producer}.pdf").read_bytes(), **ODD[odd])
    unit = ODD[odd].get("unit", 1)
    imposed = impose(data, Job(scheme=Scheme.PLAIN, sheet=None)).pdf
    assert len(read(imposed).pages) == 2
    _, height = sheet_size(imposed)
    for page, (side, trim, _) in read_placements(imposed).items():
        alone = render(data, page - 1, unit, shown)
        placed = crop(render(imposed, side), trim, height)
        assert alone.std() > 5, "something is drawn"
        assert apart(alone, placed) < 0.002
        assert apart(alone, placed[::-1, ::-1]) > 0.004, "the comparison would see a turned page"
