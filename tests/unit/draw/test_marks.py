"""Marks round a page: outside the bleed, on the sheet, in print colours, where a bindery looks for them."""

from __future__ import annotations

import io
from datetime import date
from itertools import chain, combinations
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.draw.document import DocumentInfo, draw_document
from layout.draw.marks import BAR, CLEAR, EVERY_PLATE, PATCH, SLUG_SIZE, mark_pages
from layout.draw.sheet import PressSheet, crop_marks, sheet_of
from layout.model.drawing import Close, Path
from layout.model.layout import DrawingItem, Layout, LayoutPage, StructNode, TextItem
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterMark, PrinterProfile
from layout.model.records import replace
from layout.model.units import mm
from layout.text.faces import Face, Faces

INFO = DocumentInfo("Tytuł", "Aglomeracja", "pl", date(2026, 3, 1))
SLUG = ("Dwa brzegi, jedna rzeka / Dva břehy, jedna řeka", "2026-11-22 · 3/12")
A5 = Layout(
    width=mm(148), height=mm(210), bleed=mm(3), pages=(), structure=StructNode(tag="Document"), outline=()
)
EVERYTHING = PrinterProfile(marks=frozenset(PrinterMark))


@pytest.fixture(scope="module")
def face(faces: Faces) -> Face:
    return faces.face("Lato", "regular", False)


def only_page(pdf: bytes) -> Any:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return page


def printer(*marks: PrinterMark) -> PrinterProfile:
    return PrinterProfile(marks=frozenset(marks))


def paths_of(page: LayoutPage) -> list[Path]:
    drawings = [item.drawing for item in page.items if isinstance(item, DrawingItem)]
    return list(chain.from_iterable(drawing.paths for drawing in drawings))


def ends(path: Path) -> list[tuple[float, float]]:
    return [(round(s.x, 3), round(s.y, 3)) for s in path.segments if not isinstance(s, Close)]


def is_dashed(path: Path) -> bool:
    return path.stroke is not None and bool(path.stroke.dash)


def outside(path: Path, sheet: PressSheet) -> bool:
    """Whether a straight mark or a small field lies wholly beside the bleed, and on the sheet."""
    pen = path.stroke.width / 2 if path.stroke else 0.0
    xs, ys = zip(*ends(path), strict=True)
    low, beyond = -sheet.bleed, sheet.margin + 0.001
    clear = (
        max(xs) + pen <= low
        or min(xs) - pen >= sheet.width + sheet.bleed
        or max(ys) + pen <= low
        or min(ys) - pen >= sheet.height + sheet.bleed
    )
    on_sheet = min(xs) >= -beyond and min(ys) >= -beyond
    on_sheet = on_sheet and max(xs) <= sheet.width + beyond and max(ys) <= sheet.height + beyond
    return bool(clear and on_sheet)


@settings(max_examples=60, deadline=None)
@given(
    marks=st.sets(st.sampled_from(list(PrinterMark)), min_size=1),
    bleed=st.floats(0, 10),
    offset=st.floats(0, 12),
    width=st.floats(90, 600),
    number=st.integers(0, 1),
)
def test_no_mark_touches_the_bleed_or_leaves_the_sheet(
    marks: set[PrinterMark], bleed: float, offset: float, width: float, number: int, faces: Faces
) -> None:
    shop = PrinterProfile(marks=frozenset(marks), bleed=mm(bleed), mark_offset=mm(offset))
    layout = replace(A5, width=mm(width))
    sheet = sheet_of(layout, shop)
    face = faces.face("Lato", "regular", False)
    page = mark_pages(layout, shop, [SLUG, SLUG], [face]).pages[number]
    assert all(outside(path, sheet) for path in paths_of(page))
    for item in page.items:
        if isinstance(item, TextItem):
            assert item.y - SLUG_SIZE >= layout.height + shop.bleed
            assert item.y + SLUG_SIZE / 3 <= layout.height + sheet.margin


def test_marks_begin_where_the_printer_says_but_never_at_the_bleed() -> None:
    assert crop_marks(replace(EVERYTHING, bleed=mm(3), mark_offset=mm(6))).distance == mm(6)
    assert crop_marks(replace(EVERYTHING, bleed=mm(5), mark_offset=mm(3))).distance > mm(5)


def test_crop_marks_are_in_line_with_the_trim(face: Face) -> None:
    (page,) = mark_pages(A5, printer(PrinterMark.CROP), [SLUG], [face]).pages
    lines = [ends(path) for path in paths_of(page)]
    assert len(lines) == 8
    upright = {start[0] for start, end in lines if start[0] == end[0]}
    level = {start[1] for start, end in lines if start[1] == end[1]}
    assert upright == {0.0, round(mm(148), 3)}
    assert level == {0.0, round(mm(210), 3)}
    assert all(path.stroke and path.stroke.colour == EVERY_PLATE for path in paths_of(page))


