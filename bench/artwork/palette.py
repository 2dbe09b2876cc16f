"""The inks of the brochure's drawings and the frame of an SVG file: takes marks, gives text, never draws."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

RIVER = "#0a4a63"
BRICK = "#b02b29"
CORNFLOWER = "#295eab"
SAND = "#f6f2e8"
"""The exact RGB twins of the theme's inks: written so, the press gets the theme's CMYK."""

IMAGES = Path(__file__).resolve().parents[2] / "content" / "images"

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate in millimetres, to a hundredth, without idle zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if round(value, 2) else "0"


def at(point: Point) -> str:
    """A point as path data."""
    return f"{number(point[0])} {number(point[1])}"


def polyline(points: Iterable[Point], closed: bool = False) -> str:
    """Path data of straight lines through `points`."""
    return "M" + "L".join(at(point) for point in points) + ("Z" if closed else "")


def curve(points: list[Point]) -> str:
    """Path data of a smooth curve (Catmull and Rom's, written as Béziers) through `points`."""
    data = "M" + at(points[0])
    last = len(points) - 1
    for i in range(last):
        before, start, end, after = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, last)]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        data += f"C{at(first)} {at(second)} {at(end)}"
    return data


def filled(data: str, colour: str) -> str:
    """A path painted with `colour`."""
    return f'<path d="{data}" fill="{colour}"/>'


def stroked(data: str, colour: str, width: float, more: str = "") -> str:
    """A path drawn with a pen of `width` millimetres; `more` are further attributes."""
    return f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{number(width)}"{more}/>'


def save(name: str, width: float, height: float, marks: Iterable[str]) -> None:
    """Write `name` beside the other pictures: a drawing of `width` × `height` millimetres."""
    box = f"{number(width)} {number(height)}"
    size = f'width="{number(width)}mm" height="{number(height)}mm" viewBox="0 0 {box}"'
    body = "\n".join(marks)
    (IMAGES / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n', encoding="utf-8"
    )
