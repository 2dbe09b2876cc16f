"""Takes an element and its style, gives the matrix its transform is; the point it turns round counted in."""

from __future__ import annotations

from layout.images.svg.document.style import Style
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import read_length, read_transform
from layout.images.svg.painting.shapes import Viewport
from layout.model.geometry import IDENTITY, Matrix, Rect, multiply

_SIDES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
_UPRIGHT = frozenset({"top", "bottom"})


def transform_of(element: SvgElement, style: Style, viewport: Viewport, box: Rect | None) -> Matrix:
    """From the units inside an element to those of its parent; `box` is the element's own.

    CSS Transforms 1, 6 and 7. Raises `Flaw` for what is none, `NoShapes` where `box` is needed and None.
    """
    text = element.attributes.get("transform", "")
    if not text.strip() or text.strip() == "none":
        return IDENTITY
    try:
        matrix = read_transform(text)
    except ValueError:
        raise Flaw("svg-number", attribute="transform", value=text) from None
    if not style["transform-origin"]:
        return matrix
    around = Rect(0.0, 0.0, viewport.width, viewport.height)
    if style["transform-box"] in {"fill-box", "content-box", "stroke-box"}:
        if box is None or style["transform-box"] == "stroke-box":
            raise NoShapes("transform-box")
        around = box
    x, y = _origin(style["transform-origin"], around)
    there, back = (1.0, 0.0, 0.0, 1.0, -x, -y), (1.0, 0.0, 0.0, 1.0, x, y)
    return multiply(multiply(there, matrix), back)


def _origin(text: str, around: Rect) -> tuple[float, float]:
    words = text.lower().replace(",", " ").split()[:2]
    if len(words) == 1:
        words = ["center", words[0]] if words[0] in _UPRIGHT else [words[0], "center"]
    if words[0] in _UPRIGHT or words[1] in {"left", "right"}:
        words.reverse()
    try:
        across = read_length(_SIDES.get(words[0], words[0]), around.width)
        down = read_length(_SIDES.get(words[1], words[1]), around.height)
    except ValueError:
        raise Flaw("svg-number", attribute="transform-origin", value=text) from None
    return around.x0 + across, around.y0 + down
