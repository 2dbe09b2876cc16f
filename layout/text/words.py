"""The records that measuring is made of: pens, words and their parts, cuts; measures nothing itself."""

from __future__ import annotations

from typing import NamedTuple

from layout.lang.hyphenation.divide import BreakKind
from layout.lang.rules.fragments import UPPER
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.shapes import Ink, Shape
from layout.model.units import SOFT_HYPHEN
from layout.text.faces import Face

Piece = tuple[Ink, Shape]

_ACRONYM = late_pattern(rf"(?<![^\W_])(?![IVXLCDM]+(?![^\W_]))([{UPPER}]{{3,}})(?![^\W_])")
"""Three capitals and more that are no Roman number."""
RAISED_FEATURE = "sups"
RAISED_SIZE, RAISED_BY = 0.62, 0.34
"""Size and rise of a number that a face has no raised figures for, in parts of the type's size."""
_FIGURES = "0123456789"


class Cut(NamedTuple):
    """A break inside a word, in points.

    `end` is the width of what stays on the line (hyphen counted, `end_hang` not), `start` what the next
    line leaves behind (`start_hang` counted, a repeated hyphen not). Kerning across the break is in both.
    """

    offset: int
    kind: BreakKind
    end: float
    start: float
    end_hang: float
    start_hang: float
    reluctant: bool
    short: bool = False
    """Whether it leaves two letters on the line though the word has a better place."""


class Fragment(Struct, frozen=True, eq=False):
    """Characters of one pen, `offset` characters from the start of their word."""

    text: str
    offset: int
    pen: Pen
    shape: Shape

    def stump(self, offset: int) -> int:
        """Letters that a break `offset` characters into the fragment leaves of the word, or of its part."""
        return sum(map(str.isalpha, self.text[:offset].rpartition("-")[2]))

    def part(self, start: int, stop: int) -> Shape:
        """The shape of the characters from `start` to `stop`."""
        if len(self.shape.texts) == len(self.text):
            return self.pen.face.slice(self.shape, start, stop)
        return self.pen.face.shape(self.text[start:stop].replace(SOFT_HYPHEN, ""), self.pen.features)


class Word(Struct, frozen=True, eq=False, kw_only=True):
    """What stands between two separators, in points; `left` and `right` may hang out of the column.

    `letters` are its shapes, `pieces` the same with the word space after them, `space` that space's
    natural width.
    """

    fragments: tuple[Fragment, ...]
    width: float
    left: float
    right: float
    cuts: tuple[Cut, ...]
    space: float
    letters: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    little: bool = False
    """Whether it is a short word, better not left at the end of a ragged line."""


class Pen(Struct, eq=False, kw_only=True):
    """One face, size and ink; remembers the words it has written. `whole` words are never divided."""

    face: Face
    features: tuple[str, ...]
    ink: Ink
    whole: bool
    gap: Face
    """Whose word space stands after what it writes: a lent letter keeps that of the text it is in."""
    words: dict[str, Word] = field(default_factory=dict)
    acronyms: Pen | None = None
    """The pen for acronyms, where they are set otherwise."""
    raised: bool = False
    """Whether it writes the number of a note, which is no part of its word."""

    def part(self, text: str) -> list[tuple[str, Pen]]:
        """`text` with the pen for each part of it: acronyms may have their own."""
        if self.acronyms is None:
            return [(text, self)]
        parts = _ACRONYM.split(text)
        pens = (self, self.acronyms)
        return [(part, pens[order % 2]) for order, part in enumerate(parts) if part] or [(text, self)]

    @property
    def space(self) -> float:
        """Natural width of the word space, in points."""
        return (self.gap.space.width + self.ink.tracking) * self.ink.size / 1000


def has_raised_figures(face: Face) -> bool:
    """Whether a face has drawn figures of its own for the numbers of notes, all ten of them."""
    plain = face.shape(_FIGURES).glyphs
    return not set(plain) & set(face.shape(_FIGURES, (RAISED_FEATURE,)).glyphs)
