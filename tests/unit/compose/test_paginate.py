"""Page breaks over rows: legal places, level facing pages, nothing lost, whatever the lengths."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.running import HYPHEN_ACROSS
from layout.compose.flow import PagePlan
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.rows import FORBIDDEN, TOGETHER, Row
from tests.unit.compose.slabs import GRID, HERE, ends, height, paragraph, parts, row


def test_a_widow_is_avoided() -> None:
    prices = (FORBIDDEN, *(0.0,) * 8, FORBIDDEN)
    rows = [row(11, cuts=prices)]
    plans = paginate(rows, Foot(10 * GRID), GRID, 1)
    assert ends(plans)[0] in {(0, k) for k in range(2, 10)}
    assert ends(plans)[0][1] == 9


def test_a_paragraph_is_not_cut_where_there_is_room_for_it() -> None:
    whole = (FORBIDDEN,) * 17
    rows = [row(8), row(6, cuts=(4.0,) * 5), row(9, cuts=whole[:8]), row(18, cuts=whole)]
    assert ends(paginate(rows, Foot(20 * GRID), GRID, 1)) == [(1, 6), (2, 9), (3, 18)]


def test_a_heading_is_not_left_behind() -> None:
    rows = [row(9), row(1, keep=True), row(6, cuts=(FORBIDDEN, 0, 0, 0, FORBIDDEN))]
    plans = paginate(rows, Foot(10 * GRID), GRID, 1)
    assert ends(plans)[0] == (0, 9)


def test_rows_best_seen_at_once_go_over_whole() -> None:
    rows = [row(4), *(row(1, parting=TOGETHER) for _ in range(5)), row(1)]
    assert ends(paginate(rows, Foot(8 * GRID), GRID, 1))[0] == (0, 4)


def test_rows_best_seen_at_once_are_parted_rather_than_leave_a_page_empty() -> None:
    rows = [row(1), *(row(1, parting=TOGETHER) for _ in range(12)), row(1)]
    assert ends(paginate(rows, Foot(12 * GRID), GRID, 1))[0] >= (10, 1)


def test_a_fresh_row_starts_a_page() -> None:
    rows = [row(3), row(3, fresh=True)]
    assert ends(paginate(rows, Foot(10 * GRID), GRID, 1)) == [(0, 3), (1, 3)]


def test_space_before_is_dropped_at_the_head() -> None:
    rows = [row(10), row(10, before=GRID)]
    assert len(paginate(rows, Foot(10 * GRID), GRID, 1)) == 2


def test_a_sink_takes_room() -> None:
    rows = [row(8, sink=3 * GRID)]
    assert len(paginate(rows, Foot(10 * GRID), GRID, 1)) == 2


def test_facing_pages_end_level_where_they_can() -> None:
    blocked = (*(0.0,) * 9, FORBIDDEN, *(0.0,) * 29)
    rows = [row(40, cuts=blocked)]
    verso_first = paginate(rows, Foot(10 * GRID), GRID, 2)
    lengths = [height(plan, rows) / GRID for plan in verso_first]
    assert lengths[0] == lengths[1] == 9


def test_a_row_taller_than_the_page_stands_alone() -> None:
    tall = Row(where=HERE, step=15 * GRID, count=1, pieces=())
    plans = paginate([row(2), tall, row(2)], Foot(10 * GRID), GRID, 1)
    assert [len(plan.stretches) for plan in plans] == [1, 1, 1]


def test_no_rows_no_pages() -> None:
    assert paginate([], Foot(120), GRID, 1) == ()


rows_of_any_kind = st.lists(
    st.builds(
        lambda count, before, keep, fresh: row(count, before=before * GRID, keep=keep, fresh=fresh),
        st.integers(1, 60),
        st.integers(0, 3),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(rows_of_any_kind, st.integers(1, 4))
def test_every_slab_stands_once_in_order_and_fits(rows: list[Row], first: int) -> None:
    plans = paginate(rows, Foot(20 * GRID), GRID, first)
    seen = [(s.row, slab) for plan in plans for s in plan.stretches for slab in range(s.start, s.stop)]
    assert seen == [(index, slab) for index, part in enumerate(rows) for slab in range(part.count)]
    for plan in plans:
        assert height(plan, rows) <= 20 * GRID + 0.01 or len(plan.stretches) == 1
        assert all(not rows[s.row].fresh or s.start for s in plan.stretches[1:])


# Cuts where the columns end unevenly


def bad_cuts(plans: Sequence[PagePlan], rows: Sequence[Row]) -> int:
    """Widows, orphans and hyphens at pages' ends, over both columns."""
    bad = 0
    for plan in plans[:-1]:
        for order in (0, 1):
            row, numbers = parts(plan, rows, order)[-1]
            lines = rows[row].pieces[order].lines  # type: ignore[union-attr]
            if numbers and numbers[-1] < len(lines) - 1:
                bad += lines[numbers[-1]].hyphenated or numbers == [0] or numbers[-1] == len(lines) - 2
    return bad


ENDS = st.lists(st.booleans(), min_size=1, max_size=45)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=8), st.integers(1, 2))
def test_uneven_cuts_lose_no_line_and_are_good_ones(
    ends: list[tuple[list[bool], list[bool]]], first: int
) -> None:
    rows = [paragraph(*sides) for sides in ends]
    plans = paginate(rows, Foot(20 * GRID), GRID, first)
    for order, sides in enumerate(zip(*ends, strict=True)):
        seen = [(row, n) for plan in plans for row, there in parts(plan, rows, order) for n in there]
        assert seen == [(row, n) for row, lines in enumerate(sides) for n in range(len(lines))]
    assert all(height(plan, rows) <= 20 * GRID + 0.01 for plan in plans)
    if all(plan.price < HYPHEN_ACROSS for plan in plans):
        assert bad_cuts(plans, rows) == 0


def test_a_column_ends_earlier_where_no_level_cut_is_good() -> None:
    left = [n % 2 == 0 for n in range(20)]
    right = [n % 2 == 1 for n in range(20)]
    rows = [paragraph([False] * 8, [False] * 8), paragraph(left, right)]
    plans = paginate(rows, Foot(20 * GRID), GRID, 1)
    assert len(plans) == 2
    assert [len(there) for order in (0, 1) for _, there in parts(plans[0], rows, order)] == [8, 10, 8, 11]
    assert bad_cuts(plans, rows) == 0
    assert plans[1].stretches[0].slabs == 10


def test_columns_end_level_where_that_is_good() -> None:
    plain, hyphens = [False] * 20, [n == 15 for n in range(20)]
    plans = paginate([paragraph(plain, hyphens)], Foot(15 * GRID), GRID, 1)
    assert plans[0].stretches[-1].end is None
