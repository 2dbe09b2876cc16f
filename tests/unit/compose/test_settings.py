"""Rows set a line longer or shorter: partners level, feet level, no page that ends early; for what prices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layout.compose.blocks.running import text_row
from layout.compose.desk import Desk, SetPassage
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate, settle
from layout.compose.rows import FORBIDDEN, Lines, Row, Setting
from layout.model.records import replace
from layout.model.shapes import Variant
from layout.model.theme import Paging
from tests.unit.compose.slabs import GRID, HERE, ends, passage, row

LIMIT = 600.0


def varied(count: int, **prices: float) -> SetPassage:
    """A passage of `count` lines, and for a price each of one line more or less."""
    made = passage([False] * count)
    longer = {"longer": count + 1, "shorter": count - 1}
    variants = (Variant(passage([False] * longer[way]).text.lines, price) for way, price in prices.items())
    return replace(made, text=replace(made.text, variants=tuple(variants)))


def counts(made: Row) -> tuple[int, ...]:
    """Lines of each column."""
    return tuple(len(piece.lines) for piece in made.pieces if isinstance(piece, Lines))


SetRow = Callable[..., Row]


@pytest.fixture
def set_row(desk: Desk) -> SetRow:
    """Sets a row of two passages by the prices given, else by the theme's own."""

    def set_row(left: SetPassage | None, right: SetPassage | None, **paging: float) -> Row:
        changed = replace(desk, theme=replace(desk.theme, paging=replace(Paging(), **paging)))
        return text_row(HERE, changed, left, right, 0.0)

    return set_row


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (varied(9), varied(8, longer=100), (9, 9)),
        (varied(9, shorter=100), varied(8), (8, 8)),
        (varied(9, shorter=300), varied(8, longer=100), (9, 9)),
        (varied(9, shorter=100), varied(8, longer=300), (8, 8)),
        (varied(10, shorter=100), varied(8, longer=100), (9, 9)),
        (varied(8, longer=LIMIT), varied(9), (9, 9)),
    ],
)
def test_partners_end_level_where_it_is_cheap(
    set_row: SetRow, left: SetPassage, right: SetPassage, level: tuple[int, int]
) -> None:
    assert counts(set_row(left, right)) == level


def test_a_line_left_blank_has_its_price(set_row: SetRow) -> None:
    left, right = varied(9), varied(8, longer=100)
    assert counts(set_row(left, right, blank_cost=0.0)) == (9, 8)


def test_a_line_too_many_has_its_price(set_row: SetRow) -> None:
    left, right = varied(9), varied(8, longer=LIMIT)
    assert counts(set_row(left, right, variant_cost=1.0)) == (9, 8)
    assert counts(set_row(left, right, variant_cost=0.0)) == (9, 9)


def test_a_row_offers_each_number_of_lines_once_for_its_cheapest_price(set_row: SetRow) -> None:
    made = set_row(varied(9, longer=100, shorter=50), varied(9, longer=200))
    prices = {setting.count: setting.price for setting in made.settings}
    cost = Paging().variant_cost
    assert prices == {10: pytest.approx(300 * cost)}


def test_one_language_alone_may_be_longer_too(set_row: SetRow) -> None:
    made = set_row(None, varied(9, longer=100))
    assert [setting.count for setting in made.settings] == [10]


def settable(count: int, **prices: float) -> Row:
    """A row that is cut nowhere, and for a price each in `more` or `fewer` lines."""
    other = {"more": count + 1, "fewer": count - 1}
    settings = tuple(
        Setting(count=other[way], columns=(), cuts=(FORBIDDEN,) * (other[way] - 1), staggers=(), price=price)
        for way, price in prices.items()
    )
    return row(count, cuts=[FORBIDDEN] * (count - 1), settings=settings)


def chosen(rows: list[Row], first: int = 1) -> list[int]:
    return [made.count for made in settle(rows, paginate(rows, Foot(10 * GRID), GRID, first))]


def test_a_page_is_filled_by_a_longer_paragraph() -> None:
    rows = [settable(5), settable(4, more=1.0), settable(8)]
    assert chosen(rows) == [5, 5, 8]


def test_a_paragraph_stays_as_it_is_where_longer_is_dear() -> None:
    rows = [settable(5), settable(4, more=50.0), settable(8)]
    assert chosen(rows) == [5, 4, 8]


def test_a_shorter_paragraph_saves_the_page_after_it() -> None:
    rows = [settable(6, fewer=20.0), settable(5), settable(9)]
    assert ends(paginate(rows, Foot(10 * GRID), GRID, 1)) == [(1, 5), (2, 9)]
    assert chosen(rows)[0] == 5


def test_feet_of_facing_pages_are_made_level() -> None:
    rows = [settable(9), settable(10, fewer=30.0), settable(10)]
    assert chosen(rows, 2) == [9, 9, 10]
    assert chosen(rows, 1) == [9, 10, 10]


def test_a_paragraph_cut_over_pages_is_in_one_setting_on_both(set_row: SetRow) -> None:
    left = varied(18, longer=50)
    made = set_row(left, varied(18, longer=50))
    rows = [row(3, cuts=[FORBIDDEN] * 2), made, settable(8)]
    plans = paginate(rows, Foot(10 * GRID), GRID, 1)
    settings = {stretch.setting for plan in plans for stretch in plan.stretches if stretch.row == 1}
    assert len(settings) == 1
    settled = settle(rows, plans)[1]
    slabs = [
        slab
        for plan in plans
        for part in plan.stretches
        if part.row == 1
        for slab in range(part.start, part.stop)
    ]
    assert slabs == list(range(settled.count))
