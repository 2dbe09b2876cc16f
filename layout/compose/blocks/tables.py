"""Takes tables, gives rows of ragged cells: a row of one language level with the same row of the other."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.desk import Desk, SetPassage, line_width, text_items
from layout.compose.parts.bound_parts import bound_parts
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.figures import are_numbers, find_decimal_mark
from layout.compose.parts.heads import repeat_head, silent
from layout.compose.parts.stacks import stack_items, stack_of
from layout.compose.parts.thin_rules import rule_spans
from layout.compose.parts.widths import ColumnNeed, share_out
from layout.compose.rows import Fixed, Row
from layout.model.blocks.tables import Alignment, Table, TablePlace
from layout.model.content.pairs import ProsePair
from layout.model.content.prose import Prose
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.layout import Item, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.model.shapes import Line
from layout.model.theme import TextStyle, Theme
from layout.model.units import NO_BREAK_SPACE
from layout.model.values import Count

CELL_PAD = 3.0
"""Points above and below a cell's text, beside its rule."""
SIZE_STEP = 0.5
"""Points by which a table's type is made smaller until the table fits."""
SHARED = -1
"""The side of a table over both columns, whose cells speak both languages."""
HEAD, CELL = "table-head", "table-cell"
NUMBER = "-number"
"""What is added to a style's name in columns of numbers: its figures are alike in width there."""

COMMON = "-common"
"""What is added where one word stands for both languages: it is of neither one's colour."""


class _Column(Struct, frozen=True):
    """One column of a table: how its cells stand, and how far numbers reach from their decimal marks on."""

    align: Alignment
    need: ColumnNeed
    behind: float = 0.0

    def role(self, role: str, *, common: bool = False) -> str:
        """The style of its cells, where `common` words are those of no one language."""
        return role + (NUMBER if self.align is not Alignment.LEFT else "") + (COMMON if common else "")


class _Plan(Struct, frozen=True):
    """How a table is set: with which styles, where its parts stand, and its columns' boxes from there."""

    desk: Desk
    spans: dict[int, tuple[float, float]]
    """(x, width) of the table of each side, or of the one that both share."""
    columns: tuple[_Column, ...]
    boxes: tuple[tuple[float, float], ...]


def compose_table(block: Table, desk: Desk) -> ComposedBlock:
    """A table in each column, their rows level, or one over both columns with both languages in its cells.

    Raises Rejected, once, where the table is too wide even in the theme's smallest type for tables.
    """
    plan = _plan(block, desk)
    notes = _notes(block, plan)
    desk = plan.desk
    tables: dict[int, list[StructNode]] = {side: [] for side in plan.spans}
    before = desk.theme.page.grid
    rows: list[Row] = []
    if block.caption is not None:
        caption, nodes = _caption(block, block.caption, plan)
        rows.append(replace(caption, before=before))
        for side, node in nodes:
            tables[side].append(node)
        before = 0.0
    last = len(block.rows)
    for number, cells in enumerate((block.head, *block.rows)):
        row = _table_row(block, cells, number, plan, tables)
        keep = number in (0, 1, last - 1) and number < last
        rows.append(replace(row, before=0.0 if number else before, keep=keep))
    rows[-1] = _ruled(rows[-1], plan)
    head, *body = closed(rows[-last - 1 :], 0.0, desk)
    rows[-last:] = repeat_head(body, silent(head), head.height, desk)
    elements = tuple(
        StructNode(
            tag="Table",
            children=tuple(children),
            language=None if side == SHARED else desk.languages[side],
        )
        for side, children in tables.items()
        if children
    )
    return ComposedBlock(rows=tuple(rows), nodes=elements, notes=notes)


def _notes(block: Table, plan: _Plan) -> tuple[Diagnostic, ...]:
    """A note where a table went over both columns of itself."""
    if SHARED not in plan.spans or block.place is TablePlace.BOTH:
        return ()
    return (Diagnostic("table-over-both", block.where, {}, Severity.NOTE),)


def _plan(block: Table, desk: Desk) -> _Plan:
    """The first way that has room for every word, from the usual one to the narrowest; raises Rejected."""
    beside = {side: desk.columns[side] for side in desk.sides}
    ways = {TablePlace.COLUMNS: beside}
    if len(desk.sides) == 2:
        ways[TablePlace.BOTH] = {SHARED: desk.measure}
    wanted = [ways.get(block.place, beside)] if block.place else list(ways.values())
    for spans in wanted:
        for trial in _smaller(desk):
            columns = tuple(_column(block, index, trial, spans) for index in range(len(block.head)))
            for gap in dict.fromkeys((desk.theme.table.gap, desk.theme.table.least_gap)):
                boxes = _boxes(block, columns, min(width for _, width in spans.values()), gap)
                if boxes is not None:
                    final = desk.restyled(trial.theme.styles)
                    return _Plan(final, spans, columns, boxes)
    raise Rejected.one("table-too-wide", block.where, columns=Count(len(block.head)))


