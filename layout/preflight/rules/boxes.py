"""Rules of page boxes, sizes and counts, of bleed that art really reaches, and of printer's marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect, contains, meet
from layout.model.units import mm, to_mm
from layout.model.values import Count, Extent, Millimetres, Named, Quantity, Values
from layout.preflight.facts import PageFacts, PaintedMark, PlacedImage
from layout.preflight.rules.rule import FILE, PAINTED, Case, Gap, Hit, JudgeRule, Outcome
from layout.preflight.rules.source import PDF, PDF_X, PRACTICE, PRINTER, RENDERED, Clause
from layout.preflight.walk.areas import bled, finished

BOXES = (PDF_X, PDF.at("14.11.2"))
ERROR, WARNING = Severity.ERROR, Severity.WARNING

TOLERANCE = 0.05
"""Points by which boxes may differ and count as equal."""
NEAR = 1.0
"""Art that ends within this many points inside the trim was meant to reach it."""

SIDES = ("left", "bottom", "right", "top")


def check_media(case: Case) -> Iterator[Outcome]:
    """Every page says how large its sheet is."""
    for page in case.facts.pages:
        if page.boxes.media is None:
            yield Hit(page=page.number, kind="page")


def check_trim(case: Case) -> Iterator[Outcome]:
    """Every page says where it is trimmed."""
    for page in case.facts.pages:
        if page.boxes.trim is None and page.boxes.art is None:
            yield Hit(page=page.number, kind="page")


def check_trim_or_art(case: Case) -> Iterator[Outcome]:
    """TrimBox or ArtBox, not both."""
    for page in case.facts.pages:
        if page.boxes.trim is not None and page.boxes.art is not None:
            yield Hit(page=page.number, kind="page")


def check_nesting(case: Case) -> Iterator[Outcome]:
    """TrimBox (or ArtBox) inside BleedBox inside MediaBox, the trim also inside a CropBox."""
    for page in case.facts.pages:
        boxes = page.boxes
        if boxes.media is None:
            continue
        named = (("ArtBox", boxes.art), ("TrimBox", boxes.trim), ("BleedBox", boxes.bleed))
        present = [*((name, box) for name, box in named if box), ("MediaBox", boxes.media)]
        steps = list(pairwise(present))
        if boxes.crop is not None:
            steps += [((name, box), ("CropBox", boxes.crop)) for name, box in named[:2] if box]
        for (inner, box), (outer, around) in steps:
            if not contains(around, box, TOLERANCE):
                yield Hit(
                    page=page.number, box=box, kind="page", name="", values={"inner": inner, "outer": outer}
                )


def check_crop(case: Case) -> Iterator[Outcome]:
    """A CropBox that cuts into the bleed hides it from programs that crop."""
    for page in case.facts.pages:
        crop = page.boxes.crop
        if crop is not None and not contains(crop, bled(page), TOLERANCE):
            yield Hit(page=page.number, kind="page")


def check_bleed(case: Case) -> Iterator[Outcome]:
    """The BleedBox leaves as much around the trim as the printer asks for."""
    for page in case.facts.pages:
        if page.boxes.trim is None and page.boxes.art is None:
            continue
        trim, bleed = finished(page), page.boxes.bleed or finished(page)
        least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
        if least < case.printer.bleed - TOLERANCE:
            values = {"found": Millimetres(max(least, 0.0)), "wanted": Millimetres(case.printer.bleed)}
            yield Hit(page=page.number, kind="page", values=values)


def _size(page: PageFacts) -> tuple[float, float]:
    left, bottom, right, top = finished(page)
    width, height = right - left, top - bottom
    return (height, width) if page.rotate in (90, 270) else (width, height)


def check_sizes(case: Case) -> Iterator[Outcome]:
    """All pages are trimmed to the size that most of them have."""
    trimmed = [page for page in case.facts.pages if page.boxes.trim or page.boxes.art]
    pages = trimmed or case.facts.pages
    sizes = [tuple(round(to_mm(side), 1) for side in _size(page)) for page in pages]
    usual = Counter(sizes).most_common(1)[0][0]
    for page, size in zip(pages, sizes, strict=True):
        if max(abs(a - b) for a, b in zip(size, usual, strict=True)) > 0.15:
            values = {"found": _extent(size), "usual": _extent(usual)}
            yield Hit(page=page.number, kind="page", values=values)


def check_format(case: Case) -> Iterator[Outcome]:
    """All pages are trimmed to the size that the printer's profile names, if it names one."""
    wanted = case.printer.trim
    if wanted is None:
        return
    for page in case.facts.pages:
        size = _size(page)
        if any(abs(side - other) > mm(0.15) for side, other in zip(size, wanted, strict=True)):
            values = {"found": Extent(*size), "wanted": Extent(*wanted)}
            yield Hit(page=page.number, kind="page", values=values)


