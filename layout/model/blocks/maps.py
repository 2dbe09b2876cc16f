"""Schematic maps."""

from __future__ import annotations

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Place(Struct, frozen=True):
    """A town on a map, in degrees north and east."""

    where: Span
    name: Pair[str]
    latitude: float
    longitude: float


class Map(Struct, frozen=True):
    """A schematic map; with `line` the places are joined in order. `alternative` is None for an ornament."""

    where: Span
    places: tuple[Place, ...]
    line: bool
    caption: ProsePair | None
    alternative: Pair[str] | None
