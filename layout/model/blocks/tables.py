"""Small tables, each cell in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; every cell is a pair, `caption` optional, the first column heads the rows."""

    where: Span
    head: tuple[ProsePair, ...]
    rows: tuple[tuple[ProsePair, ...], ...]
    caption: ProsePair | None
