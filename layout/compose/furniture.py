"""Takes a page's number and running titles, gives what each page has: folio, titles, an opener's river."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.desk import Desk, plain
from layout.compose.drawings.river import draw_river
from layout.model.layout import ARTIFACT, ArtifactKind, Box, DrawingItem, Item, TextItem
from layout.model.shapes import Line
from layout.model.units import mm

FOOT = 0.55
"""Where in the bottom margin folio and running titles stand, as a part of it from the text down."""
OPENER_RIVER = 1.1
FOLIO_GAP = 6.0
"""Points between the text block and a folio in the outer margin."""
SAFE = mm(5)
"""Nearest a folio comes to the trim: what printers ask."""


def furnish(number: int, running: tuple[str, str], opens: bool, desk: Desk) -> Iterator[Item]:
    """Folio at the outer edge, each language's running title at its own column; a river on openers.

    Where that river runs in the outer margin, beside a single column, the folio stands below the column.
    """
    page = desk.theme.page
    left = page.left_edge(number)
    if opens:
        yield _river(left, desk)
    y = page.height - page.bottom * (1 - FOOT)
    folio = _line(str(number), "folio", desk.languages[0], desk)
    hangs = folio.width + FOLIO_GAP <= page.outer - SAFE
    if opens:
        banked = number % 2 == 0 and len(desk.sides) == 1
        x = left + desk.measure[0] if banked else _folio_x(left, folio.width, number, hangs, desk)
        yield TextItem(x, y, folio, ARTIFACT, ArtifactKind.FOOTER)
        return
    x = _folio_x(left, folio.width, number, hangs, desk)
    yield TextItem(x, y, folio, ARTIFACT, ArtifactKind.FOOTER)
    room = 0.0 if hangs else 2 * page.grid
    for side, (x, width) in enumerate(desk.columns):
        if not running[side]:
            continue
        title = _line(running[side], "running-title", desk.languages[side], desk)
        keeps_clear = room if side == 0 and number % 2 == 0 else 0.0
        if title.width <= width - room:
            yield TextItem(left + x + keeps_clear, y, title, ARTIFACT, ArtifactKind.FOOTER)


def _folio_x(left: float, width: float, number: int, hangs: bool, desk: Desk) -> float:
    """The folio's left edge: in the outer margin where there is room for it, else inside the text block."""
    right = left + desk.theme.page.block_width
    if number % 2:
        return right + FOLIO_GAP if hangs else right - width
    return left + desk.theme.page.hang - FOLIO_GAP - width if hangs else left


def _line(text: str, role: str, language: str, desk: Desk) -> Line:
    """Words of the furniture as one line, however long."""
    return desk.typesetter.set(plain(text), role, language, 10 * desk.theme.page.width).lines[0]


def _river(left: float, desk: Desk) -> DrawingItem:
    page = desk.theme.page
    height = page.height + 2 * page.bleed
    drawing = draw_river(page.gutter, height, desk.theme.colour("river"), OPENER_RIVER)
    x = left + page.column_widths[0]
    return DrawingItem(Box(x, -page.bleed, page.gutter, height), drawing, ARTIFACT)
