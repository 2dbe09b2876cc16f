"""Takes plans of booklets, folds and nests their sheets like paper, expects the pages in order."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.model.geometry import Rect
from layout.model.products.imposition import Job, PageBox, Plan, Scheme, Sheet, Side, Slot, paper_thickness
from layout.output.imposition.place import place_side, prepare_surface
from layout.output.imposition.plan import creep, mirror, plan_2up, plan_booklet, plan_plain

Leaf = tuple[Slot, Slot]
"""Recto and verso."""


def tear(sheet: Sheet) -> tuple[Leaf, Leaf]:
    """The two leaves of a sheet whose front lies towards us, the right one first.

    Turned over its upright axis, what was behind the front's right half is the back's left half.
    """
    front_left, front_right = sheet.front.slots
    back_left, back_right = sheet.back.slots
    return (front_right, back_left), (back_right, front_left)


def fold(signature: list[Sheet]) -> list[Leaf]:
    """Leaves of sheets nested as printed, the first outermost, its front outside.

    Each sheet's first leaf comes before all sheets inside it, its last leaf after them.
    """
    before: list[Leaf] = []
    after: list[Leaf] = []
    for sheet in signature:
        first, last = tear(sheet)
        before.append(first)
        after.insert(0, last)
    return before + after


def read_book(plan: Plan) -> list[Slot]:
    """What a reader meets, leaf after leaf, signature after signature."""
    pages: list[Slot] = []
    for _, signature in groupby(plan.sheets, key=lambda sheet: sheet.signature):
        for recto, verso in fold(list(signature)):
            pages += [recto, verso]
    return pages


@pytest.mark.parametrize("most", [None, *range(1, 52)])
def test_folded_sheets_read_in_order(most: int | None) -> None:
    for pages in range(1, 201):
        book = read_book(plan_booklet(pages, most))
        assert [page for page in book if page is not None] == list(range(1, pages + 1))
        assert len(book) == -(-pages // 4) * 4
        if pages > 1:
            assert book[0] == 1 and book[-1] == pages, "the covers stay outside"
        assert not any(book[max(pages - 1, 1) : -1]), "blanks stand before the back cover"


@pytest.mark.parametrize("most", [None, 1, 2, 3, 7, 50])
def test_mirrored_sheets_read_in_order_from_the_right(most: int | None) -> None:
    """With the spine on the right the left leaf of a front is the first, its back the back's right half."""
    for pages in range(1, 201):
        book: list[Slot] = []
        plan = mirror(plan_booklet(pages, most))
        for _, signature in groupby(plan.sheets, key=lambda sheet: sheet.signature):
            before: list[Slot] = []
            after: list[Slot] = []
            for sheet in signature:
                before += [sheet.front.slots[0], sheet.back.slots[1]]
                after[:0] = [sheet.back.slots[0], sheet.front.slots[1]]
            book += before + after
        assert [page for page in book if page is not None] == list(range(1, pages + 1))
        assert book[0] == 1 and (pages == 1 or book[-1] == pages)


@given(st.integers(1, 2000), st.integers(1, 600))
def test_signatures_are_even_and_not_too_thick(pages: int, most: int) -> None:
    plan = plan_booklet(pages, most)
    sizes = [len(list(run)) for _, run in groupby(plan.sheets, key=lambda sheet: sheet.signature)]
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) == -(-pages // 4)
    for _, run in groupby(plan.sheets, key=lambda sheet: sheet.signature):
        depths = [sheet.depth for sheet in run]
        assert depths == list(range(len(depths)))


@given(st.integers(1, 300))
def test_other_schemes_keep_reading_order(pages: int) -> None:
    for plan, slots in ((plan_2up(pages), 2), (plan_plain(pages), 1)):
        flat = [slot for sheet in plan.sheets for side in sheet.sides for slot in side.slots]
        assert flat[:pages] == list(range(1, pages + 1))
        assert len(flat) - pages < 2 * slots
        assert all(slot is None for slot in flat[pages:])
        assert plan.blanks == len(flat) - pages


@given(st.integers(1, 60), st.floats(0, 0.5))
def test_creep_grows_inward_and_is_nothing_for_one_sheet(sheets: int, paper: float) -> None:
    shifts = [creep(depth, paper) for depth in range(sheets)]
    assert shifts[0] == 0
    assert shifts == sorted(shifts)
    if paper > 0:
        assert len(set(shifts)) == sheets


@given(
    st.integers(1, 80),
    st.floats(0, 0.5),
    st.floats(100, 420),
    st.floats(100, 590),
    st.sampled_from([None, 1, 5]),
)
def test_creep_moves_both_halves_alike_towards_the_fold(
    pages: int, paper: float, width: float, height: float, most: int | None
) -> None:
    job = Job(paper=paper, signature=most)
    box = PageBox(Rect(0, 0, width, height), Rect(0, 0, width, height))
    surface = prepare_surface(job, [box.size] * pages)
    fold_at = surface.fold
    assert fold_at is not None
    plan = plan_booklet(pages, most)
    for sheet in plan.sheets:
        for side in sheet.sides:
            full = Side(tuple(slot or 1 for slot in side.slots))
            left, right = place_side(full, sheet, surface, [box] * pages, job)
            past_fold = left.trim.x1 - fold_at
            assert past_fold == pytest.approx(fold_at - right.trim.x0)
            assert past_fold == pytest.approx(sheet.depth * paper)
            assert left.clip.x1 <= fold_at <= right.clip.x0
    if len(plan.sheets) == 1 or most == 1:
        assert all(sheet.depth == 0 for sheet in plan.sheets)


def test_thickness_from_weight() -> None:
    assert paper_thickness(80) == pytest.approx(0.104 * 72 / 25.4)
    assert paper_thickness(135, bulk=0.8) == pytest.approx(0.108 * 72 / 25.4)


@given(
    st.sampled_from(list(Scheme)),
    st.lists(st.tuples(st.floats(1, 3000), st.floats(1, 3000)), min_size=1, max_size=9),
    st.floats(0, 30),
    st.booleans(),
)
def test_every_page_stays_in_its_place(
    scheme: Scheme, sizes: list[tuple[float, float]], margin: float, press: bool
) -> None:
    job = Job(scheme=scheme, unprintable=margin, press=press)
    boxes = [PageBox(Rect(7, -9, 7 + w, -9 + h), Rect(-5, -20, 20 + w, h)) for w, h in sizes]
    surface = prepare_surface(job, [box.size for box in boxes])
    sheet = Sheet(Side((1,)), Side((1,)))
    for page, box in enumerate(boxes, start=1):
        side = Side(tuple(page for _ in surface.cells))
        for placed, cell in zip(place_side(side, sheet, surface, boxes, job), surface.cells, strict=True):
            room = cell.area.within(surface.printable)
            assert 0 < placed.scale <= 1
            assert placed.trim.width == pytest.approx(box.size[0] * placed.scale)
            assert placed.trim.width <= room.width + 1.001
            assert placed.trim.height <= room.height + 1.001
            assert placed.clip.within(cell.area) == placed.clip
