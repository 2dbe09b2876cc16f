"""The table by which small tables are read, row by row."""

from __future__ import annotations

from layout.model.blocks.tables import Table
from layout.model.diagnostic import Span
from layout.model.values import Count
from layout.source.fields.passages import PROSE_PAIR, SHARED_PROSE
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Items
from layout.source.nodes.reading import Reading


def _build_table(given: Given, where: Span, reading: Reading) -> Table:
    return Table(where, given["head"], given["rows"], given.get("caption"))


def _check_rows(given: Given, node: Entries, reading: Reading) -> bool:
    head, rows = node.values.get("head"), node.values.get("rows")
    if not isinstance(head, Items) or not isinstance(rows, Items):
        return True
    columns = len(head.nodes)
    wrong = [row for row in rows.nodes if isinstance(row, Items) and len(row.nodes) != columns]
    for row in wrong:
        reading.report("row-length", reading.span(row), cells=Count(len(row.nodes)), columns=Count(columns))
    return not wrong


TABLE = Record(
    _build_table,
    {
        "caption": Field(PROSE_PAIR, "Words above the table."),
        "head": Field(ListOf(SHARED_PROSE, most=12), "Headings of the columns.", True),
        "rows": Field(ListOf(ListOf(SHARED_PROSE)), "Rows of cells; the first cell heads its row.", True),
    },
    check=_check_rows,
)
