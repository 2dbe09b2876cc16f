"""Takes a computed style's paints, gives colours with their inks and pens; never blends transparent ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from layout.images.inks import mix_inks
from layout.images.svg.flaw import Flaw
from layout.images.svg.numbers import keeps_shape, read_length, read_numbers, scale_of
from layout.images.svg.style import THEME, Style
from layout.model.colour import Colour
from layout.model.drawing import Stroke
from layout.model.geometry import Matrix

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII)
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2, "miter-clip": 0, "arcs": 0}
_SEEN = 1 / 512
"""Opacity below it, or as far from 1, leaves no trace in eight bits."""
_PIXEL = 0.75
"""Points in a CSS pixel."""


class Palette:
    """The theme's colours, by name and by the hexadecimal form of their screen colour."""

    def __init__(self, colours: Mapping[str, Colour]) -> None:
        self.names = dict(colours)
        self._exact: dict[str, Colour] = {}
        for colour in colours.values():
            self._exact.setdefault("#" + "".join(f"{round(255 * part):02x}" for part in colour.rgb), colour)

    def exact(self, red: int, green: int, blue: int) -> Colour:
        """The theme's colour that looks so on a screen, or one with computed inks."""
        themed = self._exact.get(f"#{red:02x}{green:02x}{blue:02x}")
        return themed or Colour(mix_inks(red, green, blue), (red / 255, green / 255, blue / 255))


def read_paint(style: Style, name: str, palette: Palette) -> Colour | None:
    """The colour of `fill` or `stroke`, None for no paint.

    Raises `Flaw` for gradients and patterns, unknown colours, and any opacity between none and full:
    a press cannot print through a shape, and PDF/X-1a has no means to say it.
    """
    value = style[name]
    if value.lower() == "currentcolor":
        value = style["color"]
    if value.lower() in {"none", "transparent"}:
        return None
    if value.lower().startswith(("url(", "context-")):
        raise Flaw("svg-gradient", value=value)
    opacity = read_opacity(style[f"{name}-opacity"], f"{name}-opacity")
    if value.startswith(THEME):
        red, green, blue, alpha = 0, 0, 0, 1.0
    else:
        red, green, blue, alpha = _read_colour(value)
    if opacity * alpha < _SEEN:
        return None
    if opacity * alpha < 1 - _SEEN:
        raise Flaw("svg-opacity", value=f"{name}-opacity: {opacity * alpha:.4g}")
    return palette.names[value[len(THEME) :]] if value.startswith(THEME) else palette.exact(red, green, blue)


def read_opacity(text: str, name: str) -> float:
    """A number or percentage, held to 0…1; raises `Flaw` for anything else."""
    try:
        return min(max(read_length(text, 1.0), 0.0), 1.0)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=text) from None


def is_seen(style: Style) -> bool:
    """False where an element's own opacity is 0; raises `Flaw` where it is neither that nor 1."""
    opacity = read_opacity(style["opacity"], "opacity")
    if _SEEN <= opacity < 1 - _SEEN:
        raise Flaw("svg-opacity", value=f"opacity: {opacity:.4g}")
    return opacity >= _SEEN


@lru_cache(maxsize=4096)
def _read_colour(text: str) -> tuple[int, int, int, float]:
    """Red, green, blue (0…255) and opacity of a CSS colour; raises `Flaw` for none that is understood."""
    plain = text.strip().lower()
    if _HEX.fullmatch(plain):
        digits = plain[1:] if len(plain) == 7 else "".join(digit * 2 for digit in plain[1:])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16), 1.0)
    # Nearly every colour is plain hexadecimal.
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

    try:
        colour = parse_color(plain).to("srgb")
        red, green, blue = (min(max(round(255 * part), 0), 255) for part in colour.coordinates)
        return (red, green, blue, float(colour.alpha))
    except (AttributeError, NotImplementedError, TypeError, ValueError, OverflowError, RecursionError):
        raise Flaw("svg-colour", value=text) from None


def read_pen(style: Style, colour: Colour, matrix: Matrix, diagonal: float) -> Stroke | None:
    """The pen of a stroke in points, None for a line without width.

    Raises `Flaw` for numbers that are none, and where `matrix` stretches the pen unevenly.
    """
    fixed = style["vector-effect"] == "non-scaling-stroke"
    if not fixed and not keeps_shape(matrix):
        raise Flaw("svg-stretched-pen")
    scale = _PIXEL if fixed else scale_of(matrix)
    width = _length(style, "stroke-width", diagonal) * scale
    if width < 0:
        raise Flaw("svg-number", attribute="stroke-width", value=style["stroke-width"])
    if not width:
        return None
    return Stroke(
        colour=colour,
        width=width,
        dash=tuple(dash * scale for dash in _dashes(style)),
        cap=_choice(style, "stroke-linecap", _CAPS),
        join=_choice(style, "stroke-linejoin", _JOINS),
        miter_limit=max(1.0, _length(style, "stroke-miterlimit", 1.0)),
        dash_offset=_length(style, "stroke-dashoffset", diagonal) * scale,
    )


def _length(style: Style, name: str, whole: float) -> float:
    try:
        return read_length(style[name], whole)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=style[name]) from None


def _dashes(style: Style) -> list[float]:
    """Dash lengths, an odd list once more (SVG 1.1, 11.4); none for a continuous line."""
    text = style["stroke-dasharray"]
    if text == "none":
        return []
    try:
        dashes = read_numbers(text.replace("px", " "))
    except ValueError:
        dashes = [-1.0]
    if any(dash < 0 for dash in dashes) or len(dashes) > 32:
        raise Flaw("svg-number", attribute="stroke-dasharray", value=text)
    if not any(dashes):
        return []
    return dashes * 2 if len(dashes) % 2 else dashes


def _choice(style: Style, name: str, table: Mapping[str, int]) -> int:
    if style[name] not in table:
        raise Flaw("svg-number", attribute=name, value=style[name])
    return table[style[name]]
