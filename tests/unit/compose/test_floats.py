"""Rows that float: each once, in order, near its place in the text, halves of a spread on facing pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.floats import Half
from layout.compose.flow import PagePlan
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.rows import FORBIDDEN, Floats, Row
from layout.model.layout import TextItem
from layout.model.records import replace
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder
from tests.golden.test_blocks import PICTURE
from tests.unit.compose.slabs import GRID, height, row

HIGH = 20
"""Grid lines of the page."""
OVER: tuple[tuple[()], tuple[()]] = ((), ())


def floating(lines: int, *, spread: bool = False, low: bool = False) -> Row:
    """A row that floats, `lines` high; over a `spread`, if `low` at its foot alone."""
    floats = Floats(foot=OVER, head=None if low else OVER) if spread else Floats()
    return replace(row(1), step=lines * GRID, floats=floats)


def whole(count: int) -> Row:
    """A row that no page parts."""
    return row(count, cuts=[FORBIDDEN] * (count - 1))


def pages_of(rows: Sequence[Row], first: int = 1) -> tuple[PagePlan, ...]:
    return paginate(rows, Foot(HIGH * GRID), GRID, first)


def halves(plan: PagePlan) -> tuple[Half, ...]:
    return plan.head + plan.foot


def used(plan: PagePlan, rows: Sequence[Row]) -> float:
    """The height of all that stands on a page."""
    return height(plan, rows) + sum(rows[half.row].height + GRID for half in halves(plan))


def test_text_flows_past_a_picture_that_has_no_room_on_its_page() -> None:
    rows = [whole(8), whole(6), floating(9), row(30)]
    plans = pages_of(rows)
    assert [halves(plan) for plan in plans] == [(), (Half(2),), ()]
    assert plans[1].head and used(plans[0], rows) == HIGH * GRID == used(plans[1], rows)


def test_a_picture_stays_on_its_page_where_it_has_room() -> None:
    plans = pages_of([row(15), floating(4), row(20)])
    assert halves(plans[0]) == (Half(1),)


@pytest.mark.parametrize(("before", "high"), [(2, True), (14, False)])
def test_it_stands_at_the_end_of_the_page_that_is_nearer(before: int, high: bool) -> None:
    rows = [row(1), whole(before - 1), floating(3), row(30)]
    plans = pages_of(rows)
    assert bool(plans[0].head) is high and bool(plans[0].foot) is not high


@pytest.mark.parametrize("opening", [{"fresh": True}, {"anchor": 1}])
def test_nothing_stands_above_the_heading_it_belongs_to(opening: dict[str, object]) -> None:
    rows = [row(20), row(2, **opening), floating(3), row(30)]
    plans = pages_of(rows)
    assert plans[1].foot == (Half(2),) and not plans[1].head


def test_a_picture_before_all_text_stands_on_the_first_page() -> None:
    assert halves(pages_of([floating(3), row(30)])[0]) == (Half(0),)


@pytest.mark.parametrize("count", [1, 2, 7])
def test_pictures_without_any_text_have_pages(count: int) -> None:
    plans = pages_of([floating(9) for _ in range(count)])
    assert [half.row for plan in plans for half in halves(plan)] == list(range(count))


def test_the_last_picture_has_a_page_where_the_text_is_over() -> None:
    plans = pages_of([whole(18), floating(9)])
    assert [halves(plan) for plan in plans] == [(), (Half(1),)] and not plans[1].stretches


def test_a_picture_behind_a_page_break_does_not_stand_before_it() -> None:
    rows = [row(3), replace(floating(3), fresh=True), row(9, fresh=True)]
    assert [halves(plan) for plan in pages_of(rows)] == [(), (Half(1),)]


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("low", [False, True])
def test_a_picture_over_a_spread_begins_on_a_left_page(first: int, low: bool) -> None:
    plans = pages_of([row(8), floating(6, spread=True, low=low), row(70)], first)
    shown = {number: halves(plan) for number, plan in enumerate(plans, first) if halves(plan)}
    assert shown == {2: (Half(1, 0),), 3: (Half(1, 1),)}
    assert {bool(plan.foot) for plan in plans if halves(plan)} == {low}


def test_both_halves_stand_at_the_foot_where_a_page_begins_with_a_heading() -> None:
    rows = [row(14), floating(5, spread=True), row(6, fresh=True), row(40)]
    plans = pages_of(rows, 2)
    assert [bool(plan.foot) for plan in plans[:2]] == [True, True]


def test_the_right_half_has_a_page_where_the_text_is_over() -> None:
    plans = pages_of([row(3), floating(5, spread=True)], 2)
    assert [halves(plan) for plan in plans] == [(Half(1, 0),), (Half(1, 1),)]
    assert not plans[1].stretches


ROWS = st.lists(
    st.one_of(
        st.builds(
            lambda count, keep, fresh: row(count, keep=keep, fresh=fresh, before=GRID),
            st.integers(1, 40),
            st.booleans(),
            st.sampled_from([False, False, False, True]),
        ),
        st.builds(
            lambda lines, spread, low: floating(lines, spread=spread, low=low),
            st.integers(1, 18),
            st.booleans(),
            st.booleans(),
        ),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.integers(1, 2))
def test_everything_stands_once_in_order_and_fits(rows: list[Row], first: int) -> None:
    plans = pages_of(rows, first)
    seen = [(s.row, slab) for plan in plans for s in plan.stretches for slab in range(s.start, s.stop)]
    text = [(index, slab) for index, part in enumerate(rows) if not part.floats for slab in range(part.count)]
    assert seen == text
    shown = [half for plan in plans for half in halves(plan)]
    wanted = []
    for index, part in enumerate(rows):
        if part.floats is not None:
            wanted += [Half(index)] if part.floats.foot is None else [Half(index, 0), Half(index, 1)]
    assert shown == wanted
    for number, plan in enumerate(plans, first):
        assert used(plan, rows) <= HIGH * GRID + GRID * (not plan.stretches) + 0.01
        for half in halves(plan):
            if half.side is not None:
                assert number % 2 == half.side
                facing = plans[number - first + (1 if half.side == 0 else -1)]
                assert bool(plan.foot) == bool(facing.foot)


def test_three_small_pictures_may_stand_on_a_page_and_no_more() -> None:
    plans = pages_of([row(2), *(floating(2) for _ in range(5)), row(40)])
    assert [len(halves(plan)) for plan in plans[:2]] == [3, 2]


CAPTION = "caption: {pl: 'obraz^[uwaga jeden]', cs: 'obrázek^[poznámka dva]'}"


@pytest.mark.parametrize("place", ["float", "spread", "left"])
def test_notes_of_captions_stand_on_the_page_of_their_picture(
    write_folder: Callable[..., Path], place: str
) -> None:
    text = "- paragraph: {pl: " + "Rzeka płynie. " * 60 + ", cs: " + "Řeka teče. " * 60 + "}\n"
    shown = f"- figure: {{file: images/a.svg, place: {place}, height: 99pt, decorative: true, {CAPTION}}}\n"
    folder = write_folder(sections__a_yaml=text + shown + text * 3, images__a_svg=PICTURE)
    (folder / "images" / "a_svg").rename(folder / "images" / "a.svg")
    pages = compose_folder(folder).body.pages
    words = [" ".join(item.line.text for item in page.items if isinstance(item, TextItem)) for page in pages]
    (page,) = (said for said in words if "uwaga jeden" in said)
    assert "poznámka dva" in page and "obrázek" in page
    bottom = Theme().page.height - Theme().page.bottom + 1
    lines = [i for page in pages for i in page.items if isinstance(i, TextItem) and i.leaf >= 0]
    assert all(item.y < bottom for item in lines)
