"""Takes a text and a picture in one column below it, lets the picture rise into room that the text leaves."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.desk import Desk
from layout.compose.rows import NEVER, Lines, Row
from layout.model.records import Struct, replace

LEAST_RISE = 2
"""Grid lines that a picture rises at least, or not at all."""


class Bay(Struct, frozen=True):
    """A picture in column `side`: its captions opposite, `free` points from its head, or all `below` it."""

    side: int
    free: float
    below: Row


def pair_pictures(pictures: Sequence[Row], bays: tuple[Bay, Bay]) -> Row | None:
    """Two pictures beside each other with captions below both; None where they share a column."""
    if bays[0].side == bays[1].side:
        return None
    first, second = (bay.below for bay in bays)
    notes = tuple(note for row in pictures for slab in row.footnotes for note in slab)
    return replace(
        pictures[0],
        step=max(first.step, second.step),
        pieces=first.pieces + second.pieces,
        footnotes=(notes,) if notes else (),
    )


def stand_beside(text: Row, picture: Row, bay: Bay, desk: Desk) -> tuple[Row, Row]:
    """Both rows, the picture beside the text's last lines where its own column ends earlier or is empty.

    Captions stand where both then take the least room; a line of the grid stays free above them and above the
    picture. A page that has the picture also has the lines beside it.
    """
    grid = desk.theme.page.grid
    columns = [piece for piece in text.pieces if isinstance(piece, Lines)]
    if len(columns) != len(text.pieces) or not columns:
        return text, picture
    x, width = desk.columns[bay.side]
    ends = [piece.start + len(piece.lines) for piece in columns if x <= piece.x < x + width]
    blank = text.height - max(ends) * text.step - grid if ends else text.height
    ways = [(picture, min(blank, bay.free - grid)), (bay.below, min(blank, bay.below.height))]
    rises = [(row, int(room / grid + 0.01)) for row, room in ways]
    chosen, rise = min(rises, key=lambda way: way[0].height - way[1] * grid)
    if rise < LEAST_RISE:
        return text, picture
    beside = int((rise * grid - text.pad) / text.step - 0.01) + 1
    cuts = tuple(
        NEVER if slab > text.count - beside else price for slab, price in enumerate(text.cuts, start=1)
    )
    kept = replace(text, cuts=cuts, staggers=(), settings=(), keep=True)
    return kept, replace(chosen, before=-rise * grid, footnotes=picture.footnotes)
