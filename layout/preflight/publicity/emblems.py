"""Takes a page's sketch, gives the emblems drawn in it, measured against their public geometry."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from layout.model.geometry import Point, Rect, bound
from layout.model.records import Struct
from layout.preflight.facts import Paint, SketchedPath
from layout.preflight.graphics.emblem_sight import EmblemForm
from layout.preflight.publicity.colours import Hue, hue_of, write_colour

ASPECT, RING, STAR, STARS = 1.5, 1 / 3, 1 / 18, 12
"""The field's width by its height; by that height also the ring's radius and the stars' (Interinstitutional
Style Guide, annex A1)."""
NOTCH = math.sin(math.pi / 10) / math.sin(3 * math.pi / 10)
"""Distance of a star's inner corners from its centre, by that of its points."""
ASPECT_TOLERANCE, RING_TOLERANCE, STAR_TOLERANCE = 0.01, 0.03, 0.08
TURN_TOLERANCE = math.radians(1.5)
MOST_STARS = 600
"""Stars of one page that are looked at."""
FEWEST, MOST = 5, 24
"""Stars that together may be meant as an emblem's."""


class DrawnEmblem(Struct, frozen=True, kw_only=True):
    """An emblem's paths: its field's middle, the two half axes (to the right, up), and what is wrong."""

    middle: Point
    across: Point
    up: Point
    box: Rect
    form: EmblemForm
    flaws: tuple[str, ...]
    stars: int
    colours: tuple[str, ...]
    within: Rect

    @property
    def height(self) -> float:
        return 2 * math.hypot(*self.up)

    def at(self, x: float, y: float) -> Point:
        """The place on the page of a place in the field, in half widths and half heights from its middle."""
        return (
            self.middle[0] + x * self.across[0] + y * self.up[0],
            self.middle[1] + x * self.across[1] + y * self.up[1],
        )


class _Star(Struct, frozen=True):
    centre: Point
    radius: float
    tip: float
    """The angle at which a point stands."""
    notch: float
    """Distance of the inner corners from the centre, by the radius; 0 where they are crossings."""
    path: SketchedPath


class _Field(Struct, frozen=True):
    corners: tuple[Point, ...]
    path: SketchedPath


def find_emblems(sketch: Sequence[SketchedPath]) -> Iterator[DrawnEmblem]:
    """Each group of stars in a field, however it is drawn; twelve stars in a ring also without one."""
    stars: list[_Star] = []
    fields: list[_Field] = []
    for path in sketch:
        for run in path.runs:
            corners = _corners(run)
            if len(corners) == 4:
                fields.append(_Field(corners, path))
            elif path.fill is not None and len(stars) < MOST_STARS and (star := _star(corners, path)):
                stars.append(star)
    for group in _groups(stars):
        if FEWEST <= len(group) <= MOST:
            field = _field_of(group, fields)
            if field is not None:
                yield _measure(group, field, _outline(field, fields))


