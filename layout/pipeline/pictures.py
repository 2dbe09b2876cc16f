"""Takes the pictures placed on a layout's pages, gives the pixels that one product wants of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from layout.images.checks import picture_places
from layout.images.pixels import Pixels, Target
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Span
from layout.model.layout import ImageItem, Layout
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.resources.places import icc_folder


def convert_pictures(
    brochure: Brochure, layout: Layout, edition: Edition, printer: PrinterProfile | None
) -> dict[ImageItem, Pixels]:
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
    )
    if printer is not None:
        inks, intent = ink_profiles(printer)
        target = replace(target, ppi=printer.ppi, inks=inks, intent=intent, ink_limit=printer.ink_limit)
    return convert(str(Path(brochure.folder) / item.file), target, where)


def ink_profiles(printer: PrinterProfile) -> tuple[str, str]:
    """The ICC files that a printer's inks are mixed with, and of the condition that is declared."""
    return str(icc_folder() / printer.separation_icc), str(icc_folder() / printer.icc)
