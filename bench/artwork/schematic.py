"""The map, map.svg: both towns, both rivers and the border from true coordinates, turned like the cover."""

from __future__ import annotations

from dataclasses import dataclass

from clipping import clip_area, clip_line
from lettering import outline
from odra import OLOMOUC, OPOLE, SOURCE, Chart, Place, interpolate, resample, ribbon, river_line, smooth
from palette import BRICK, CORNFLOWER, RIVER, SAND, Point, curve, filled, number, polyline, save, stroked

INK, GREY = "#1a1a1a", "#5c5c5c"
WIDTH, HEIGHT = 122.0, 76.2
"""Both columns of the page, and eighteen lines of its grid."""

BOX = (0.0, 0.0, WIDTH, HEIGHT)
CHART = Chart(scale=0.665, anchor=SOURCE, origin=(29.0, 31.5), turn=85.4)
LABEL = 8.0
"""The one size of lettering, in points."""

# From where it comes onto the sheet: its first place stands a little outside.
MORAVA: tuple[Place, ...] = (
    (49.945, 16.850), (49.905, 16.895), (49.850, 16.930), (49.790, 16.925), (49.745, 16.960), (49.715, 17.020),
    (49.700, 17.080), (49.670, 17.140), (49.640, 17.205), (49.594, 17.265), (49.540, 17.290),
    (49.480, 17.290), (49.425, 17.320), (49.360, 17.340), (49.300, 17.390), (49.240, 17.470),
    (49.170, 17.500), (49.070, 17.470), (48.980, 17.400),
)  # fmt: skip

# Natural Earth 1:10 million (public domain), from the Golden Mountains to Těšín.
BORDER: tuple[Place, ...] = (
    (50.408, 16.864), (50.433, 16.893), (50.415, 16.958), (50.398, 17.084), (50.378, 17.131),
    (50.381, 17.178), (50.344, 17.203), (50.318, 17.271), (50.313, 17.336), (50.283, 17.332),
    (50.253, 17.354), (50.273, 17.386), (50.239, 17.430), (50.266, 17.469), (50.258, 17.606),
    (50.298, 17.678), (50.315, 17.692), (50.286, 17.736), (50.253, 17.718), (50.217, 17.746),
    (50.192, 17.718), (50.168, 17.649), (50.153, 17.581), (50.102, 17.649), (50.106, 17.692),
    (50.087, 17.721), (50.060, 17.743), (50.015, 17.775), (49.974, 17.840), (49.969, 17.876),
    (49.996, 17.959), (50.003, 18.031), (50.025, 18.020), (50.047, 18.002), (50.018, 18.092),
    (49.989, 18.099), (49.976, 18.178), (49.952, 18.243), (49.908, 18.294), (49.926, 18.333),
    (49.932, 18.369), (49.896, 18.481), (49.913, 18.546), (49.890, 18.567), (49.852, 18.592),
    (49.805, 18.567), (49.743, 18.607), (49.699, 18.668), (49.668, 18.729),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """A town, its name, and where the name stands from its mark, in millimetres."""

    name: str
    place: Place
    shift: Point
    anchor: str = "left"


TOWNS = (
    Town("Odry", (49.662, 17.832), (-1.9, 0.8), "right"),
    Town("Ostrava", (49.838, 18.262), (-2.2, 2.2), "right"),
    Town("Bohumín", (49.905, 18.358), (-1.5, 3.0), "right"),
    Town("Racibórz", (50.092, 18.226), (0.4, 4.6), "left"),
    Town("Koźle", (50.335, 18.150), (0.6, 4.8), "left"),
    Town("Krapkowice", (50.475, 17.965), (0.8, 5.0), "left"),
)


def _course(places: tuple[Place, ...], calm: float) -> list[Point]:
    return smooth(resample(interpolate([CHART.point(place) for place in places]), 0.4), calm)


def _river(line: list[Point], spring: float, mouth: float) -> str:
    widths = [spring + mouth * (i / len(line)) ** 1.4 for i in range(len(line))]
    right, left = ribbon(line, widths)
    return filled(polyline(clip_area(right + left[::-1], BOX), closed=True), RIVER)


def draw_lines() -> list[str]:
    """The border, the way as the crow flies, and both rivers."""
    border = resample([CHART.point(place) for place in BORDER], 0.4)
    parts = [curve(part[::2]) for part in clip_line(border, BOX)]
    marks = [stroked(part, GREY, 0.2, ' stroke-dasharray="1 0.8"') for part in parts]
    straight = polyline([CHART.point(OLOMOUC), CHART.point(OPOLE)])
    marks.append(stroked(straight, INK, 0.15))
    marks.append(_river(_course(MORAVA, 1.5), 0.2, 0.9))
    marks.append(_river(river_line(CHART, 1.2, 2.5), 0.2, 2.4))
    return marks


def _dot(place: Place, radius: float, colour: str, ring: float = 0.0) -> str:
    x, y = CHART.point(place)
    edge = f' stroke="{colour}" stroke-width="{number(ring)}"' if ring else ""
    fill = SAND if ring else colour
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{edge}/>'


def _word(text: str, place: Point, colour: str, face: str = "Lato-Regular", anchor: str = "left") -> str:
    return filled(outline(text, face, LABEL, place, anchor), colour)


def draw_towns() -> list[str]:
    """Marks and names: the two towns full and bold, those on the way small."""
    marks = []
    for town in TOWNS:
        x, y = CHART.point(town.place)
        marks.append(_dot(town.place, 0.6, RIVER, 0.3))
        marks.append(_word(town.name, (x + town.shift[0], y + town.shift[1]), INK, anchor=town.anchor))
    (olomouc_x, olomouc_y), (opole_x, opole_y) = CHART.point(OLOMOUC), CHART.point(OPOLE)
    marks += [_dot(OLOMOUC, 1.5, CORNFLOWER), _dot(OPOLE, 1.5, BRICK)]
    marks.append(_word("Olomouc", (olomouc_x - 2.4, olomouc_y - 2.0), INK, "Lato-Bold", "right"))
    marks.append(_word("Opole", (opole_x + 2.2, opole_y + 3.1), INK, "Lato-Bold"))
    return marks


def draw_names() -> list[str]:
    """Rivers, countries, the distance, and an arrow to the north."""
    source_x, source_y = CHART.point(SOURCE)
    marks = [
        _word("Odra", (70.5, 58.4), INK, "Lato-Italic"),
        _word("Morava", (39.5, 9.0), INK, "Lato-Italic"),
        _word("130 km", (58.0, 26.4), INK, anchor="middle"),
        _word("Česko", (8.0, 50.0), INK),
        _word("Polska", (94.0, 66.0), INK),
        stroked(polyline([(111.5, 72.6), (119.5, 72.6)]), INK, 0.2),
        filled(polyline([(121, 72.6), (118.9, 71.8), (118.9, 73.4)], closed=True), INK),
        _word("N", (109.8, 73.5), INK, anchor="right"),
    ]
    x, y = number(source_x), number(source_y)
    marks.append(f'<circle cx="{x}" cy="{y}" r="0.9" fill="none" stroke="{RIVER}" stroke-width="0.25"/>')
    return marks


def draw_map() -> None:
    """Write map.svg."""
    ground = filled(f"M0 0H{number(WIDTH)}V{number(HEIGHT)}H0Z", SAND)
    save("map.svg", WIDTH, HEIGHT, [ground, *draw_lines(), *draw_towns(), *draw_names()])


if __name__ == "__main__":
    draw_map()
