"""Takes pages of many sizes and directions, reads back from the sheets where they, and the marks, stand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from layout.commands.arguments.sheets import SHEETS
from layout.model.diagnostic import Rejected
from layout.model.products.imposition import A4, Imposed, Job, Scheme
from layout.model.units import mm, to_mm
from layout.output.imposition.impose import impose
from tests.told import texts
from tests.unit.output.imposition.imposition_files import (
    entry,
    pages_pdf,
    read,
    read_placements,
    render,
    sheet_size,
    simple_pdf,
)

LINE = re.compile(r"^(\S+) (\S+) m (\S+) (\S+) l S$", re.MULTILINE)
LEFTWARDS = "/ViewerPreferences<</Direction/R2L>>"
A5_PAGE = (mm(148), mm(210))
UPRIGHT, LYING = "/MediaBox[0 0 595 842]", "/MediaBox[0 0 842 595]"

Line = tuple[float, ...]


def codes(imposed: Imposed) -> dict[str, dict[str, str]]:
    return {d.code: texts(d) for d in imposed.diagnostics}


def orders(imposed: Imposed) -> list[list[int]]:
    """Pages on each side from left to right, then from top to bottom, read from the file."""
    sides: dict[int, list[tuple[int, int, int]]] = {}
    for page, (side, trim, _) in read_placements(imposed.pdf).items():
        sides.setdefault(side, []).append((-round(trim[1]), round(trim[0]), page))
    return [[page for _, _, page in sorted(sides.get(at, []))] for at in range(len(read(imposed.pdf).pages))]


def lines(pdf: bytes, side: int) -> list[Line]:
    """Stroked lines of a side, in millimetres, x0 y0 x1 y1."""
    content = read(pdf).pages[side]["/Contents"].get_data().decode()  # type: ignore[attr-defined]
    return [tuple(round(to_mm(float(end)), 2) for end in found) for found in LINE.findall(content)]


@pytest.mark.parametrize(("size", "sheet", "sheet_mm", "percent"), [
    ((148, 210), "A4", (297, 210), None),
    ((148.5, 210), "A4", (297, 210), None),
    ((210, 297), "A3", (420, 297), None),
    ((105, 148), "A4", (297, 210), None),
    ((210, 297), "A4", (297, 210), "70.7"),
    ((210, 210), "A4", (297, 210), "70.7"),
    ((148, 148), "A4", (297, 210), None),
    ((210, 148), "A4", (297, 210), "70.7"),
    ((210, 148), "A3", (420, 297), None),
    ((105, 297), "A4", (210, 297), None),
    ((148, 210), "pages", (296, 210), None),
    ((210, 210), "pages", (420, 210), None),
])  # fmt: skip
def test_sheets_of_a_booklet(
    size: tuple[float, float], sheet: str, sheet_mm: tuple[float, float], percent: str | None
) -> None:
    """Half a sheet fits unscaled; what does not is scaled, and said to be."""
    imposed = impose(simple_pdf(4, (mm(size[0]), mm(size[1]))), Job(sheet=SHEETS[sheet]))
    assert [round(to_mm(side), 1) for side in sheet_size(imposed.pdf)] == list(sheet_mm)
    found = codes(imposed)
    assert found.get("impose-scaled", {}).get("percent") == percent
    scale = float(percent) / 100 if percent else 1
    for page, (_, trim, _) in read_placements(imposed.pdf).items():
        assert to_mm(trim[2] - trim[0]) == pytest.approx(size[0] * scale, abs=0.15)
        assert to_mm(trim[2 - 2 * (page % 2)]) == pytest.approx(sheet_mm[0] / 2, abs=0.04), "at the fold"
    flip = "Short" if sheet_mm[0] > sheet_mm[1] else "Long"
    duplex = entry(read(imposed.pdf).root_object, "/ViewerPreferences", "/Duplex")
    assert duplex == f"/DuplexFlip{flip}Edge"


def test_a_document_read_from_the_right_has_its_spine_there() -> None:
    data = pages_pdf(["/MediaBox[0 0 420 595]"] * 8, ["0 g"] * 8, (), LEFTWARDS)
    booklet = impose(data, Job(paper=2))
    assert orders(booklet) == [[1, 8], [7, 2], [3, 6], [5, 4]]
    assert "impose-leftwards" in codes(booklet)
    _, trim, _ = read_placements(booklet.pdf)[4]
    assert trim[0] == pytest.approx(A4[1] / 2 - 2, abs=0.01), "creep still moves towards the fold"
    assert orders(impose(data, Job(scheme=Scheme.TWO_UP)))[:2] == [[2, 1], [4, 3]]
    plain = impose(data, Job(scheme=Scheme.PLAIN))
    assert orders(plain) == [[page] for page in range(1, 9)]
    assert "impose-leftwards" not in codes(plain)
    assert "impose-leftwards" not in codes(impose(simple_pdf(8), Job()))


def test_pages_one_above_the_other_keep_their_order_in_any_direction() -> None:
    data = pages_pdf(["/MediaBox[0 0 595 420]"] * 4, ["0 g"] * 4, (), LEFTWARDS)
    stacked = impose(data, Job(scheme=Scheme.TWO_UP))
    assert orders(stacked) == [[1, 2], [3, 4]]
    assert "impose-leftwards" not in codes(stacked)


def test_a_lying_page_alone_on_its_sheet_is_turned_and_not_made_smaller() -> None:
    corner = "0 g 0 495 100 100 re f"
    imposed = impose(pages_pdf([UPRIGHT, LYING, UPRIGHT], ["", corner, ""]), Job(scheme=Scheme.PLAIN))
    assert codes(imposed)["impose-turned"] == {"pages": "2"}
    assert not {"impose-mixed-sizes", "impose-page-scaled"} & set(codes(imposed))
    _, trim, _ = read_placements(imposed.pdf)[2]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((595, 842), abs=0.01)
    pixels = render(imposed.pdf, 1)
    assert pixels[-98:-3, 3:98].max() < 5, "its upper left corner is the sheet's lower left: top to the left"
    assert pixels[:700].min() > 250


def test_a_lying_page_in_a_booklet_is_scaled_upright_and_named() -> None:
    small, lying = "/MediaBox[0 0 420 595]", "/MediaBox[0 0 595 420]"
    imposed = impose(pages_pdf([small, lying, small, small], ["0 g"] * 4), Job())
    assert codes(imposed)["impose-mixed-sizes"]["pages"] == "2"
    assert codes(imposed)["impose-page-scaled"] == {"pages": "2"}
    _, trim, _ = read_placements(imposed.pdf)[2]
    assert (trim[2] - trim[0]) / (trim[3] - trim[1]) == pytest.approx(595 / 420, abs=0.001)
    assert trim[2] == pytest.approx(A4[1] / 2, abs=0.01)


def test_fold_and_staple_marks_stand_on_the_fold() -> None:
    pdf = impose(simple_pdf(8, A5_PAGE), Job(fold_marks=True, staple_marks=True)).pdf
    fold = 148.5
    marks = lines(pdf, 0)
    assert marks[:2] == [(fold, 210, fold, 206), (fold, 0, fold, 4)]
    crowns = [mark for mark in marks[2:] if mark[0] == mark[2]]
    assert [x for x, *_ in crowns] == [fold, fold]
    assert [(low + high) / 2 for _, low, _, high in crowns] == pytest.approx([52.5, 157.5], abs=0.01)
    assert [high - low for _, low, _, high in crowns] == pytest.approx([12.7, 12.7], abs=0.02)
    assert lines(pdf, 2) == [(fold, 210, fold, 206), (fold, 0, fold, 4)], "no staples on the inner sheet"


def test_fold_marks_stand_where_the_printer_reaches() -> None:
    pdf = impose(simple_pdf(4, A5_PAGE), Job(fold_marks=True, unprintable=mm(5))).pdf
    assert lines(pdf, 0) == [(148.5, 205, 148.5, 201), (148.5, 5, 148.5, 9)]


def test_stairs_begin_at_the_millimetre_they_are_marked_with() -> None:
    pixels = render(impose(simple_pdf(4, A5_PAGE), Job(alignment=True)).pdf, 0, mm(1) * 10 / mm(1) ** 2)
    height, width = pixels.shape
    assert (round(height / 10), round(width / 10)) == (210, 297)
    for step in range(1, 11):
        tread = round((297 / 2 + (step - 6) * 4 + 3.4) * 10)
        column = pixels[height - 115 :, tread][::-1]
        ink = [at / 10 for at, value in enumerate(column) if value < 200]
        assert min(ink) == pytest.approx(step, abs=0.2), "the lower edge's stair"


BLEEDING = "/MediaBox[0 0 {0} {1}]/TrimBox[20 20 {2} {3}]"


def bleeding(width: float, height: float) -> bytes:
    page = BLEEDING.format(mm(width) + 40, mm(height) + 40, mm(width) + 20, mm(height) + 20)
    return pages_pdf([page] * 4, ["0 0 0 1 k -100 -100 3000 3000 re f"] * 4)


@pytest.mark.parametrize(("width", "height", "found"), [
    (148, 210, None), (200, 280, None), (203, 284, "impose-marks-tight"), (210, 297, "impose-sheet-tight"),
])  # fmt: skip
def test_room_for_bleed_and_marks(width: float, height: float, found: str | None) -> None:
    imposed = impose(bleeding(width, height), Job(press=True, sheet=SHEETS["A3"]))
    tight = {code for code in codes(imposed) if code.endswith("-tight")}
    assert tight == ({found} if found else set())


def test_crop_marks_stay_off_the_neighbour() -> None:
    """Two pages of 204 mm on A3 are 6 mm apart, a mark reaches 8.5 mm from its page."""
    width, height = mm(204), mm(270)
    data = simple_pdf(2, (width, height))
    imposed = impose(data, Job(scheme=Scheme.TWO_UP, press=True, sheet=SHEETS["A3"]))
    assert "impose-marks-tight" in codes(imposed)
    dark = render(imposed.pdf, 0, 8) < 200
    edge = round((mm(297) + height) / 2 * 8)
    assert dark[edge + round(mm(4) * 8) :].any(), "there are marks below the pages"
    assert not dark[edge - 3 : edge + 4, round(mm(213.4) * 8) :].any(), "the left page's end before the right"


@pytest.mark.parametrize(("size", "said"), [((900_000, 100), "635000 × 35"), ((10, 20), "7 × 7")])
def test_a_sheet_cut_to_pages_of_no_sheets_size_is_refused(size: tuple[float, float], said: str) -> None:
    with pytest.raises(Rejected) as caught:
        impose(simple_pdf(4, size), Job(sheet=None))
    assert [(d.code, texts(d)["size"]) for d in caught.value.diagnostics] == [("impose-sheet-size", said)]


def test_a_margin_that_leaves_nothing_of_the_sheet_is_refused() -> None:
    with pytest.raises(Rejected) as caught:
        impose(simple_pdf(4, (100, 100)), Job(sheet=None, unprintable=mm(30)))
    assert [texts(d)["name"] for d in caught.value.diagnostics] == ["unprintable"]


def test_settings_of_folding_are_missed_where_nothing_is_folded() -> None:
    job = Job(scheme=Scheme.TWO_UP, signature=2, fold_marks=True)
    assert codes(impose(simple_pdf(4), job))["impose-unused"] == {
        "names": "signature, fold-marks", "scheme": "2up"
    }  # fmt: skip
    assert "impose-unused" not in codes(impose(simple_pdf(4), Job(scheme=Scheme.TWO_UP)))
    assert "impose-unused" not in codes(impose(simple_pdf(4), Job(signature=2, fold_marks=True)))


def test_a_giant_page_is_scaled_by_a_figure_that_is_not_nought() -> None:
    assert codes(impose(simple_pdf(4, (900_000, 900_000)), Job()))["impose-scaled"]["percent"] == "0.05"


def test_copies_asked_for_stay_and_ranges_go() -> None:
    old = "/ViewerPreferences<</NumCopies 3/PrintPageRange[0 1]/PrintScaling/AppDefault/Duplex/Simplex>>"
    result = read(impose(pages_pdf(["/MediaBox[0 0 420 595]"] * 4, ["0 g"] * 4, (), old), Job()).pdf)
    preferences: Any = result.root_object["/ViewerPreferences"]
    assert dict(preferences) == {
        "/Duplex": "/DuplexFlipShortEdge", "/PrintScaling": "/None", "/NumCopies": 3
    }  # fmt: skip
    bare = read(impose(simple_pdf(4), Job()).pdf)
    assert "/NumCopies" not in bare.root_object["/ViewerPreferences"]  # type: ignore[operator]


def test_annotations_that_cannot_be_drawn_are_told() -> None:
    look = "/AP<</N 5 0 R>>"
    annotations = (
        "[<</Subtype/Square/Rect[9 9 99 99]/F 4>><</Subtype/Widget/Rect[9 9 99 99]/F 4/FT/Tx/V(x)>>"
        "<</Subtype/Widget/Rect[9 9 99 99]/F 4/FT/Tx>><</Subtype/Text/Rect[9 9 99 99]>>"
        f"<</Subtype/Stamp/Rect[9 9 99 99]/F 4/OC 6 0 R{look}>><</Subtype/Stamp/Rect[9 9 99 99]/F 4{look}>>]"
    )
    form = b"<</Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"
    page = f"/MediaBox[0 0 420 595]/Annots{annotations}"
    found = codes(impose(pages_pdf([page], ["0 g"], [form, "<</Type/OCG/Name(x)>>"]), Job()))
    assert found["impose-annotations-lost"] == {"annotations": "3"}
    assert found["impose-annotations-drawn"] == {"annotations": "1"}
