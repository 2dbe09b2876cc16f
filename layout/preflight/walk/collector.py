"""Takes what a page paints, mark by mark, gives it summarised; alike marks become one record with a count."""

from __future__ import annotations

import math

from layout.model.geometry import Rect, join
from layout.model.records import Struct, field
from layout.preflight.facts import (
    MarkKind,
    Paint,
    PaintedMark,
    PlacedImage,
    SketchedPath,
    SpaceUse,
    Tag,
    TextRun,
)
from layout.preflight.graphics.colour import Seen, Space
from layout.preflight.reading.limits import OverLimitError
from layout.preflight.sightings import WHOLE_PAGE, Sighting, Subject
from layout.preflight.walk.grounds import Grounds

Look = tuple[str, Tag, float, bool]
"""A mark's place, tag, thinnest dimension, and whether it is a line."""

EDGE = 9.0
"""Marks this near to the trimmed edge (points) are kept apart, since their place matters."""


class _Group(Struct):
    """Alike marks: the first of them (which keeps its paint and tag, so that their addresses stay theirs)."""

    mark: PaintedMark
    count: int = 1


class ShownLine(Struct, kw_only=True):
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
    slanted: bool = False


class Collector(Struct, kw_only=True):
    """One page in the making; `left` counts down the records that the whole file may still have."""

    finished: Rect
    left: int
    over: Rect | None = None
    """Where everything counts as painted while a pattern's cell is run."""
    silent: bool = False
    """True while a soft mask is run: it paints nothing itself."""
    groups: dict[tuple[object, ...], _Group] = field(default_factory=dict)
    texts: list[TextRun] = field(default_factory=list)
    placements: list[PlacedImage] = field(default_factory=list)
    spaces: dict[tuple[object, ...], SpaceUse] = field(default_factory=dict)
    sightings: dict[tuple[str, str, str, Subject], Sighting] = field(default_factory=dict)
    forms: dict[int, int] = field(default_factory=dict)
    """Object number of each form that has StructParents -> its value."""
    mcids: set[tuple[int, int]] = field(default_factory=set)
    line: ShownLine | None = None
    grounds: Grounds = field(default_factory=Grounds)
    sketching: bool = False
    """Whether painted paths of few straight pieces are kept one by one: frames, rules, stars."""
    sketch: list[SketchedPath] = field(default_factory=list)

    def add_sketch(self, path: SketchedPath) -> None:
        """A painted path that is kept as it is."""
        if not self.silent and path.runs:
            self._count()
            self.sketch.append(path)

    def add_mark(self, kind: MarkKind, box: Rect, paint: Paint, look: Look) -> None:
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
        self.groups[key] = _Group(
            PaintedMark(kind=kind, box=box, paint=paint, place=place, tag=tag, width=width, thin=thin)
        )

    def is_near_edge(self, box: Rect) -> bool:
        """Whether a box comes within `EDGE` of the trimmed page's edge, or beyond it."""
        edge = self.finished
        return (
            box[0] < edge[0] + EDGE
            or box[1] < edge[1] + EDGE
            or box[2] > edge[2] - EDGE
            or box[3] > edge[3] - EDGE
        )

    def add_line(self, line: ShownLine) -> None:
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
                box=line.box,
                font=line.font,
                size=line.size,
                text="".join(line.text),
                paints=line.paints,
                stroke=line.stroke,
                place=line.place,
                tag=line.tag,
                missing=tuple(dict.fromkeys(line.missing)),
                unreadable=line.unreadable,
                direction=_direction(line.start, line.end),
                slanted=line.slanted,
                ground=None if self.over else self.grounds.under(line.box),
            )
        )

    def add_ground(self, box: Rect, seen: Seen | None) -> None:
        """An area that what is painted later stands on."""
        if not self.silent:
            self.grounds.add(self.over or box, None if self.over else seen)

    def add_placement(self, placement: PlacedImage) -> None:
        """An image where it is painted."""
        if not self.silent:
            self._count()
            self.placements.append(placement)

    def add_space(self, space: Space, role: str, place: str, box: Rect | None, name: str = "") -> None:
        """A colour space in use, once for each role, place and picture."""
        key = (id(space), role, place, name)
        if key not in self.spaces:
            self._count()
            self.spaces[key] = SpaceUse(space, role, name, box)

    def see(
        self, what: str, detail: str, place: str, box: Rect | None = None, subject: Subject = WHOLE_PAGE
    ) -> None:
        """Something a rule may object to; the first place is kept, the others are counted."""
        key = (what, detail[:80], place, subject)
        known = self.sightings.get(key)
        if known is None:
            self._count()
            self.sightings[key] = Sighting(what, detail[:80], subject, box or self.over)
        else:
            self.sightings[key] = Sighting(what, known.detail, subject, known.box, known.count + 1)

    @property
    def marks(self) -> tuple[PaintedMark, ...]:
        """All marks, each group once, with its count."""
        return tuple(
            PaintedMark(
                kind=m.kind,
                box=m.box,
                paint=m.paint,
                place=m.place,
                tag=m.tag,
                width=m.width,
                thin=m.thin,
                count=group.count,
            )
            for group in self.groups.values()
            for m in (group.mark,)
        )

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OverLimitError("records")


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return abs(second[0] - first[0]) + abs(second[1] - first[1])


def _direction(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    across, up = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, up)
    return (across / length, up / length) if length else (1.0, 0.0)


def _continues(before: ShownLine, line: ShownLine) -> bool:
    return (
        before.font == line.font
        and before.tag == line.tag
        and before.paints == line.paints
        and abs(before.size - line.size) < 0.01
        and before.place == line.place
        and before.slanted == line.slanted
        and (abs(before.end[1] - line.start[1]) < 0.5 or abs(before.end[0] - line.start[0]) < 0.5)
        and _distance(before.end, line.start) < 1.5 * line.size
        and len(before.text) < 4_000
    )
