"""Small tables, each cell in both languages."""

from __future__ import annotations

from enum import Enum

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Alignment(Enum):
    """How the cells of a column stand: at its left or right edge, or decimal mark below decimal mark."""

    LEFT = "left"
    RIGHT = "right"
    DECIMAL = "decimal"


class TablePlace(Enum):
    """A table a language in each column, or one over both columns with both languages in its cells."""

    COLUMNS = "columns"
    BOTH = "both"


class ColumnWidth(Struct, frozen=True):
    """How wide a column is: `points`, a `part` of the table, a `share` of the rest; else its words."""

    points: float = 0.0
    part: float = 0.0
    share: float = 0.0

    @property
    def fits_words(self) -> bool:
        """Whether the column is as wide as its words need."""
        return not (self.points or self.part or self.share)


class Table(Struct, frozen=True, kw_only=True):
    """A small table; every cell is a pair, `caption` optional, the first column heads the rows.

    `align` and `widths` have an entry a column, or none: numbers are then aligned by their decimal marks,
    and columns are as wide as their words. Without a `place` a table that is too wide for the columns of
    its languages stands over both.
    """

    where: Span
    head: tuple[ProsePair, ...]
    rows: tuple[tuple[ProsePair, ...], ...]
    caption: ProsePair | None = None
    align: tuple[Alignment, ...] = ()
    widths: tuple[ColumnWidth, ...] = ()
    place: TablePlace | None = None
