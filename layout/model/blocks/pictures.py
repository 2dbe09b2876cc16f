"""Pictures among the text: figures and QR codes."""

from __future__ import annotations

from enum import Enum

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Placement(Enum):
    """Where a figure stands: in one column, over both, over the full page width with bleed, or over a spread.

    One that floats stands over both columns at the head or the foot of a page.
    """

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    BLEED = "bleed"
    FLOAT = "float"
    SPREAD = "spread"


PAGE_WIDE = frozenset({Placement.BLEED, Placement.SPREAD})
"""Places that a picture fills, up to the bleed."""


class Figure(Struct, frozen=True, kw_only=True):
    """A picture file with caption, credit and alternative text in both languages.

    `file` is relative to the content folder; `height` (points) crops the picture to that height, with its
    point `focus` (parts of its width and height from its top left; the middle if None) as near the middle as
    may be, over a spread clear of the fold; `width` (points) makes it narrower than its place; `alternative`
    is None for a decorative picture.
    """

    where: Span
    file: str
    placement: Placement
    height: float | None
    caption: ProsePair | None
    credit: ProsePair | None
    alternative: Pair[str] | None
    width: float | None = None
    focus: tuple[float, float] | None = None


class QrCode(Struct, frozen=True):
    """A QR code for `data` with a caption; `size` in points, quiet zone included."""

    where: Span
    data: str
    size: float
    caption: ProsePair
    alternative: Pair[str]
