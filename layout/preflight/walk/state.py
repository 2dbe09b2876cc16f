"""What a content stream has set at a moment: transformation, clip, colours, line, text; paints nothing."""

from __future__ import annotations

from copy import copy

from layout.model.geometry import IDENTITY, Matrix, Rect
from layout.model.records import Struct
from layout.preflight.facts import Paint
from layout.preflight.graphics.colour import GRAY, Space
from layout.preflight.text.fonts import Font


class SetColour(Struct, frozen=True):
    """A colour as set: components in a space, or a pattern by its name in the resources."""

    space: Space
    components: tuple[float, ...]
    pattern: str = ""


BLACK = SetColour(GRAY, (0.0,))


class State(Struct, kw_only=True):
    """The graphics state (ISO 32000-1, 8.4.1), as far as anything is judged by it."""

    ctm: Matrix
    clip: Rect
    fill: SetColour = BLACK
    stroke: SetColour = BLACK
    line_width: float = 1.0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    nonzero: bool = False
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    font: Font | None = None
    font_index: int = -1
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill_paint: Paint | None = None
    """The paint of `fill`, made when first needed; None after anything in it changed."""
    stroke_paint: Paint | None = None

    def copy(self) -> State:
        """The same state, free to change."""
        return copy(self)

    def change_paint(self) -> None:
        """Forgets the paints made from what has just changed."""
        self.fill_paint = self.stroke_paint = None


class TextPlace(Struct):
    """Where the next glyph goes, and where the next line starts (ISO 32000-1, 9.4.2)."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
