"""Takes tables, gives rows of ragged cells: a row of one language level with the same row of the other."""

from __future__ import annotations

from dataclasses import replace

from layout.compose.desk import Desk, nodes_of
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.heads import repeat_head, silent
from layout.compose.parts.stacks import stack_items, stack_of
from layout.compose.parts.thin_rules import rule_columns
from layout.compose.rows import Fixed, Row
from layout.model.blocks.tables import Table
from layout.model.content.pairs import ProsePair
from layout.model.layout import Item, StructNode

CELL_GAP = 12.0
"""Points between the columns of a table."""
CELL_PAD = 3.0
"""Points above and below a cell's text, beside its rule."""


def compose_table(block: Table, desk: Desk) -> ComposedBlock:
    """Both languages' tables side by side: a row of one is level with the same row of the other."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    tables: tuple[list[StructNode], list[StructNode]] = ([], [])
    before = desk.theme.page.grid
    if block.caption is not None:
        caption = desk.set_pair(block.caption, "caption", "Caption")
        items: list[Item] = []
        height = 0.0
        for passage in caption:
            lines, used = stack_items(stack_of(passage), 0.0, desk)
            items.extend(lines)
            height = max(height, used)
        rows.append(
            Row(
                where=block.where,
                step=desk.whole(height + CELL_PAD),
                count=1,
                pieces=(Fixed(tuple(items)),),
                before=before,
                keep=True,
            )
        )
        for side, heading in enumerate(caption):
            tables[side].extend(nodes_of(heading))
        before = 0.0
    last = len(block.rows)
    for number, cells in enumerate((block.head, *block.rows)):
        row = _table_row(block, cells, number, desk, tables)
        rows.append(replace(row, before=0.0 if number else before, keep=number in (0, last - 1)))
    rows[-1] = _ruled(rows[-1], desk)
    head, *body = closed(rows[-last - 1 :], 0.0, desk)
    rows[-last:] = repeat_head(body, silent(head), head.height, desk)
    nodes.extend(
        StructNode(tag="Table", children=tuple(tables[side]), language=desk.languages[side])
        for side in (0, 1)
        if tables[side]
    )
    return ComposedBlock(tuple(rows), tuple(nodes))


def _ruled(row: Row, desk: Desk) -> Row:
    """The last row of a table, with the rule below it."""
    rules = Fixed(tuple(rule_columns(row.step, desk)))
    return replace(row, pieces=(*row.pieces, rules))


def _table_row(
    block: Table,
    cells: tuple[ProsePair, ...],
    number: int,
    desk: Desk,
    tables: tuple[list[StructNode], list[StructNode]],
) -> Row:
    items: list[Item] = []
    height = 0.0
    for side in desk.sides:
        x, width = desk.columns[side]
        boxes = _cell_boxes(x, _shares(block, width, desk))
        found: list[StructNode] = []
        for index, (cell, box) in enumerate(zip(cells, boxes, strict=True)):
            heads = number == 0 or index == 0
            role = "table-head" if heads else "table-cell"
            passage = desk.set_side(cell.sides[side], side, role, "TH" if heads else "TD", box)
            lines, used = stack_items(stack_of(passage), CELL_PAD, desk)
            items.extend(lines)
            height = max(height, used + 2 * CELL_PAD)
            if passage is not None:
                scope = ("Column" if number == 0 else "Row") if heads else None
                found.append(StructNode(tag=passage.node.tag, children=passage.node.children, scope=scope))
        if found:
            tables[side].append(StructNode(tag="TR", children=tuple(found)))
    items.extend(rule_columns(0.0, desk))
    return Row(where=block.where, step=height, count=1, pieces=(Fixed(tuple(items)),))


def _cell_boxes(x: float, widths: list[float]) -> list[tuple[float, float]]:
    boxes = []
    for width in widths:
        boxes.append((x, width))
        x += width + CELL_GAP
    return boxes


def _shares(block: Table, width: float, desk: Desk) -> list[float]:
    """Widths of the table's columns in a text column of `width`, the same in both languages.

    A column whose longest cell needs no more than an equal share gets what it needs; others share the rest.
    """
    wanted = [_widest(block, index, desk) for index in range(len(block.head))]
    room = width - CELL_GAP * (len(wanted) - 1)
    open_columns = set(range(len(wanted)))
    while open_columns:
        share = room / len(open_columns)
        content = {index for index in open_columns if wanted[index] <= share}
        if not content or content == open_columns:
            break
        room -= sum(wanted[index] for index in content)
        open_columns -= content
    share = room / len(open_columns)
    return [share if index in open_columns else need for index, need in enumerate(wanted)]


def _widest(block: Table, index: int, desk: Desk) -> float:
    """Width of the widest cell of a column set on one line, in either language."""
    widths = [0.0]
    for number, cells in enumerate((block.head, *block.rows)):
        role = "table-head" if number == 0 or index == 0 else "table-cell"
        for side, prose in enumerate(cells[index].sides):
            if prose is not None:
                widths.append(desk.width_of(prose, side, role))
    return max(widths)
