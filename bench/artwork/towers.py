"""Both towns' towers in a few strokes: gives marks a hundred units high, the frieze and the logos."""

from __future__ import annotations

import math
from dataclasses import dataclass

from palette import BRICK, CORNFLOWER, RIVER, Point, curve, filled, number, polyline, save, stroked


@dataclass(frozen=True, slots=True)
class Line:
    """A pen stroke through `points`; a bent one is a smooth curve."""

    points: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A full circle."""

    centre: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Area:
    """A full polygon."""

    points: tuple[Point, ...]


Mark = Line | Dot | Area

THINNEST = 0.11
"""Millimetres: a finer pen than the press keeps is drawn as this one."""

# A round wall seen from in front, lit from the left: its lines crowd at the edges and grow heavier.
WALL = tuple(
    (math.sin(math.radians(angle)), width)
    for angle, width in (
        (-90, 1.1),
        (-58, 0.7),
        (-30, 0.7),
        (-4, 0.8),
        (22, 1.0),
        (46, 1.25),
        (68, 1.5),
        (90, 1.9),
    )
)


def piast_tower() -> list[Mark]:
    """The Piast Tower in Opole, standing on the origin, about 100 high (y grows downward)."""
    marks: list[Mark] = []
    for x, width in WALL:
        marks.append(Line(((11.4 * x, 0), (10.4 * x, -61.5)), width))
        marks.append(Line(((10.5 * x, -63.8), (13.0 * x, -68.4)), width))
        marks.append(Line(((8.8 * x, -78.2), (0.3 * x, -95)), width * 0.8))
    marks.append(Line(((-13.6, -70.3), (13.6, -70.3)), 1.4))
    marks += [Line(((x, -72.4), (x, -76.8)), 3.2) for x in (-12, -6, 0, 6, 12)]
    marks.append(Line(((0, -94), (0, -104)), 0.9))
    marks.append(Area(((0.4, -103.4), (7, -101.5), (0.4, -99.6))))
    return marks


def _tier(foot: float, head: float, bottom: float, top: float) -> list[Mark]:
    """One round storey with a swelling wall, its cornice, and a saint at either end of it."""
    marks: list[Mark] = []
    for x, width in WALL:
        waist = (foot * 0.3 + head * 0.7) * x
        points = ((foot * x, bottom), (waist, (bottom * 0.6 + top * 0.4)), (head * x, top))
        marks.append(Line(points, width * 0.95))
    cornice = top - 1.9
    marks.append(Line(((-head - 2.4, cornice), (head + 2.4, cornice)), 1.4))
    for side in (-1, 1):
        marks += _saint(side * (head - 0.4), cornice - 0.7)
    return marks


def _saint(x: float, foot: float) -> list[Mark]:
    return [Line(((x, foot - 0.6), (x, foot - 5.2)), 1.9), Dot((x, foot - 7.1), 1.15)]


def trinity_column() -> list[Mark]:
    """The Holy Trinity Column in Olomouc, standing on the origin, about 106 high."""
    marks: list[Mark] = [
        Line(((-half, y), (half, y)), 1.4) for half, y in ((26, -0.7), (23, -3.4), (20, -6.1))
    ]
    marks += _saint(-18.6, -6.8) + _saint(18.6, -6.8)
    marks += _tier(15.6, 13.6, -8, -20.6)
    marks += _tier(10.8, 9.4, -25.2, -36.6)
    marks += _tier(7.2, 6.0, -41.2, -51.6)
    for x, width in ((-3.1, 1.0), (-0.5, 0.9), (2.3, 1.6)):
        marks.append(Line(((x * 1.2, -56), (x, -71.4)), width))
        marks.append(Line(((x * 0.95, -79.6), (x * 0.8, -91.4)), width))
    clouds = ((-3.6, -74.3, 1.5), (3.6, -74.6, 1.5), (0, -75.4, 2.1), (-2.2, -77.3, 1.2), (2.4, -77.5, 1.3))
    marks += [Dot((x, y), radius) for x, y, radius in clouds]
    marks += [Dot((0, -94.4), 1.5), Dot((0, -100.4), 1.9)]
    for k in range(12):
        angle = math.radians(15 + 30 * k)
        cos, sin = math.cos(angle), math.sin(angle)
        outer = 6.3 if k % 2 else 5.2
        marks.append(Line(((3.4 * cos, -100.4 + 3.4 * sin), (outer * cos, -100.4 + outer * sin)), 0.8))
    return marks


def stand(marks: list[Mark], foot: Point, scale: float, colour: str) -> list[str]:
    """SVG of `marks`, their origin at `foot`, `scale` millimetres a unit."""

    def place(point: Point) -> Point:
        return (foot[0] + point[0] * scale, foot[1] + point[1] * scale)

    out = []
    for mark in marks:
        if isinstance(mark, Line):
            points = [place(point) for point in mark.points]
            data = curve(points) if len(points) > 2 else polyline(points)
            out.append(stroked(data, colour, max(THINNEST, mark.width * scale)))
        elif isinstance(mark, Area):
            out.append(filled(polyline([place(point) for point in mark.points], closed=True), colour))
        else:
            x, y = place(mark.centre)
            radius = number(mark.radius * scale)
            out.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{radius}" fill="{colour}"/>')
    return out


def _ripples(left: float, right: float, top: float, colour: str) -> list[str]:
    """Three waterlines, the lower the finer and the shorter."""
    middle, reach = (left + right) / 2, (right - left) / 2
    lines = []
    for k, (share, width) in enumerate(((1.0, 0.42), (0.78, 0.3), (0.52, 0.2))):
        y = top + k * 0.95
        half = reach * share
        lines.append(stroked(polyline([(middle - half, y), (middle + half, y)]), colour, width))
    return lines


def draw_frieze() -> None:
    """`towers.svg`: the Tower and the Column, each at its language's column, 122 × 55.03 mm (13 lines)."""
    marks = []
    for k in range(9):
        y = 46.23 + 0.62 * (1.15**k - 1) / 0.15
        marks.append(stroked(polyline([(0, y), (122, y)]), RIVER, 0.5 - 0.04 * k))
    marks += stand(piast_tower(), (5.3, 45.98), 0.39, BRICK)
    marks += stand(trinity_column(), (73.6, 45.98), 0.39, CORNFLOWER)
    save("towers.svg", 122, 55.03, marks)


def draw_logos() -> None:
    """Two neutral placeholder marks for the publicity block, 16 × 16 mm each."""
    for name, tower, colour in (
        ("logo-opole.svg", piast_tower(), BRICK),
        ("logo-olomouc.svg", trinity_column(), CORNFLOWER),
    ):
        save(name, 16, 16, stand(tower, (8, 12.6), 0.112, colour) + _ripples(1.5, 14.5, 13.2, RIVER))


if __name__ == "__main__":
    draw_frieze()
    draw_logos()
