"""Vector graphics as data: paths with fills and strokes, y growing downward, points."""

from __future__ import annotations

from math import sqrt
from typing import Union

from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic
from layout.model.geometry import Matrix
from layout.model.records import Struct
from layout.model.shapes import Shape as Glyphs


class MoveTo(Struct, frozen=True):
    x: float
    y: float


class LineTo(Struct, frozen=True):
    x: float
    y: float


class CurveTo(Struct, frozen=True):
    """A cubic Bézier segment to (x, y) with control points (x1, y1) and (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(Struct, frozen=True):
    pass


Segment = Union[MoveTo, LineTo, CurveTo, Close]

ROUND = 4 / 3 * (sqrt(2) - 1)
"""How far a quarter's control points lie from its ends, in parts of the radius, to look round."""


def oval(x: float, y: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """An ellipse round (x, y), closed."""
    dx, dy = rx * ROUND, ry * ROUND
    return (
        MoveTo(x + rx, y),
        CurveTo(x + rx, y + dy, x + dx, y + ry, x, y + ry),
        CurveTo(x - dx, y + ry, x - rx, y + dy, x - rx, y),
        CurveTo(x - rx, y - dy, x - dx, y - ry, x, y - ry),
        CurveTo(x + dx, y - ry, x + rx, y - dy, x + rx, y),
        Close(),
    )


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """A rectangle with its top left corner at (x, y), closed."""
    right, foot = x + width, y + height
    return (MoveTo(x, y), LineTo(right, y), LineTo(right, foot), LineTo(x, foot), Close())


class ColourStop(Struct, frozen=True):
    """A colour of a gradient at `offset`, 0…1."""

    offset: float
    colour: Colour


class Gradient(Struct, frozen=True):
    """Colours along a line (x, y, x, y) or between circles (x, y, radius, x, y, radius), kept beyond them.

    `matrix` leads from the units of `axis` to those of the drawing. Offsets of `stops` never fall.
    """

    axis: tuple[float, ...]
    stops: tuple[ColourStop, ...]
    matrix: Matrix


Paint = Union[Colour, Gradient]


class Stroke(Struct, frozen=True, kw_only=True):
    """A pen: width, dashes and where they begin in points, cap and join as PDF numbers them."""

    colour: Paint
    width: float
    dash: tuple[float, ...] = ()
    cap: int = 0
    join: int = 0
    miter_limit: float = 4.0
    """Longest miter in pen widths: SVG's default, while PDF's own is 10."""
    dash_offset: float = 0.0


class Path(Struct, frozen=True):
    """Segments painted with an optional fill and an optional stroke."""

    segments: tuple[Segment, ...]
    fill: Paint | None = None
    stroke: Stroke | None = None
    even_odd: bool = False


class Outline(Struct, frozen=True):
    """A closed line inside which something is seen."""

    segments: tuple[Segment, ...]
    even_odd: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """What only a picture can show: the element number `element`, in its order, of an SVG `document`.

    `name` says to a reader which it is, `letters` are the characters that it shows. One that `blends` takes
    colours from what is drawn before it. Once it is a picture, `box` (left, top, width, height in points of
    the drawing) is what the picture fills and `ppi` how fine it is.
    """

    document: str
    element: int
    name: str
    letters: str = ""
    blends: bool = False
    box: tuple[float, float, float, float] | None = None
    ppi: float = 0.0


class Group(Struct, frozen=True):
    """Shapes seen inside all of `clips`, together as opaque as `opacity` (0…1) says.

    With a `matrix` their coordinates are in units of their own, which it leads to the drawing's. `picture` is
    the same as a part, for a press that prints nothing see-through.
    """

    shapes: tuple[Shape, ...]
    clips: tuple[Outline, ...] = ()
    opacity: float = 1.0
    matrix: Matrix | None = None
    picture: Part | None = None


class LabelWords(Struct, frozen=True, kw_only=True):
    """Characters of one look: `families` from the best; `size` and `tracking` in the label's units."""

    text: str
    families: tuple[str, ...]
    weight: int
    italic: bool
    size: float
    colour: Colour
    tracking: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    """How far it is moved from where the words before it end."""


class Label(Struct, frozen=True, kw_only=True):
    """Words on a baseline that begins (`anchor` 0), is centred (0.5) or ends (1) at (x, y), not yet set.

    `matrix` leads from its units to the drawing's, both y downward; `picture` is the same as a part.
    """

    words: tuple[LabelWords, ...]
    x: float
    y: float
    anchor: float
    matrix: Matrix
    picture: Part


class SetWords(Struct, frozen=True, kw_only=True):
    """Glyphs of one face with their baseline's start, `size` and `tracking` in the units of `matrix`."""

    glyphs: tuple[Glyphs, ...]
    x: float
    y: float
    size: float
    colour: Colour
    tracking: float
    matrix: Matrix

    @property
    def width(self) -> float:
        """Their length along the baseline."""
        letters = sum(len(run.glyphs) for run in self.glyphs)
        return sum(run.width for run in self.glyphs) * self.size / 1000 + letters * self.tracking


Shape = Union[Path, Group, Part, Label, SetWords]


class Drawing(Struct, frozen=True):
    """Shapes in their own box of `width` × `height` points, the origin at its top left.

    `notes` is what a reader should know of what became of the file. `one_colour` is
    what it has instead where there is only one ink, if that changes more than its inks.
    """

    width: float
    height: float
    paths: tuple[Shape, ...]
    notes: tuple[Diagnostic, ...] = ()
    one_colour: tuple[Shape, ...] | None = None

    @property
    def _asked(self) -> tuple[object, ...]:
        return (self.width, self.height, self.paths, self.one_colour)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same; `notes` is not asked."""
        return isinstance(other, Drawing) and self._asked == other._asked

    def __hash__(self) -> int:
        return hash(self._asked)
