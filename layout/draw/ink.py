"""Takes a colour and a colour space, gives the operators that set it; a table row a space."""

from __future__ import annotations

from collections.abc import Callable

from layout.model.colour import Colour


def _rgb(colour: Colour, *, stroke: bool) -> str:
    r, g, b = colour.rgb
    return f"{r:.4g} {g:.4g} {b:.4g} {'RG' if stroke else 'rg'}"


def _cmyk(colour: Colour, *, stroke: bool) -> str:
    c, m, y, k = colour.cmyk
    return f"{c:.4g} {m:.4g} {y:.4g} {k:.4g} {'K' if stroke else 'k'}"


_SPACES: dict[str, Callable[..., str]] = {"rgb": _rgb, "cmyk": _cmyk}


def fill_operator(colour: Colour, space: str) -> str:
    """What sets `colour` for fills and text (ISO 32000-1, 8.6.8)."""
    return _SPACES[space](colour, stroke=False)


def stroke_operator(colour: Colour, space: str) -> str:
    """What sets `colour` for strokes."""
    return _SPACES[space](colour, stroke=True)
