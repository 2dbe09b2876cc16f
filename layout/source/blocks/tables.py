"""The table by which small tables are read, row by row."""

from __future__ import annotations

from layout.model.blocks.tables import Alignment, ColumnWidth, Table, TablePlace
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.values import Count
from layout.source.fields.passages import PROSE_PAIR, SHARED_PROSE
from layout.source.fields.scalars import POINTS, Choice, Schema, take_scalar
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Items, Node
from layout.source.nodes.reading import Reading

MOST_COLUMNS = 12
_WIDTH = late_pattern(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)[ ]?(%|mm|cm|in|pt)?")


class ColumnWidthField:
    """`auto`, a length, a part of the table in per cent, or a number: a share of what the others leave."""

    def read(self, node: Node, reading: Reading) -> ColumnWidth:
        scalar = take_scalar(node, reading, "expected-text")
        if scalar.text == "auto":
            return ColumnWidth()
        found = _WIDTH.fullmatch(scalar.text)
        value = float(found[1]) if found else 0.0
        unit = found[2] if found else None
        if not value or (unit == "%" and value > 100):
            reading.refuse("bad-column-width", reading.span(node), value=scalar.text)
        if unit is None:
            return ColumnWidth(share=value)
        return ColumnWidth(part=value / 100) if unit == "%" else ColumnWidth(points=value * POINTS[unit])

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "pattern": r"^(auto|[0-9]+(\.[0-9]+)? ?(%|mm|cm|in|pt)?)$"}


def _build_table(given: Given, where: Span, reading: Reading) -> Table:
    return Table(
        where=where,
        head=given["head"],
        rows=given["rows"],
        caption=given.get("caption"),
        align=given.get("align", ()),
        widths=given.get("widths", ()),
        place=given.get("place"),
    )


def _check_rows(given: Given, node: Entries, reading: Reading) -> bool:
    """Whether every row has a cell for each column, and what is said of columns is said of each."""
    head = node.values.get("head")
    if not isinstance(head, Items):
        return True
    columns = len(head.nodes)
    rows = node.values.get("rows")
    cells = rows.nodes if isinstance(rows, Items) else []
    wrong = [("row-length", "rows", row) for row in cells if _misses(row, columns)]
    said = ((key, node.values.get(key)) for key in ("align", "widths"))
    wrong += [("column-count", key, found) for key, found in said if found and _misses(found, columns)]
    for code, key, found in wrong:
        count = Count(len(found.nodes)) if isinstance(found, Items) else Count(0)
        reading.report(code, reading.span(found), key=key, cells=count, columns=Count(columns))
    return not wrong


def _misses(node: Node, columns: int) -> bool:
    return isinstance(node, Items) and len(node.nodes) != columns


TABLE = Record(
    _build_table,
    {
        "caption": Field(PROSE_PAIR, "Words above the table."),
        "head": Field(ListOf(SHARED_PROSE, most=MOST_COLUMNS), "Headings of the columns.", True),
        "rows": Field(ListOf(ListOf(SHARED_PROSE)), "Rows of cells; the first cell heads its row.", True),
        "align": Field(
            ListOf(Choice({alignment.value: alignment for alignment in Alignment}), most=MOST_COLUMNS),
            "For each column left, right or decimal; numbers are decimal if not given.",
        ),
        "widths": Field(
            ListOf(ColumnWidthField(), most=MOST_COLUMNS),
            "For each column auto, a length, per cent of the table, or a share of the rest.",
        ),
        "place": Field(
            Choice({place.value: place for place in TablePlace}),
            "A table in each column, or one over both; if not given, over both where columns are too narrow.",
        ),
    },
    check=_check_rows,
)
