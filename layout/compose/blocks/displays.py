"""Takes key figures and timelines, gives rows that show a few things large or along the river."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layout.compose.astride.events import stand_along_fold
from layout.compose.astride.numerals import LABEL, RULE_GAP, VALUE, stand_astride
from layout.compose.desk import DESCENT, Desk, SetPassage, nodes_of, plain, unset
from layout.compose.drawings.river import draw_dot, draw_river
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import stack_items
from layout.compose.parts.thin_rules import RULE_WEIGHT, rule_spans
from layout.compose.rows import Fixed, Row
from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, StructNode
from layout.model.records import replace
from layout.model.theme import COMMON

RIVER_WEIGHT = 1.2
DOT_RADIUS = 2.6
TIMELINE_SWING = 0.17
SIZE_ROLES = (VALUE, "opener", "heading1", LABEL)
"""Styles whose sizes are tried in this order for the numerals, where the column is narrow."""
FEWEST_ABREAST = 4
"""Key figures of which two stand in a row, where they fit."""
ABREAST_GAP = 12.0
"""Points between two key figures of a row."""


def compose_facts(block: Facts, desk: Desk) -> ComposedBlock:
    """Key figures: each one large over what it counts, a thin rule above; never parted if a page holds them.

    One that both languages share stands once, astride the gutter. Many small ones stand two in a row of each
    column, unless all are shared.
    """
    ways = [desk.columns[side] for side in desk.sides]
    single = [[box] for box in ways]
    double = [_halves(box) for box in ways]
    shared = all(_is_shared(fact, desk) for fact in block.facts)
    small = len(block.facts) >= FEWEST_ABREAST and _sized(block, double, desk) is desk
    page = desk.theme.page
    composed = _compose_facts(block, double if small and not shared else single, desk)
    if _height(composed.rows) > page.lines * page.grid and small and shared:
        composed = _compose_facts(block, double, desk)
    if _height(composed.rows) <= page.lines * page.grid:
        *early, last = composed.rows
        return replace(composed, rows=(*(replace(row, keep=True) for row in early), last))
    return composed


def _height(rows: Sequence[Row]) -> float:
    return sum(row.before + row.height for row in rows)


def _is_shared(fact: Fact, desk: Desk) -> bool:
    """Whether both columns are there and would have the same numeral over a label each."""
    return (
        len(desk.sides) == 2
        and unset(fact.value.left) == unset(fact.value.right)
        and None not in fact.label.sides
    )


def _compose_facts(block: Facts, boxes: Sequence[Sequence[tuple[float, float]]], desk: Desk) -> ComposedBlock:
    """The block with as many figures in a row as each side has `boxes`."""
    desk = _sized(block, boxes, desk)
    abreast = len(boxes[0])
    astride = stand_astride((fact for fact in block.facts if _is_shared(fact, desk)), block.where, desk)
    rows: list[Row] = []
    nodes: list[StructNode] = []
    for start in range(0, len(block.facts), abreast):
        facts = block.facts[start : start + abreast]
        if abreast == 1 and _is_shared(facts[0], desk):
            row, found = astride.row(block.where, facts[0])
        else:
            row, found = _facts_row(block, facts, boxes, desk)
        rows.append(row)
        nodes.extend(found)
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def _halves(box: tuple[float, float]) -> list[tuple[float, float]]:
    x, width = box
    half = (width - ABREAST_GAP) / 2
    return [(x, half), (x + half + ABREAST_GAP, half)]


def _sized(block: Facts, boxes: Sequence[Sequence[tuple[float, float]]], desk: Desk) -> Desk:
    """A desk whose key figures fit `boxes`, in the largest size that all do; of one colour."""
    style = desk.style(VALUE)
    trial = desk
    for role in SIZE_ROLES:
        like = desk.style(role)
        smaller = replace(style, size=min(style.size, like.size), leading=min(style.leading, like.leading))
        trial = desk if smaller == style else desk.restyled({VALUE: smaller})
        if all(_fits(fact, block.where, boxes, trial) for fact in block.facts):
            break
    return trial


def _fits(fact: Fact, where: Span, boxes: Sequence[Sequence[tuple[float, float]]], desk: Desk) -> bool:
    astride = len(boxes[0]) == 1 and _is_shared(fact, desk)
    return all(
        desk.width_of(plain(fact.value.sides[side], where), side, VALUE)
        <= (desk.measure[1] if astride else places[0][1])
        for side, places in zip(desk.sides, boxes, strict=True)
    )


def _facts_row(
    block: Facts, facts: Sequence[Fact], boxes: Sequence[Sequence[tuple[float, float]]], desk: Desk
) -> tuple[Row, list[StructNode]]:
    """The key figures that stand beside each other; `boxes` has their places for each side."""
    grid = desk.theme.page.grid
    rules = [box for side in boxes for box in side[: len(facts)]]
    items: list[Item] = list(rule_spans(rules, DESCENT * grid, RULE_WEIGHT, desk))
    nodes: list[StructNode] = []
    height = 0.0
    for order, fact in enumerate(facts):
        for side, places in zip(desk.sides, boxes, strict=True):
            stack = _fact_stack(fact, side, places[order], block.where, desk)
            if not stack:
                continue
            lines, used = stack_items(stack, RULE_GAP, desk)
            items.extend(lines)
            height = max(height, used + RULE_GAP)
            parts = tuple(passage.node for passage in stack)
            nodes.append(StructNode(tag="P", children=parts, language=desk.languages[side]))
    row = Row(where=block.where, step=desk.whole(height), count=1, pieces=(Fixed(tuple(items)),), before=grid)
    return row, nodes


def _fact_stack(
    fact: Fact, side: int, box: tuple[float, float], where: Span, desk: Desk
) -> tuple[SetPassage, ...]:
    """The numeral and its label; nothing in a language that says nothing of it."""
    label = fact.label.sides[side]
    if label is None:
        return ()
    found = (
        desk.set_side(plain(fact.value.sides[side], where), side, VALUE, "Span", box),
        desk.set_side(label, side, LABEL, "Span", box),
    )
    return tuple(passage for passage in found if passage is not None)


def compose_timeline(block: Timeline, desk: Desk) -> ComposedBlock:
    """Events along the river in the gutter, a dot each; the river runs on from row to row.

    Over a spread they stand side by side, if they find room.
    """
    notes: tuple[Diagnostic, ...] = ()
    if block.spread:
        over = stand_along_fold(block.where, block.events, DOT_RADIUS, RIVER_WEIGHT, desk)
        if over is not None:
            return ComposedBlock(rows=(over[0],), nodes=over[1])
        notes = (Diagnostic("timeline-crowded", block.where, severity=Severity.NOTE),)
    rows = []
    nodes: list[StructNode] = []
    for number, event in enumerate(block.events):
        row, found = _event(block.where, event, desk, number, last=number == len(block.events) - 1)
        rows.append(row)
        nodes.extend(found)
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes), notes=notes)


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
    return Row(
        where=where,
        step=whole,
        count=1,
        pieces=(Fixed((*ornaments, *items)),),
        before=0.0 if number else page.grid,
        **_inflow(desk, number),
    ), tuple(nodes)


def _inflow(desk: Desk, number: int) -> dict[str, Any]:
    """What an event but the first has above it where it opens a page: the river that comes from the last."""
    if not number:
        return {}
    page = desk.theme.page
    height = page.grid * 1.5
    river = draw_river(
        page.gutter, height, desk.theme.colour(COMMON), RIVER_WEIGHT, 1, TIMELINE_SWING, number - 1
    )
    return {
        "sink": page.grid,
        "head": (
            Fixed((DrawingItem(Box(page.column_widths[0], 0.0, page.gutter, height), river, ARTIFACT),)),
        ),
    }


def _river_with_dot(height: float, desk: Desk, number: int, *, last: bool) -> tuple[DrawingItem, ...]:
    """A bend of the river from this event's dot to the next one's, and the dot; the last has no bend."""
    page = desk.theme.page
    colour = desk.theme.colour(COMMON)
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