def _smaller(desk: Desk) -> Iterator[Desk]:
    """Desks that report nothing, each with smaller type in tables than the one before."""
    theme = desk.theme
    cell = theme.styles[CELL].size
    size = cell
    while size == cell or size > theme.table.least_size - 0.01:
        styles: dict[str, TextStyle] = {}
        for role in (HEAD, CELL):
            style = theme.styles[role]
            part = size / cell
            smaller = replace(style, size=style.size * part, leading=style.leading * part)
            for name, kind in ((role, smaller), (role + NUMBER, _tabular(smaller))):
                styles |= {name: kind, name + COMMON: _common(kind, theme)}
        trial = desk.restyled(styles)
        yield replace(trial, typesetter=trial.typesetter.telling(lambda problem: None))
        size -= SIZE_STEP


def _tabular(style: TextStyle) -> TextStyle:
    return replace(style, features=tuple(dict.fromkeys((*style.features, "tnum"))))


def _common(style: TextStyle, theme: Theme) -> TextStyle:
    return replace(style, colour=theme.accents["common"]) if style.colour == "accent" else style


def _spoken(cell: ProsePair, side: int, desk: Desk) -> list[tuple[int, Prose]]:
    """What a cell says in the table of `side`, with its languages' sides; what both share stands once."""
    sides = range(2) if side == SHARED else (side,)
    there = [(number, prose) for number in sides if (prose := cell.sides[number]) is not None]
    if len(there) == 2 and _bare(there[0][1]) == _bare(there[1][1]):
        return there[:1]
    return there


def _bare(prose: Prose) -> str:
    return "".join(prose.text.split())


def _column(block: Table, index: int, desk: Desk, spans: dict[int, tuple[float, float]]) -> _Column:
    """What column `index` needs in any of the tables of `spans`, measured on a quiet desk."""
    said = [
        [entry for side in spans for entry in _spoken(cells[index], side, desk)]
        for cells in (block.head, *block.rows)
    ]
    heads, cells = said[0], [entry for entries in said[1:] for entry in entries]
    align = block.align[index] if block.align else _usual(cells, desk)
    column = _Column(align, ColumnNeed(0.0, 0.0))
    role = column.role(HEAD if index == 0 else CELL)
    widths = [_need(prose, side, column.role(HEAD), desk) for side, prose in heads]
    widths += [_need(prose, side, role, desk) for side, prose in cells]
    least, most = max(need.least for need in widths), max(need.most for need in widths)
    if align is Alignment.DECIMAL:
        parts = [_parts(line, desk.languages[side]) for side, line in _lines(cells, role, desk)]
        before, behind = (max((part[order] for part in parts), default=0.0) for order in (0, 1))
        least = max(least, before + behind)
        return _Column(align, ColumnNeed(least, max(most, least)), behind)
    return _Column(align, ColumnNeed(least, most))


def _usual(cells: list[tuple[int, Prose]], desk: Desk) -> Alignment:
    numbers = are_numbers((prose.text, desk.languages[side]) for side, prose in cells)
    return Alignment.DECIMAL if numbers else Alignment.LEFT


def _need(prose: Prose, side: int, role: str, desk: Desk) -> ColumnNeed:
    least = max(_least(part, side, role, desk) for part in bound_parts(prose))
    return ColumnNeed(least, desk.width_of(prose, side, role))


def _least(part: Prose, side: int, role: str, desk: Desk) -> float:
    """The widest of what a part that holds together may be divided into: words that are bound stay so."""
    if NO_BREAK_SPACE in part.text:
        return desk.width_of(part, side, role)
    return max(map(line_width, desk.typesetter.set(part, role, desk.languages[side], TINY).lines))


TINY = 0.01
"""A measure in which a line ends wherever it may."""


def _lines(cells: list[tuple[int, Prose]], role: str, desk: Desk) -> Iterator[tuple[int, Line]]:
    """The cells that are numbers, each on one line."""
    for side, prose in cells:
        language = desk.languages[side]
        if find_decimal_mark(prose.text, language) is not None:
            yield side, desk.typesetter.set(prose, role, language, 100 * desk.theme.page.width).lines[0]


def _parts(line: Line, language: str) -> tuple[float, float]:
    """How far a line reaches before its decimal mark and from there on; one without a number ends there."""
    mark = find_decimal_mark(line.text, language)
    before = line_width(line) if mark is None else line.x + _width_before(line, mark)
    return before, line_width(line) - before


def _width_before(line: Line, count: int) -> float:
    """Points that the first `count` characters of a line take."""
    width = 0.0
    for run in line.runs:
        for shape in run.shapes:
            factor = line.space if shape.space else line.scale
            for text, advance in zip(shape.texts, shape.advances, strict=True):
                if count <= 0 and text:
                    return width
                width += (advance + run.ink.tracking) * run.ink.size / 1000 * factor
                count -= len(text)
    return width