def _extent(size: tuple[float, ...]) -> Extent:
    return Extent(mm(size[0]), mm(size[1]))


def check_multiple(case: Case) -> Iterator[Outcome]:
    """More than one leaf is folded, so the pages must come in the printer's multiple."""
    count, multiple = len(case.facts.pages), case.printer.page_multiple
    if count > 2 and count % multiple:
        values = {
            "count": Count(count),
            "multiple": Count(multiple),
            "missing": Count(-count % multiple),
        }
        yield Hit(values=values)


def check_unit(case: Case) -> Iterator[Outcome]:
    """UserUnit came with PDF 1.6 and is passed over by older workflows."""
    for page in case.facts.pages:
        if page.unit != 1.0:
            yield Hit(page=page.number, kind="page", values={"unit": Quantity(page.unit, 4)})


def _art(page: PageFacts) -> Iterator[tuple[PaintedMark | PlacedImage, Rect]]:
    """Fills, strokes, shadings and images that put colour on the page."""
    for mark in page.marks:
        if not mark.paint.white:
            yield mark, mark.box
    for placement in page.placements:
        if not placement.paint.white or placement.image.stencil:
            yield placement, placement.box


def _reaches(box: Rect, trim: Rect) -> tuple[float, float, float, float]:
    """How far a box goes beyond each side of the trim, in points; negative inside."""
    return (trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3])


def _crosses(box: Rect, trim: Rect) -> bool:
    shared = meet(box, trim)
    return shared is not None and (shared[2] > shared[0] or shared[3] > shared[1])


def check_cover(case: Case) -> Iterator[Outcome]:
    """Art that reaches the trim goes on to the end of the bleed."""
    for page in case.facts.pages:
        if page.boxes.trim is None and page.boxes.art is None:
            continue
        trim = finished(page)
        room = _reaches(bled(page), trim)
        for mark, box in _art(page):
            if not _crosses(box, trim):
                continue
            reaches = _reaches(box, trim)
            short = _short_side(reaches, room)
            if short is not None and not (_is_sloping(mark) and _bleeds(reaches, room)):
                side, reach = short
                kind, name = (
                    ("image", mark.image.name)
                    if isinstance(mark, PlacedImage)
                    else (mark.kind.value, mark.tag.file)
                )
                values: Values = {"side": Named("side", SIDES[side]), "reach": Millimetres(max(reach, 0.0))}
                yield Hit(page=page.number, box=box, kind=kind, name=name, values=values)


def _is_sloping(mark: PaintedMark | PlacedImage) -> bool:
    """Whether it is a line that runs neither level nor upright."""
    if not isinstance(mark, PaintedMark) or not mark.thin:
        return False
    left, bottom, right, top = mark.box
    return min(right - left, top - bottom) > 2 * mark.width + NEAR


def _bleeds(reaches: tuple[float, ...], room: tuple[float, ...]) -> bool:
    """Whether it runs out of the bleed somewhere: near a corner it then need not reach the other end."""
    return any(
        reach >= wanted - 0.25 for reach, wanted in zip(reaches, room, strict=True) if wanted > TOLERANCE
    )


