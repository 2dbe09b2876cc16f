"""Takes a PDF of one page in inks, gives its separations as pictures for a screen; judges nothing."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageMath

from layout.pdfreading.ghostscript import find_renderer
from layout.preflight.gathering.ghostscript import plates_of, separate
from layout.preflight.gathering.rendering import read_plate

WITHIN = 30.0
"""Seconds that Ghostscript may take for a page."""
PLATES = {"Cyan": "cyan", "Magenta": "magenta", "Yellow": "yellow", "Black": "black"}
OVER = "over"
"""The picture of where the inks together are more than a limit."""
_FAINT = 110
"""Light (0…255) that the page keeps at least where it lies under what is shown."""
_RED = (214, 0, 60)


class NotMeasured(Exception):
    """Separations cannot be had here: no Ghostscript, or it failed; says which by a message's code."""


def draw_plates(pdf: bytes, ppi: float, limit: float) -> Mapping[str, bytes]:
    """PNGs of the four process plates in grey, and one of where all inks come to more than `limit`.

    The limit is a part of 1 (3.0 is 300 %). Raises NotMeasured.
    """
    program = find_renderer()
    if program is None:
        raise NotMeasured("render-absent")
    with tempfile.TemporaryDirectory(prefix="szpalta-plates-") as folder:
        source = Path(folder) / "page.pdf"
        source.write_bytes(pdf)
        problem = separate(program, source, (1, 1), ppi, WITHIN)
        found = {} if problem else plates_of(1, source.parent)
        plates = {name: plate for name, path in found.items() if (plate := read_plate(path)) is not None}
    if not plates.keys() >= PLATES.keys():
        raise NotMeasured(problem or "render-failed")
    pictures = {own: _png(plates[name]) for name, own in PLATES.items()}
    return pictures | {OVER: _png(_show_over(list(plates.values()), limit))}


def _show_over(plates: list[Image.Image], limit: float) -> Image.Image:
    """The page in a faint grey, red where the inks are too much."""
    named = {f"plate{number}": plate for number, plate in enumerate(plates)}
    most = round(255 * limit)

    def mask(known: dict[str, Any]) -> Any:
        total = sum((255 - known[name] for name in named), 0)
        return known["convert"](known["min"](known["max"](total - most, 0), 1) * 255, "L")

    over = ImageMath.lambda_eval(mask, **named)
    assert isinstance(over, Image.Image)
    light = plates[0]
    for plate in plates[1:]:
        light = ImageChops.darker(light, plate)
    page = light.point(lambda value: _FAINT + value * (255 - _FAINT) // 255).convert("RGB")
    page.paste(_RED, (0, 0, *page.size), over)
    return page


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
