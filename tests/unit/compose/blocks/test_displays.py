"""Key figures as large as their column lets them be, and events along the river."""

from __future__ import annotations

import pytest

from layout.compose.astride.numerals import BESIDE_GAP
from layout.compose.blocks.displays import compose_facts, compose_timeline
from layout.compose.desk import Desk
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import Fixed
from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Severity
from layout.model.drawing import CurveTo
from layout.model.layout import ARTIFACT, DrawingItem, Item, StructNode, TextItem
from layout.model.records import replace
from tests.passages import prose
from tests.unit.compose.pages import items_of, texts
from tests.unit.compose.programmes import HERE, both


def facts(*values: str) -> Facts:
    return Facts(HERE, tuple(Fact(Pair(value, value), both("ludzi")) for value in values))


def apart(*values: str) -> Facts:
    """Key figures that each language writes in its own way."""
    return Facts(HERE, tuple(Fact(Pair(value, f"{value}."), both("ludzi")) for value in values))


@pytest.mark.parametrize(("value", "role"), [("7", "fact-value"), ("1 000 000 km", "opener")])
def test_key_figures_are_alike_and_as_large_as_fits(desk: Desk, value: str, role: str) -> None:
    composed = compose_facts(apart("7", value), desk)
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
    composed = compose_facts(apart(*map(str, range(count))), desk)
    assert len(composed.rows) == rows
    said = [item.line.text for row in numerals(composed) for item in row]
    assert sorted(said) == sorted([*map(str, range(count)), *(f"{n}." for n in range(count))])
    languages = [node.language for node in composed.nodes]
    assert languages == ["pl", "cs"] * count


def test_many_wide_ones_do_not(desk: Desk) -> None:
    assert len(compose_facts(facts(*["1 000 km"] * 4), desk).rows) == 4


@pytest.mark.parametrize(("count", "kept"), [(2, True), (6, True), (12, False)])
def test_a_page_parts_them_only_where_they_are_more_than_it_holds(desk: Desk, count: int, kept: bool) -> None:
    *rows, last = compose_facts(facts(*["1 000 km"] * count), desk).rows
    assert {row.keep for row in rows} == {kept} and not last.keep


def test_what_both_languages_count_alike_is_drawn_once_and_read_in_both(desk: Desk) -> None:
    composed = compose_facts(facts("7"), desk)
    ((numeral,),) = numerals(composed)
    left, right = desk.columns
    middle = numeral.x + numeral.line.x + numeral.line.width / 2
    assert middle == pytest.approx((left[0] + left[1] + right[0]) / 2)
    first, second = (node.children[0] for node in composed.nodes)
    assert isinstance(first, StructNode) and isinstance(second, StructNode)
    assert first.children == second.children == (numeral.leaf,)
    assert (first.actual, second.actual, second.language) == (None, "7", "cs")


def test_labels_lean_on_it_from_both_sides(desk: Desk) -> None:
    (row,) = compose_facts(facts("130 km"), desk).rows
    numeral, left, right = texts(items_of(row))
    start, end = numeral.x + numeral.line.x, numeral.x + numeral.line.x + numeral.line.width
    assert left.x + left.line.x + left.line.width == pytest.approx(start - BESIDE_GAP)
    assert right.x == pytest.approx(end + BESIDE_GAP)
    assert left.y == right.y == numeral.y


@pytest.mark.parametrize("label", ["ludzi " * 30, "ludzi " * 12])
def test_long_labels_stand_below_it_in_their_columns(desk: Desk, label: str) -> None:
    facts = Facts(HERE, (Fact(Pair("1 000 000 km", "1 000 000 km"), both(label.strip())),))
    (row,) = compose_facts(facts, desk).rows
    numeral, *labels = texts(items_of(row))
    assert all(item.y > numeral.y for item in labels)
    (_, width), (right, _) = desk.columns
    for item in labels:
        end = item.x + item.line.x + item.line.width
        assert item.x == pytest.approx(right) or end == pytest.approx(width)


@pytest.mark.parametrize(
    "fact",
    [
        Fact(Pair("2,5 mln", "2,5 mil."), both("ludzi")),
        Fact(Pair("7", "8"), both("ludzi")),
        Fact(Pair("7", "7"), Pair(prose("ludzi"), None)),
        Fact(Pair("7", "7"), Pair(None, prose("ludzi"))),
    ],
)
def test_what_they_do_not_share_stands_in_its_column(desk: Desk, fact: Fact) -> None:
    composed = compose_facts(Facts(HERE, (fact,)), desk)
    said = [side for side, label in enumerate(fact.label.sides) if label is not None]
    assert [node.language for node in composed.nodes] == [("pl", "cs")[side] for side in said]
    starts = {item.x for row in composed.rows for item in texts(items_of(row))}
    assert starts == {desk.columns[side][0] for side in said}


