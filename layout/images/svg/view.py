"""Takes an `svg` or `symbol` element, gives its size and the matrix from its user units; never draws."""

from __future__ import annotations

from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import read_length, read_numbers
from layout.images.svg.painting.shapes import Viewport
from layout.model.geometry import Matrix

_PIXEL = 0.75
"""Points in a CSS pixel, SVG's user unit where nothing else is said."""
_LARGEST = 14_400.0
"""Points that a PDF page may measure (ISO 32000-1, annex C)."""
_ALIGNMENTS = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def page_size(root: SvgElement) -> tuple[float, float]:
    """Width and height of a drawing in points; raises `Flaw` for one that does not say it.

    The attributes decide; where one is missing or a percentage, the `viewBox` completes it.
    """
    box = view_box(root)
    width, height = _stated(root, "width"), _stated(root, "height")
    if box is not None:
        aspect = box[2] / box[3]
        if width is None:
            width = box[2] if height is None else height * aspect
        if height is None:
            height = width / aspect
    if width is None or height is None:
        raise Flaw("svg-no-size")
    if not (0 < width * _PIXEL <= _LARGEST and 0 < height * _PIXEL <= _LARGEST):
        raise Flaw("svg-number", attribute="width × height", value=f"{width:g} × {height:g}")
    return (width * _PIXEL, height * _PIXEL)


def _stated(root: SvgElement, name: str) -> float | None:
    text = root.attributes.get(name, "auto").strip()
    if text == "auto" or text.endswith("%"):
        return None
    try:
        return read_length(text, 1.0)
    except (ValueError, NoShapes):
        raise Flaw("svg-number", attribute=name, value=text) from None


def view_box(element: SvgElement) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a `viewBox`; raises `Flaw` for a broken or empty one."""
    text = element.attributes.get("viewBox")
    if text is None:
        return None
    try:
        left, top, width, height = read_numbers(text)
    except ValueError:
        raise Flaw("svg-number", attribute="viewBox", value=text) from None
    if width <= 0 or height <= 0:
        raise Flaw("svg-number", attribute="viewBox", value=text)
    return (left, top, width, height)


def view_matrix(
    element: SvgElement, width: float, height: float, unit: float = 1.0
) -> tuple[Matrix, Viewport]:
    """From the user units inside an element to its box of `width` × `height` (SVG 1.1, 7.8).

    `unit` is the length of a user unit without a `viewBox`.
    """
    box = view_box(element)
    if box is None:
        return (unit, 0.0, 0.0, unit, 0.0, 0.0), Viewport(width / unit, height / unit)
    left, top, box_width, box_height = box
    across, down = width / box_width, height / box_height
    words = element.attributes.get("preserveAspectRatio", "xMidYMid").split()
    align = words[0] if words else "xMidYMid"
    if align == "none":
        matrix = (across, 0.0, 0.0, down, -left * across, -top * down)
    else:
        scale = max(across, down) if "slice" in words else min(across, down)
        matrix = (
            scale,
            0.0,
            0.0,
            scale,
            (width - box_width * scale) * _share(align[1:4]) - left * scale,
            (height - box_height * scale) * _share(align[5:8]) - top * scale,
        )
    return matrix, Viewport(box_width, box_height)


def _share(word: str) -> float:
    if word not in _ALIGNMENTS:
        raise Flaw("svg-number", attribute="preserveAspectRatio", value=word)
    return _ALIGNMENTS[word]
