"""Takes a surface and a sheet, gives the marks to cut, fold and staple by; never colours but black."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.geometry import Rect
from layout.model.products.crop_marks import HAIRLINE, CropMarks
from layout.model.products.imposition import Job, Sheet
from layout.model.units import mm
from layout.output.imposition.place import Surface, crop_marks, house_trim
from layout.output.imposition.plan import creep
from layout.output.pdf.operators import clip, line, pen

REGISTRATION = "Registration"
"""Resource name of the colour that prints on every plate (ISO 32000-1, 8.6.6.4, colorant All)."""

FOLD_LENGTH = mm(4)
STAPLE_WIDTH = mm(12.7)
"""The crown of a 24/6 or 26/6 staple."""
STAPLE_END = mm(1.5)


def draw_marks(surface: Surface, sheet: Sheet, front: bool, job: Job) -> str:
    """Content stream operators, balanced; empty when the job wants no marks on this side.

    Fold marks stand on each sheet's front, that is on the outside of the fold; staple marks on the
    front of the outermost sheet of a signature, where the staples' crowns will cover them.
    """
    marks: list[str] = []
    if job.press:
        crops = crop_marks(job)
        marks += [f"/{REGISTRATION} CS 1 SCN", pen(crops.width, None)]
        for area, trim in cut_rectangles(surface, creep(sheet.depth, job.paper)):
            marks += ["q", clip(area), *_crop(trim, crops), "Q"]
    fold = surface.fold
    if fold is not None and front and job.fold_marks:
        marks += [pen(HAIRLINE, 0.0, "2 2"), *_fold(fold, surface.printable)]
    if fold is not None and front and job.staple_marks and sheet.depth == 0:
        marks += [pen(HAIRLINE, 0.4), *_staples(fold, house_trim(surface.cells[0], surface))]
    return "\n".join(["q", *marks, "Q"]) if marks else ""


def trimmed_sheet(surface: Surface, sheet: Sheet, job: Job) -> Rect:
    """What is left of a sheet after cutting along the crop marks; all of it where there are none."""
    if not job.press:
        return surface.sheet
    cuts = [cut for _, cut in cut_rectangles(surface, creep(sheet.depth, job.paper))]
    return Rect(
        min(cut.x0 for cut in cuts), min(cut.y0 for cut in cuts),
        max(cut.x1 for cut in cuts), max(cut.y1 for cut in cuts),
    ).within(surface.sheet)  # fmt: skip


def cut_rectangles(surface: Surface, shift: float) -> Iterator[tuple[Rect, Rect]]:
    """What is cut out of what: both pages of a folded sheet together, else each page out of its place."""
    trims = [house_trim(cell, surface, shift) for cell in surface.cells]
    if surface.fold is None:
        yield from zip((cell.area for cell in surface.cells), trims, strict=True)
    else:
        yield surface.sheet, Rect(trims[0].x0, trims[0].y0, trims[1].x1, trims[1].y1)


def _crop(trim: Rect, crops: CropMarks) -> Iterator[str]:
    near, far = crops.distance, crops.reach
    for x, out in ((trim.x0, -1), (trim.x1, 1)):
        for y, up in ((trim.y0, -1), (trim.y1, 1)):
            yield line((x + out * near, y), (x + out * far, y))
            yield line((x, y + up * near), (x, y + up * far))


def _fold(x: float, printable: Rect) -> Iterator[str]:
    yield line((x, printable.y1), (x, printable.y1 - FOLD_LENGTH))
    yield line((x, printable.y0), (x, printable.y0 + FOLD_LENGTH))


def _staples(x: float, trim: Rect) -> Iterator[str]:
    for part in (0.25, 0.75):
        middle = trim.y0 + part * trim.height
        low, high = middle - STAPLE_WIDTH / 2, middle + STAPLE_WIDTH / 2
        yield line((x, low), (x, high))
        for end in (low, high):
            yield line((x - STAPLE_END, end), (x + STAPLE_END, end))
