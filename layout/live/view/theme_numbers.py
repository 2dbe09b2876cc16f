"""Takes a composed brochure, gives the numbers of its design that the page can move."""

from __future__ import annotations

from typing import TypedDict

from layout.model.records import Struct
from layout.model.theme import Theme
from layout.model.units import mm

MM = mm(1)


class _Slider(Struct, frozen=True):
    """A number: the way to it below `theme:`, its unit, and between what it moves, in what steps."""

    route: tuple[str, ...]
    unit: str
    least: float
    most: float
    step: float


SLIDERS = (
    _Slider(("page", "inner"), "mm", 6, 40, 0.5),
    _Slider(("page", "outer"), "mm", 6, 40, 0.5),
    _Slider(("page", "top"), "mm", 6, 60, 0.5),
    _Slider(("page", "bottom"), "mm", 8, 60, 0.5),
    _Slider(("page", "gutter"), "mm", 2, 16, 0.5),
    _Slider(("page", "grid"), "pt", 9, 20, 0.25),
    _Slider(("page", "left-share"), "", 0.3, 0.7, 0.01),
    _Slider(("styles", "paragraph", "size"), "pt", 7, 14, 0.1),
    _Slider(("styles", "lead", "size"), "pt", 9, 24, 0.5),
    _Slider(("styles", "caption", "size"), "pt", 6, 11, 0.1),
    _Slider(("paragraph-space",), "pt", 0, 24, 0.5),
)


class MovableNumber(TypedDict):
    """A number as a slider shows it; `value` in its unit."""

    route: tuple[str, ...]
    unit: str
    least: float
    most: float
    step: float
    value: float


def list_numbers(theme: Theme) -> list[MovableNumber]:
    """The numbers that this theme has."""
    found = []
    for one in SLIDERS:
        value = _value(theme, one.route)
        if value is not None:
            shown = value / MM if one.unit == "mm" else value
            found.append(
                MovableNumber(
                    route=one.route,
                    unit=one.unit,
                    least=one.least,
                    most=one.most,
                    step=one.step,
                    value=round(shown, 3),
                )
            )
    return found


def _value(theme: Theme, route: tuple[str, ...]) -> float | None:
    node: object = theme
    for step in route:
        node = node.get(step) if isinstance(node, dict) else getattr(node, step.replace("-", "_"), None)
    return float(node) if isinstance(node, float | int) else None
