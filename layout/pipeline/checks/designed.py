"""Takes a designer's cover, or a product with one, gives what it would be sent back for; draws nothing."""

from __future__ import annotations

from pathlib import Path

from layout.model.content.brochure import Brochure, Cover
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.model.values import Count, Values
from layout.output.covers.merge import CoverPage
from layout.output.press.conversion import convert_cover
from layout.output.press.cover import check_cover
from layout.pipeline.pictures import ink_profiles
from layout.preflight.gathering.recall import Recall
from layout.preflight.report.products import judge_cover, judge_mail


def press_cover(
    source: Path, page: CoverPage, printer: PrinterProfile, cover: Cover, convert: bool
) -> tuple[CoverPage, list[Diagnostic]]:
    """A designer's cover, converted if asked for, and what a printer would send it back for.

    Raises Rejected, at the cover's place in the content, where it cannot be judged.
    """
    notes: list[Diagnostic] = []
    if convert:
        page, changed = convert_cover(page, *ink_profiles(printer))
        if changed:
            values: Values = {"file": source.name, "count": Count(changed)}
            notes.append(Diagnostic("press-cover-converted", cover.where, values, Severity.WARNING))
    try:
        faults = judge_cover(page.pdf, source.name, printer, cover.page)
    except Rejected as rejected:
        raise Rejected(replace(one, where=cover.where) for one in rejected.diagnostics) from None
    return page, [*notes, *check_cover(source, page, printer, cover.where), *faults]


def judge_finished_mail(
    brochure: Brochure, pdf: bytes, name: str, recall: Recall | None = None
) -> list[Diagnostic]:
    """What is wrong with a mail file; one that cannot be judged is so by its designer's covers, if any.

    Raises Rejected where a file of the program's own pages cannot be judged.
    """
    try:
        return judge_mail(pdf, name, recall)
    except Rejected as rejected:
        if not brochure.covers.designed:
            raise
        return [
            replace(one, where=cover.where, values={**one.values, "file": Path(str(cover.file)).name})
            for one in rejected.diagnostics
            for cover in brochure.covers.designed
        ]
