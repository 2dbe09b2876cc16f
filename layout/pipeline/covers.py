"""Takes composed pages and what a product wants, gives its covers as pages to merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from layout.model.content.brochure import Brochure, Cover
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.layout import Layout
from layout.model.products.printer import PrinterProfile
from layout.output.access.wording import describe_cover
from layout.output.covers.merge import CoverPage, examine_cover, merge_covers
from layout.pipeline.composing import Composed, tell_problems
from layout.pipeline.wishes import ProductWishes

if TYPE_CHECKING:
    from layout.draw.document import Drawn


def merge(
    composed: Composed,
    body: bytes,
    draw: Callable[[Layout], Drawn],
    wishes: ProductWishes,
    printer: PrinterProfile | None,
) -> bytes:
    """`body` with its covers, generated or the designer's; raises Rejected where one cannot be had."""
    problems: list[Diagnostic] = []
    front, back = read_covers(composed, draw, problems, printer, wishes.convert_covers)
    tell_problems(problems, wishes.report)
    return merge_covers(body, front, back)


def read_covers(
    composed: Composed,
    draw: Callable[[Layout], Drawn] | None,
    problems: list[Diagnostic],
    printer: PrinterProfile | None = None,
    convert_covers: bool = False,
) -> tuple[CoverPage | None, CoverPage | None]:
    """Both covers as pages to merge; what is wrong with a designer's file goes to `problems`.

    Without `draw` generated covers are passed over.
    """
    page = composed.theme.page
    trim, bleed = (page.width, page.height), page.bleed if printer is None else printer.bleed
    covers = composed.brochure.covers
    ready: list[CoverPage | None] = []
    for cover, layout in zip((covers.front, covers.back), composed.covers, strict=True):
        ready.append(None)
        if cover is None or (layout is not None and draw is None):
            continue
        source = _cover_file(composed.brochure, cover) if layout is None or draw is None else draw(layout).pdf
        try:
            words = describe_cover(composed.brochure, cover)
            found, lacks = examine_cover(source, cover.page, trim, bleed, cover.where, words)
            problems.extend(lacks)
            if printer is not None and isinstance(source, Path):
                # Only a designer's file has to be judged, and the judge takes long to load.
                from layout.pipeline.checks.designed import press_cover

                found, faults = press_cover(source, found, printer, cover, convert_covers)
                problems.extend(fault for fault in faults if not _is_known(fault, lacks))
            ready[-1] = found
        except Rejected as rejected:
            problems.extend(rejected.diagnostics)
    return ready[0], ready[1]


def _is_known(fault: Diagnostic, lacks: Iterable[Diagnostic]) -> bool:
    """Whether a cover's fault was told on reading it: its fonts by all their names."""
    return fault.code == "font-embedded" and any(lack.code == "cover-fonts" for lack in lacks)


def designed_pages(brochure: Brochure, pages: int) -> frozenset[int]:
    """Which of a file's `pages` (from 1) are covers that a designer has drawn."""
    sides = ((brochure.covers.front, 1), (brochure.covers.back, pages))
    return frozenset(number for cover, number in sides if cover is not None and cover.file)


def _cover_file(brochure: Brochure, cover: Cover) -> Path:
    return Path(brochure.folder) / str(cover.file)
