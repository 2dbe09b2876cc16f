"""The table by which practical notes are read: places and services, their numbers and codes."""

from __future__ import annotations

from layout.model.blocks.practical import Practical, Stop
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.units import NO_BREAK_SPACE
from layout.source.fields.passages import SHARED_PROSE
from layout.source.fields.scalars import Pattern, Schema, WordsField
from layout.source.fields.tables import Field, Given, ListOf, PairOf, Record, WholeList
from layout.source.nodes.parsing import Node
from layout.source.nodes.reading import Reading

LONGEST_CODE = 1000
_NUMBER = Pattern(r"\+?[0-9](?: ?[0-9]){0,17}", "bad-phone-number")
_ADDRESS = Pattern(r"https?://[^\s/]+\S*", "bad-map")
_GEO = late_pattern(r"geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[;?]\S*)?")


class MapCode:
    """What leads to a map: `geo:` and coordinates (RFC 5870), or the address of one."""

    def read(self, node: Node, reading: Reading) -> str:
        words = WordsField(LONGEST_CODE).read(node, reading)
        found = _GEO.fullmatch(words)
        if found is None:
            return _ADDRESS.read(node, reading)
        latitude, longitude = float(found[1]), float(found[2])
        if abs(latitude) > 90 or abs(longitude) > 180:
            reading.refuse("bad-map", reading.span(node), value=words)
        return words

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": LONGEST_CODE, "pattern": "^(geo:|https?://)"}


class PhoneNumber:
    """A telephone number as it is to be set: its groups, once spaced, stay on one line."""

    def read(self, node: Node, reading: Reading) -> str:
        return _NUMBER.read(node, reading).replace(" ", NO_BREAK_SPACE)

    def schema(self) -> Schema:
        return {**_NUMBER.schema(), "type": ["string", "integer"]}


def _build_stop(given: Given, where: Span, reading: Reading) -> Stop:
    return Stop(where, given["name"], given.get("lines", ()), given.get("number"), given.get("map"))


_STOP = Record(
    _build_stop,
    {
        "name": Field(SHARED_PROSE, "The place or the service.", True),
        "lines": Field(ListOf(SHARED_PROSE), "Address, phone, hours: set one below the other."),
        "number": Field(PairOf(PhoneNumber(), shared=True), "A telephone number, set large."),
        "map": Field(MapCode(), "What a QR code beside it says: `geo:` or a map's address."),
    },
)
PRACTICAL = WholeList(_STOP, lambda stops, where, reading: Practical(where, stops))
