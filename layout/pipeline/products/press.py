"""Takes composed pages, gives the PDF that a printer gets: in inks, with bleed and marks, and judged."""

from __future__ import annotations

from layout.draw.document import draw_document
from layout.draw.marks import mark_pages
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.output.press.finish import finish_press
from layout.output.press.statement import Statement
from layout.pipeline.checks.printing import list_demands, printer_for
from layout.pipeline.composing import Composed, tell_problems
from layout.pipeline.covers import designed_pages
from layout.pipeline.drawing import document_info, draw_bound, prepare_drawing
from layout.pipeline.files import output_name
from layout.pipeline.wishes import ProductWishes
from layout.preflight.report.products import judge_print
from layout.resources.places import icc_folder


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The finished PDF; raises Rejected where it cannot be made, and where a printer would send it back."""
    printer = printer_for(edition, wishes.shop, composed.brochure)
    tell_problems(list_demands(composed, printer), wishes.report)
    draw = prepare_drawing(composed, edition, wishes.watch, printer)
    pdf = draw_bound(composed, draw, wishes, printer)
    with wishes.watch("press"):
        pdf = _finish(composed, edition, printer, pdf)
    with wishes.watch("preflight"):
        name = output_name(composed.brochure, edition)
        covers = designed_pages(composed.brochure, _count_pages(composed))
        path = str(wishes.folder / name)
        problems = judge_print(pdf, name, printer, covers, path=path, recall=wishes.recall)
        tell_problems(problems, wishes.report)
    return pdf


def _count_pages(composed: Composed) -> int:
    """Pages of a product, its covers included."""
    return len(composed.body.pages) + len(composed.brochure.covers.there)


def _finish(composed: Composed, edition: Edition, printer: PrinterProfile, pdf: bytes) -> bytes:
    info = document_info(composed.brochure)
    profile = (icc_folder() / printer.icc).read_bytes()
    statement = Statement(
        title=info.title,
        author=info.author,
        created=info.created,
        standard=printer.standard,
        condition=printer.condition,
        profile=profile,
    )
    if not printer.marks:
        return finish_press(pdf, None, statement)
    count = _count_pages(composed)
    slugs = [(info.title, f"{info.created} · {number}/{count}") for number in range(1, count + 1)]
    face = composed.faces.face(composed.theme.styles["folio"].family, "regular", False)
    lenders = composed.faces.lenders(face, composed.theme.fallback)
    marks = mark_pages(composed.body, printer, slugs, (face, *lenders))
    drawn = draw_document(marks, edition, info, composed.faces.records(), {}, printer)
    return finish_press(pdf, drawn.pdf, statement)
