"""Takes a PDF's bytes, gives its separations' ink sums and bleed cover as Ghostscript renders them."""

from __future__ import annotations

import math
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import Any
from warnings import catch_warnings

from PIL import Image, ImageChops, ImageMath

from layout.model.geometry import Matrix, Rect, transform_box
from layout.model.records import Struct
from layout.pdfreading.ghostscript import find_renderer
from layout.preflight.facts import PageFacts, Rendered, Rendering, SideCover
from layout.preflight.gathering.ghostscript import plates_of, separate
from layout.preflight.reading.limits import Limits
from layout.source.write.leftovers import clear_leftovers, temporary_prefix

CHUNK = 8
"""Pages rendered by one run of Ghostscript, so that little is on disk at a time."""
MAX_PIXELS = 4_000_000
HEAVY = 2.0
"""Total ink from which areas are kept (200 %)."""
STEP = 0.05
INKED = 250
"""A plate's value (255 is paper) up to which a pixel counts as printed: 2 % tint and more."""


def render_separations(data: bytes, pages: Sequence[PageFacts], limits: Limits) -> Rendering:
    """Ink sums and bleed cover of each page, or why there are none; never raises for a bad file."""
    program = find_renderer()
    if program is None:
        return Rendering(problem="render-absent")
    wanted = list(pages[: limits.render_pages])
    done: list[Rendered] = []
    ends = time.monotonic() + limits.render_seconds
    clear_leftovers(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=temporary_prefix()) as folder:
        source = Path(folder) / "in.pdf"
        source.write_bytes(data)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            ppi = _resolution(chunk, limits.render_ppi)
            span = (chunk[0].number, chunk[-1].number)
            problem = separate(program, source, span, ppi, ends - time.monotonic())
            if problem:
                return Rendering(tuple(done), problem)
            done += [found for page in chunk if (found := _measure(page, source.parent, start, ppi))]
            for plate in source.parent.glob("*.tif"):
                plate.unlink()
    if len(done) < len(pages):
        return Rendering(tuple(done), "render-partial")
    return Rendering(tuple(done))


def _resolution(pages: Sequence[PageFacts], wanted: float) -> float:
    """Pixels an inch at which the largest page stays bearable."""
    largest = max((_area(page) for page in pages), default=1.0)
    return min(wanted, 72 * math.sqrt(MAX_PIXELS / max(largest, 1.0)))


def _media(page: PageFacts) -> Rect:
    return page.boxes.media or Rect(0.0, 0.0, 612.0, 792.0)


def _area(page: PageFacts) -> float:
    left, bottom, right, top = _media(page)
    return (right - left) * (top - bottom)


class _Raster(Struct, frozen=True):
    """A page's plates, all of one size: 255 for paper down to 0 for full ink, the first row at the top."""

    plates: dict[str, Image.Image]
    matrix: Matrix
    """From points on the page to pixels."""
    pixel: float
    """Millimetres."""

    @property
    def size(self) -> tuple[int, int]:
        return next(iter(self.plates.values())).size

    def darkest(self) -> Image.Image:
        """The fullest of the inks at each pixel."""
        return reduce(ImageChops.darker, self.plates.values())


def _measure(page: PageFacts, folder: Path, start: int, ppi: float) -> Rendered | None:
    read = {name: read_plate(path) for name, path in plates_of(page.number - start, folder).items()}
    sizes = Counter(plate.size for plate in read.values() if plate)
    size = max(sizes, key=sizes.__getitem__, default=(0, 0))
    plates = {name: plate for name, plate in read.items() if plate and plate.size == size}
    if len(plates) < 4:
        return None
    raster = _Raster(plates, _to_pixels(page, ppi), 25.4 / ppi)
    inked = tuple(name for name, plate in plates.items() if _darkest(plate) <= INKED)
    return Rendered(page.number, _sums(page, raster), tuple(_sides(page, raster)), inked)


def read_plate(path: Path) -> Image.Image | None:
    """A grey TIFF of 8 bits; None for others."""
    try:
        with catch_warnings(action="ignore"), Image.open(path, formats=["TIFF"]) as plate:
            plate.load()
            return plate if plate.mode == "L" else None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _darkest(plate: Image.Image) -> int:
    low, _ = plate.getextrema()
    assert isinstance(low, int)
    return low


