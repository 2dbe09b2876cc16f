"""Takes what an imposition did, gives what the user should know of it; never changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.products.imposition import Job, PageBox, PlacedPage, Plan, Scheme
from layout.model.records import Struct
from layout.model.values import Count, Extent, Percent, Value
from layout.output.imposition.marks import cut_rectangles
from layout.output.imposition.place import ROUNDING, Size, Surface, slug

STAPLE_LIMIT = 20
"""Sheets of office paper that one staple and one fold still hold (80 pages)."""

MOST_NAMED = 12
"""Ranges of page numbers a message names before it stops."""


class Losses(Struct, frozen=True, kw_only=True):
    """What of the source is not in the sheets, or had to be mended."""

    tagged: bool
    links: int
    drawn: int
    lost: int
    interactive: bool
    claims: bool
    broken_objects: int
    broken_contents: int
    odd_turns: tuple[int, ...]


def report_sheets(plan: Plan, surface: Surface, job: Job, where: Span) -> Iterator[Diagnostic]:
    """How to print what came out, a test sheet counted."""
    edge = duplex_edge(surface).lower()
    yield _note(
        f"impose-sheets-{edge}",
        where,
        pages=Count(plan.pages),
        sheets=Count(len(plan.sheets) + job.alignment),
    )
    if plan.blanks and surface.fold is not None:
        yield _note("impose-blanks", where, blanks=Count(plan.blanks))
    if surface.fold is not None:
        thickest = max(sheet.depth + 1 for sheet in plan.sheets)
        if thickest > STAPLE_LIMIT:
            yield _warning("impose-thick", where, sheets=Count(thickest), limit=Count(STAPLE_LIMIT))


def report_sizes(
    surface: Surface, boxes: Sequence[PageBox], placements: Iterable[PlacedPage], where: Span
) -> Iterator[Diagnostic]:
    """Scaling, and pages of another size than most."""
    if surface.scale < 1:
        fits_sheet = surface.house[0] <= surface.cells[0].area.width + ROUNDING
        fits_sheet = fits_sheet and surface.house[1] <= surface.cells[0].area.height + ROUNDING
        code = "impose-scaled-to-margin" if fits_sheet else "impose-scaled"
        yield _note(code, where, percent=_percent(surface.scale), size=_extent(surface.house))
    others = {number: box.size for number, box in enumerate(boxes, start=1) if _differs(box, surface)}
    for size, pages in _by_size(others):
        yield _warning(
            "impose-mixed-sizes", where, pages=page_ranges(pages), size=size, house=_extent(surface.house)
        )
    shrunk = [placed.page for placed in placements if placed.scale < surface.scale]
    if shrunk:
        yield _warning("impose-page-scaled", where, pages=page_ranges(sorted(shrunk)))


def report_press(surface: Surface, boxes: Sequence[PageBox], job: Job, where: Span) -> Iterator[Diagnostic]:
    """Bleed that is missing in the file or does not fit on the sheet."""
    bare = [number for number, box in enumerate(boxes, start=1) if box.bleed == box.trim]
    if bare:
        yield _warning("impose-no-bleed", where, pages=page_ranges(bare))
    sheet = _extent((surface.sheet.width, surface.sheet.height))
    if not _has_room(surface, job.bleed * surface.scale):
        yield _warning("impose-sheet-tight", where, sheet=sheet)
    elif not _has_room(surface, slug(job)):
        yield _warning("impose-marks-tight", where, sheet=sheet)


def report_losses(losses: Losses, where: Span) -> Iterator[Diagnostic]:
    """What did not come along, each knowingly."""
    turns, streams = page_ranges(losses.odd_turns), Count(losses.broken_contents)
    found = (
        (losses.tagged, _note("impose-tags-dropped", where)),
        (losses.claims, _note("impose-claims-dropped", where)),
        (losses.links, _note("impose-links-dropped", where, links=Count(losses.links))),
        (losses.interactive, _note("impose-interactive-dropped", where)),
        (losses.drawn, _note("impose-annotations-drawn", where, annotations=Count(losses.drawn))),
        (losses.lost, _warning("impose-annotations-lost", where, annotations=Count(losses.lost))),
        (losses.odd_turns, _warning("impose-rotation", where, pages=turns)),
        (losses.broken_objects, _warning("impose-damaged", where, objects=Count(losses.broken_objects))),
        (
            losses.broken_contents,
            _warning("impose-damaged-content", where, streams=streams),
        ),
    )
    yield from (diagnostic for happened, diagnostic in found if happened)


def report_placing(leftwards: bool, turned: Sequence[int], where: Span) -> Iterator[Diagnostic]:
    """What stands otherwise than a reader may expect."""
    if leftwards:
        yield _note("impose-leftwards", where)
    if turned:
        yield _note("impose-turned", where, pages=page_ranges(turned))


def report_unused(job: Job, where: Span) -> Iterator[Diagnostic]:
    """What was asked for and means something only where sheets are folded."""
    if job.scheme is Scheme.BOOKLET:
        return
    asked = {
        "paper": job.paper,
        "signature": job.signature,
        "fold-marks": job.fold_marks,
        "staple-marks": job.staple_marks,
    }
    names = [name for name, value in asked.items() if value]
    if names:
        yield _warning("impose-unused", where, names=", ".join(names), scheme=job.scheme.value)


def duplex_edge(surface: Surface) -> str:
    """The edge a duplex printer must flip on, so that a sheet turns like a leaf: Short or Long."""
    return "Short" if surface.sheet.width > surface.sheet.height else "Long"


def page_ranges(pages: Iterable[int]) -> str:
    """1, 3–5, 9; at most `MOST_NAMED` ranges, then an ellipsis."""
    ranges = []
    for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        ranges.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}")
    return ", ".join(ranges[:MOST_NAMED]) + (" …" if len(ranges) > MOST_NAMED else "")


def _by_size(sizes: Mapping[int, Size]) -> list[tuple[Extent, list[int]]]:
    """Extents as they are said, each with its pages: sizes that are said alike count as one."""
    grouped: dict[str, tuple[Extent, list[int]]] = {}
    for page, size in sizes.items():
        extent = _extent(size)
        grouped.setdefault(str(extent), (extent, []))[1].append(page)
    return list(grouped.values())


def _differs(box: PageBox, surface: Surface) -> bool:
    return any(abs(one - other) > ROUNDING for one, other in zip(box.size, surface.house, strict=True))


def _has_room(surface: Surface, margin: float) -> bool:
    """Whether that much, in points, is free around all that is cut out."""
    cuts = ((area, cut.grown(margin - 0.01)) for area, cut in cut_rectangles(surface, 0.0))
    return all(cut.within(area) == cut for area, cut in cuts)


def _percent(scale: float) -> Percent:
    return Percent(scale, 1 if scale >= 0.01 else 2)


def _extent(size: Size) -> Extent:
    return Extent(*size, 0)


def _note(code: str, where: Span, **values: Value) -> Diagnostic:
    return Diagnostic(code, where, values, Severity.NOTE)


def _warning(code: str, where: Span, **values: Value) -> Diagnostic:
    return Diagnostic(code, where, values, Severity.WARNING)
