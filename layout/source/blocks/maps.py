"""The table by which a schematic map is read: places with their coordinates."""

from __future__ import annotations

from layout.model.blocks.maps import Map, Place
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.source.fields.passages import PROSE_PAIR, WORDS_PAIR, check_alternative
from layout.source.fields.scalars import Flag, Number, Schema, WordsField
from layout.source.fields.tables import SIDES, Field, Given, ListOf, Record
from layout.source.nodes.parsing import Items, Node, Scalar
from layout.source.nodes.reading import Reading

NORTHERNMOST = 85.0
"""Degrees beyond which a map of this kind says nothing any more."""
MOST_PLACES = 40
LONGEST_NAME = 40
_LATITUDE = Number(-NORTHERNMOST, NORTHERNMOST)
_LONGITUDE = Number(-180.0, 180.0)
_TYPED = late_pattern(r"(-?[0-9.]{1,12})[,;]?\s+(-?[0-9.]{1,12})")
"""Two numbers as people write them outside of YAML."""
_BOTH = ListOf(_LONGITUDE, 2, 2)


class Coordinates:
    """Degrees north and degrees east, as [50.671, 17.926]."""

    def read(self, node: Node, reading: Reading) -> tuple[float, float]:
        if not isinstance(node, Items):
            typed = _TYPED.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
            example = f"[{typed[1]}, {typed[2]}]" if typed else "[50.671, 17.926]"
            reading.refuse("bad-coordinates", reading.span(node), example=example)
        _, longitude = _BOTH.read(node, reading)
        return _LATITUDE.read(node.nodes[0], reading), longitude

    def schema(self) -> Schema:
        return {
            "type": "array",
            "prefixItems": [_LATITUDE.schema(), _LONGITUDE.schema()],
            "minItems": 2,
            "maxItems": 2,
        }


def _build_place(given: Given, where: Span, reading: Reading) -> Place:
    latitude, longitude = given["at"]
    return Place(where, given[SIDES], latitude, longitude)


def _build_map(given: Given, where: Span, reading: Reading) -> Map:
    _warn_of_one_point(given["places"], reading)
    return Map(where, given["places"], given["line"], given.get("caption"), given.get("alt"))


def _warn_of_one_point(places: tuple[Place, ...], reading: Reading) -> None:
    """Two names cannot stand at one dot; most often a line was copied and its figures forgotten."""
    first: dict[tuple[float, float], Place] = {}
    for place in places:
        known = first.setdefault((place.latitude, place.longitude), place)
        if known is not place:
            reading.warn("map-same-point", place.where, name=place.name.left, other=known.name.left)


_PLACE = Record(
    _build_place,
    {"at": Field(Coordinates(), "Latitude and longitude in degrees.", True)},
    sides=WordsField(LONGEST_NAME),
)
MAP = Record(
    _build_map,
    {
        "places": Field(ListOf(_PLACE, 2, MOST_PLACES), "The places, by name, with their coordinates.", True),
        "line": Field(Flag(), "Joins the places in order, as a route.", default=False),
        "caption": Field(PROSE_PAIR, "Words below the map."),
        "alt": Field(WORDS_PAIR, "What the map shows, for those who do not see it."),
        "decorative": Field(Flag(), "True instead of `alt` where the map says nothing."),
    },
    check=check_alternative,
)