def _to_pixels(page: PageFacts, ppi: float) -> Matrix:
    """Ghostscript renders the media box, turned by Rotate, the first row at the top."""
    left, bottom, right, top = _media(page)
    s = ppi / 72
    return {
        0: (s, 0.0, 0.0, -s, -left * s, top * s),
        90: (0.0, s, s, 0.0, -bottom * s, -left * s),
        180: (-s, 0.0, 0.0, s, right * s, -bottom * s),
        270: (0.0, -s, -s, 0.0, top * s, right * s),
    }.get(page.rotate, (s, 0.0, 0.0, -s, -left * s, top * s))


def _back(matrix: Matrix, x: float, y: float) -> Rect:
    """The box on the page, a pixel large, of a place in the raster."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    inverse = (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)
    return transform_box(inverse, Rect(x, y, x + 1, y + 1))


def _frame(raster: _Raster, box: Rect) -> tuple[int, int, int, int]:
    """The whole pixels inside a box: left, top, right, bottom, the latter two exclusive."""
    left, top, right, bottom = transform_box(raster.matrix, box)
    return (
        max(math.ceil(left - 0.01), 0),
        max(math.ceil(top - 0.01), 0),
        min(math.floor(right + 0.01), raster.size[0]),
        min(math.floor(bottom + 0.01), raster.size[1]),
    )


def _sums(page: PageFacts, raster: _Raster) -> tuple[tuple[float, float, Rect], ...]:
    area = page.boxes.bleed or page.boxes.finished or _media(page)
    left, top, right, bottom = _frame(raster, area)
    width = right - left
    if width <= 0 or bottom <= top:
        return ()
    cut = [plate.crop((left, top, right, bottom)) for plate in raster.plates.values()]
    full = 255 * len(cut)
    if full - sum(map(_darkest, cut)) < 255 * HEAVY:
        return ()
    totals = array("i", _total(cut).tobytes())
    bins: dict[int, tuple[int, int]] = {}
    for total, count in Counter(totals).items():
        if total >= 255 * HEAVY:
            step = int(total / 255 / STEP + 1e-6)
            most, area_so_far = bins.get(step, (0, 0))
            bins[step] = (max(most, total), area_so_far + count)
    found = []
    for step, (most, count) in sorted(bins.items(), reverse=True):
        y, x = divmod(totals.index(most), width)
        place = _back(raster.matrix, left + x, top + y)
        found.append((max(step * STEP, most / 255), count * raster.pixel**2, place))
    return tuple(found)


def _total(plates: Sequence[Image.Image]) -> Image.Image:
    """The inks of each pixel, 255 for each that is full."""
    named = {f"plate{number}": plate for number, plate in enumerate(plates)}

    def add(known: dict[str, Any]) -> Any:
        return reduce(lambda total, name: total + 255 - known[name], named, 0)

    summed = ImageMath.lambda_eval(add, **named)
    assert isinstance(summed, Image.Image)
    return summed


def _sides(page: PageFacts, raster: _Raster) -> Iterator[SideCover]:
    """Each side of the trim where a printed edge has nothing to bleed into."""
    trim, bleed = page.boxes.finished, page.boxes.bleed
    if trim is None or bleed is None:
        return
    inner, outer = _frame(raster, trim), _frame(raster, bleed)
    printed = raster.darkest().point(lambda value: value <= INKED)
    left, top, right, bottom = inner
    strips = {
        "left": (left - outer[0], _column(left + 1, top, bottom), _column(outer[0] + 1, top, bottom)),
        "right": (outer[2] - right, _column(right - 2, top, bottom), _column(outer[2] - 2, top, bottom)),
        "top": (top - outer[1], _row(top + 1, left, right), _row(outer[1] + 1, left, right)),
        "bottom": (outer[3] - bottom, _row(bottom - 2, left, right), _row(outer[3] - 2, left, right)),
    }
    for side, (room, edge, away) in strips.items():
        near, far = (printed.crop(strip).tobytes() for strip in (edge, away))
        reach = 2 * room
        bare = [
            at for at, ink in enumerate(near) if ink and not any(far[max(at - reach, 0) : at + reach + 1])
        ]
        if room >= 3 and bare:
            x, y = (edge[0], edge[1] + bare[0]) if side in ("left", "right") else (edge[0] + bare[0], edge[1])
            yield SideCover(side, len(bare) * raster.pixel, _back(raster.matrix, x, y))


def _column(x: int, top: int, bottom: int) -> tuple[int, int, int, int]:
    """A strip one pixel wide."""
    return (x, top, x + 1, bottom)


def _row(y: int, left: int, right: int) -> tuple[int, int, int, int]:
    """A strip one pixel high."""
    return (left, y, right, y + 1)
