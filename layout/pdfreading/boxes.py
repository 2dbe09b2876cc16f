"""Takes a page's dictionary, gives which part of it is the page; never changes it."""

from __future__ import annotations

import math

from pypdf.generic import ArrayObject, DictionaryObject

from layout.model.geometry import Matrix, Rect
from layout.model.products.imposition import PageBox
from layout.pdfreading.opening import look_up, tolerate

SMALLEST, LARGEST = 0.1, 1e6
"""Points a page may measure; outside of them it cannot be placed."""
ROUNDING = 0.05
"""Points by which boxes that are meant to be alike may differ."""


def read_page_box(page: DictionaryObject) -> PageBox | None:
    """The trim (else crop, else media box), bleed, turn and unit; None if the page has no size.

    ISO 32000-1, 14.11.2: every box is cut to the media box. A trim box reaching out of the crop box
    is cut to it, since the crop box is what every viewer shows; what lies outside is then no bleed.
    """
    media = _box(page, "/MediaBox")
    if media is None:
        return None
    crop = _inside(_box(page, "/CropBox"), media) or media
    stated = _inside(_box(page, "/TrimBox"), media) or crop
    trim = _inside(stated, crop) or crop
    bleed = _inside(_box(page, "/BleedBox"), media) or crop
    bleed = _around(bleed, trim) if stated.within(crop.grown(ROUNDING)) == stated else trim
    box = PageBox(trim, bleed, _turn(page), _unit(page))
    return box if all(SMALLEST <= length <= LARGEST for length in box.size) else None


_INSTEAD = {"bleed": "crop", "art": "crop", "crop": "media"}
"""What a box is that a page does not give (ISO 32000-1, 14.11.2)."""


def read_named_box(page: DictionaryObject, name: str) -> PageBox | None:
    """The page with its box bleed, art, crop or media as if it were its trim; None if it has no size."""
    media = _box(page, "/MediaBox")
    if media is None:
        return None
    found = None
    while found is None and name != "media":
        found = _inside(_box(page, f"/{name.capitalize()}Box"), media)
        name = _INSTEAD[name]
    shown = found or media
    box = PageBox(shown, shown, _turn(page), _unit(page))
    return box if all(SMALLEST <= length <= LARGEST for length in box.size) else None


def is_turned_oddly(page: DictionaryObject) -> bool:
    """True where /Rotate is no multiple of 90, which no viewer obeys."""
    return _number(page, "/Rotate", 0.0) % 90 != 0


def read_box(value: object) -> Rect | None:
    """Four finite numbers as a rectangle, corners in any order; None for anything else."""
    return tolerate(lambda: _read_box(value), None)


def _read_box(value: object) -> Rect | None:
    if not isinstance(value, ArrayObject) or len(value) != 4:
        return None
    x0, y0, x1, y1 = (float(item.get_object()) for item in value)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _box(page: DictionaryObject, key: str) -> Rect | None:
    return read_box(look_up(page, key))


def _inside(box: Rect | None, outer: Rect) -> Rect | None:
    if box is None:
        return None
    part = box.within(outer)
    return part if part.width >= SMALLEST and part.height >= SMALLEST else None


def _around(bleed: Rect, trim: Rect) -> Rect:
    return Rect(
        min(bleed.x0, trim.x0), min(bleed.y0, trim.y0), max(bleed.x1, trim.x1), max(bleed.y1, trim.y1)
    )


def _turn(page: DictionaryObject) -> int:
    degrees = _number(page, "/Rotate", 0.0)
    return int(degrees // 90) % 4 if degrees % 90 == 0 else 0


def _unit(page: DictionaryObject) -> float:
    unit = _number(page, "/UserUnit", 1.0)
    return unit if unit > 0 else 1.0


def _number(page: DictionaryObject, key: str, otherwise: float) -> float:
    value = look_up(page, key)
    return float(value) if isinstance(value, float | int) and math.isfinite(value) else otherwise


def placing_matrix(box: PageBox, scale: float, target: Rect) -> Matrix:
    """From a page's user space to the sheet: turned as it is shown, its trim on `target`."""
    k = scale * box.unit
    x0, y0, x1, y1 = box.trim
    a, b, c, d, e, f = (
        (1, 0, 0, 1, -x0, -y0),
        (0, -1, 1, 0, -y0, x1),
        (-1, 0, 0, -1, x1, y1),
        (0, 1, -1, 0, y1, -x0),
    )[box.turn]
    return (a * k, b * k, c * k, d * k, e * k + target.x0, f * k + target.y0)
