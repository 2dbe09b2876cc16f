"""Takes how a list is marked, gives its markers: their words, their widest one, where each hangs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import ascii_lowercase

from layout.compose.desk import Desk, SetPassage, line_width, plain
from layout.model.blocks.running import Marking
from layout.model.records import Struct, replace

BULLET, INNER_BULLET = "–", "·"
MARKER = "list-marker"
MARKER_GAP = 4.0
"""Least points between a marker and the words behind it."""


class Markers(Struct, frozen=True):
    """The markers of one list: the edge they hang from, the widest one, where words begin behind them."""

    texts: tuple[str, ...]
    edge: float
    widest: float
    indent: float
    desk: Desk


def lay_markers(marking: Marking, count: int, edge: float, desk: Desk) -> Markers:
    """The markers of `count` items, `edge` points from their column's; no word comes nearer than the gap."""
    texts = tuple(MARKERS[marking](number, bool(edge)) for number in range(count))
    widest = max((desk.width_of(plain(text), 0, MARKER) for text in texts), default=0.0)
    style = desk.style("list")
    indent = edge + max(style.indent, widest + MARKER_GAP)
    if indent != style.indent:
        desk = desk.restyled({"list": replace(style, indent=indent)})
    return Markers(texts, edge, widest, indent, desk)


def _letters(number: int) -> str:
    """a to z, then aa, ab and so on."""
    before, last = divmod(number, len(ascii_lowercase))
    return (_letters(before - 1) if before else "") + ascii_lowercase[last]


MARKERS: Mapping[Marking, Callable[[int, bool], str]] = {
    Marking.BULLETS: lambda number, inner: INNER_BULLET if inner else BULLET,
    Marking.NUMBERS: lambda number, inner: f"{number + 1}.",
    Marking.LETTERS: lambda number, inner: f"{_letters(number)})",
}
"""What stands before item `number` (from 0) of a list, or of an `inner` one."""
NUMBERING = {Marking.BULLETS: "Disc", Marking.NUMBERS: "Decimal", Marking.LETTERS: "LowerAlpha"}
"""What a list's element says of its markers (ISO 32000-1, table 347)."""


def set_marker(marks: Markers, number: int, passage: SetPassage, side: int) -> SetPassage:
    """A marker that ends where the widest one does, so that full stops stand below each other."""
    desk = marks.desk
    x, width = desk.columns[side]
    text = desk.typesetter.set(plain(marks.texts[number]), MARKER, desk.languages[side], width)
    inset = marks.widest - line_width(text.lines[0])
    return SetPassage(text, desk.leaves.take(), passage.node, x + marks.edge + inset)
