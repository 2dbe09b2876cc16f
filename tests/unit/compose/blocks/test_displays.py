"""Key figures as large as their column lets them be, and events along the river."""

from __future__ import annotations

import pytest

from layout.compose.blocks.displays import compose_facts, compose_timeline
from layout.compose.desk import Desk
from layout.compose.parts.composed import ComposedBlock
from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.content.pairs import Pair
from layout.model.drawing import CurveTo
from layout.model.layout import ARTIFACT, DrawingItem, TextItem
from tests.unit.compose.pages import items_of, texts
from tests.unit.compose.programmes import HERE, both


def facts(*values: str) -> Facts:
    return Facts(HERE, tuple(Fact(Pair(value, value), both("ludzi")) for value in values))


@pytest.mark.parametrize(("value", "role"), [("7", "fact-value"), ("1 000 000 km", "opener")])
def test_key_figures_are_alike_and_as_large_as_fits(desk: Desk, value: str, role: str) -> None:
    composed = compose_facts(facts("7", value), desk)
    sizes = {
        item.line.runs[0].ink.size
        for row in composed.rows
        for item in texts(items_of(row))
        if "ludzi" not in item.line.text
    }
    assert sizes == {desk.style(role).size}


def test_a_key_figure_and_what_it_counts_are_read_as_one(desk: Desk) -> None:
    composed = compose_facts(facts("7", "8"), desk)
    assert [(node.tag, node.language) for node in composed.nodes] == [("P", "pl"), ("P", "cs")] * 2
    assert [len(node.children) for node in composed.nodes] == [2] * 4


@pytest.mark.parametrize("value", ["7", "1 000 000 km", "1 000 000 000 000 km"])
def test_the_colour_of_key_figures_does_not_change_with_their_size(desk: Desk, value: str) -> None:
    composed = compose_facts(facts(value), desk)
    colours = {
        item.line.runs[0].ink.colour
        for row in composed.rows
        for item in texts(items_of(row))
        if "ludzi" not in item.line.text
    }
    assert colours == {desk.theme.colour("river")}


def numerals(composed: ComposedBlock) -> list[list[TextItem]]:
    """The numerals of each row."""
    return [[i for i in texts(items_of(row)) if "ludzi" not in i.line.text] for row in composed.rows]


@pytest.mark.parametrize(("count", "rows"), [(3, 3), (4, 2), (5, 3), (12, 6)])
def test_many_short_ones_stand_two_in_a_row(desk: Desk, count: int, rows: int) -> None:
    composed = compose_facts(facts(*map(str, range(count))), desk)
    assert len(composed.rows) == rows
    said = [item.line.text for row in numerals(composed) for item in row]
    assert sorted(said) == sorted([str(n) for n in range(count)] * 2)
    languages = [node.language for node in composed.nodes]
    assert languages == ["pl", "cs"] * count


def test_many_wide_ones_do_not(desk: Desk) -> None:
    assert len(compose_facts(facts(*["1 000 km"] * 4), desk).rows) == 4


@pytest.mark.parametrize(("count", "kept"), [(2, True), (6, True), (12, False)])
def test_a_page_parts_them_only_where_they_are_more_than_it_holds(desk: Desk, count: int, kept: bool) -> None:
    *rows, last = compose_facts(facts(*["1 000 km"] * count), desk).rows
    assert {row.keep for row in rows} == {kept} and not last.keep


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_event_has_a_dot_and_the_river_runs_between_them(desk: Desk, count: int) -> None:
    events = tuple(
        Event(Pair(str(n), str(n)), both(" ".join(["słowo"] * 9 * n))) for n in range(1, count + 1)
    )
    composed = compose_timeline(Timeline(HERE, events), desk)
    drawn = [[i for i in items_of(row) if isinstance(i, DrawingItem)] for row in composed.rows]
    assert [len(items) for items in drawn] == [2] * (count - 1) + [1]
    assert {item.leaf for items in drawn for item in items} == {ARTIFACT}
    for row, items in zip(composed.rows[:-1], drawn, strict=False):
        river = items[0].box
        assert river.height == pytest.approx(row.step), "to the next event's dot"
        assert row.step - max(i.y for i in texts(items_of(row))) > desk.theme.page.grid, "apart from it"
    for row in composed.rows:
        left, right = (min(i.y for i in texts(items_of(row)) if i.x == x) for x, _ in desk.columns)
        assert left == right


def test_the_river_bends_once_from_event_to_event_by_turns(desk: Desk) -> None:
    events = tuple(Event(Pair(str(n), str(n)), both(" ".join(["słowo"] * 60))) for n in range(4))
    composed = compose_timeline(Timeline(HERE, events), desk)
    rivers = [items_of(row)[0] for row in composed.rows[:-1]]
    sides = []
    for river in rivers:
        assert isinstance(river, DrawingItem)
        (path,) = river.drawing.paths
        into, _ = (segment for segment in path.segments if isinstance(segment, CurveTo))
        sides.append(into.x > river.box.width / 2)
    assert sides == [True, False, True]
