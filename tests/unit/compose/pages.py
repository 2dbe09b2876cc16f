"""What tests of blocks look for on pages and in rows."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.rows import Fixed, Row
from layout.model.layout import ARTIFACT, Item, Layout, TextItem

FILLER = "- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}\n"


def words_by_page(layout: Layout) -> list[list[str]]:
    """The lines of each page that are read, in the order they are placed."""
    return [[item.line.text for item in texts(page.items)] for page in layout.pages]


def texts(items: Iterable[Item]) -> list[TextItem]:
    """The lines among `items` that are read."""
    return [item for item in items if isinstance(item, TextItem) and item.leaf != ARTIFACT]


def items_of(row: Row) -> list[Item]:
    """What stands still in a row."""
    return [item for piece in row.pieces if isinstance(piece, Fixed) for item in piece.items]
