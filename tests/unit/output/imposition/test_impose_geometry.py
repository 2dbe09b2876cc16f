"""Takes finished sheets, reads back where each page's trim lies, and compares pixels with the originals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import PdfObject

from layout.model.products.imposition import Imposed, Job, Scheme
from layout.model.units import mm
from layout.output.imposition.impose import impose
from tests.told import texts
from tests.unit.output.imposition.imposition_files import (
    FIXTURES,
    PRODUCERS,
    Box,
    crop,
    pages_pdf,
    read,
    read_placements,
    render,
    sheet_size,
    simple_pdf,
)


def shown_size(source: PdfReader, page: int) -> tuple[float, float]:
    """What a page measures as shown, worked out from its boxes without the program."""
    found = source.pages[page]
    names = ("/TrimBox", "/CropBox", "/MediaBox")
    corners = [list(map(float, found[name])) for name in names if name in found]  # type: ignore[call-overload]
    sides = [(sorted(box[::2]), sorted(box[1::2])) for box in corners]
    width = min(x[1] for x, _ in sides) - max(x[0] for x, _ in sides)
    height = min(y[1] for _, y in sides) - max(y[0] for _, y in sides)
    unit = float(found.get("/UserUnit", 1))
    turned = int(found.get("/Rotate", 0)) % 180 == 90
    return (height * unit, width * unit) if turned else (width * unit, height * unit)


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("scheme", list(Scheme))
def test_trims_of_real_files_lie_where_they_should(producer: str, scheme: Scheme) -> None:
    data = (FIXTURES / f"{producer}.pdf").read_bytes()
    source = read(data)
    imposed = impose(data, Job(scheme=scheme, paper=mm(0.1)))
    width, height = sheet_size(imposed.pdf)
    found = read_placements(imposed.pdf)
    assert sorted(found) == list(range(1, len(source.pages) + 1))
    for page, (side, trim, clip) in found.items():
        w, h = shown_size(source, page - 1)
        scale = (trim[2] - trim[0]) / w
        assert trim[3] - trim[1] == pytest.approx(h * scale, abs=0.1), "scaled alike both ways"
        stacked = scheme is Scheme.TWO_UP and height > width
        middles = (height / 4, height * 3 / 4) if stacked else (height / 2,)
        assert min(abs((trim[1] + trim[3]) / 2 - middle) for middle in middles) < 0.1, "level in its place"
        assert clip[0] >= 0 and clip[2] <= width + 1e-3 and clip[1] >= 0 and clip[3] <= height + 1e-3
        if scheme is Scheme.BOOKLET:
            sheet = imposed.plan.sheets[side // 2]
            left = sheet.sides[side % 2].slots[0] == page
            creep = sheet.depth * mm(0.1)
            edge = trim[2] - creep if left else trim[0] + creep
            assert edge == pytest.approx(width / 2, abs=0.1), "the spine edge at the fold"
            assert clip[2] <= width / 2 + 1e-3 if left else clip[0] >= width / 2 - 1e-3


@given(
    st.integers(0, 3),
    st.tuples(st.floats(150, 420), st.floats(150, 590)),
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    st.sampled_from([1, 1, 2.5]),
)
@settings(max_examples=25, deadline=None)
def test_any_box_lands_at_the_fold(
    turns: int, size: tuple[float, float], origin: tuple[float, float], unit: float
) -> None:
    shown = size[::-1] if turns % 2 else size
    sheet = (max(shown) * unit * 2 + 50, max(shown) * unit * 2)
    x0, y0 = (round(value, 3) for value in origin)
    x1, y1 = x0 + round(size[0], 3), y0 + round(size[1], 3)
    entries = (
        f"/Rotate {turns * 90 - 360}/UserUnit {unit}/MediaBox[{x0 - 50} {y0 - 50} {x1 + 99} {y1 + 30}]"
        f"/CropBox[{x1} {y1} {x0} {y0}]"
    )
    imposed = impose(pages_pdf([entries] * 4, ["0 g"] * 4), Job(sheet=sheet))
    width, height = sheet_size(imposed.pdf)
    for page, (_, trim, _) in read_placements(imposed.pdf).items():
        left, right = (width / 2, width / 2 + shown[0] * unit)
        if page % 2 == 0:
            left, right = (width / 2 - shown[0] * unit, width / 2)
        assert trim == pytest.approx(
            (left, (height - shown[1] * unit) / 2, right, (height + shown[1] * unit) / 2), abs=0.1
        )


BLEEDING = "/MediaBox[0 0 480 660]/TrimBox[30 32 450 628]/BleedBox[20 20 460 640]"
INK = "0 g -3000 -3000 9000 9000 re f"


@pytest.mark.parametrize("content", [INK, f"Q Q Q {INK}", f"q q {INK}", f"(Q) pop Q {INK} q"])
@pytest.mark.parametrize("blank", [1, 4])
def test_nothing_is_painted_outside_its_half(content: str, blank: int) -> None:
    contents = ["" if page == blank else content for page in range(1, 5)]
    imposed = impose(pages_pdf([BLEEDING] * 4, contents), Job(sheet=(900, 700), paper=4))
    front = render(imposed.pdf, 0)
    white, black = (front[:, 450:], front[:, :450]) if blank == 1 else (front[:, :450], front[:, 450:])
    assert white.min() > 250
    rows, columns = np.nonzero(black < 128)
    assert (rows.min(), rows.max()) == (52, 647)
    assert columns.max() - columns.min() + 1 == 420


def test_creep_cuts_at_the_fold() -> None:
    imposed = impose(pages_pdf([BLEEDING] * 8, [INK, ""] * 4), Job(sheet=(900, 700), paper=4))
    inner = render(imposed.pdf, 2)
    columns = np.nonzero(inner.min(axis=0) < 128)[0]
    assert (columns.min(), columns.max() + 1) == (450, 866), "page 3: 420 wide, 4 lost behind the fold"


@pytest.mark.parametrize("producer", PRODUCERS)
def test_pages_look_as_in_the_original(producer: str) -> None:
    data = (FIXTURES / f"{producer}.pdf").read_bytes()
    source = read(data)
    imposed = impose(data, Job(sheet=None))
    _, height = sheet_size(imposed.pdf)
    for page, (side, trim, _) in read_placements(imposed.pdf).items():
        w, h = shown_size(source, page - 1)
        scale = (trim[2] - trim[0]) / w
        found = source.pages[page - 1]
        unit = float(found.get("/UserUnit", 1))
        shown = trim_box(found)
        original = render(data, page - 1, scale * unit, shown)
        placed = crop(render(imposed.pdf, side), trim, height)
        rows, columns = min(original.shape[0], placed.shape[0]), min(original.shape[1], placed.shape[1])
        assert abs(rows - h * scale) <= 1.5 and abs(columns - w * scale) <= 1.5
        difference = np.abs(original[:rows, :columns] - placed[:rows, :columns])
        assert original.min() < 100, "something is drawn"
        assert difference.mean() < (0.5 if scale == 1 else 4)


def trim_box(page: PdfObject) -> Box:
    assert isinstance(page, dict)
    key = "/TrimBox" if "/TrimBox" in page else "/CropBox" if "/CropBox" in page else "/MediaBox"
    box = [float(side) for side in page[key]]
    media = [float(side) for side in page["/MediaBox"]]
    xs, ys = sorted(media[::2]), sorted(media[1::2])
    x0, x1 = sorted(box[::2])
    y0, y1 = sorted(box[1::2])
    return max(x0, xs[0]), max(y0, ys[0]), min(x1, xs[1]), min(y1, ys[1])


def test_pages_are_scaled_only_if_needed() -> None:
    codes = {d.code for d in impose(simple_pdf(4, (419.5, 595.9)), Job()).diagnostics}
    assert not codes & {"impose-scaled", "impose-scaled-to-margin"}
    scaled = impose(simple_pdf(4, (595.28, 841.89)), Job())
    assert {d.code: texts(d).get("percent") for d in scaled.diagnostics}["impose-scaled"] == "70.7"
    margin = impose(simple_pdf(4, (419.53, 595.28)), Job(unprintable=mm(5)))
    assert {d.code: texts(d).get("percent") for d in margin.diagnostics}["impose-scaled-to-margin"] == "95.2"
    for _, trim, _ in read_placements(margin.pdf).values():
        assert trim[1] >= mm(5) - 0.1 and trim[0] >= mm(5) - 0.1


def test_a_small_page_is_not_enlarged() -> None:
    imposed = impose(simple_pdf(4, (200, 300)), Job())
    _, trim, _ = read_placements(imposed.pdf)[1]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((200, 300), abs=0.01)


def test_mixed_sizes_are_named() -> None:
    big = "/MediaBox[0 0 1190 842]"
    small = "/MediaBox[0 0 420 595]"
    imposed = impose(pages_pdf([small, small, big, small, small, big], ["0 g"] * 6), Job())
    found = {d.code: texts(d) for d in imposed.diagnostics}
    assert found["impose-mixed-sizes"]["pages"] == "3, 6"
    assert found["impose-mixed-sizes"]["size"] == "420 × 297"
    assert found["impose-page-scaled"]["pages"] == "3, 6"


def orders(imposed: Imposed) -> list[list[int]]:
    """Pages on each side from left to right, then from top to bottom, read from the file."""
    sides: dict[int, list[tuple[int, int, int]]] = {}
    for page, (side, trim, _) in read_placements(imposed.pdf).items():
        sides.setdefault(side, []).append((-round(trim[1]), round(trim[0]), page))
    return [[page for _, _, page in sorted(sides.get(at, []))] for at in range(len(read(imposed.pdf).pages))]


def test_order_on_the_sheets() -> None:
    assert orders(impose(simple_pdf(8), Job())) == [[8, 1], [2, 7], [6, 3], [4, 5]]
    assert orders(impose(simple_pdf(6), Job())) == [[6, 1], [2], [3], [4, 5]]
    assert orders(impose(simple_pdf(5), Job(scheme=Scheme.TWO_UP))) == [[1, 2], [3, 4], [5]]
    assert orders(impose(simple_pdf(3), Job(scheme=Scheme.PLAIN))) == [[1], [2], [3]]
    flat = impose(simple_pdf(4, (595, 420)), Job(scheme=Scheme.TWO_UP))
    assert orders(flat) == [[1, 2], [3, 4]]
    assert sheet_size(flat.pdf) == pytest.approx((mm(210), mm(297)), abs=0.01)
