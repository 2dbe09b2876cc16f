"""Takes a field to write in and its grid, gives its lines or dots as one drawing; chooses no place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from layout.compose.desk import DESCENT
from layout.model.blocks.notes import Ruling
from layout.model.colour import Colour
from layout.model.drawing import Drawing, LineTo, MoveTo, Path, Stroke

LINE_WEIGHT = 0.25
DOT_SIZE = 1.0
TINT = 0.5
"""Part of the full colour that ruling is printed in: seen, but weaker than handwriting."""
LINES_APART = 2
"""Grid lines from one rule to the next: some 8.5 mm, as in wide-ruled paper."""


def draw_ruling(ruling: Ruling, width: float, height: float, grid: float, colour: Colour) -> Drawing:
    """Rules or dots on the baselines of a field that ends on a line of the `grid`, the lowest one first."""
    last = height - DESCENT * grid
    baselines = [last - line * grid for line in range(int(height / grid + 1e-6))]
    paths = _RULINGS[ruling](baselines, width, grid, tint(colour))
    return Drawing(width, height, paths)


def tint(colour: Colour, share: float = TINT) -> Colour:
    """`colour` with its inks thinned to `share`."""
    cyan, magenta, yellow, black = (ink * share for ink in colour.cmyk)
    red, green, blue = (1 - (1 - light) * share for light in colour.rgb)
    return Colour((cyan, magenta, yellow, black), (red, green, blue))


def _rules(baselines: list[float], width: float, grid: float, colour: Colour) -> tuple[Path, ...]:
    pen = Stroke(colour=colour, width=LINE_WEIGHT)
    return tuple(_across(y, width, pen) for y in baselines[::LINES_APART])


def _dots(baselines: list[float], width: float, grid: float, colour: Colour) -> tuple[Path, ...]:
    """A row of dots a baseline, as far apart as the grid or nearly so, flush with both edges.

    A dash of no length with round caps is a dot (ISO 32000-1, 8.4.3.3 and 8.4.3.6).
    """
    inner = width - DOT_SIZE
    step = inner / round(inner / grid)
    pen = Stroke(colour=colour, width=DOT_SIZE, dash=(0.0, step), cap=1)
    return tuple(_across(y, width, pen, DOT_SIZE / 2) for y in baselines)


def _across(y: float, width: float, pen: Stroke, inset: float = 0.0) -> Path:
    """A line at `y`, as long as lets the last dot be."""
    return Path((MoveTo(inset, y), LineTo(width - inset + inset / 10, y)), stroke=pen)


_RULINGS: Mapping[Ruling, Callable[[list[float], float, float, Colour], tuple[Path, ...]]] = {
    Ruling.RULED: _rules,
    Ruling.DOTTED: _dots,
}