def _boxes(
    block: Table, columns: tuple[_Column, ...], room: float, gap: float
) -> tuple[tuple[float, float], ...] | None:
    """(x, width) of each column from the table's left edge, in `room` points; None if it is too narrow."""
    gaps = len(columns) - 1
    widths = share_out([column.need for column in columns], block.widths, room - gap * gaps)
    if widths is None:
        return None
    slack = room - gap * gaps - sum(widths)
    ends_ragged = columns[-1].align is Alignment.LEFT
    gap += max(0.0, slack) / max(1, gaps + ends_ragged)
    boxes, x = [], 0.0
    for width in widths:
        boxes.append((x, width))
        x += width + gap
    return tuple(boxes)


def _caption(block: Table, caption: ProsePair, plan: _Plan) -> tuple[Row, list[tuple[int, StructNode]]]:
    """The words above the table, in their columns, and for each table its element."""
    desk = plan.desk
    shared = SHARED in plan.spans
    passages = desk.set_pair(caption, "caption", "P" if shared else "Caption")
    items: list[Item] = []
    height = 0.0
    for passage in passages:
        lines, used = stack_items(stack_of(passage), 0.0, desk)
        items.extend(lines)
        height = max(height, used)
    there = [(side, passage.node) for side, passage in enumerate(passages) if passage is not None]
    if shared:
        there = [(SHARED, StructNode(tag="Caption", children=tuple(node for _, node in there)))]
    step = desk.whole(height + CELL_PAD)
    return Row(where=block.where, step=step, count=1, pieces=(Fixed(tuple(items)),), keep=True), there


def _ruled(row: Row, plan: _Plan) -> Row:
    """The last row of a table, with the rule below it."""
    rules = rule_spans(plan.spans.values(), row.step, plan.desk.theme.table.outer_rule, plan.desk)
    return replace(row, pieces=(*row.pieces, Fixed(tuple(rules))))


def _table_row(
    block: Table,
    cells: tuple[ProsePair, ...],
    number: int,
    plan: _Plan,
    tables: dict[int, list[StructNode]],
) -> Row:
    """Row `number` of all tables, the heads being number 0; its elements go to `tables`."""
    desk, rules = plan.desk, plan.desk.theme.table
    items: list[Item] = []
    height = 0.0
    for side, (left, _) in plan.spans.items():
        found: list[StructNode] = []
        for index, cell in enumerate(cells):
            spoken = _spoken(cell, side, desk)
            if not spoken:
                continue
            common = side == SHARED and len(spoken) == 1
            passages = [_set_cell(entry, index, number, left, plan, common=common) for entry in spoken]
            lines, used = _stack_cell(passages, plan.columns[index], plan.boxes[index], left, desk)
            items.extend(lines)
            height = max(height, used + 2 * CELL_PAD)
            found.append(_cell_node(passages, index, number))
        if found:
            tables[side].append(StructNode(tag="TR", children=tuple(found)))
    spans = plan.spans.values()
    if number != 1:
        items.extend(rule_spans(spans, 0.0, rules.row_rule if number else rules.outer_rule, desk))
    if number == 0:
        items.extend(rule_spans(spans, height, rules.head_rule, desk))
    return Row(where=block.where, step=height, count=1, pieces=(Fixed(tuple(items)),))


def _set_cell(
    entry: tuple[int, Prose], index: int, number: int, left: float, plan: _Plan, *, common: bool
) -> SetPassage:
    side, prose = entry
    role = plan.columns[index].role(HEAD if number == 0 or index == 0 else CELL, common=common)
    x, width = plan.boxes[index]
    passage = plan.desk.set_side(prose, side, role, "P", (left + x, width))
    assert passage is not None
    return passage


def _stack_cell(
    passages: list[SetPassage], column: _Column, box: tuple[float, float], left: float, desk: Desk
) -> tuple[list[Item], float]:
    """The passages of a cell one below the other, aligned in its column; the items and their height."""
    items: list[Item] = []
    y = CELL_PAD
    right = left + box[0] + box[1]
    for passage in passages:
        for item in text_items(passage, y, desk):
            items.append(_aligned(item, right, column, passage.node.language or ""))
        y += passage.text.leading * len(passage.text.lines)
    return items, y - CELL_PAD


def _aligned(item: TextItem, right: float, column: _Column, language: str) -> TextItem:
    """A line of a cell where its column's alignment wants it; `right` is the column's right edge."""
    if column.align is Alignment.LEFT:
        return item
    reach = line_width(item.line)
    if column.align is Alignment.DECIMAL and find_decimal_mark(item.line.text, language) is not None:
        reach = _parts(item.line, language)[0] + column.behind
    return replace(item, x=right - reach)


def _cell_node(passages: list[SetPassage], index: int, number: int) -> StructNode:
    """The element of a cell: the words themselves, or a passage for each of two languages."""
    heads = number == 0 or index == 0
    scope = ("Column" if number == 0 else "Row") if heads else None
    tag = "TH" if heads else "TD"
    if len(passages) == 1:
        node = passages[0].node
        return StructNode(tag=tag, children=node.children, scope=scope, language=node.language)
    return StructNode(tag=tag, children=tuple(passage.node for passage in passages), scope=scope)
