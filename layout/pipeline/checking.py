"""Takes a content folder, gives what is wrong in it and what its products would be told; makes none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from layout.lang.microtype import Change
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.pipeline.checks.printing import list_demands, printer_for
from layout.pipeline.composing import Composed, compose_folder, stop_on_errors, untold
from layout.pipeline.covers import read_covers
from layout.pipeline.inspecting import inspect_thoroughly
from layout.pipeline.product import make_product
from layout.pipeline.translation.approved import find_unapproved
from layout.pipeline.translation.judging import as_errors, once
from layout.pipeline.wishes import ProductWishes


def check_folder(
    folder: Path, tell: Callable[[Change], None] = untold, shop: PrinterProfile | None = None
) -> Composed:
    """The pages of `folder` with every product's pictures, covers and demands tried, and nothing written.

    Print editions are tried for `shop`, or for any printer, whose mere notes are left out: a screen shows
    nothing of them. Pictures are asked the same by every standard, covers are not. Raises Rejected with all
    mistakes.
    """
    composed = compose_folder(folder, tell=tell, inspect=inspect_thoroughly)
    problems = [*composed.diagnostics, *_judge_leaving(composed)]
    if any(composed.body.artworks):
        # Few brochures show documents.
        from layout.pipeline.artworks import inspect_artworks

        problems += inspect_artworks(composed.brochure, composed.body)
    read_covers(composed, None, problems)
    printers = [
        printer_for(edition, shop, composed.brochure) for edition in EDITIONS.values() if edition.bleed
    ]
    problems += _told(list_demands(composed, printers[0]), shop)
    for printer in printers:
        read_covers(composed, None, problems, printer)
    if composed.brochure.publicity is not None:
        problems += _judge_publicity(composed)
    problems = list(once(problems))
    stop_on_errors(problems)
    return replace(composed, diagnostics=tuple(problems))


def _judge_leaving(composed: Composed) -> list[Diagnostic]:
    """What holds editions for mail and print back, of which a draft makes none."""
    if composed.brochure.draft:
        return list(composed.translation)
    return [*as_errors(composed.translation), *find_unapproved(composed.brochure, composed.pairs)]


def _judge_publicity(composed: Composed) -> list[Diagnostic]:
    """What the programme that pays would object to in the pages that all editions share."""
    found: list[Diagnostic] = []
    try:
        make_product(composed, EDITIONS["screen"], ProductWishes(report=found.append))
    except Rejected as rejected:
        found += rejected.diagnostics
    return found


def _told(demands: Iterable[Diagnostic], shop: PrinterProfile | None) -> list[Diagnostic]:
    return [demand for demand in demands if shop is not None or demand.severity is not Severity.NOTE]
