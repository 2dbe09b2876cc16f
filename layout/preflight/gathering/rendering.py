"""Takes a PDF's bytes, gives its separations' ink sums and bleed cover as Ghostscript renders them."""

from __future__ import annotations

import math
import re
import shutil
import struct
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from layout.model.geometry import Matrix, Rect, transform_box
from layout.preflight.facts import Page, Rendered, Rendering, SideCover
from layout.preflight.reading.limits import Limits

PROGRAMS = ("gs", "gswin64c")
CHUNK = 8
"""Pages rendered by one run of Ghostscript, so that little is on disk at a time."""
MAX_PIXELS = 4_000_000
MEMORY = 2_000_000
"""Kilobytes Ghostscript may take."""
HEAVY = 2.0
"""Total ink from which areas are kept (200 %)."""
STEP = 0.05
INKED = 250
"""A plate's value (255 is paper) up to which a pixel counts as printed: 2 % tint and more."""


def find_renderer() -> str | None:
    """The path of Ghostscript; None where there is none."""
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)


def render_separations(data: bytes, pages: Sequence[Page], limits: Limits) -> Rendering:
    """Ink sums and bleed cover of each page, or why there are none; never raises for a bad file."""
    program = find_renderer()
    if program is None:
        return Rendering(problem="render-absent")
    wanted = list(pages[: limits.render_pages])
    done: list[Rendered] = []
    ends = time.monotonic() + limits.render_seconds
    with tempfile.TemporaryDirectory(prefix="preflight-") as folder:
        source = Path(folder) / "in.pdf"
        source.write_bytes(data)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            ppi = _resolution(chunk, limits.render_ppi)
            problem = _run(program, source, (chunk[0].number, chunk[-1].number), ppi, ends - time.monotonic())
            if problem:
                return Rendering(tuple(done), problem, str(len(done)))
            done += [found for page in chunk if (found := _measure(page, source.parent, start, ppi))]
            for plate in source.parent.glob("*.tif"):
                plate.unlink()
    if len(done) < len(pages):
        return Rendering(tuple(done), "render-partial", str(len(done)))
    return Rendering(tuple(done))


def _resolution(pages: Sequence[Page], wanted: float) -> float:
    """Pixels an inch at which the largest page stays bearable."""
    largest = max((_area(page) for page in pages), default=1.0)
    return min(wanted, 72 * math.sqrt(MAX_PIXELS / max(largest, 1.0)))


def _media(page: Page) -> Rect:
    return page.boxes.media or Rect(0.0, 0.0, 612.0, 792.0)


def _area(page: Page) -> float:
    left, bottom, right, top = _media(page)
    return (right - left) * (top - bottom)