def _corners(run: Sequence[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for point in run:
        if not kept or math.dist(kept[-1], point) > 1e-4:
            kept.append(point)
    while len(kept) > 1 and math.dist(kept[0], kept[-1]) <= 1e-4:
        kept.pop()
    return tuple(kept)


def _star(corners: Sequence[Point], path: SketchedPath) -> _Star | None:
    """The star of five points that ten corners draw turning to and fro, or five turning twice round."""
    if len(corners) not in (5, 10):
        return None
    turns = [_turn(corners, at) for at in range(len(corners))]
    if len(corners) == 5:
        if abs(sum(turns)) < 3.5 * math.pi:
            return None
        tips, notches = list(corners), []
    else:
        way = math.copysign(1.0, sum(turns))
        first = turns[0] * way > 0
        if any((turn * way > 0) is not (first == (at % 2 == 0)) for at, turn in enumerate(turns)):
            return None
        tips, notches = list(corners[0 if first else 1 :: 2]), list(corners[1 if first else 0 :: 2])
    centre = (sum(x for x, _ in tips) / 5, sum(y for _, y in tips) / 5)
    radius = sum(math.dist(centre, tip) for tip in tips) / 5
    if radius <= 0:
        return None
    inner = sum(math.dist(centre, notch) for notch in notches) / 5 / radius
    top = tips[0]
    return _Star(centre, radius, math.atan2(top[1] - centre[1], top[0] - centre[0]), inner, path)


def _turn(corners: Sequence[Point], at: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = corners[at - 1], corners[at], corners[(at + 1) % len(corners)]
    before, after = math.atan2(by - ay, bx - ax), math.atan2(cy - by, cx - bx)
    return math.remainder(after - before, math.tau)


def _groups(stars: Sequence[_Star]) -> list[list[_Star]]:
    """Stars alike in size that stand in one ring or near each other."""
    left = list(range(len(stars)))
    groups = []
    while left:
        waiting, group = [left.pop()], []
        while waiting:
            one = waiting.pop()
            group.append(stars[one])
            near = [other for other in left if _belong(stars[one], stars[other])]
            left = [other for other in left if other not in near]
            waiting += near
        groups.append(group)
    return groups


def _belong(one: _Star, other: _Star) -> bool:
    alike = 0.6 < one.radius / other.radius < 1.7
    return alike and math.dist(one.centre, other.centre) < 6 * max(one.radius, other.radius)


def _field_of(group: Sequence[_Star], fields: Sequence[_Field]) -> _Field | None:
    """The smallest four-cornered path round all stars."""
    around = [field for field in fields if all(_inside(star.centre, field.corners) for star in group)]
    return min(around, key=lambda field: _area(field.corners), default=None)


def _outline(field: _Field, fields: Sequence[_Field]) -> SketchedPath | None:
    """The path that strokes the field's edge: its own or one along it."""
    if field.path.stroke is not None:
        return field.path
    box = bound(field.corners)
    slack = 0.05 * min(box.width, box.height)
    for other in fields:
        near = all(abs(a - b) <= slack for a, b in zip(bound(other.corners), box, strict=True))
        if other.path.stroke is not None and near:
            return other.path
    return None


def _inside(point: Point, corners: Sequence[Point]) -> bool:
    sides = set()
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        sides.add((bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax) > 0)
    return len(sides) == 1


def _area(corners: Sequence[Point]) -> float:
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _measure(group: Sequence[_Star], field: _Field, outline: SketchedPath | None) -> DrawnEmblem:
    middle, across, up = _axes(group, field, outline)
    hues = _Hues(field.path.fill, outline.stroke if outline else None, group[0].path.fill)
    return DrawnEmblem(
        middle=middle,
        across=across,
        up=up,
        box=bound(
            (middle[0] + x * across[0] + y * up[0], middle[1] + x * across[1] + y * up[1])
            for x in (-1, 1)
            for y in (-1, 1)
        ),
        form=hues.form,
        flaws=tuple(_flaws(group, middle, across, up)),
        stars=len(group),
        colours=hues.wrong,
        within=field.path.within,
    )


def _axes(group: Sequence[_Star], field: _Field, outline: SketchedPath | None) -> tuple[Point, Point, Point]:
    """The field's middle and its half axes; up is the one that the stars' points are nearest to."""
    a, b, c, d = field.corners
    middle = ((a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4)
    one = ((b[0] + c[0]) / 2 - middle[0], (b[1] + c[1]) / 2 - middle[1])
    two = ((c[0] + d[0]) / 2 - middle[0], (c[1] + d[1]) / 2 - middle[1])
    pen = outline.width / 2 if outline is field.path and outline.stroke is not None else 0.0
    one, two = (_lengthen(axis, pen) for axis in (one, two))
    best, across, up = math.inf, one, two
    for side, other in ((one, two), (two, one)):
        for sign in (1, -1):
            angle = math.atan2(sign * other[1], sign * other[0])
            miss = max(_off(angle, star.tip) for star in group)
            if miss < best - 1e-6:
                best, across, up = miss, side, (sign * other[0], sign * other[1])
    return middle, across, up


def _lengthen(axis: Point, by: float) -> Point:
    length = math.hypot(*axis) or 1.0
    return (axis[0] * (1 + by / length), axis[1] * (1 + by / length))


def _off(angle: float, tip: float) -> float:
    """How far a star whose point stands at `tip` misses having one at `angle`."""
    return abs(math.remainder(angle - tip, math.tau / 5))


def _flaws(group: Sequence[_Star], middle: Point, across: Point, up: Point) -> Iterator[str]:
    """What differs from the geometry that the Style Guide gives."""
    width, height = 2 * math.hypot(*across), 2 * math.hypot(*up)
    if abs(width / height / ASPECT - 1) > ASPECT_TOLERANCE:
        yield "proportions"
    if abs(across[0] * up[0] + across[1] * up[1]) > math.sin(TURN_TOLERANCE) * width * height / 4:
        yield "skewed"
    if len(group) != STARS:
        yield "star-count"
    heading = math.atan2(up[1], up[0])
    reach = RING * height
    spots = [(math.dist(star.centre, middle), _bearing(star.centre, middle, heading)) for star in group]
    if any(
        abs(far / reach - 1) > RING_TOLERANCE
        or abs(math.remainder(turn, math.tau / STARS)) > 2 * TURN_TOLERANCE
        for far, turn in spots
    ):
        yield "ring"
    if any(abs(star.radius / (STAR * height) - 1) > STAR_TOLERANCE for star in group):
        yield "star-size"
    if any(star.notch and abs(star.notch / NOTCH - 1) > 2 * STAR_TOLERANCE for star in group):
        yield "star-shape"
    if any(_off(heading, star.tip) > 2 * TURN_TOLERANCE for star in group):
        yield "star-turned"


def _bearing(point: Point, middle: Point, heading: float) -> float:
    return math.atan2(point[1] - middle[1], point[0] - middle[0]) - heading


class _Hues(Struct, frozen=True):
    """The paints of field, outline and stars."""

    field: Paint | None
    outline: Paint | None
    star: Paint | None

    @property
    def form(self) -> EmblemForm:
        field, outline, star = (_hue(paint) for paint in (self.field, self.outline, self.star))
        if star is Hue.BLACK and field is Hue.WHITE:
            return EmblemForm.BLACK if outline is Hue.BLACK and self.outline else EmblemForm.GREY
        if field is Hue.BLUE and star is Hue.WHITE:
            return EmblemForm.BLUE
        greys = (Hue.GREY, Hue.BLACK, Hue.WHITE)
        return EmblemForm.GREY if field in greys and star in greys else EmblemForm.COLOURED

    @property
    def wrong(self) -> tuple[str, ...]:
        """In the coloured form, what is neither the emblem's blue nor its yellow."""
        if self.form is not EmblemForm.COLOURED:
            return ()
        pairs = ((self.field, Hue.BLUE), (self.star, Hue.YELLOW))
        return tuple(write_colour(paint) for paint, hue in pairs if paint and hue_of(paint) is not hue)


def _hue(paint: Paint | None) -> Hue:
    return Hue.WHITE if paint is None or paint.white else hue_of(paint)
