"""Takes the pictures placed on a layout's pages, gives the pixels that one product wants of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layout.draw.picture import ShownPictures
from layout.images.checks import picture_places
from layout.images.pixels import Pixels, Target
from layout.images.svg.bounds import is_plain
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Rejected, Span
from layout.model.drawing import Part
from layout.model.layout import DrawingItem, ImageItem, Item, Layout
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.resources.places import icc_folder

if TYPE_CHECKING:
    from layout.images.svg.settling.settle import DrawingWish


def convert_pictures(
    brochure: Brochure, layout: Layout, edition: Edition, printer: PrinterProfile | None
) -> ShownPictures:
    """Pixels for each placed picture of `layout`, only the part that is seen.

    Raises Rejected, at the picture's place in the content, for pixels that cannot be decoded.
    """
    places = picture_places(brochure.sections)
    images = dict.fromkeys(layout.images)
    return {item: _convert(brochure, item, edition, printer, places.get(item.file)) for item in images}


def _convert(
    brochure: Brochure,
    item: ImageItem,
    edition: Edition,
    printer: PrinterProfile | None,
    where: Span | None,
) -> Pixels:
    # A brochure without photographs needs no decoder and no colour management.
    from layout.images.raster import convert

    target = picture_target(item, edition, printer)
    return convert(str(Path(brochure.folder) / item.file), target, where)


def picture_target(item: ImageItem, edition: Edition, printer: PrinterProfile | None) -> Target:
    """What an edition, or a printer, wants of a placed picture: the part that is seen."""
    seen, box = item.clip or item.box, item.box
    crop = (
        max(0.0, (seen.x - box.x) / box.width),
        max(0.0, (seen.y - box.y) / box.height),
        min(1.0, (seen.x + seen.width - box.x) / box.width),
        min(1.0, (seen.y + seen.height - box.y) / box.height),
    )
    target = Target(
        space=edition.space,
        width=seen.width,
        height=seen.height,
        ppi=edition.ppi,
        crop=crop,
        quality=edition.quality,
        look=item.look,
    )
    if printer is not None:
        inks, intent = ink_profiles(printer)
        target = replace(target, ppi=printer.ppi, inks=inks, intent=intent, ink_limit=printer.ink_limit)
    return target


def settle_drawings(
    brochure: Brochure,
    layout: Layout,
    edition: Edition,
    printer: PrinterProfile | None,
    fonts: tuple[str, ...],
) -> tuple[Layout, ShownPictures]:
    """The layout with drawings as the edition can show them, and the pictures of what only pictures show.

    Letters in such pictures are set in `fonts` (files), those of unknown families in the first. Raises
    Rejected where a picture takes too much time or memory.
    """
    wish = None
    parts: ShownPictures = {}
    pages = []
    for page in layout.pages:
        items: list[Item] = []
        for item in page.items:
            if isinstance(item, DrawingItem) and not is_plain(item.drawing.paths):
                wish = wish or _wish(edition, printer, fonts)
                item, made = _settle(brochure, item, wish)
                parts.update((part, pixels) for part, pixels in made.items())
            items.append(item)
        pages.append(replace(page, items=tuple(items)))
    return (layout if wish is None else replace(layout, pages=tuple(pages))), parts


def _settle(
    brochure: Brochure, item: DrawingItem, wish: DrawingWish
) -> tuple[DrawingItem, dict[Part, Pixels]]:
    # Few drawings need a picture.
    from layout.images.svg.settling.render import RenderingFailed
    from layout.images.svg.settling.settle import settle

    scale = max(item.box.width / item.drawing.width, item.box.height / item.drawing.height)
    try:
        drawing, made = settle(item.drawing, replace(wish, scale=scale))
    except RenderingFailed as failure:
        raise Rejected.one("svg-not-rendered", brochure.where, reason=str(failure)) from None
    return replace(item, drawing=drawing), made


def _wish(edition: Edition, printer: PrinterProfile | None, fonts: tuple[str, ...]) -> DrawingWish:
    from layout.images.svg.settling.settle import DrawingWish

    wish = DrawingWish(
        space=edition.space,
        ppi=edition.ppi,
        scale=1.0,
        live=printer is None,
        quality=edition.quality,
        fonts=fonts,
    )
    if printer is not None:
        inks, _ = ink_profiles(printer)
        wish = replace(wish, ppi=printer.ppi, inks=inks, ink_limit=printer.ink_limit)
    return wish


def ink_profiles(printer: PrinterProfile) -> tuple[str, str]:
    """The ICC files that a printer's inks are mixed with, and of the condition that is declared."""
    return str(icc_folder() / printer.separation_icc), str(icc_folder() / printer.icc)
