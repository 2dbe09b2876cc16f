"""Text after shaping and line breaking: glyph runs, inks and finished lines."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.colour import Colour
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Shape:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """What a run of shapes is set with; `part` counts the runs of the paragraph's prose."""

    size: float
    colour: Colour
    tracking: float = 0.0
    link: str | None = None
    language: str | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class LineRun:
    """Neighbouring shapes of one ink and one face."""

    ink: Ink
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph as lines on a leading (points), with the place it was written at."""

    lines: tuple[Line, ...]
    leading: float
    where: Span
