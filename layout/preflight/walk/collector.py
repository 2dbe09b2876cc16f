"""Takes what a page paints, mark by mark, gives it summarised; alike marks become one record with a count."""

from __future__ import annotations

from dataclasses import dataclass, field

from layout.model.geometry import Rect, join
from layout.preflight.facts import (
    Kind,
    Mark,
    Paint,
    Placement,
    Sighting,
    SpaceUse,
    Tag,
    TextRun,
)
from layout.preflight.graphics.colour import Space
from layout.preflight.reading.limits import OverLimitError

Look = tuple[str, Tag, float, bool]
"""A mark's place, tag, thinnest dimension, and whether it is a line."""

EDGE = 9.0
"""Marks this near to the trimmed edge (points) are kept apart, since their place matters."""


@dataclass(slots=True)
class _Group:
    """Alike marks: the first of them (which keeps its paint and tag, so that their addresses stay theirs)."""

    mark: Mark
    count: int = 1


@dataclass(slots=True)
class Line:
    """A run of text that is still growing."""

    box: Rect
    font: int
    size: float
    paints: tuple[Paint, ...]
    stroke: float
    place: str
    tag: Tag
    start: tuple[float, float]
    end: tuple[float, float]
    text: list[str]
    missing: list[int]
    unreadable: int


@dataclass(slots=True)
class Collector:
    """One page in the making; `left` counts down the records that the whole file may still have."""

    finished: Rect
    left: int
    over: Rect | None = None
    """Where everything counts as painted while a pattern's cell is run."""
    silent: bool = False
    """True while a soft mask is run: it paints nothing itself."""
    groups: dict[tuple[object, ...], _Group] = field(default_factory=dict)
    texts: list[TextRun] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    spaces: dict[tuple[object, ...], SpaceUse] = field(default_factory=dict)
    sightings: dict[tuple[str, str, str], Sighting] = field(default_factory=dict)
    forms: dict[int, int] = field(default_factory=dict)
    """Object number of each form that has StructParents -> its value."""
    mcids: set[tuple[int, int]] = field(default_factory=set)
    line: Line | None = None

    def add_mark(self, kind: Kind, box: Rect, paint: Paint, look: Look) -> None:
        """A fill, stroke or shading; merged with those like it unless it is near the edge."""
        if self.silent:
            return
        place, tag, width, thin = look
        key: tuple[object, ...] = (id(kind), id(paint), place, id(tag), round(width, 2), thin)
        if self.is_near_edge(box):
            key += (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
        group = self.groups.get(key)
        if group is not None:
            group.count += 1
            return
        self._count()
        self.groups[key] = _Group(Mark(kind, box, paint, place, tag, width, thin))

    def is_near_edge(self, box: Rect) -> bool:
        """Whether a box comes within `EDGE` of the trimmed page's edge, or beyond it."""
        edge = self.finished
        return (
            box[0] < edge[0] + EDGE
            or box[1] < edge[1] + EDGE
            or box[2] > edge[2] - EDGE
            or box[3] > edge[3] - EDGE
        )

    def add_line(self, line: Line) -> None:
        """Shown text; joined to the run before it where they stand on one line and look alike."""
        if self.silent:
            return
        before = self.line
        if before is not None and _continues(before, line):
            gap = _distance(before.end, line.start)
            if gap > 0.15 * line.size:
                before.text.append(" ")
            before.text.extend(line.text)
            before.missing.extend(line.missing)
            before.unreadable += line.unreadable
            before.box = join(before.box, line.box)
            before.end = line.end
        else:
            self.end_line()
            self.line = line

    def end_line(self) -> None:
        """Closes the growing run."""
        line, self.line = self.line, None
        if line is None:
            return
        self._count()
        self.texts.append(
            TextRun(
                line.box,
                line.font,
                line.size,
                "".join(line.text),
                line.paints,
                line.stroke,
                line.place,
                line.tag,
                tuple(dict.fromkeys(line.missing)),
                line.unreadable,
            )
        )

    def add_placement(self, placement: Placement) -> None:
        """An image where it is painted."""
        if not self.silent:
            self._count()
            self.placements.append(placement)

    def add_space(self, space: Space, role: str, place: str, box: Rect | None) -> None:
        """A colour space in use, once for each role and place."""
        key = (id(space), role, place)
        if key not in self.spaces:
            self._count()
            self.spaces[key] = SpaceUse(space, role, place, box)

    def see(self, what: str, detail: str, place: str, box: Rect | None = None) -> None:
        """Something a rule may object to; the first place is kept, the others are counted."""
        key = (what, detail[:80], place)
        known = self.sightings.get(key)
        if known is None:
            self._count()
            self.sightings[key] = Sighting(what, detail[:80], place, box or self.over)
        else:
            self.sightings[key] = Sighting(what, known.detail, place, known.box, known.count + 1)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, each group once, with its count."""
        return tuple(
            Mark(m.kind, m.box, m.paint, m.place, m.tag, m.width, m.thin, group.count)
            for group in self.groups.values()
            for m in (group.mark,)
        )

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OverLimitError("records")


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return abs(second[0] - first[0]) + abs(second[1] - first[1])


def _continues(before: Line, line: Line) -> bool:
    return (
        before.font == line.font
        and before.tag == line.tag
        and before.paints == line.paints
        and abs(before.size - line.size) < 0.01
        and before.place == line.place
        and (abs(before.end[1] - line.start[1]) < 0.5 or abs(before.end[0] - line.start[0]) < 0.5)
        and _distance(before.end, line.start) < 1.5 * line.size
        and len(before.text) < 4_000
    )
