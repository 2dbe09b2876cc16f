"""Tables of both languages side by side: alike in their columns, level in their rows, heads named."""

from __future__ import annotations

import pytest

from layout.compose.blocks.tables import CELL_GAP, compose_table
from layout.compose.desk import Desk
from layout.model.blocks.tables import Table
from layout.model.layout import StructNode
from tests.unit.compose.pages import items_of, texts
from tests.unit.compose.programmes import HERE, both

LONG = " ".join(["słowo"] * 12)
TABLE = Table(HERE, (both("a"), both("b")), ((both("c"), both(LONG)), (both("d"), both("e"))), both("tabela"))


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
    assert second.x - first.x == pytest.approx(widest + CELL_GAP)


def test_heads_say_what_they_head_and_the_caption_belongs_to_the_table(desk: Desk) -> None:
    composed = compose_table(TABLE, desk)
    assert [(node.tag, node.language) for node in composed.nodes] == [("Table", "pl"), ("Table", "cs")]
    for node in composed.nodes:
        caption, *rows = kids(node)
        assert caption.tag == "Caption"
        cells = [[(cell.tag, cell.scope) for cell in kids(row)] for row in rows]
        assert cells == [[("TH", "Column")] * 2, *[[("TH", "Row"), ("TD", None)]] * 2]


def test_head_and_first_row_and_the_last_two_are_not_parted(desk: Desk) -> None:
    many = Table(HERE, TABLE.head, ((both("c"), both("e")),) * 6, None)
    assert [row.keep for row in compose_table(many, desk).rows] == [
        True,
        False,
        False,
        False,
        False,
        True,
        False,
    ]
