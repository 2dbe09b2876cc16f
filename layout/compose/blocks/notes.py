"""Takes room to write, gives rows that fill what is left of a page, or whole pages."""

from __future__ import annotations

from layout.compose.desk import Desk, SetPassage, nodes_of, text_items
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import Fixed, Piece, Row, Ruled
from layout.model.blocks.notes import Notes

LEAST_LINES = 3
"""Grid lines below which what is left of a page is not worth ruling."""


def compose_notes(block: Notes, desk: Desk) -> ComposedBlock:
    """A row that fills its page; as many as there are `pages`, the title on the first."""
    grid = desk.theme.page.grid
    titles = (None, None) if block.title is None else desk.set_pair(block.title, "heading2", "P")
    head, start = _head(titles, desk)
    whole = bool(block.pages)
    least = start + LEAST_LINES * grid
    first = Row(
        where=block.where,
        step=least,
        count=1,
        pieces=(*head, Ruled(block.ruling, start)),
        before=grid,
        fresh=whole,
    )
    further = Row(
        where=block.where, step=LEAST_LINES * grid, count=1, pieces=(Ruled(block.ruling, 0.0),), fresh=True
    )
    return ComposedBlock((first, *[further] * (block.pages - 1)), nodes_of(*titles))


def _head(titles: tuple[SetPassage | None, ...], desk: Desk) -> tuple[tuple[Piece, ...], float]:
    """The title's piece, and where the ruling starts: a grid line below it."""
    there = [passage for passage in titles if passage is not None]
    if not there:
        return (), 0.0
    height = max(len(passage.text.lines) * passage.text.leading for passage in there)
    items = tuple(item for passage in there for item in text_items(passage, 0.0, desk))
    return (Fixed(items),), desk.whole(height) + desk.theme.page.grid