@pytest.mark.parametrize(("number", "spine"), [(1, 0.0), (2, round(mm(148), 3))])
def test_the_fold_is_marked_at_the_spine(face: Face, number: int, spine: float) -> None:
    pages = mark_pages(A5, printer(PrinterMark.CROP, PrinterMark.FOLD), [SLUG, SLUG], [face]).pages
    paths = paths_of(pages[number - 1])
    dashed = [path for path in paths if is_dashed(path)]
    assert len(paths) == 8 and len(dashed) == 2
    assert {x for path in dashed for x, _ in ends(path)} == {spine}


def test_registration_marks_stand_at_the_middles(face: Face) -> None:
    (page,) = mark_pages(A5, printer(PrinterMark.REGISTRATION), [SLUG], [face]).pages
    circles = [ends(path) for path in paths_of(page) if len(path.segments) > 2]
    xs = sorted({round((max(x for x, _ in c) + min(x for x, _ in c)) / 2, 1) for c in circles})
    assert len(circles) == 4
    assert xs[1] == pytest.approx(mm(74), abs=0.1)
    wide = [max(x for x, _ in circle) - min(x for x, _ in circle) for circle in circles]
    assert wide == pytest.approx([mm(4)] * 4, abs=0.01)


def test_the_colour_bar_has_its_fields_in_process_inks(face: Face) -> None:
    (page,) = mark_pages(A5, printer(PrinterMark.COLOUR_BAR), [SLUG], [face]).pages
    fills = [path.fill for path in paths_of(page)]
    assert [tuple(round(100 * ink) for ink in fill.cmyk) for fill in fills if fill] == list(BAR)
    assert all(fill is not None and fill.spot is None for fill in fills)


def test_the_colour_bar_has_solids_overprints_and_half_tints_of_all_inks() -> None:
    def alone(tint: int) -> list[tuple[int, ...]]:
        return [tuple(tint * (ink == other) for other in range(4)) for ink in range(4)]

    overprints = [tuple(100 * (ink in pair) for ink in range(4)) for pair in combinations(range(3), 2)]
    grey = (50, 40, 40, 0)
    assert sorted(BAR) == sorted([*alone(100), *overprints, *alone(50), grey])


def test_the_slug_fits_its_half_however_long(face: Face) -> None:
    long = ("Długi tytuł " * 30, "2026-11-22 · 3/12")
    (page,) = mark_pages(A5, printer(PrinterMark.SLUG), [long], [face]).pages
    first, second = (item for item in page.items if isinstance(item, TextItem))
    assert first.x + first.line.width < mm(74) - 1
    assert second.line.runs[0].ink.size == SLUG_SIZE
    assert second.line.text == long[1]


def test_letters_without_a_glyph_are_left_out(face: Face) -> None:
    (page,) = mark_pages(A5, printer(PrinterMark.SLUG), [("Ab漢c", "1")], [face]).pages
    assert next(item.line.text for item in page.items if isinstance(item, TextItem)) == "Abc"


def test_a_printer_without_marks_has_the_bleed_alone(face: Face) -> None:
    (page,) = mark_pages(A5, printer(), [SLUG], [face]).pages
    assert page.items == ()
    assert sheet_of(A5, printer()).margin == mm(3)


def test_marks_are_drawn_without_light(face: Face, faces: Faces) -> None:
    layout = mark_pages(A5, EVERYTHING, [SLUG], [face])
    drawn = draw_document(layout, EDITIONS["print"], INFO, faces.records(), {}, EVERYTHING)
    page = only_page(drawn.pdf)
    words = set(page.get_contents().get_data().decode().split())
    assert not words & {"rg", "RG", "g", "G"}
    assert page["/Resources"]["/ColorSpace"]["/Spot1"][1] == "/All"
    margin = crop_marks(EVERYTHING).distance + mm(6)
    assert [float(v) for v in page["/TrimBox"]] == pytest.approx(
        [margin, margin, margin + mm(148), margin + mm(210)], abs=0.001
    )


@pytest.mark.parametrize("width", [148.0, 105.0, 60.0])
def test_the_bar_ends_before_the_middle_of_a_narrow_page(width: float, face: Face) -> None:
    """There the cross of the upper side stands; fields have one width, side by side."""
    layout = replace(A5, width=mm(width))
    (page,) = mark_pages(layout, printer(PrinterMark.COLOUR_BAR), [SLUG], [face]).pages
    fields = [ends(path) for path in paths_of(page) if path.fill is not None]
    assert len(fields) == len(BAR)
    lefts = [min(x for x, _ in field) for field in fields]
    rights = [max(x for x, _ in field) for field in fields]
    wanted = min(PATCH, (mm(width) / 2 - 2 * CLEAR) / len(BAR))
    assert [right - left for left, right in zip(lefts, rights, strict=True)] == pytest.approx(
        [wanted] * len(BAR), abs=0.01
    )
    assert rights[-1] - lefts[0] == pytest.approx(wanted * len(BAR), abs=0.02)