def test_many_shared_ones_stand_two_in_a_row_only_to_stay_on_a_page(desk: Desk) -> None:
    assert len(compose_facts(facts(*map(str, range(5))), desk).rows) == 5
    assert len(compose_facts(facts(*map(str, range(12))), desk).rows) == 6


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


# Over a spread


def chronicle(count: int, words: int = 3, alike: bool = True) -> Timeline:
    """Events over a spread; with years that both languages write alike, or not."""
    events = (
        Event(Pair(str(2010 + n), str(2010 + n) + "." * (not alike)), both(" ".join(["dom"] * words)))
        for n in range(count)
    )
    return Timeline(HERE, tuple(events), True)


def spread_of(timeline: Timeline, desk: Desk) -> tuple[list[Item], list[Item]]:
    """What stands on its left and on its right page."""
    (row,) = compose_timeline(timeline, desk).rows
    assert row.floats is not None and row.floats.foot is not None and row.floats.head is None
    left, right = (
        [item for piece in half if isinstance(piece, Fixed) for item in piece.items]
        for half in row.floats.foot
    )
    return left, right


@pytest.mark.parametrize(("count", "left"), [(1, 1), (2, 1), (3, 2), (6, 3), (8, 4)])
def test_events_over_a_spread_are_shared_out_to_both_pages(desk: Desk, count: int, left: int) -> None:
    pages = spread_of(chronicle(count), desk)
    dots = [[item for item in page if isinstance(item, DrawingItem) and item.clip is None] for page in pages]
    assert [len(found) for found in dots] == [left, count - left]
    years = [[item.line.text for item in texts(page) if item.line.text.isdecimal()] for page in pages]
    assert [year for page in years for year in page] == [str(2010 + n) for n in range(count)]


def test_one_language_stands_above_the_river_and_the_other_below(desk: Desk) -> None:
    left, right = spread_of(chronicle(4), desk)
    for page in (left, right):
        (river,) = (item for item in page if isinstance(item, DrawingItem) and item.clip is not None)
        above = {item.line.text[:2] for item in texts(page) if item.y < river.box.y + 1}
        below = {item.line.text[:2] for item in texts(page) if item.y > river.box.y + river.box.height}
        assert (above, below) == ({"pl", "20"}, {"cs"})


def test_the_river_runs_over_the_fold_from_bleed_to_bleed(desk: Desk) -> None:
    page = desk.theme.page
    rivers = [
        next(item for item in half if isinstance(item, DrawingItem) and item.clip is not None)
        for half in spread_of(chronicle(4), desk)
    ]
    assert rivers[0].box.x == pytest.approx(-page.bleed)
    assert rivers[1].box.x == pytest.approx(-page.bleed - page.width)
    assert rivers[0].box.width == pytest.approx(2 * page.width + 2 * page.bleed)
    for river in rivers:
        assert river.clip is not None
        assert (river.clip.x, river.clip.width) == pytest.approx((-page.bleed, page.width + 2 * page.bleed))


@pytest.mark.parametrize("inner", [2.0, 14.0, 60.0])
def test_no_event_comes_near_the_fold(desk: Desk, inner: float) -> None:
    page = replace(desk.theme.page, inner=inner, fold=20.0)
    theme = replace(desk.theme, page=page)
    desk = replace(desk, theme=theme, typesetter=desk.typesetter.restyled(theme))
    left, right = spread_of(chronicle(6, words=8), desk)
    ends = [page.left_edge(2) + item.x + item.line.x + item.line.width for item in texts(left)]
    assert max(ends) <= page.width - 20.0 + 1.0
    assert min(page.left_edge(3) + item.x for item in texts(right)) >= 20.0 - 0.01


def test_a_year_that_both_share_is_drawn_once_and_read_twice(desk: Desk) -> None:
    shared = compose_timeline(chronicle(2), desk).nodes
    assert [(node.language, len(node.children)) for node in shared] == [("pl", 2), ("cs", 2)] * 2
    first, second = shared[0].children[0], shared[1].children[0]
    assert isinstance(first, StructNode) and isinstance(second, StructNode)
    assert first.children == second.children and (first.actual, second.actual) == (None, "2010")
    apart = compose_timeline(chronicle(2, alike=False), desk).nodes
    leaves = [node.children[0].children for node in apart if isinstance(node.children[0], StructNode)]
    assert len(set(leaves)) == 4


@pytest.mark.parametrize("timeline", [chronicle(11), chronicle(40)])
def test_too_many_events_stand_between_the_columns_with_a_note(desk: Desk, timeline: Timeline) -> None:
    composed = compose_timeline(timeline, desk)
    assert len(composed.rows) == len(timeline.events)
    assert [(note.code, note.severity) for note in composed.notes] == [("timeline-crowded", Severity.NOTE)]


def test_words_wider_than_their_place_stand_between_the_columns_too(desk: Desk) -> None:
    event = Event(Pair("2016", "2016"), both("międzyprzedszkolnopozaszkolny"))
    composed = compose_timeline(Timeline(HERE, (event,) * 8, True), desk)
    assert len(composed.rows) == 8 and composed.notes
