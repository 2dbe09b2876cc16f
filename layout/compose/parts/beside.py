"""Takes a text and a picture in one column below it, lets the picture rise into room that the text leaves."""

from __future__ import annotations

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


def pair_pictures(picture: Row, bay: Bay, second: Bay) -> Row | None:
    """A picture, and a second one beside it with captions below both; None where they share a column."""
    if bay.side == second.side:
        return None
    step = max(bay.below.step, second.below.step)
    return replace(picture, step=step, pieces=bay.below.pieces + second.below.pieces)


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
    own = [piece for piece in columns if x <= piece.x < x + width]
    blank = text.height - sum(len(piece.lines) for piece in own) * text.step - (grid if own else 0.0)
    ways = [(picture, min(blank, bay.free - grid)), (bay.below, min(blank, bay.below.height))]
    rises = [(row, int(room / grid + 0.01)) for row, room in ways]
    chosen, rise = min(rises, key=lambda way: way[0].height - way[1] * grid)
    if rise < LEAST_RISE:
        return text, picture
    beside = int((rise * grid - text.pad) / text.step - 0.01) + 1
    cuts = tuple(
        NEVER if slab > text.count - beside else price for slab, price in enumerate(text.cuts, start=1)
    )
    kept = replace(text, cuts=cuts, staggers=(), keep=True)
    return kept, replace(chosen, before=-rise * grid)
