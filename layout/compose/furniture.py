"""Takes a page's number and running titles, gives what each page has: folio, titles, an opener's river."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.blocks.headings import OPENER_SINK
from layout.compose.desk import Desk, plain
from layout.compose.drawings.river import draw_swelling_river
from layout.model.layout import ARTIFACT, ArtifactKind, Box, DrawingItem, Item, TextItem
from layout.model.patterns import late_pattern
from layout.model.shapes import Line
from layout.model.theme import COMMON, RIVER
from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE, mm

FOOT = 0.55
"""Where in the bottom margin folio and running titles stand, as a part of it from the text down."""
OPENER_RIVER = 1.1
"""Weight of the river beside text."""
SWELL = 0.55
"""Half of its greatest width, where no text stands beside it, as a part of the gutter."""
FOLIO_GAP = 6.0
"""Points between the text block and a folio in the outer margin."""
SAFE = mm(5)
"""Nearest a folio comes to the trim: what printers ask."""


def furnish(number: int, running: tuple[str, str], opens: bool, desk: Desk) -> Iterator[Item]:
    """Folio at the outer edge, each language's running title at its own column, or none; a river on openers.

    Where that river runs in the outer margin, beside a single column, the folio stands below the column.
    """
    page = desk.theme.page
    left = page.left_edge(number)
    if opens and desk.theme.mood == RIVER:
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
    wanted = [side for side in desk.sides if running[side]]
    titles = {side: _fitted(running[side], side, desk.columns[side][1] - room, desk) for side in wanted}
    for side, title in titles.items():
        keeps_clear = room if side == 0 and number % 2 == 0 else 0.0
        if title is not None and None not in titles.values():
            x = left + desk.columns[side][0] + keeps_clear
            yield TextItem(x, y, title, ARTIFACT, ArtifactKind.FOOTER)


def _fitted(title: str, side: int, room: float, desk: Desk) -> Line | None:
    """A running title of at most `room` points, cut at a word where it is longer; None if no word fits."""
    words = _AT_WORD.split(title)
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count])
        shown = said if count == len(words) else said.rstrip(_LOOSE) + ELLIPSIS
        line = _line(shown, "running-title", desk.languages[side], desk)
        if line.width <= room:
            return line
    return None


_AT_WORD = late_pattern(f"[ {SOFT_SPACE}]")
"""Where a running title may be cut: never behind a word that holds to the next one."""
_LOOSE = ",;:–-" + NO_BREAK_SPACE
"""What a cut leaves behind it."""
ELLIPSIS = "…"


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
    """It comes in broad above the heading, runs narrow by the text, and swells again below it."""
    page = desk.theme.page.opened
    height = page.height + 2 * page.bleed
    text = (page.bleed + page.top + OPENER_SINK * page.grid, height - page.bleed - page.bottom)
    drawing = draw_swelling_river(
        (page.gutter, height), text, desk.theme.colour(COMMON), OPENER_RIVER, SWELL * page.gutter
    )
    x = left + page.column_widths[0]
    return DrawingItem(Box(x, -page.bleed, page.gutter, height), drawing, ARTIFACT)
