"""Text after shaping and line breaking: glyph runs, inks and finished lines."""

from __future__ import annotations

from layout.model.colour import Colour
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Shape(Struct, frozen=True, eq=False, kw_only=True):
    """Glyphs of one face in drawing order, advances in thousandths of an em.

    `texts` holds for each glyph the characters it stands for ("" for all but a cluster's first
    glyph), so that the text can be read back as typed. `space` marks the stretchable word space. `offsets`
    are how far right and up of the pen each glyph stands; empty where all stand on it.
    """

    face: str
    glyphs: tuple[int, ...]
    texts: tuple[str, ...]
    advances: tuple[float, ...]
    width: float
    space: bool = False
    offsets: tuple[tuple[float, float], ...] = ()


class Ink(Struct, frozen=True, kw_only=True):
    """What a run of shapes is set with, `rise` points above the line; `part` counts parts of its prose."""

    size: float
    colour: Colour
    tracking: float = 0.0
    rise: float = 0.0
    link: str | None = None
    language: str | None = None
    part: int = 0


class LineRun(Struct, frozen=True):
    """Neighbouring shapes of one ink and one face."""

    ink: Ink
    shapes: tuple[Shape, ...]


class Line(Struct, frozen=True, kw_only=True):
    """A finished line.

    `x` is where it starts, in points from the column's edge (negative: hanging punctuation); `width` is
    its set width from there; `space` multiplies natural word spaces, `scale` the letters' width.
    `inside` tells that it ends inside a word.
    """

    runs: tuple[LineRun, ...]
    x: float
    width: float
    space: float = 1.0
    scale: float = 1.0
    hyphenated: bool = False
    inside: bool = False

    def width_of(self, run: LineRun) -> float:
        """Width in points of one of its runs, as stretched here."""
        size, tracking = run.ink.size, run.ink.tracking
        return sum(
            (shape.width + tracking * len(shape.glyphs))
            * size
            / 1000
            * (self.space if shape.space else self.scale)
            for shape in run.shapes
        )

    @property
    def text(self) -> str:
        """The characters of the line as a reader of the PDF gets them."""
        return "".join(t for run in self.runs for shape in run.shapes for t in shape.texts)


class Variant(Struct, frozen=True):
    """A paragraph in another number of lines than is best, and how much worse: a price of line breaking."""

    lines: tuple[Line, ...]
    price: float


class SetText(Struct, frozen=True):
    """A paragraph as lines on a leading (points), with the place it was written at, and its variants."""

    lines: tuple[Line, ...]
    leading: float
    where: Span
    variants: tuple[Variant, ...] = ()
