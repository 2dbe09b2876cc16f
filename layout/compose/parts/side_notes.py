"""Takes a paragraph's row and its side note, gives the row with the note in the margin or below its text."""

from __future__ import annotations

from math import ceil

from layout.compose.desk import Desk, SetPassage, lines_of, text_items
from layout.compose.rows import FORBIDDEN, TOGETHER, Fixed, Row
from layout.model.content.pairs import ProsePair
from layout.model.records import replace
from layout.model.units import mm

ROLE = "side-note"
SAFE = mm(5)
"""Nearest a note comes to the trim: what printers ask."""

Sides = tuple[SetPassage | None, SetPassage | None]


def set_side_note(note: ProsePair, row: Row, passages: Sides, desk: Desk) -> tuple[Row, Sides]:
    """`row` with a note to its `passages`, and these with the notes' elements in theirs.

    Each language has its note in the margin at its side where both margins are wide enough, else in its
    column right below its text: the shorter column is filled first.
    """
    width = _margin_width(desk)
    style = desk.style(ROLE)
    if width >= desk.theme.side_notes.least_width:
        desk = desk.restyled({ROLE: replace(style, indent=0.0)})
        notes = [
            desk.set_side(note.sides[side], side, ROLE, "Note", _margin(side, width, desk)) for side in (0, 1)
        ]
        row = _beside(row, notes, desk)
    else:
        desk = desk.restyled({ROLE: replace(style, leading=row.step)})
        notes = list(desk.set_pair(note, ROLE, "Note"))
        row = _below(row, passages, notes, desk)
    left, right = (_joined(text, own) for text, own in zip(passages, notes, strict=True))
    return row, (left, right)


def _margin_width(desk: Desk) -> float:
    """Room for notes in the narrower margin; none where text runs on beside the text block."""
    page = desk.theme.page
    return 0.0 if page.flows > 1 else min(page.inner, page.outer) - SAFE - desk.theme.side_notes.gap


def _margin(side: int, width: float, desk: Desk) -> tuple[float, float]:
    """The margin beside the column of a side, (x, width) from the text block's left edge."""
    left, measure = desk.measure
    gap = desk.theme.side_notes.gap
    return (left - gap - width if side == 0 else left + measure + gap, width)


def _beside(row: Row, notes: list[SetPassage | None], desk: Desk) -> Row:
    """The row with notes from its top down; no page ends within them, and the row is as high as they are."""
    there = [note for note in notes if note is not None]
    pieces = tuple(Fixed(text_items(note, 0.0, desk)) for note in there)
    height = max((len(note.text.lines) * note.text.leading for note in there), default=0.0)
    held = ceil(height / row.step - 1e-6)
    cuts = tuple(price + FORBIDDEN * (end < held) for end, price in enumerate(row.cuts, 1))
    staggers = tuple(None if end < held else cut for end, cut in enumerate(row.staggers, 1))
    pad = max(row.pad, desk.whole(height) - row.step * row.count)
    return replace(row, pieces=(*row.pieces, *pieces), cuts=cuts, staggers=staggers, pad=pad)


def _below(row: Row, passages: Sides, notes: list[SetPassage | None], desk: Desk) -> Row:
    """The row with each note right below its text; a page ends above a note rather than within it."""
    pieces, count = row.pieces, row.count
    ends = []
    for text, note in zip(passages, notes, strict=True):
        if note is None:
            continue
        start = len(text.text.lines) if text is not None else 0
        end = start + len(note.text.lines)
        pieces += tuple(replace(piece, start=start) for piece in lines_of(note))
        count = max(count, end)
        ends.append((start, end))
    prices = [*row.cuts, *[0.0] * (count - 1 - len(row.cuts))]
    for start, end in ends:
        for cut in range(max(start, 1), min(end, count)):
            prices[cut - 1] += TOGETHER if cut == start else FORBIDDEN
    pad = desk.whole(row.step * count) - row.step * count
    return replace(row, pieces=pieces, count=count, cuts=tuple(prices), staggers=(), pad=pad)


def _joined(text: SetPassage | None, note: SetPassage | None) -> SetPassage | None:
    """A passage with the element of its note as the last part of its own."""
    if text is None or note is None:
        return text
    return replace(text, node=replace(text.node, children=(*text.node.children, note.node)))
