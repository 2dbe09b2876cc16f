"""Takes composed pages and an edition, gives the finished PDF; chains what comes after the layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from layout.model.brochure import Brochure
from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.edition import Edition
from layout.model.layout import Layout
from layout.model.printer import PrinterProfile
from layout.model.theme import Theme
from layout.pipeline.composing import Composed, Watch, stop_on_errors, tell_problems, unwatched
from layout.pipeline.covers import designed_pages, merge, read_covers
from layout.pipeline.files import output_name
from layout.pipeline.pictures import convert_pictures
from layout.resources.places import icc_folder

if TYPE_CHECKING:
    from layout.draw.document import DocumentInfo, Drawn


def build_edition(
    composed: Composed,
    edition: Edition,
    watch: Watch = unwatched,
    printer: PrinterProfile | None = None,
    report: Callable[[Diagnostic], None] = lambda problem: None,
    convert_covers: bool = False,
) -> bytes:
    """The finished PDF of one edition; one for a press is made for `printer`, or for any that has no wishes.

    With `convert_covers` a designer's cover in RGB is put into its inks where that is safe. Raises Rejected
    where it cannot be made; what else there is to say goes to `report`.
    """
    from layout.draw.document import DocumentInfo, draw_document
    from layout.draw.pared import pare_drawings

    brochure = composed.brochure
    printer = choose_printer(edition, printer, brochure)
    if printer is not None:
        tell_problems(list_demands(composed, printer), report)
    title = " / ".join(dict.fromkeys(brochure.title.sides)).replace("\u00a0", " ")
    author = brochure.publisher.left if brochure.publisher else ""
    info = DocumentInfo(title, author, brochure.languages[0], brochure.date)
    paths = composed.faces.paths()
    greys = _greys(composed.theme, edition)

    def draw(layout: Layout) -> Drawn:
        with watch("convert"):
            pictures = convert_pictures(brochure, layout, edition, printer)
        with watch("draw"):
            drawn = pare_drawings(layout) if edition.tagged else layout
            return draw_document(drawn, edition, info, paths, pictures, printer, greys)

    body = draw(composed.body)
    if edition.tagged:
        with watch("tags"):
            pdf = _finish_mail(composed, body, draw)
        if brochure.covers.designed:
            with watch("preflight"):
                tell_problems(_judge_mail(brochure, pdf, output_name(brochure, edition)), report)
        return pdf
    pdf = body.pdf
    if brochure.covers.there:
        with watch("covers"):
            pdf = merge(composed, pdf, draw, printer, report, convert_covers)
    if printer is None:
        return pdf
    from layout.preflight.report.products import judge_print

    with watch("press"):
        pdf = _finish_press(composed, edition, printer, info, pdf)
    with watch("preflight"):
        covers = designed_pages(brochure, _count_pages(composed))
        tell_problems(judge_print(pdf, output_name(brochure, edition), printer, covers), report)
    return pdf


def _judge_mail(brochure: Brochure, pdf: bytes, name: str) -> list[Diagnostic]:
    """What is wrong with a mail file; one that cannot be judged is so by its designer's covers."""
    from layout.preflight.report.products import judge_mail

    try:
        return judge_mail(pdf, name)
    except Rejected as rejected:
        return [
            replace(one, where=cover.where, values={**one.values, "file": Path(str(cover.file)).name})
            for one in rejected.diagnostics
            for cover in brochure.covers.designed
        ]


def build_within(composed: Composed, edition: Edition, limit: int, watch: Watch = unwatched) -> bytes:
    """The finished PDF in at most `limit` bytes, its pictures lowered as far as needed; raises Rejected."""
    from layout.output.access.sizes import fit

    return fit(lambda step: build_edition(composed, step, watch), edition, limit, composed.brochure.where)


def choose_printer(
    edition: Edition, printer: PrinterProfile | None, brochure: Brochure
) -> PrinterProfile | None:
    """Who an edition is made for, nobody a screen's; without a name the brochure's page multiple holds."""
    if not edition.bleed:
        return None
    printer = printer or PrinterProfile(page_multiple=max(1, brochure.page_multiple))
    return printer if edition.standard is None else replace(printer, standard=edition.standard)


def _greys(theme: Theme, edition: Edition) -> Mapping[Colour, float] | None:
    if edition.space != "grey":
        return None
    from layout.draw.grey import grey_levels

    return grey_levels(theme)


def list_demands(composed: Composed, printer: PrinterProfile) -> list[Diagnostic]:
    """What a printer's profile asks of the theme and of the placed pictures, and does not get."""
    from layout.output.press.demands import check_demands
    from layout.output.press.kept_inks import check_kept_inks
    from layout.output.press.resolution import check_resolution

    layouts = [composed.body, *(cover for cover in composed.covers if cover is not None)]
    return [
        *check_demands(composed.theme, printer, composed.brochure.where),
        *check_resolution(composed.brochure, layouts, printer),
        *check_kept_inks(composed.brochure, layouts, printer),
    ]


def _finish_mail(composed: Composed, body: Drawn, draw: Callable[[Layout], Drawn]) -> bytes:
    from layout.output.access.finish import finish_mail

    problems: list[Diagnostic] = []
    covers = read_covers(composed, draw, problems)
    stop_on_errors(problems)
    return finish_mail(composed.brochure, composed.body, body.pdf, body.leaves, *covers)


def _count_pages(composed: Composed) -> int:
    """Pages of a product, its covers included."""
    return len(composed.body.pages) + len(composed.brochure.covers.there)


def _finish_press(
    composed: Composed, edition: Edition, printer: PrinterProfile, info: DocumentInfo, pdf: bytes
) -> bytes:
    from layout.draw.document import draw_document
    from layout.draw.marks import mark_pages
    from layout.output.press.finish import finish_press
    from layout.output.press.statement import Statement

    profile = (icc_folder() / printer.icc).read_bytes()
    statement = Statement(info.title, info.author, info.created, printer.standard, printer.condition, profile)
    if not printer.marks:
        return finish_press(pdf, None, statement)
    count = _count_pages(composed)
    slugs = [(info.title, f"{info.created} · {number}/{count}") for number in range(1, count + 1)]
    face = composed.faces.face(composed.theme.styles["folio"].family, "regular", False)
    marks = mark_pages(composed.body, printer, slugs, face)
    drawn = draw_document(marks, edition, info, composed.faces.paths(), {}, printer)
    return finish_press(pdf, drawn.pdf, statement)
