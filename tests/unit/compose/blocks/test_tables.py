"""Tables of both languages side by side: alike in their columns, level in their rows, heads named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from layout.compose.blocks.tables import compose_table
from layout.compose.desk import Desk, line_width
from layout.compose.parts.composed import ComposedBlock
from layout.model.blocks.tables import Alignment, ColumnWidth, Table, TablePlace
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Rejected, Severity
from layout.model.layout import DrawingItem, StructNode, TextItem
from layout.model.records import replace
from tests.unit.compose.pages import items_of, texts
from tests.unit.compose.programmes import HERE, both

LONG = " ".join(["słowo"] * 12)
TABLE = Table(
    where=HERE,
    head=(both("a"), both("b")),
    rows=((both("c"), both(LONG)), (both("d"), both("e"))),
    caption=both("tabela"),
)


def kids(node: StructNode) -> list[StructNode]:
    return [kid for kid in node.children if isinstance(kid, StructNode)]


def test_rows_stand_level_and_columns_are_alike_in_both_languages(desk: Desk) -> None:
    for row in compose_table(TABLE, desk).rows[1:]:
        cells = texts(items_of(row))
        starts = [[i.x - x for i in cells if x <= i.x < x + width] for x, width in desk.columns]
        tops = [min(i.y for i in cells if x <= i.x < x + width) for x, width in desk.columns]
        assert sorted(set(starts[0])) == pytest.approx(sorted(set(starts[1])))
        assert tops[0] == tops[1]


def test_a_short_column_takes_no_more_than_its_words(desk: Desk) -> None:
    head = compose_table(TABLE, desk).rows[1]
    first, second = [item for item in texts(items_of(head)) if item.x < desk.columns[1][0]]
    widest = max(
        desk.width_of(side, number, "table-head")
        for cell in (TABLE.head[0], *(cells[0] for cells in TABLE.rows))
        for number, side in enumerate(cell.sides)
        if side is not None
    )
    assert second.x - first.x == pytest.approx(widest + desk.theme.table.gap)


def test_heads_say_what_they_head_and_the_caption_belongs_to_the_table(desk: Desk) -> None:
    composed = compose_table(TABLE, desk)
    assert [(node.tag, node.language) for node in composed.nodes] == [("Table", "pl"), ("Table", "cs")]
    for node in composed.nodes:
        caption, *rows = kids(node)
        assert caption.tag == "Caption"
        cells = [[(cell.tag, cell.scope) for cell in kids(row)] for row in rows]
        assert cells == [[("TH", "Column")] * 2, *[[("TH", "Row"), ("TD", None)]] * 2]


def test_two_rows_at_least_stand_on_either_side_of_a_page_break(desk: Desk) -> None:
    many = Table(where=HERE, head=TABLE.head, rows=((both("c"), both("e")),) * 6)
    assert [row.keep for row in compose_table(many, desk).rows] == [
        True,
        True,
        False,
        False,
        False,
        True,
        False,
    ]


def same(words: str) -> ProsePair:
    return Pair(*(Prose((Run(words),), HERE),) * 2)


def table(*rows: Sequence[str], **said: Any) -> Table:
    """A table whose words serve both languages; the first of `rows` is its head."""
    head, *body = (tuple(map(same, row)) for row in rows)
    return Table(where=HERE, head=head, rows=tuple(body), **said)


def line(composed: ComposedBlock, words: str) -> TextItem:
    """The first line with these words."""
    return next(i for row in composed.rows for i in texts(items_of(row)) if i.line.text == words)


def right(item: TextItem) -> float:
    return item.x + line_width(item.line)


NUMBERS = table(["a", "b"], ["x", "5,25 km"], ["y", "100 km"], ["z", "12,5 km"])


def test_decimal_marks_stand_below_each_other(desk: Desk) -> None:
    composed = compose_table(NUMBERS, desk)
    marks = []
    for words, before in (("5,25 km", "5"), ("100 km", "100"), ("12,5 km", "12")):
        item = line(composed, words)
        digits = [a for run in item.line.runs for shape in run.shapes for a in shape.advances][: len(before)]
        assert len(set(digits)) == 1
        marks.append(item.x + item.line.x + sum(digits) * item.line.runs[0].ink.size / 1000)
    assert marks == pytest.approx([marks[0]] * 3)


def test_words_stand_left_unless_told_otherwise(desk: Desk) -> None:
    rows = [["a", "b"], ["x", "łatwa"], ["y", "bardzo trudna"]]
    left = compose_table(table(*rows), desk)
    assert line(left, "łatwa").x == line(left, "bardzo trudna").x
    told = compose_table(table(*rows, align=(Alignment.LEFT, Alignment.RIGHT)), desk)
    assert right(line(told, "łatwa")) == pytest.approx(right(line(told, "bardzo trudna")))
    numbers = replace(NUMBERS, align=(Alignment.LEFT, Alignment.LEFT))
    plain = compose_table(numbers, desk)
    assert line(plain, "5,25 km").x == line(plain, "100 km").x


def test_widths_place_the_columns(desk: Desk) -> None:
    shares = (ColumnWidth(share=3), ColumnWidth(share=1))
    composed = compose_table(table(["a", "b"], ["c", "d"], widths=shares), desk)
    room = desk.columns[0][1] - desk.theme.table.gap
    assert line(composed, "b").x == pytest.approx(room * 0.75 + desk.theme.table.gap)


def test_a_table_over_both_columns_speaks_both_languages_in_its_cells(desk: Desk) -> None:
    both_languages = replace(TABLE, place=TablePlace.BOTH)
    composed = compose_table(both_languages, desk)
    (node,) = composed.nodes
    caption, *rows = kids(node)
    assert (node.tag, node.language, caption.tag) == ("Table", None, "Caption")
    assert [kid.language for kid in kids(caption)] == ["pl", "cs"]
    assert [[kid.language for kid in kids(cell)] for row in rows for cell in kids(row)] == [["pl", "cs"]] * 6
    polish, czech = line(composed, "pl c"), line(composed, "cs c")
    assert (polish.x, polish.y < czech.y) == (czech.x, True)
    assert composed.notes == ()


def test_what_both_languages_share_stands_once_in_the_colour_of_neither(desk: Desk) -> None:
    composed = compose_table(replace(NUMBERS, place=TablePlace.BOTH), desk)
    said = [item.line.text for row in composed.rows for item in texts(items_of(row))]
    assert sorted(said) == sorted(["a", "b", "x", "y", "z", "5,25 km", "100 km", "12,5 km"])
    assert line(composed, "x").line.runs[0].ink.colour == desk.theme.colour("accent")


def width(words: str, desk: Desk) -> float:
    return desk.width_of(Prose((Run(words),)), 0, "table-cell")


LONG_WORD = "nejneobhospodařovávatelnějšími"


def test_type_gets_smaller_before_a_table_is_given_up(desk: Desk) -> None:
    room = desk.columns[0][1] - desk.theme.table.least_gap
    word = next(w for w in ("m" * n for n in range(99)) if width(w, desk) + width("a", desk) > room)
    composed = compose_table(table(["a", "b"], ["a", word], place=TablePlace.COLUMNS), desk)
    size = line(composed, word).line.runs[0].ink.size
    assert desk.theme.table.least_size <= size < desk.style("table-cell").size


def test_a_table_too_wide_for_a_column_goes_over_both_with_a_note(desk: Desk) -> None:
    composed = compose_table(table(["a", "b"], [LONG_WORD, LONG_WORD]), desk)
    assert [(note.code, note.severity) for note in composed.notes] == [("table-over-both", Severity.NOTE)]
    assert len(composed.nodes) == 1


@pytest.mark.parametrize("place", [None, *TablePlace])
def test_a_table_that_fits_nowhere_is_one_mistake(desk: Desk, place: TablePlace | None) -> None:
    with pytest.raises(Rejected) as refused:
        compose_table(table(["a"] * 5, *[[LONG_WORD] * 5] * 3, place=place), desk)
    assert [problem.code for problem in refused.value.diagnostics] == ["table-too-wide"]


def test_head_and_foot_are_ruled_heavier_than_rows(desk: Desk) -> None:
    style = desk.theme.table
    weights = [
        [round(item.box.height, 2) for item in items_of(row) if isinstance(item, DrawingItem)]
        for row in compose_table(NUMBERS, desk).rows
    ]
    head, row, foot = ([weight] * 2 for weight in (style.outer_rule, style.row_rule, style.outer_rule))
    assert weights == [[*head, *[style.head_rule] * 2], [], row, [*row, *foot]]
