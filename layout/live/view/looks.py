"""Takes a sheet and how it is to be looked at, gives it with its bleed or drawn in inks."""

from __future__ import annotations

from enum import Enum

from layout.live.view.sheets import SeenPage
from layout.model.layout import Box, Item, Layout, PlacedPicture, TextItem
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.pipeline.checks.printing import printer_for
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import prepare_drawing
from layout.pipeline.wishes import ProductWishes


class PageLook(Enum):
    """A way to look at pages."""

    PLAIN = "plain"
    BLEED = "bleed"
    GREY = "grey"
    CYAN = "cyan"
    MAGENTA = "magenta"
    YELLOW = "yellow"
    BLACK = "black"
    OVER = "over"


IN_INKS = frozenset({PageLook.CYAN, PageLook.MAGENTA, PageLook.YELLOW, PageLook.BLACK, PageLook.OVER})


def with_bleed(layout: Layout) -> Layout:
    """Pages on paper that shows their bleed, as a screen shows it."""
    by = layout.bleed
    pages = tuple(
        replace(page, items=tuple(_moved(item, by) for item in page.items), links=()) for page in layout.pages
    )
    return replace(layout, width=layout.width + 2 * by, height=layout.height + 2 * by, pages=pages)


def _moved(item: Item, by: float) -> Item:
    if isinstance(item, TextItem):
        return replace(item, x=item.x + by, y=item.y + by)
    clip = None if item.clip is None else _moved_box(item.clip, by)
    moved: PlacedPicture = replace(item, box=_moved_box(item.box, by), clip=clip)
    return moved


def _moved_box(box: Box, by: float) -> Box:
    return replace(box, x=box.x + by, y=box.y + by)


def print_drawing(sheet: SeenPage, composed: Composed) -> tuple[bytes, float]:
    """The trimmed sheet as the print edition draws it, in inks, and the most ink that its printer takes.

    Raises Rejected where a picture cannot be converted.
    """
    edition = EDITIONS["print"]
    printer: PrinterProfile = printer_for(edition, None, composed.brochure)
    bare = replace(printer, marks=frozenset(), bleed=0.0)
    draw = prepare_drawing(composed, edition, ProductWishes(), bare)
    return draw(sheet.layout).pdf, printer.ink_limit