def _run(program: str, source: Path, pages: tuple[int, int], ppi: float, seconds: float) -> str:
    """Writes one TIFF a plate; gives a problem's code, empty where all went well."""
    command = [
        program,
        "-q",
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-dNOINTERPOLATE",
        "-dOverrideICC=true",
        f"-K{MEMORY}",
        "-sDEVICE=tiffsep",
        "-sCompression=none",
        f"-r{ppi:.4f}",
        f"-dFirstPage={pages[0]}",
        f"-dLastPage={pages[1]}",
        "-sOutputFile=p%d.tif",
        source.name,
    ]
    try:
        ran = subprocess.run(
            command, cwd=source.parent, timeout=max(seconds, 0.1), capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return "render-timeout"
    except OSError:
        return "render-failed"
    return "" if ran.returncode == 0 else "render-failed"


@dataclass(frozen=True, slots=True)
class _Raster:
    """A page's plates: bytes of 255 for paper down to 0 for full ink, row after row from the top."""

    width: int
    height: int
    plates: dict[str, bytes]
    matrix: Matrix
    """From points on the page to pixels."""
    pixel: float
    """Millimetres."""


def _measure(page: Page, folder: Path, start: int, ppi: float) -> Rendered | None:
    names = re.compile(rf"p{page.number - start}\((.*)\)\.tif")
    plates: dict[str, bytes] = {}
    width = height = 0
    for path in sorted(folder.glob("*.tif")):
        found = names.fullmatch(path.name)
        read = read_tiff(path.read_bytes()) if found else None
        if found and read:
            width, height, plates[found.group(1)] = read
    plates = {name: plate for name, plate in plates.items() if len(plate) == width * height}
    if len(plates) < 4:
        return None
    raster = _Raster(width, height, plates, _to_pixels(page, ppi), 25.4 / ppi)
    inked = tuple(name for name, plate in plates.items() if min(plate) <= INKED)
    return Rendered(page.number, _sums(page, raster), tuple(_sides(page, raster)), inked)


def read_tiff(data: bytes) -> tuple[int, int, bytes] | None:
    """Width, height and rows of an uncompressed TIFF of one channel of 8 bits (TIFF 6.0); None for others."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return None
    try:
        at = struct.unpack_from(f"{order}I", data, 4)[0]
        tags: dict[int, tuple[int, ...]] = {}
        for index in range(struct.unpack_from(f"{order}H", data, at)[0]):
            place = at + 2 + 12 * index
            tag, kind, count = struct.unpack_from(f"{order}HHI", data, place)
            size = {3: 2, 4: 4}.get(kind)
            if size is None:
                continue
            if size * count > 4:
                place = struct.unpack_from(f"{order}I", data, place + 8)[0] - 8
            tags[tag] = struct.unpack_from(f"{order}{count}{'H' if size == 2 else 'I'}", data, place + 8)
        if tags[258] != (8,) or tags.get(259, (1,)) != (1,):
            return None
        pairs = zip(tags[273], tags[279], strict=True)
        return tags[256][0], tags[257][0], b"".join(data[a : a + length] for a, length in pairs)
    except (struct.error, KeyError, ValueError):
        return None


def _to_pixels(page: Page, ppi: float) -> Matrix:
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
        min(math.floor(right + 0.01), raster.width),
        min(math.floor(bottom + 0.01), raster.height),
    )


def _sums(page: Page, raster: _Raster) -> tuple[tuple[float, float, Rect], ...]:
    area = page.boxes.bleed or page.boxes.finished or _media(page)
    left, top, right, bottom = _frame(raster, area)
    width = right - left
    if width <= 0 or bottom <= top:
        return ()
    cut = [
        b"".join(plate[y * raster.width + left : y * raster.width + right] for y in range(top, bottom))
        for plate in raster.plates.values()
    ]
    full = 255 * len(cut)
    if full - sum(map(min, cut)) < 255 * HEAVY:
        return ()
    pixels = list(zip(*cut, strict=True))
    bins: dict[int, tuple[int, tuple[int, ...]]] = {}
    for pixel, count in Counter(pixels).items():
        total = (full - sum(pixel)) / 255
        if total >= HEAVY:
            step = int(total / STEP + 1e-6)
            bins[step] = (bins.get(step, (0, pixel))[0] + count, pixel)
    found = []
    for step, (count, pixel) in sorted(bins.items(), reverse=True):
        y, x = divmod(pixels.index(pixel), width)
        place = _back(raster.matrix, left + x, top + y)
        exact = (full - sum(pixel)) / 255
        found.append((max(step * STEP, exact), count * raster.pixel**2, place))
    return tuple(found)


def _sides(page: Page, raster: _Raster) -> Iterator[SideCover]:
    """Each side of the trim where a printed edge has nothing to bleed into."""
    trim, bleed = page.boxes.finished, page.boxes.bleed
    if trim is None or bleed is None:
        return
    inner, outer = _frame(raster, trim), _frame(raster, bleed)
    edges = (
        ("left", inner[0] - outer[0], [(inner[0] + 1, y) for y in range(inner[1], inner[3])], outer[0] + 1),
        ("right", outer[2] - inner[2], [(inner[2] - 2, y) for y in range(inner[1], inner[3])], outer[2] - 2),
        ("top", inner[1] - outer[1], [(x, inner[1] + 1) for x in range(inner[0], inner[2])], outer[1] + 1),
        ("bottom", outer[3] - inner[3], [(x, inner[3] - 2) for x in range(inner[0], inner[2])], outer[3] - 2),
    )
    for side, room, inside, away in edges:
        if room >= 3:
            yield from _side(raster, side, room, inside, away)


def _side(
    raster: _Raster, side: str, room: int, inside: list[tuple[int, int]], away: int
) -> Iterator[SideCover]:
    upright = side in ("left", "right")
    near = [_is_inked(raster, x, y) for x, y in inside]
    far = [_is_inked(raster, away, y) if upright else _is_inked(raster, x, away) for x, y in inside]
    reach = 2 * room
    bare = [
        place
        for index, place in enumerate(inside)
        if near[index] and not any(far[max(index - reach, 0) : index + reach + 1])
    ]
    if bare:
        yield SideCover(side, len(bare) * raster.pixel, _back(raster.matrix, *bare[0]))


def _is_inked(raster: _Raster, x: int, y: int) -> bool:
    at = y * raster.width + x
    return any(at < len(plate) and plate[at] <= INKED for plate in raster.plates.values())
