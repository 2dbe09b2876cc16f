"""Takes a picture in one column and the text before or after it, lets them stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

from layout.compose.desk import Desk
from layout.compose.rows import NEVER, Fixed, Lines, Row
from layout.model.layout import TextItem
from layout.model.records import Struct, replace

LEAST_RISE = 2
"""Grid lines that a picture rises at least, or not at all."""


class Bay(Struct, frozen=True):
    """A picture in column `side`: its captions opposite, `free` points from its head, or all `below` it.

    Where text stands beside it already, the picture reaches `left` points below that.
    """

    side: int
    free: float
    below: Row
    left: float = 0.0


Risen = tuple[Row, list[Row], Union[Bay, None]]
"""A picture, or the last row beside it, the rows that follow, and the bay if room is left in it."""


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


def rise_beside(picture: Row, texts: Sequence[Row], bay: Bay, desk: Desk) -> Risen:
    """`picture`, or the last row beside it, and `texts` after it, which rise if for its other column.

    A page that has the picture also has the lines beside it. Gives the bay again if room is left in it.
    """
    grid = desk.theme.page.grid
    column = desk.columns[1 - bay.side]
    if not all(_stands_in(row, column) for row in texts):
        return picture, list(texts), None
    height = sum(row.height for row in texts) + sum(row.before for row in texts[1:])
    left = bay.left
    if left:
        height, start = height + texts[0].before, texts[0].before - left
    else:
        left, start = bay.below.height, -bay.below.height
        saved = picture.height + texts[0].before + height - max(left, height)
        if saved < grid:
            return picture, list(texts), None
        picture = replace(bay.below, before=picture.before, footnotes=picture.footnotes)
    risen = [replace(texts[0], before=start), *texts[1:]]
    y = left
    for index, row in enumerate(risen):
        y += row.before
        cuts = tuple(NEVER if y + k * row.step < left else price for k, price in enumerate(row.cuts, 1))
        risen[index] = replace(row, cuts=cuts, staggers=(), settings=())
        y += row.height
    risen[-1] = replace(risen[-1], pad=risen[-1].pad + max(0.0, left - y))
    return picture, risen, replace(bay, left=left - y) if left - y >= grid else None


def _stands_in(row: Row, column: tuple[float, float]) -> bool:
    """Whether a row has words in that column (x, width) alone."""
    x, width = column
    starts: list[float] = []
    for piece in row.pieces:
        if isinstance(piece, Lines):
            starts.append(piece.x)
        elif isinstance(piece, Fixed) and all(isinstance(item, TextItem) for item in piece.items):
            starts += [item.x for item in piece.items if isinstance(item, TextItem)]
        else:
            return False
    plain = row.floats is None and not (row.fresh or row.welcome or row.head)
    return plain and all(x <= start < x + width for start in starts)
