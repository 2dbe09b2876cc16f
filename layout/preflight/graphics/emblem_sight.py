"""What is seen of emblems and logos in a file, as frozen records; nothing is judged here."""

from __future__ import annotations

from enum import Enum

from layout.model.geometry import Point, Rect
from layout.model.records import Struct


class EmblemForm(Enum):
    """How an emblem is coloured."""

    COLOURED = "coloured"
    BLACK = "black"
    """Black outline, black stars on white."""
    BLUE = "blue"
    """White stars on blue."""
    GREY = "grey"
    """Any other of greys alone."""


class SeenEmblem(Struct, frozen=True, kw_only=True):
    """An EU emblem on a page: measured from its paths, or found in a rendering alone (`vector` False).

    `box` is its field upright on the page; `up` where its stars point; `height` the field's, in points.
    """

    page: int
    box: Rect
    up: Point
    height: float
    vector: bool
    form: EmblemForm
    flaws: tuple[str, ...] = ()
    """What is wrong with its geometry, as names of the table `emblem-flaw` of terms.toml."""
    stars: int = 12
    colours: tuple[str, ...] = ()
    """Colours that are not its own, as a file writes them."""
    upright: bool = True
    hidden: float = 0.0
    """Which part of it looks otherwise than it should."""
    bare: float = 0.0
    """Which part of the border that a coloured ground asks for is not white; 0 on white."""


class SeenLogo(Struct, frozen=True, kw_only=True):
    """A picture beside an emblem, whatever it shows; `programme` where it is like that logo."""

    page: int
    box: Rect
    programme: bool = False
    stretched: float = 1.0
    """Its proportions by those of the programme's logo."""


class PublicityFacts(Struct, frozen=True, kw_only=True):
    """Emblems and logos of a file; `problem` is a message code where pages could not be rendered."""

    emblems: tuple[SeenEmblem, ...] = ()
    logos: tuple[SeenLogo, ...] = ()
    problem: str = ""