def _short_side(reaches: tuple[float, ...], room: tuple[float, ...]) -> tuple[int, float] | None:
    for side, (reach, wanted) in enumerate(zip(reaches, room, strict=True)):
        if wanted > TOLERANCE and -NEAR <= reach < wanted - 0.25:
            return side, reach
    return None


def check_rendered_cover(case: Case) -> Iterator[Outcome]:
    """As rendered, ink at the trim has ink at the end of the bleed beside it."""
    rendering = case.facts.rendering
    if rendering is None or rendering.problem:
        yield Gap(rendering.problem if rendering else "render-unasked", _detail(case))
    for page in rendering.pages if rendering else ():
        for side in page.sides:
            if side.missing >= 2.0:
                values: Values = {
                    "side": Named("side", side.side),
                    "length": Millimetres(mm(side.missing), 0),
                }
                yield Hit(page=page.page, box=side.box, kind="page", name="", values=values)


def _detail(case: Case) -> Values:
    rendering = case.facts.rendering
    return {
        "pages": Count(len(rendering.pages) if rendering else 0),
        "of": Count(len(case.facts.pages)),
    }


def check_marks_missing(case: Case) -> Iterator[Outcome]:
    """Where the printer wants marks, something stands outside the bleed."""
    if not case.printer.marks:
        return
    for page in case.facts.pages:
        if not any(_outside(box, page) for _, box in _art(page)):
            yield Hit(page=page.number, kind="page")


def check_marks_unwanted(case: Case) -> Iterator[Outcome]:
    """Where the printer wants no marks, nothing stands outside the bleed."""
    if case.printer.marks:
        return
    for page in case.facts.pages:
        outside = [(mark, box) for mark, box in _art(page) if _outside(box, page)]
        if outside:
            yield Hit(page=page.number, box=outside[0][1], kind="page")


def check_marks_near(case: Case) -> Iterator[Outcome]:
    """Marks keep clear of the bleed: nothing that misses the trimmed page stands in it."""
    for page in case.facts.pages:
        if page.boxes.trim is None:
            continue
        for _, box in _art(page):
            shared = meet(box, bled(page))
            inside = shared is not None and min(shared[2] - shared[0], shared[3] - shared[1]) > TOLERANCE
            if inside and not _crosses(box, finished(page)):
                yield Hit(page=page.number, box=box, kind="page")


def _outside(box: Rect, page: PageFacts) -> bool:
    return meet(box, bled(page)) is None or not _crosses(box, bled(page))


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("box-media", ERROR, FILE, BOXES, check_media),
    JudgeRule("box-trim", ERROR, FILE, BOXES, check_trim),
    JudgeRule("box-trim-and-art", ERROR, FILE, BOXES, check_trim_or_art),
    JudgeRule("box-nesting", ERROR, FILE, BOXES, check_nesting),
    JudgeRule("box-crop", WARNING, FILE, (PDF.at("14.11.2.1"),), check_crop),
    JudgeRule("box-bleed", ERROR, FILE, (PRINTER.at("bleed"),), check_bleed),
    JudgeRule("page-size", ERROR, FILE, (PRACTICE,), check_sizes),
    JudgeRule("page-trim", ERROR, FILE, (PRINTER.at("trim"),), check_format),
    JudgeRule("page-multiple", ERROR, FILE, (PRINTER.at("page-multiple"),), check_multiple),
    JudgeRule("page-unit", WARNING, FILE, (PDF.at("14.11.2.1", Clause("30", "table")),), check_unit),
    JudgeRule("bleed-cover", ERROR, PAINTED, (PRACTICE,), check_cover),
    JudgeRule("bleed-rendered", ERROR, PAINTED, (PRACTICE, RENDERED), check_rendered_cover),
    JudgeRule("marks-missing", WARNING, FILE, (PRINTER.at("marks"),), check_marks_missing),
    JudgeRule("marks-unwanted", WARNING, FILE, (PRINTER.at("marks"),), check_marks_unwanted),
    JudgeRule("marks-near", WARNING, FILE, (PRACTICE,), check_marks_near),
)
