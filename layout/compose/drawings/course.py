"""Takes a sheet and the boxes of words on it, gives a river's course through the free ground; draws nothing.

The course is the cheapest way over a net of cells: an ideal meander draws it, words repel it, so that
it bends around them as around high ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from math import ceil, hypot, pi, sin
from random import Random

from layout.model.layout import Box
from layout.model.records import Struct

Point = tuple[float, float]
Cell = tuple[int, int]

CELLS_ACROSS = 120
"""Cells of the net over the sheet's width."""
STEEP = 14.0
"""Price of a cell that lies a tenth of the sheet's height off the ideal meander."""
NEAR = 3.0
"""Price of a cell as near to words as may be; it falls to nothing at `SHY` times that distance."""
SHY = 3.0
EDGE = 0.045
"""Part of the sheet's height at head and foot that the course keeps off."""
SMOOTHINGS = 60
"""How often each point of the course is moved between its neighbours, where words let it."""
_NEIGHBOURS = tuple((x, y, hypot(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


class Ground(Struct, frozen=True):
    """A sheet, the boxes on it, and how far in points a course keeps from them."""

    sheet: Box
    boxes: tuple[Box, ...]
    clear: float

    def distance(self, x: float, y: float) -> float:
        """From a point to the nearest box; a large number where there is none."""
        return min((_distance(box, x, y) for box in self.boxes), default=1e6)


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.x - x, 0.0, x - box.x - box.width)
    down = max(box.y - y, 0.0, y - box.y - box.height)
    return hypot(across, down)


class Meander(Struct, frozen=True):
    """The line that a river would take over empty ground: from `start` to `end`, swinging as it goes."""

    start: Point
    end: Point
    swings: tuple[tuple[float, float, float], ...]
    """Of each wave: how far it swings in points, how many there are, and where it begins in radians."""

    def height(self, x: float) -> float:
        """Where it runs at `x`."""
        part = min(max((x - self.start[0]) / (self.end[0] - self.start[0]), 0.0), 1.0)
        calm = min(1.0, 8 * part) * min(1.0, 6 * (1 - part))
        swing = sum(reach * sin(2 * pi * count * part + phase) for reach, count, phase in self.swings)
        return self.start[1] + part * (self.end[1] - self.start[1]) + swing * calm


def imagine(sheet: Box, seed: int) -> Meander:
    """A meander from a source at the lower left to the right edge, another one for each seed."""
    chance = Random(seed)
    start = (
        sheet.x + sheet.width * chance.uniform(0.13, 0.21),
        sheet.y + sheet.height * chance.uniform(0.7, 0.84),
    )
    end = (sheet.x + sheet.width, sheet.y + sheet.height * chance.uniform(0.36, 0.62))
    swings = (
        (sheet.height * chance.uniform(0.13, 0.19), chance.uniform(1.8, 2.5), chance.uniform(0, 2 * pi)),
        (sheet.height * chance.uniform(0.04, 0.07), chance.uniform(3.6, 5.2), chance.uniform(0, 2 * pi)),
    )
    return Meander(start, end, swings)


def find_course(ground: Ground, meander: Meander, stops: Sequence[Point]) -> list[Point] | None:
    """Points of a smooth course from the first of `stops` through all others to the sheet's right edge.

    None where words bar the way.
    """
    net = _Net(ground, meander)
    cells = [net.nearest_free(stop) for stop in stops]
    course: list[Cell] = []
    for start, end in zip(cells, [*cells[1:], None], strict=True):
        if start is None:
            return None
        way = net.find_way(start, end)
        if way is None:
            return None
        course.extend(way[1:] if course else way)
    points = [net.middle(cell) for cell in course]
    points.append((ground.sheet.x + ground.sheet.width + net.size, points[-1][1]))
    return _smooth(points, ground)


class _Net:
    """The sheet in square cells, with a price for each."""

    def __init__(self, ground: Ground, meander: Meander) -> None:
        sheet = ground.sheet
        self.size = sheet.width / CELLS_ACROSS
        self._sheet = sheet
        self._rows = ceil(sheet.height / self.size)
        rim = EDGE * sheet.height + ground.clear / 2
        self._prices: dict[Cell, float] = {}
        for column in range(CELLS_ACROSS):
            for row in range(self._rows):
                x, y = self.middle((column, row))
                away = ground.distance(x, y)
                if away >= ground.clear and rim <= y - sheet.y <= sheet.height - rim:
                    off = (y - meander.height(x)) / (0.1 * sheet.height)
                    shy = max(0.0, 1 - (away - ground.clear) / (SHY * ground.clear))
                    self._prices[column, row] = 1 + STEEP * off * off + NEAR * shy

    def middle(self, cell: Cell) -> Point:
        """The middle of a cell on the sheet."""
        return (self._sheet.x + (cell[0] + 0.5) * self.size, self._sheet.y + (cell[1] + 0.5) * self.size)

    def nearest_free(self, point: Point) -> Cell | None:
        """The free cell nearest to a point."""

        def away(cell: Cell) -> float:
            x, y = self.middle(cell)
            return hypot(x - point[0], y - point[1])

        return min(self._prices, key=away, default=None)

    def find_way(self, start: Cell, end: Cell | None) -> list[Cell] | None:
        """The cheapest way to `end`, or to any cell at the right edge (Dijkstra 1959)."""
        before: dict[Cell, Cell] = {}
        costs = {start: 0.0}
        queue = [(0.0, start)]
        while queue:
            cost, cell = heappop(queue)
            if cell == end or (end is None and cell[0] == CELLS_ACROSS - 1):
                return _walk_back(before, cell)
            if cost > costs[cell]:
                continue
            for across, down, length in _NEIGHBOURS:
                there = (cell[0] + across, cell[1] + down)
                if there in self._prices:
                    new = cost + length * self._prices[there]
                    if new < costs.get(there, 1e300):
                        costs[there], before[there] = new, cell
                        heappush(queue, (new, there))
        return None


def _walk_back(before: dict[Cell, Cell], cell: Cell) -> list[Cell]:
    way = [cell]
    while cell in before:
        cell = before[cell]
        way.append(cell)
    return way[::-1]


def _smooth(points: list[Point], ground: Ground) -> list[Point]:
    """The same way without corners; no point comes nearer to words than it may."""
    for _ in range(SMOOTHINGS):
        moved = [points[0]]
        for before, here, after in zip(points, points[1:], points[2:], strict=False):
            x, y = (before[0] + 2 * here[0] + after[0]) / 4, (before[1] + 2 * here[1] + after[1]) / 4
            moved.append((x, y) if ground.distance(x, y) >= ground.clear else here)
        points = [*moved, points[-1]]
    return points
