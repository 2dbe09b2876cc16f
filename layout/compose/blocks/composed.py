"""What every block becomes: rows for the page, elements for the structure tree."""

from __future__ import annotations

from dataclasses import dataclass

from layout.compose.rows import Row
from layout.model.layout import StructNode


@dataclass(frozen=True, slots=True)
class Composed:
    """Rows in order, and elements in reading order, pair by pair."""

    rows: tuple[Row, ...]
    nodes: tuple[StructNode, ...]
