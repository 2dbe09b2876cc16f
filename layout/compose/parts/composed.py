"""What every block becomes: rows for the page, elements for the structure tree."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.desk import Desk
from layout.compose.parts.beside import Bay
from layout.compose.rows import Row
from layout.model.diagnostic import Diagnostic
from layout.model.layout import StructNode
from layout.model.records import Struct, replace


class ComposedBlock(Struct, frozen=True, kw_only=True):
    """Rows in order, and elements in reading order, pair by pair; after one that `breaks` a page starts, or
    may start where it `offers` that."""

    rows: tuple[Row, ...]
    nodes: tuple[StructNode, ...]
    breaks: bool = False
    offers: bool = False
    notes: tuple[Diagnostic, ...] = ()
    """What was composed otherwise than asked, or than usual."""
    bay: Bay | None = None
    """Where a picture in one column leaves room for text beside it."""


def closed(rows: Sequence[Row], above: float, desk: Desk) -> list[Row]:
    """`rows` that come back to the grid together: the last one is padded, `above` points stand over them."""
    last = replace(rows[-1], pad=0.0)
    used = above + sum(row.height for row in rows[:-1]) + last.height
    return [*rows[:-1], replace(last, pad=desk.whole(used) - used)]
