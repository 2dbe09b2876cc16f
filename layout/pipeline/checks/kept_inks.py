"""Takes placed pictures and a printer's profile, gives those kept with too much ink; changes no picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from layout.images.checks import picture_places
from layout.images.raster import densest_ink
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.layout import Layout
from layout.model.products.printer import PrinterProfile
from layout.model.values import Percent, Values
from layout.resources.places import icc_folder

CODING = 0.03
"""What JPEG's losses may add to a picture that was separated for the limit itself."""


def check_kept_inks(
    brochure: Brochure, layouts: Iterable[Layout], printer: PrinterProfile
) -> Iterator[Diagnostic]:
    """Errors for CMYK pictures kept as they are with more ink than the printer takes; each file once.

    What is converted is held to the limit by the conversion. Files are relative to the brochure's folder.
    """
    places = picture_places(brochure.sections)
    for file in dict.fromkeys(item.file for layout in layouts for item in layout.images):
        where = places.get(file, brochure.where)
        try:
            ink = densest_ink(str(Path(brochure.folder) / file), str(icc_folder() / printer.icc), where)
        except Rejected as rejected:
            yield from rejected.diagnostics
            continue
        if ink > printer.ink_limit + CODING:
            values: Values = {"file": file, "found": Percent(ink), "limit": Percent(printer.ink_limit)}
            yield Diagnostic("press-picture-ink", where, values)
