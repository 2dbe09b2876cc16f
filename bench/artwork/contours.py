"""Lines of equal distance from a river: takes its middle and widths, gives polylines, never colours them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from clipping import Box
from palette import Point

Rows = list[list[float]]
Edge = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Field:
    """Distances from the water on a square grid of `step` millimetres from `left`, `top`.

    `nearest` holds for each node the index of the closest point of the river's middle.
    """

    left: float
    top: float
    step: float
    distance: Rows
    nearest: list[list[int]]

    def node(self, point: Point) -> tuple[int, int]:
        """Row and column of the grid's node closest to `point`."""
        row = round((point[1] - self.top) / self.step)
        column = round((point[0] - self.left) / self.step)
        return (
            min(max(row, 0), len(self.distance) - 1),
            min(max(column, 0), len(self.distance[0]) - 1),
        )


def _to_segment(x: float, y: float, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def measure(line: list[Point], widths: list[float], box: Box, step: float) -> Field:
    """Distance of each node of the grid over `box` (left, top, right, bottom) from the water's edge."""
    left, top, right, bottom = box
    columns, rows = int((right - left) / step) + 1, int((bottom - top) / step) + 1
    xs = [x for x, _ in line]
    halves = [width / 2 for width in widths]
    distance: Rows = []
    nearest: list[list[int]] = []
    for row in range(rows):
        y = top + row * step
        squares = [(y - point[1]) ** 2 for point in line]
        distances, indices = [], []
        for column in range(columns):
            x = left + column * step
            far = [math.sqrt((x - px) * (x - px) + sq) - half
                   for px, sq, half in zip(xs, squares, halves, strict=True)]  # fmt: skip
            i = far.index(min(far))
            ends = [(max(i - 1, 0), max(i, 1)), (min(i, len(line) - 2), min(i + 1, len(line) - 1))]
            distances.append(min(_to_segment(x, y, line[a], line[b]) for a, b in ends) - halves[i])
            indices.append(i)
        distance.append(distances)
        nearest.append(indices)
    return Field(left, top, step, distance, nearest)


def blur(rows: Rows, sigma: float) -> Rows:
    """`rows` averaged with a bell of `sigma` nodes both ways, the edges repeated outwards."""
    reach = int(3 * sigma) + 1
    bell = [math.exp(-0.5 * (k / sigma) ** 2) for k in range(-reach, reach + 1)]
    bell = [weight / sum(bell) for weight in bell]

    def along(values: list[float]) -> list[float]:
        padded = [values[0]] * reach + values + [values[-1]] * reach
        return [sum(map(float.__mul__, bell, padded[i:])) for i in range(len(values))]

    across = [along(row) for row in rows]
    down = [along(list(column)) for column in zip(*across, strict=True)]
    return [list(row) for row in zip(*down, strict=True)]


def calm(field: Field, sigmas: tuple[float, float, float], reach: float) -> Rows:
    """Distances smoothed the more, the further they are: `sigmas` millimetres at 0, 0.3 and 1 × `reach`."""
    near, middle, far = (blur(field.distance, sigma / field.step) for sigma in sigmas)

    def mixed(d: float, a: float, b: float, c: float) -> float:
        t = min(1.0, max(0.0, d / reach))
        return a + (b - a) * t / 0.3 if t < 0.3 else b + (c - b) * (t - 0.3) / 0.7

    return [
        [mixed(*values) for values in zip(*rows, strict=True)]
        for rows in zip(field.distance, near, middle, far, strict=True)
    ]


# Which edges of a cell a line of equal height joins, by which corners lie above it (t, r, b, l).
CELLS: dict[int, tuple[str, ...]] = {
    1: ("lt",), 2: ("tr",), 3: ("lr",), 4: ("rb",), 5: ("lt", "rb"), 6: ("tb",), 7: ("lb",),
    8: ("bl",), 9: ("tb",), 10: ("tr", "bl"), 11: ("br",), 12: ("lr",), 13: ("tr",), 14: ("lt",),
}  # fmt: skip


def trace(field: Field, rows: Rows, level: float) -> list[list[Point]]:
    """The lines where `rows` pass `level`, as polylines in millimetres (marching squares)."""
    links: dict[Edge, list[Edge]] = {}
    for j in range(len(rows) - 1):
        upper, lower = rows[j], rows[j + 1]
        for i in range(len(upper) - 1):
            corners = (upper[i], upper[i + 1], lower[i + 1], lower[i])
            code = sum(1 << k for k, height in enumerate(corners) if height > level)
            edges: dict[str, Edge] = {
                "t": ("across", j, i), "b": ("across", j + 1, i),
                "l": ("down", j, i), "r": ("down", j, i + 1),
            }  # fmt: skip
            for pair in CELLS.get(code, ()):
                start, end = edges[pair[0]], edges[pair[1]]
                links.setdefault(start, []).append(end)
                links.setdefault(end, []).append(start)
    return [[_crossing(field, rows, level, edge) for edge in chain] for chain in _chains(links)]


def _crossing(field: Field, rows: Rows, level: float, edge: Edge) -> Point:
    way, j, i = edge
    here = rows[j][i]
    there = rows[j][i + 1] if way == "across" else rows[j + 1][i]
    t = (level - here) / (there - here)
    x, y = (i + t, j) if way == "across" else (i, j + t)
    return (field.left + x * field.step, field.top + y * field.step)


def _chains(links: dict[Edge, list[Edge]]) -> list[list[Edge]]:
    """Edges linked end to end, open lines first, then loops (their first edge repeated at the end)."""
    seen: set[Edge] = set()
    chains = []
    for start in sorted(links, key=lambda edge: (len(links[edge]), edge)):
        if start in seen:
            continue
        chain, here = [start], start
        seen.add(start)
        while following := [edge for edge in links[here] if edge not in seen]:
            here = following[0]
            seen.add(here)
            chain.append(here)
        if len(chain) > 2 and start in links[here]:
            chain.append(start)
        chains.append(chain)
    return chains
