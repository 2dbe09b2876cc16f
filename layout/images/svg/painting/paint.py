"""Takes a computed style's paints, gives colours with their inks and pens; never blends transparent ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from layout.images.inks import mix_inks
from layout.images.svg.document.style import THEME, Style
from layout.images.svg.flaw import Flaw
from layout.images.svg.numbers import NUMBER, keeps_shape, read_length, scale_of
from layout.images.svg.painting.shapes import Viewport
from layout.model.colour import Colour
from layout.model.drawing import Paint, Stroke
from layout.model.geometry import Matrix
from layout.model.patterns import late_pattern

_HEX = late_pattern(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII)
_ICC = late_pattern(r"\s*icc-color\([^()]*\)", re.ASCII)
"""A colour in inks of a profile that stands behind the plain one (SVG 1.1, 11.2)."""
_HSL = late_pattern(rf"(hsla?\()([^,\s/]+\s*[,\s]\s*)({NUMBER})%(\s*[,\s]\s*)({NUMBER})%", re.ASCII)
_SERVER = late_pattern(r"""url\(\s*(["']?)\s*#?(.*?)\s*\1\s*\)(.*)""", re.DOTALL)
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2, "miter-clip": 0, "arcs": 0}
_SEEN = 1 / 512
"""Opacity below it, or as far from 1, leaves no trace in eight bits."""
_SPECK = 0.002
"""Length of a dash that has none, in widths of its pen."""
_PIXEL = 0.75
"""Points in a CSS pixel."""


class Palette:
    """The theme's colours, by name and by the hexadecimal form of their screen colour."""

    def __init__(self, colours: Mapping[str, Colour]) -> None:
        self.names = dict(colours)
        self._exact: dict[str, Colour] = {}
        for colour in colours.values():
            self._exact.setdefault("#" + "".join(f"{round(255 * part):02x}" for part in colour.rgb), colour)

    def spell(self, name: str) -> str:
        """A theme's colour as style sheets write it."""
        return "#" + "".join(f"{round(255 * part):02x}" for part in self.names[name].rgb)

    def exact(self, red: int, green: int, blue: int) -> Colour:
        """The theme's colour that looks so on a screen, or one with computed inks."""
        themed = self._exact.get(f"#{red:02x}{green:02x}{blue:02x}")
        return themed or Colour(mix_inks(red, green, blue), (red / 255, green / 255, blue / 255))


def read_flat(value: str, style: Style, palette: Palette) -> tuple[Colour, float] | None:
    """A colour and its opacity, None for no paint; raises `Flaw` for a colour that nobody knows."""
    if value.lower() == "currentcolor":
        value = style["color"]
    if value.lower() in {"none", "transparent"}:
        return None
    if value.startswith(THEME):
        return palette.names[value[len(THEME) :]], 1.0
    red, green, blue, alpha = read_colour(value)
    return palette.exact(red, green, blue), alpha


def split_server(value: str) -> tuple[str, str] | None:
    """The id in `url(#id) fallback` and the fallback, empty where there is none; None for any other paint."""
    match = _SERVER.fullmatch(value.strip())
    return (match[2].strip(), match[3].strip()) if match else None


def is_seen(opacity: float) -> bool:
    """Whether an opacity leaves a trace in eight bits."""
    return opacity >= _SEEN


def is_opaque(opacity: float) -> bool:
    """Whether an opacity is as good as full."""
    return opacity > 1 - _SEEN


def read_opacity(text: str, name: str) -> float:
    """A number or percentage, held to 0…1; raises `Flaw` for anything else."""
    try:
        if text.rstrip()[-1:].isalpha():
            raise ValueError(text)
        return min(max(read_length(text, 1.0), 0.0), 1.0)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=text) from None


@lru_cache(maxsize=4096)
def read_colour(text: str) -> tuple[int, int, int, float]:
    """Red, green, blue (0…255) and opacity of a CSS colour; raises `Flaw` for none that is understood."""
    plain = _ICC.sub("", text.strip().lower()).strip()
    if _HEX.fullmatch(plain):
        digits = plain[1:] if len(plain) == 7 else "".join(digit * 2 for digit in plain[1:])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16), 1.0)
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

    try:
        colour = parse_color(_HSL.sub(_hold, plain)).to("srgb")
        red, green, blue = (min(max(round(255 * part), 0), 255) for part in colour.coordinates)
        return (red, green, blue, float(colour.alpha))
    except (AttributeError, NotImplementedError, TypeError, ValueError, OverflowError, RecursionError):
        raise Flaw("svg-colour", value=text) from None


def is_colour(text: str) -> bool:
    """Whether a paint's value means something."""
    if text.lower() in {"none", "transparent", "currentcolor", "inherit", "initial", "unset"} or split_server(
        text
    ):
        return True
    try:
        read_colour(text)
    except Flaw:
        return False
    return True


def _hold(match: re.Match[str]) -> str:
    """An hsl() with saturation and lightness held to 0…100 % (CSS Color 4, 7)."""
    held = [f"{min(max(float(match[group]), 0.0), 100.0):g}%" for group in (3, 5)]
    return f"{match[1]}{match[2]}{held[0]}{match[4]}{held[1]}"


def read_pen(style: Style, colour: Paint, scale: float, viewport: Viewport, share: float) -> Stroke | None:
    """The pen of a stroke, None for a line without width; `scale` gives points for user units.

    `share` is the length of the line by its `pathLength`, which dashes are counted in. Raises `Flaw` for
    numbers that are none.
    """
    width = _length(style, "stroke-width", viewport.diagonal) * scale
    if width < 0:
        raise Flaw("svg-number", attribute="stroke-width", value=style["stroke-width"])
    if not width:
        return None
    cap = _choice(style, "stroke-linecap", _CAPS)
    dashes = _dashes(style, viewport.diagonal)
    if dashes and not cap and not any(dashes[::2]):
        return None
    if dashes and not any(dashes[1::2]):
        # Whether dashes that touch are one line or many is told by no standard.
        raise Flaw("svg-number", attribute="stroke-dasharray", value=style["stroke-dasharray"])
    # A dash without length shows its caps, whose direction is known only where it has some; a gap without
    # length still ends a dash.
    least = (width * _SPECK if cap else 0.0, width * _SPECK / 2)
    return Stroke(
        colour=colour,
        width=width,
        dash=tuple(max(dash * scale * share, least[order % 2]) for order, dash in enumerate(dashes)),
        cap=cap,
        join=_choice(style, "stroke-linejoin", _JOINS),
        miter_limit=max(1.0, _length(style, "stroke-miterlimit", 1.0)),
        dash_offset=_length(style, "stroke-dashoffset", viewport.diagonal) * scale * share,
    )


def pen_scale(style: Style, matrix: Matrix) -> float | None:
    """Points for the user units of a pen; None where `matrix` stretches it unevenly."""
    if style["vector-effect"] == "non-scaling-stroke":
        return _PIXEL
    return scale_of(matrix) if keeps_shape(matrix) else None


def _length(style: Style, name: str, whole: float) -> float:
    try:
        return read_length(style[name], whole)
    except ValueError:
        raise Flaw("svg-number", attribute=name, value=style[name]) from None


def _dashes(style: Style, whole: float) -> list[float]:
    """Dash lengths, an odd list once more (SVG 1.1, 11.4); none for a continuous line."""
    text = style["stroke-dasharray"]
    if text == "none":
        return []
    try:
        dashes = [read_length(dash, whole) for dash in text.replace(",", " ").split()]
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
