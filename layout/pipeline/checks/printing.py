"""Takes composed pages and who prints them, gives what is asked of them in vain; looks at no cover's file."""

from __future__ import annotations

from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.pipeline.checks.demands import check_demands
from layout.pipeline.checks.kept_inks import check_kept_inks
from layout.pipeline.checks.resolution import check_resolution
from layout.pipeline.composing import Composed


def printer_for(edition: Edition, shop: PrinterProfile | None, brochure: Brochure) -> PrinterProfile:
    """Who an edition for a press is made for; without a shop any printer that keeps the page multiple."""
    printer = shop or PrinterProfile(page_multiple=max(1, brochure.page_multiple))
    return printer if edition.standard is None else replace(printer, standard=edition.standard)


def list_demands(composed: Composed, printer: PrinterProfile) -> list[Diagnostic]:
    """What a printer's profile asks of the theme and of the placed pictures, and does not get."""
    layouts = [composed.body, *(cover for cover in composed.covers if cover is not None)]
    return [
        *check_demands(composed.theme, printer, composed.brochure.where, composed.faces.stoutness),
        *check_resolution(composed.brochure, layouts, printer),
        *check_kept_inks(composed.brochure, layouts, printer),
    ]
