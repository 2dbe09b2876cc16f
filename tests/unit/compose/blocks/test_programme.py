"""A programme on its pages: every entry once, whole, beside its time; heads where a day goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.programme import compose_programme
from layout.compose.desk import Desk, plain
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.place import place_pages
from layout.model.blocks.programme import Programme
from layout.model.layout import ARTIFACT, LayoutPage, StructNode, TextItem
from layout.model.records import replace
from tests.unit.compose.programmes import LANGUAGES, make_programme

MARKS = ("(cd.)", "(pokr.)")


def lay(programme: Programme, desk: Desk, first: int = 1) -> tuple[tuple[LayoutPage, ...], list[StructNode]]:
    composed = compose_programme(programme, desk)
    page = desk.theme.page
    plans = paginate(composed.rows, Foot(page.lines * page.grid), page.grid, first)
    return place_pages(composed.rows, plans, first, desk)[0], list(composed.nodes)


def texts(page: LayoutPage) -> list[TextItem]:
    """The page's lines without folio and running titles, from the top."""
    foot = 0.9 * 210 / 25.4 * 72
    found = [item for item in page.items if isinstance(item, TextItem) and item.y < foot]
    return sorted(found, key=lambda item: (item.y, item.x))


def leaves_of(node: StructNode) -> list[int]:
    return [leaf for kid in node.children for leaf in ([kid] if isinstance(kid, int) else leaves_of(kid))]


def entries_of(table: StructNode) -> list[StructNode]:
    caption, *rows = table.children
    assert isinstance(caption, StructNode) and caption.tag == "Caption"
    return [row for row in rows if isinstance(row, StructNode)]


programmes = st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=20), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(days=programmes, first=st.integers(1, 2))
def test_no_entry_is_lost_doubled_or_parted_from_its_time(
    desk: Desk, days: list[list[int]], first: int
) -> None:
    pages, tables = lay(make_programme(days), desk, first)
    spots: dict[int, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages):
        for item in texts(page):
            if item.leaf != ARTIFACT:
                spots.setdefault(item.leaf, []).append((number, item.y))
    owned = [leaf for table in tables for leaf in leaves_of(table)]
    assert sorted(owned) == sorted(spots), "every leaf is on a page, once in the tree"
    assert [len(entries_of(table)) for table in tables] == [len(day) for day in days for _ in LANGUAGES]
    for table in tables:
        for entry in entries_of(table):
            time, cell = entry.children
            assert isinstance(time, StructNode) and isinstance(cell, StructNode)
            assert (time.tag, time.scope, cell.tag) == ("TH", "Row", "TD")
            (time_spot,) = spots[leaves_of(time)[0]]
            inner = [spots[leaf] for leaf in leaves_of(cell)]
            assert {page for lines in inner for page, _ in lines} == {time_spot[0]}
            assert inner[0][0][1] == pytest.approx(time_spot[1])


@settings(max_examples=40, deadline=None)
@given(days=programmes, first=st.integers(1, 2))
def test_a_head_stands_exactly_where_a_day_crosses_a_page(
    desk: Desk, days: list[list[int]], first: int
) -> None:
    pages, tables = lay(make_programme(days), desk, first)
    captions = {leaves_of(table)[0] for table in tables}
    day_of = {leaf: number // 2 for number, table in enumerate(tables) for leaf in leaves_of(table)}
    for page in pages:
        lines = texts(page)
        heads = [item.line.text for item in lines if item.leaf == ARTIFACT]
        opening = next(item for item in lines if item.leaf != ARTIFACT)
        if opening.leaf in captions:
            assert heads == []
        else:
            title = f"dzień {day_of[opening.leaf]} "
            assert heads == [
                f"{language} {title}{mark}" for language, mark in zip(LANGUAGES, MARKS, strict=True)
            ]
            assert all(item.leaf == ARTIFACT for item in lines[:2])
        assert max(lines, key=lambda item: item.y).leaf not in captions
        assert lines[-1].y <= desk.theme.page.top + desk.theme.page.lines * desk.theme.page.grid + 0.01


def test_the_last_entry_of_a_day_does_not_stand_alone(desk: Desk) -> None:
    for entries in range(20, 40):
        pages, tables = lay(make_programme([[1] * entries]), desk)
        last = set(leaves_of(entries_of(tables[0])[-1]) + leaves_of(entries_of(tables[1])[-1]))
        there = {item.leaf for item in texts(pages[-1])} - {ARTIFACT}
        assert there > last


def test_hours_are_aligned_by_their_minutes(desk: Desk) -> None:
    pages, tables = lay(make_programme([[6] * 15]), desk)
    times = {leaves_of(entry)[0] for entry in entries_of(tables[0])}
    starts: dict[int, set[float]] = {1: set(), 2: set()}
    for item in texts(pages[0]):
        if item.leaf in times:
            starts[item.line.text.index(".")].add(round(item.x, 2))
    (one,), (two,) = starts.values()
    assert one - two == pytest.approx(desk.width_of(plain("0"), 0, "programme-time"), abs=0.01)


def test_one_language_alone(desk: Desk) -> None:
    whole = make_programme([[6, 6], [6]])
    alone = tuple(
        replace(
            day,
            title=replace(day.title, left=None),
            activities=tuple(replace(one, text=replace(one.text, left=None)) for one in day.activities),
        )
        for day in whole.days
    )
    _, tables = lay(replace(whole, days=alone), desk)
    assert [(table.language, len(entries_of(table))) for table in tables] == [("cs", 2), ("cs", 1)]


@pytest.mark.parametrize(("width", "above"), [(420.0, False), (270.0, True), (250.0, True)])
def test_in_narrow_columns_times_stand_above_what_happens(desk: Desk, width: float, above: bool) -> None:
    page = replace(desk.theme.page, width=width, left_share=0.5)
    theme = replace(desk.theme, page=page)
    narrow = replace(desk, theme=theme, typesetter=desk.typesetter.restyled(theme))
    composed = compose_programme(make_programme([[4, 9]]), narrow)
    for row in composed.rows[1:]:
        items = [item for piece in row.pieces for item in getattr(piece, "items", ())]
        lines = [item for item in items if isinstance(item, TextItem)]
        times = {item.leaf for item in lines if item.line.text[0].isdigit()}
        first = min(item.y for item in lines if item.leaf not in times)
        assert (first > max(item.y for item in lines if item.leaf in times)) is above
        assert max(item.y for item in lines) < row.step, "the row is as high as its words"
