"""Schematic maps."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A town on a map, in degrees north and east."""

    where: Span
    name: Pair[str]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Map:
    """A schematic map; with `line` the places are joined in order. `alternative` is None for an ornament."""

    where: Span
    places: tuple[Place, ...]
    line: bool
    caption: ProsePair | None
    alternative: Pair[str] | None
