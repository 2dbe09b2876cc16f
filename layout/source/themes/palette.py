"""Takes overrides of a theme by name, its colours and accents, and gives them; judges no colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Union

from layout.model.diagnostic import Span
from layout.model.languages import PAIR
from layout.model.records import Struct, replace
from layout.model.theme import COMMON
from layout.model.values import Listed
from layout.source.fields.scalars import Pattern, Reader, Schema, refuse_word
from layout.source.nodes.parsing import Entries, Node, Scalar
from layout.source.nodes.reading import Reading, Refused


class Placed(Struct, frozen=True):
    """An override and where it was written."""

    value: Any
    where: Span


Changes = Mapping[str, Union[Placed, "Changes"]]
"""Overrides by attribute name, nested as the theme is."""


NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""How names of colours, styles and themes are written."""


class ThemeNumber(Struct, frozen=True):
    """An override that is one value; keeps its place for checks that see the whole theme."""

    reader: Reader[Any]

    def read(self, node: Node, reading: Reading) -> Placed:
        return Placed(self.reader.read(node, reading), reading.span(node))

    def schema(self) -> Schema:
        return self.reader.schema()


class NamedNumber(Struct, frozen=True):
    """Overrides by name; `known` lists the only names there are, if they are fixed."""

    reader: Reader[Any]
    known: tuple[str, ...] = ()
    code: str = "bad-name"

    def read(self, node: Node, reading: Reading) -> Changes:
        if not isinstance(node, Entries):
            reading.refuse(
                "expected-mapping", reading.span(node), keys=Listed(tuple(self.known)) if self.known else "…"
            )
        changes, sound = {}, True
        for name, value in node.values.items():
            try:
                self._check_name(node, name, reading)
                changes[name] = self.reader.read(value, reading)
            except Refused:
                sound = False
        if not sound:
            raise Refused
        return changes

    def _check_name(self, node: Entries, name: str, reading: Reading) -> None:
        key = node.keys[name]
        if self.known and name not in self.known:
            refuse_word(self.code, key, dict.fromkeys(self.known), reading)
        Pattern(NAME, "bad-name").read(key, reading)

    def schema(self) -> Schema:
        names: Schema = {"enum": list(self.known)} if self.known else {"pattern": f"^{NAME}$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.reader.schema()}


ACCENTED = (*PAIR, COMMON)
"""What has an accent."""
_ACCENT_NAME = ThemeNumber(Pattern(NAME, "bad-name"))


class ColourNames(NamedNumber, frozen=True):
    """Colours by name; under a language or `common` the name of one of them serves too, and is its accent."""

    def read(self, node: Node, reading: Reading) -> Changes:
        if not isinstance(node, Entries):
            return super().read(node, reading)
        named = {key: value for key, value in node.values.items() if _names_accent(key, value)}
        rest = {key: value for key, value in node.values.items() if key not in named}
        accents = {key: _ACCENT_NAME.read(value, reading) for key, value in named.items()}
        return {**super().read(replace(node, values=rest), reading), **accents}

    def schema(self) -> Schema:
        plain, named = super().schema(), {"anyOf": [self.reader.schema(), _ACCENT_NAME.schema()]}
        return {**plain, "properties": dict.fromkeys(ACCENTED, named)}


def _names_accent(key: str, value: Node) -> bool:
    return key in ACCENTED and isinstance(value, Scalar)


def lift_accents(changes: Changes) -> Changes:
    """What stands under a language's name among the colours as its accent; `accents` come first."""
    colours = changes.get("colours")
    if not isinstance(colours, Mapping):
        return changes
    given = {key: colours[key] for key in ACCENTED if key in colours}
    named = {key: one for key, one in given.items() if isinstance(one, Placed) and isinstance(one.value, str)}
    accents = {
        key: one if key in named else replace(one, value=key)
        for key, one in given.items()
        if isinstance(one, Placed)
    }
    told = changes.get("accents", {})
    assert isinstance(told, Mapping), "accents are read as a mapping"
    rest = {key: one for key, one in colours.items() if key not in named}
    return {**changes, "colours": rest, "accents": {**accents, **told}}
