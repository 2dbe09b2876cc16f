"""Takes placed pictures and a printer's profile, gives those too coarse, each at its place in the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from layout.images.checks import load_picture, picture_places
from layout.images.pixels import RasterInfo, effective_ppi
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.layout import ImageItem, Layout
from layout.model.products.printer import PrinterProfile
from layout.model.units import mm, to_mm
from layout.model.values import Count, Millimetres, Values

ROUNDING = 0.5
"""Pixels per inch that do not count."""


def check_resolution(
    brochure: Brochure, layouts: Iterable[Layout], printer: PrinterProfile
) -> Iterator[Diagnostic]:
    """Errors below the resolution a printer takes, warnings below the one it wants; each file once.

    Every message says how wide the picture may be instead. Files are relative to the brochure's folder.
    """
    places = picture_places(brochure.sections)
    worst: dict[str, tuple[float, float, RasterInfo]] = {}
    for item in (item for layout in layouts for item in layout.images):
        found = _measure(brochure, item)
        worst[item.file] = min(worst.get(item.file, found), found, key=_ppi)
    for file, (ppi, width, info) in worst.items():
        wanted = printer.bitmap_ppi if info.bits == 1 else printer.ppi
        if ppi >= wanted - ROUNDING:
            continue
        refused = ppi < printer.minimum_ppi - ROUNDING
        asked = printer.minimum_ppi if refused else wanted
        values: Values = {
            "file": file,
            "found": Count(round(ppi)),
            "wanted": Count(round(asked)),
            "widest": _widest(width, ppi, asked),
        }
        kind = "low" if refused else "bitmap" if info.bits == 1 else "soft"
        severity = Severity.ERROR if refused else Severity.WARNING
        yield Diagnostic(f"press-picture-{kind}", places.get(file, brochure.where), values, severity)


def _measure(brochure: Brochure, item: ImageItem) -> tuple[float, float, RasterInfo]:
    """Pixels per inch of a placed picture, the width it is seen at, and its record."""
    info = load_picture(str(Path(brochure.folder) / item.file))
    assert isinstance(info, RasterInfo)
    seen = item.clip or item.box
    return effective_ppi(info, item.box.width, item.box.height), seen.width, info


def _ppi(found: tuple[float, float, RasterInfo]) -> float:
    return found[0]


def _widest(width: float, ppi: float, asked: float) -> Millimetres:
    """Down to whole millimetres, so that it is fine enough."""
    return Millimetres(mm(int(to_mm(width) * ppi / asked)), 0)
