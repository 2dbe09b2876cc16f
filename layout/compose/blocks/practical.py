"""Takes places and services that guests need, gives rows kept whole: address, large number, code to a map."""

from __future__ import annotations

from collections.abc import Mapping

from layout.compose.desk import DESCENT, Desk, SetPassage, figure_nodes, nodes_of, plain, text_items, unset
from layout.compose.parts.codes import boxes_beside, hang_code
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import stack_items
from layout.compose.parts.thin_rules import RULE_WEIGHT, rule_spans
from layout.compose.rows import Fixed, Row
from layout.images.marks.qr import FINEST, QUIET, count_modules, draw_qr
from layout.lang.languages import LANGUAGES
from layout.model.blocks.practical import Practical, Stop
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Rejected, Span
from layout.model.layout import DrawingItem, Item, StructNode
from layout.model.records import Struct
from layout.model.units import mm
from layout.model.values import Count

CODE = mm(15)
"""Side of a code without its quiet zone, where none of the block needs a larger one."""
WIDEST = 0.5
"""Part of a column's width that a code may take."""
GAP = 9.0
"""Points between a large number and its name, and between words and a code's quiet zone."""
BESIDE = 0.65
"""Part of the room for words that a large number may take, and still have its name beside it."""
FIGURES = 0.72
"""Height of lining figures in parts of the size of their type."""
NUMBER_LINES = 2
"""Grid lines a large number takes where its name stands beside it, not below."""
NUMBER_ROLES = ("stop-number", "heading1", "heading2", "contact-line")
"""Styles for a large number, tried in this order where the column is narrow."""


class _Code(Struct, frozen=True):
    """A stop's code with its quiet zone `quiet` points wide: paper, which may hang out of the column."""

    item: DrawingItem
    quiet: float


_Box = tuple[float, float]
"""x and width, in points from the text block's left edge."""


class _Look(Struct, frozen=True):
    """How a stop's number stands: its style, and whether its name is `beside` it, not below."""

    role: str
    beside: bool


def compose_practical(block: Practical, desk: Desk) -> ComposedBlock:
    """Each stop in both languages level under a rule, its code between them."""
    side = max(CODE, *(_needed(stop, desk) for stop in block.stops))
    rows: list[Row] = []
    nodes: list[StructNode] = []
    for stop in block.stops:
        code = None if stop.map is None else _draw_code(stop.map, side, stop.where, desk)
        row, found = _compose_stop(
            stop, code, boxes_beside(side if code else 0.0, GAP + (code.quiet if code else 0.0), desk), desk
        )
        rows.append(row)
        nodes.extend(found)
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def _needed(stop: Stop, desk: Desk) -> float:
    """Side of the smallest dark square that a telephone reads; raises Rejected where it leaves no column."""
    if stop.map is None:
        return 0.0
    side = FINEST * count_modules(stop.map, stop.where)
    if side > WIDEST * desk.columns[-1][1]:
        raise Rejected.one("qr-too-long", stop.where, length=Count(len(stop.map)))
    return side


def _draw_code(data: str, side: float, where: Span, desk: Desk) -> _Code:
    """The code of `data`, `side` points of it dark: flush with the right column, level with the capitals."""
    quiet = QUIET * side / count_modules(data, where)
    drawing = draw_qr(data, side + 2 * quiet, desk.theme.colours["text"], where)
    return _Code(hang_code(drawing, quiet, _capitals(desk), desk), quiet)


def _capitals(desk: Desk) -> float:
    """Where a stop's first capitals, and its code, start below their rule."""
    return _start(desk) + DESCENT * desk.theme.page.grid


def _above(passage: SetPassage, desk: Desk) -> float:
    """From the top of a line's slab to its figures'."""
    return desk.baseline(passage.text.leading) - FIGURES * passage.text.lines[0].runs[0].ink.size


def _start(desk: Desk) -> float:
    """Where words start below their rule."""
    return desk.theme.page.grid / 2


def _compose_stop(
    stop: Stop, code: _Code | None, boxes: Mapping[int, _Box], desk: Desk
) -> tuple[Row, list[StructNode]]:
    items: list[Item] = []
    nodes: list[StructNode] = []
    height = 0.0
    look = _choose_look(stop, boxes, desk)
    items.extend(rule_spans([desk.measure], 0.0, RULE_WEIGHT, desk))
    for side, box in boxes.items():
        lines, used, found = _compose_side(stop, side, box, look, desk)
        items.extend(lines)
        nodes.extend(found)
        height = max(height, used)
    if code is not None:
        items.append(code.item)
        nodes.extend(figure_nodes(_code_words(stop, desk), code.item.leaf, desk))
        height = max(height, code.item.box.y + code.item.box.height - code.quiet)
    return Row(
        where=stop.where,
        step=desk.whole(height),
        count=1,
        pieces=(Fixed(tuple(items)),),
        before=desk.theme.page.grid,
    ), nodes


def _choose_look(stop: Stop, boxes: Mapping[int, _Box], desk: Desk) -> _Look | None:
    """The largest look that fits every side, so that all of them are alike; None without a number."""
    if stop.number is None:
        return None
    words = {side: plain(stop.number.sides[side], stop.where) for side in boxes}

    def share(role: str) -> float:
        return max(desk.width_of(words[side], side, role) / boxes[side][1] for side in boxes)

    role = next((role for role in NUMBER_ROLES if share(role) <= 1), NUMBER_ROLES[-1])
    beside = all(desk.width_of(words[side], side, role) + GAP <= BESIDE * boxes[side][1] for side in boxes)
    return _Look(role, beside)


def _compose_side(
    stop: Stop, side: int, box: _Box, look: _Look | None, desk: Desk
) -> tuple[list[Item], float, list[StructNode]]:
    """One language's words in `box` (x, width): items, the height they reach, elements."""
    y = foot = _start(desk)
    items: list[Item] = []
    number = _set_number(stop, side, box, look, desk)
    if number is not None and look is not None:
        taken = number.text.lines[0].width + GAP
        if look.beside:
            foot += NUMBER_LINES * desk.theme.page.grid
            items.extend(text_items(number, foot - number.text.leading, desk))
            box = (box[0] + taken, box[1] - taken)
        else:
            top = _capitals(desk) - _above(number, desk)
            items.extend(text_items(number, top, desk))
            y += desk.whole(top + number.text.leading - y)
    name = desk.set_side(stop.name.sides[side], side, "contact-name", "P" if number is None else "Span", box)
    rest = [desk.set_side(line.sides[side], side, "contact-line", "P", box) for line in stop.lines]
    words = tuple(passage for passage in (name, *rest) if passage is not None)
    lines, used = stack_items(words, y, desk)
    items.extend(lines)
    if number is None:
        return items, y + used, list(nodes_of(*words))
    called = StructNode(tag="P", children=nodes_of(number, name), language=desk.languages[side])
    return items, max(y + used, foot), [called, *nodes_of(*rest)]


def _set_number(stop: Stop, side: int, box: _Box, look: _Look | None, desk: Desk) -> SetPassage | None:
    if stop.number is None or look is None:
        return None
    return desk.set_side(plain(stop.number.sides[side], stop.where), side, look.role, "Span", box)


def _code_words(stop: Stop, desk: Desk) -> Pair[str]:
    """What a code shows, made of the stop's name; a side that is empty speaks as the other one does."""
    names = [side.text for side in stop.name.sides if side is not None]
    left, right = (f"{LANGUAGES[language].page_words.map_code}: " for language in desk.languages)
    return Pair(left + unset(names[0]), right + unset(names[-1]))
