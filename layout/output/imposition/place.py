"""Takes page boxes, a job and a plan, gives where each page comes to lie; never touches a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from layout.model.geometry import Rect, transform_box
from layout.model.products.crop_marks import CLEARANCE, CropMarks, marks_beyond
from layout.model.products.imposition import Job, PageBox, PlacedPage, Scheme, Sheet, Side
from layout.model.records import Struct, replace
from layout.model.units import mm
from layout.output.imposition.plan import creep
from layout.pdfreading.boxes import placing_matrix

ROUNDING = 1.0
"""Points by which a page may exceed its place before it is scaled: A5 is 420 × 595 pt to many programs."""

MARK_OFFSET = mm(3) + CLEARANCE
"""From the trim to a crop mark at least: outside print shops' 3 mm of bleed, whatever the job keeps."""

LEFT, MIDDLE, RIGHT = 0.0, 0.5, 1.0

Size = tuple[float, float]


class Cell(Struct, frozen=True):
    """The part of a sheet one slot may paint; `anchor` says where in it a narrower page stands."""

    area: Rect
    anchor: float = MIDDLE


class Surface(Struct, frozen=True):
    """A sheet turned for the job: its size, its cells in slot order, what can be printed of it.

    `house` is the size of most pages, `scale` what they are scaled by (never enlarged).
    """

    sheet: Rect
    cells: tuple[Cell, ...]
    printable: Rect
    house: Size
    scale: float

    @property
    def stacked(self) -> bool:
        """True where no place of a side is beside another."""
        return self.cells[0].area.x0 == self.cells[-1].area.x0

    @property
    def fold(self) -> float | None:
        """x of the fold; None where nothing is folded."""
        return self.cells[0].area.x1 if self.cells[0].anchor == RIGHT else None


def prepare_surface(job: Job, sizes: Iterable[Size]) -> Surface:
    """The sheet in the orientation that scales the job's commonest page size least."""
    house = house_size(sizes)
    surfaces = [_surface(job, house, sheet, cells) for sheet, cells in _arrangements(job, house)]
    return max(surfaces, key=lambda surface: surface.scale)


def house_size(sizes: Iterable[Size]) -> Size:
    """The commonest size, of equals the largest; sizes within half a point are the same."""
    counts: Counter[Size] = Counter()
    first: dict[Size, Size] = {}
    for size in sizes:
        key = (round(size[0] * 2), round(size[1] * 2))
        counts[key] += 1
        first.setdefault(key, size)
    return first[max(counts, key=lambda key: (counts[key], key))]


def slug(job: Job) -> float:
    """Points outside the trim that bleed and crop marks take."""
    return crop_marks(job).reach if job.press else 0.0


def crop_marks(job: Job) -> CropMarks:
    """The marks of a job for a press."""
    return marks_beyond(job.bleed, MARK_OFFSET)


def place_side(
    side: Side, sheet: Sheet, surface: Surface, boxes: Sequence[PageBox], job: Job
) -> Iterator[PlacedPage]:
    """The pages of one side, blanks left out."""
    shift = creep(sheet.depth, job.paper)
    for slot, cell in zip(side.slots, surface.cells, strict=True):
        if slot is not None:
            yield place_page(slot, boxes[slot - 1], cell, surface, shift, job)


def place_page(page: int, box: PageBox, cell: Cell, surface: Surface, shift: float, job: Job) -> PlacedPage:
    """One page in its cell: scaled only if it does not fit, at the fold or centred, moved by the creep."""
    room = cell.area.within(surface.printable)
    scale = min(surface.scale, fit(box.size, room))
    trim = house_trim(cell, surface, shift, (box.size[0] * scale, box.size[1] * scale))
    matrix = placing_matrix(box, scale, trim)
    visible = trim
    if job.press:
        visible = transform_box(matrix, box.bleed).within(trim.grown(job.bleed * scale))
    return PlacedPage(page, matrix, trim, visible.within(cell.area), scale)


def house_trim(cell: Cell, surface: Surface, shift: float = 0.0, size: Size | None = None) -> Rect:
    """Where a page of `size` (points on the sheet; the house size by default) stands in a cell."""
    width, height = size or (surface.house[0] * surface.scale, surface.house[1] * surface.scale)
    room = cell.area.within(surface.printable)
    x = room.x0 + (room.width - width) * cell.anchor + shift * (2 * cell.anchor - 1)
    y = room.y0 + (room.height - height) / 2
    return Rect(x, y, x + width, y + height)


def turn_to_fit(box: PageBox, surface: Surface) -> PageBox:
    """A page that lies among upright ones, or stands among lying ones, turned if it then loses less.

    Its top comes to the left, where a sheet is bound.
    """
    room = surface.cells[0].area.within(surface.printable)
    turned = replace(box, turn=(box.turn + 3) % 4)
    return turned if fit(turned.size, room) > fit(box.size, room) else box


def fit(size: Size, room: Rect) -> float:
    """The factor, at most 1, by which a page fits into a room."""
    return min(_fit(size[0], room.width), _fit(size[1], room.height))


def _fit(length: float, room: float) -> float:
    return 1.0 if length <= room + ROUNDING else room / length


def _surface(job: Job, house: Size, sheet: Rect, cells: tuple[Cell, ...]) -> Surface:
    printable = sheet.grown(-job.unprintable)
    scale = min(fit(house, cell.area.within(printable)) for cell in cells)
    return Surface(sheet, cells, printable, house, scale)


def _arrangements(job: Job, house: Size) -> Iterator[tuple[Rect, tuple[Cell, ...]]]:
    """Each way the job's sheet may be turned and divided, the first choice first."""
    for layout in _LAYOUTS[job.scheme]:
        if job.sheet is None:
            sheet = Rect(0, 0, *layout.needs(house, slug(job)))
            yield sheet, layout.cells(sheet)
            continue
        short, long = sorted(job.sheet)
        upright, lying = Rect(0, 0, short, long), Rect(0, 0, long, short)
        lies = layout.columns == 2 or (layout.rows == 1 and house[0] > house[1])
        for sheet in (lying, upright) if lies else (upright, lying):
            yield sheet, layout.cells(sheet)


class _Layout(Struct, frozen=True):
    """Columns and rows of a side; `folded` columns meet at the fold."""

    columns: int
    rows: int
    folded: bool = False

    def needs(self, house: Size, margin: float) -> Size:
        """The smallest sheet with `margin` around each trim (the fold excepted)."""
        inside = 0.0 if self.folded else margin * (self.columns - 1)
        return (self.columns * house[0] + 2 * margin + 2 * inside, self.rows * (house[1] + 2 * margin))

    def cells(self, sheet: Rect) -> tuple[Cell, ...]:
        width, height = sheet.width / self.columns, sheet.height / self.rows
        anchors = (RIGHT, LEFT) if self.folded else (MIDDLE, MIDDLE)
        return tuple(
            Cell(Rect(0, 0, width, height).moved(column * width, sheet.height - (row + 1) * height), anchor)
            for row in range(self.rows)
            for column, anchor in zip(range(self.columns), anchors, strict=False)
        )


_LAYOUTS = {
    Scheme.BOOKLET: (_Layout(2, 1, folded=True),),
    Scheme.TWO_UP: (_Layout(2, 1), _Layout(1, 2)),
    Scheme.PLAIN: (_Layout(1, 1),),
}
