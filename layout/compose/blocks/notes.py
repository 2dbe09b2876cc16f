"""Takes room to write, gives rows that fill what is left of a page, or whole pages."""

from __future__ import annotations

from layout.compose.desk import Desk, SetPassage, nodes_of
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.titles import fit_titles, stand_titles
from layout.compose.rows import Fixed, Piece, Row, Ruled
from layout.model.blocks.notes import Notes

LEAST_LINES = 3
"""Grid lines below which what is left of a page is not worth ruling."""


def compose_notes(block: Notes, desk: Desk) -> ComposedBlock:
    """A row that fills its page; as many as there are `pages`, the title on the first."""
    grid = desk.theme.page.grid
    titles: tuple[SetPassage | None, ...] = ()
    if block.title is not None:
        titles = fit_titles([block.title], "heading2", desk).set_pair(block.title, "heading2", "P")
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
    return ComposedBlock(rows=(first, *[further] * (block.pages - 1)), nodes=nodes_of(*titles))


def _head(titles: tuple[SetPassage | None, ...], desk: Desk) -> tuple[tuple[Piece, ...], float]:
    """The title's piece, and where the ruling starts: a grid line below it."""
    items, height = stand_titles(titles, desk)
    if not items:
        return (), 0.0
    return (Fixed(tuple(items)),), desk.whole(height) + desk.theme.page.grid
