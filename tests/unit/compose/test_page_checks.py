"""What is told of pages that hold few lines or end far too early: which page, how many lines, where."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from layout.compose.page_checks import tell_sparse_pages
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.rows import Row
from layout.model.diagnostic import Severity
from layout.model.records import replace
from layout.model.theme import Theme
from layout.model.values import Count
from tests.unit.compose.slabs import GRID, HERE, row

FEW, EARLY = "page-of-few-lines", "page-ends-early"


def told(theme: Theme, rows: Sequence[Row], first: int = 2) -> list[tuple[str, object, object]]:
    page = theme.page
    plans = paginate(rows, Foot(page.lines * page.grid), page.grid, first)
    found = tell_sparse_pages(rows, plans, theme, first)
    assert all(remark.severity is Severity.NOTE and remark.where == HERE for remark in found)
    return [(remark.code, remark.values["page"], remark.values["count"]) for remark in found]


def whole(lines: int, **more: object) -> Row:
    """What cannot be cut, such as a figure."""
    return replace(row(1, **more), step=lines * GRID)  # type: ignore[arg-type]


@pytest.mark.parametrize(("lines", "few"), [(1, True), (2, True), (4, True), (5, False), (20, False)])
def test_a_last_page_of_few_lines_is_told(theme: Theme, lines: int, few: bool) -> None:
    rows = [whole(theme.page.lines), whole(lines)]
    assert told(theme, rows) == ([(FEW, 3, Count(lines))] if few else [])


def test_so_is_the_last_page_of_a_chapter(theme: Theme) -> None:
    rows = [whole(theme.page.lines), whole(3), whole(20, fresh=True)]
    assert told(theme, rows, first=5) == [(FEW, 6, Count(3))]


def test_a_page_that_was_asked_for_may_hold_what_it_wants(theme: Theme) -> None:
    assert told(theme, [whole(theme.page.lines), whole(2, fresh=True)]) == []
    assert told(theme, [whole(2)]) == []


@pytest.mark.parametrize("above", [1, 10, 30, 31, 35])
def test_a_page_blank_before_what_finds_no_room_is_told(theme: Theme, above: int) -> None:
    """From a quarter of 41 lines on, where 11 lines and more stay empty."""
    empty = theme.page.lines - above
    rows = [whole(above), whole(empty + 1)]
    told_of = [remark for remark in told(theme, rows) if remark[0] == EARLY]
    assert told_of == ([(EARLY, 2, Count(empty))] if above < 31 else [])


def test_none_is_told_where_a_page_may_end_or_columns_stand_side_by_side(theme: Theme) -> None:
    rows = [whole(20), whole(30, welcome=True)]
    assert told(theme, rows) == []
    columns = replace(theme, page=replace(theme.page, flows=2))
    assert told(columns, [whole(10), whole(40), whole(2)]) == []
