"""Takes key figures and timelines, gives rows that show a few things large or along the river."""

from __future__ import annotations

from layout.compose.desk import DESCENT, Desk, SetPassage, nodes_of, plain
from layout.compose.drawings.river import draw_dot, draw_river
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import stack_items
from layout.compose.parts.thin_rules import rule_columns
from layout.compose.rows import Fixed, Row
from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, StructNode

RULE_GAP = 6.0
"""Points between a rule and the numerals below it."""
RIVER_WEIGHT = 1.2
DOT_RADIUS = 2.6
TIMELINE_SWING = 0.17
VALUE_ROLES = ("fact-value", "opener", "heading1", "fact-label")
"""Styles for a key figure, tried in this order where the column is narrow."""


def compose_facts(block: Facts, desk: Desk) -> ComposedBlock:
    """Key figures: each one large over what it counts, a thin rule above, a row a figure."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    role = _value_role(block, desk)
    for fact in block.facts:
        stacks, found = _fact_stacks(fact, role, block.where, desk)
        items: list[Item] = list(rule_columns(DESCENT * desk.theme.page.grid, desk))
        height = 0.0
        for stack in stacks:
            lines, used = stack_items(stack, RULE_GAP, desk)
            items.extend(lines)
            height = max(height, used + RULE_GAP)
        whole = desk.whole(height)
        rows.append(
            Row(
                where=block.where,
                step=whole,
                count=1,
                pieces=(Fixed(tuple(items)),),
                before=desk.theme.page.grid,
            )
        )
        nodes.extend(found)
    return ComposedBlock(tuple(rows), tuple(nodes))


def _value_role(block: Facts, desk: Desk) -> str:
    """The largest style in which every key figure of the block fits its column."""
    for role in VALUE_ROLES:
        if all(
            desk.width_of(plain(fact.value.sides[side], block.where), side, role) <= desk.columns[side][1]
            for fact in block.facts
            for side in desk.sides
        ):
            return role
    return VALUE_ROLES[-1]


def _fact_stacks(
    fact: Fact, role: str, where: Span, desk: Desk
) -> tuple[list[tuple[SetPassage, ...]], list[StructNode]]:
    stacks = []
    nodes = []
    for side, (value, label) in enumerate(zip(fact.value.sides, fact.label.sides, strict=True)):
        words = plain(value, where)
        stack = [desk.set_side(words, side, role, "Span")] if label is not None else []
        stack.append(desk.set_side(label, side, "fact-label", "Span"))
        there = tuple(passage for passage in stack if passage is not None)
        if there:
            nodes.append(
                StructNode(tag="P", children=tuple(p.node for p in there), language=desk.languages[side])
            )
        stacks.append(there)
    return stacks, nodes


def compose_timeline(block: Timeline, desk: Desk) -> ComposedBlock:
    """Events along the river in the gutter, a dot each; the river runs on from row to row."""
    rows = []
    nodes: list[StructNode] = []
    for number, event in enumerate(block.events):
        row, found = _event(block.where, event, desk, number, last=number == len(block.events) - 1)
        rows.append(row)
        nodes.extend(found)
    return ComposedBlock(tuple(rows), tuple(nodes))


def _event(
    where: Span, event: Event, desk: Desk, number: int, *, last: bool
) -> tuple[Row, tuple[StructNode, ...]]:
    page = desk.theme.page
    items: list[Item] = []
    nodes: list[StructNode] = []
    height = 0.0
    for side, (when, text) in enumerate(zip(event.when.sides, event.text.sides, strict=True)):
        if text is None:
            continue
        stack = (
            desk.set_side(plain(when), side, "event-when", "Span"),
            desk.set_side(text, side, "event-text", "Span"),
        )
        there = tuple(passage for passage in stack if passage is not None)
        lines, used = stack_items(there, 0.0, desk)
        items.extend(lines)
        nodes.append(StructNode(tag="P", children=nodes_of(*there), language=desk.languages[side]))
        height = max(height, used)
    whole = desk.whole(height) + (0.0 if last else page.grid)
    ornaments = _river_with_dot(whole, desk, number, last=last)
    row = Row(
        where=where,
        step=whole,
        count=1,
        pieces=(Fixed((*ornaments, *items)),),
        before=0.0 if number else page.grid,
    )
    return row, tuple(nodes)


def _river_with_dot(height: float, desk: Desk, number: int, *, last: bool) -> tuple[DrawingItem, ...]:
    """A bend of the river from this event's dot to the next one's, and the dot; the last has no bend."""
    page = desk.theme.page
    colour = desk.theme.colour("river")
    x = page.column_widths[0]
    middle = page.grid * 0.5
    river = draw_river(page.gutter, height, colour, RIVER_WEIGHT, 1, TIMELINE_SWING, number)
    dot = draw_dot(DOT_RADIUS, colour, desk.theme.colour("paper"))
    centre = x + page.gutter / 2
    spot = Box(centre - DOT_RADIUS, middle - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS)
    town = DrawingItem(spot, dot, ARTIFACT)
    if last:
        return (town,)
    return (DrawingItem(Box(x, middle, page.gutter, height), river, ARTIFACT), town)
