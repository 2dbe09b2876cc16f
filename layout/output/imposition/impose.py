"""Takes the bytes of any finished PDF and a job, gives its sheets and a report; never reflows a page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import is_not
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import IndirectObject

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.products.imposition import Imposed, Job, PageBox, PlacedPage, Plan, Scheme, Sheet, Side
from layout.model.values import ByteSize, Extent, Quantity
from layout.output.imposition.alignment import draw_alignment
from layout.output.imposition.bookmarks import read_bookmarks, write_bookmarks
from layout.output.imposition.document import (
    copy_document,
    is_interactive,
    is_read_leftwards,
    is_tagged,
    set_identifiers,
)
from layout.output.imposition.marks import draw_marks, trimmed_sheet
from layout.output.imposition.place import Surface, place_side, prepare_surface, turn_to_fit
from layout.output.imposition.plan import mirror, plan_2up, plan_booklet, plan_plain
from layout.output.imposition.report import (
    Losses,
    duplex_edge,
    page_ranges,
    report_losses,
    report_placing,
    report_press,
    report_sheets,
    report_sizes,
    report_unused,
)
from layout.output.imposition.sheets import SheetMaker
from layout.output.pdf.copying import Copier
from layout.output.pdf.objects import write_file
from layout.pdfreading.bounded import TooLongError, read_bounded
from layout.pdfreading.boxes import is_turned_oddly, read_page_box
from layout.pdfreading.opening import OpenedPdf, Unreadable, open_pdf

MOST_BYTES = 1 << 30
LEAST_SHEET, MOST_SHEET = 36, 14_400
"""Points; the most is what PDF viewers show (ISO 32000-1, C.2)."""

_PLANS: dict[Scheme, Callable[[int, Job], Plan]] = {
    Scheme.BOOKLET: lambda pages, job: plan_booklet(pages, job.signature),
    Scheme.TWO_UP: lambda pages, _: plan_2up(pages),
    Scheme.PLAIN: lambda pages, _: plan_plain(pages),
}


def impose(source: bytes | Path, job: Job, name: str = "") -> Imposed:
    """Lay the pages of a PDF out on sheets.

    `name` stands for the file in messages. The same bytes and job give the same bytes. Raises
    `Rejected` for a job or a file that cannot be used, with everything that is wrong with either.
    """
    where = Span(name or (source.name if isinstance(source, Path) else "PDF"))
    wrong = list(_check(job, where))
    if wrong:
        raise Rejected(wrong)
    try:
        data = read_bounded(source, MOST_BYTES) if isinstance(source, Path) else source
        pdf = open_pdf(data)
        return _impose(pdf, _read_boxes(pdf, where), job, where, data)
    except TooLongError as error:
        raise Rejected.one("impose-file-too-big", where, limit=ByteSize(error.most)) from None
    except Unreadable as error:
        raise Rejected.one(f"impose-{error.reason}", where) from error
    except OSError as error:
        raise Rejected.one("impose-no-file", where) from error


def _impose(pdf: OpenedPdf, boxes: Sequence[PageBox], job: Job, where: Span, data: bytes) -> Imposed:
    surface = prepare_surface(job, (box.size for box in boxes))
    _check_sheet(surface, job, where)
    leftwards = is_read_leftwards(pdf) and not surface.stacked
    plan = _PLANS[job.scheme](len(boxes), job)
    if leftwards:
        plan = mirror(plan)
    stated = boxes
    if job.scheme is Scheme.PLAIN:
        boxes = [turn_to_fit(box, surface) for box in stated]
    writer = PdfWriter()
    copier = Copier(writer)
    maker = SheetMaker(pdf, boxes, job, copier)
    placements, sheet_of = _add_sheets(maker, plan, surface, boxes, job)
    write_bookmarks(writer, read_bookmarks(pdf), sheet_of.__getitem__)
    claims = copy_document(pdf, copier, duplex_edge(surface))
    set_identifiers(writer, pdf, data, repr(job).encode())
    finished = write_file(writer)
    losses = Losses(
        tagged=is_tagged(pdf),
        links=maker.links,
        drawn=maker.drawn,
        lost=maker.lost,
        interactive=is_interactive(pdf),
        claims=claims,
        broken_objects=len(copier.broken),
        broken_contents=maker.forms.broken,
        odd_turns=_numbers(is_turned_oddly(page) for page in pdf.pages),
    )
    diagnostics = chain(
        report_sheets(plan, surface, job, where),
        report_unused(job, where),
        report_placing(leftwards, _numbers(map(is_not, boxes, stated)), where),
        report_sizes(surface, boxes, placements, where),
        report_press(surface, boxes, job, where) if job.press else (),
        report_losses(losses, where),
    )
    return Imposed(finished, plan, tuple(diagnostics))


def _numbers(marked: Iterable[bool]) -> tuple[int, ...]:
    """The pages, from 1, that are marked."""
    return tuple(number for number, found in enumerate(marked, start=1) if found)


def _add_sheets(
    maker: SheetMaker, plan: Plan, surface: Surface, boxes: Sequence[PageBox], job: Job
) -> tuple[list[PlacedPage], dict[int, IndirectObject]]:
    """All sides in printing order; gives the placements, and for each page the side it stands on."""
    if job.alignment:
        for front in (True, False):
            maker.add_side(surface.sheet, surface.sheet, (), draw_alignment(surface, front))
    placed: list[PlacedPage] = []
    sheet_of: dict[int, IndirectObject] = {}
    for sheet, side in _sides(plan):
        placements = list(place_side(side, sheet, surface, boxes, job))
        marks = draw_marks(surface, sheet, side is sheet.front, job)
        reference = maker.add_side(surface.sheet, trimmed_sheet(surface, sheet, job), placements, marks)
        sheet_of.update((placement.page, reference) for placement in placements)
        placed += placements
    maker.finish()
    return placed, sheet_of


def _sides(plan: Plan) -> Iterator[tuple[Sheet, Side]]:
    """The sides to print; what is blank after the last page only in a booklet, where folding needs it."""
    sides = [(sheet, side) for sheet in plan.sheets for side in sheet.sides]
    while plan.scheme is not Scheme.BOOKLET and sides[-1][1].blank:
        sides.pop()
    yield from sides


def _read_boxes(pdf: OpenedPdf, where: Span) -> list[PageBox]:
    boxes = [read_page_box(page) for page in pdf.pages]
    sizeless = [number for number, box in enumerate(boxes, start=1) if box is None]
    if sizeless:
        raise Rejected.one("impose-page-size", where, pages=page_ranges(sizeless))
    return [box for box in boxes if box is not None]


def _check_sheet(surface: Surface, job: Job, where: Span) -> None:
    """Raises Rejected for a sheet cut to pages that is of no sheet's size, or all margin."""
    size = (surface.sheet.width, surface.sheet.height)
    if not LEAST_SHEET <= min(size) <= max(size) <= MOST_SHEET:
        raise Rejected.one("impose-sheet-size", where, size=Extent(*size, 0))
    if job.unprintable > min(size) / 4:
        raise Rejected.one("impose-setting", where, name="unprintable", value=Quantity(job.unprintable, 2))


def _check(job: Job, where: Span) -> Iterator[Diagnostic]:
    """Numbers no sheet can have; all of them at once."""
    sheet = job.sheet or (math.inf, math.inf)
    limits: tuple[tuple[str, float, float, float], ...] = (
        ("sheet", min(sheet), LEAST_SHEET, math.inf),
        ("paper", job.paper, 0, 36),
        ("signature", job.signature or (1 if job.signature is None else 0), 1, math.inf),
        ("unprintable", job.unprintable, 0, min(sheet) / 4),
        ("bleed", job.bleed, 0, 144),
    )
    for name, value, least, most in limits:
        if not least <= value <= most:
            yield Diagnostic("impose-setting", where, {"name": name, "value": Quantity(value, 2)})
