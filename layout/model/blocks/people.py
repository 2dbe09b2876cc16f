"""Who takes part in a visit: delegations and their people."""

from __future__ import annotations

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Person(Struct, frozen=True, kw_only=True):
    """A participant; `name` is the whole of it as printed, with titles, `surname` and `given` sort it."""

    where: Span
    surname: str
    given: str
    name: ProsePair
    role: ProsePair | None
    organisation: ProsePair | None


class Delegation(Struct, frozen=True):
    """The people of one delegation, to be sorted by the alphabet of `language`."""

    name: ProsePair
    language: str
    people: tuple[Person, ...]


class Participants(Struct, frozen=True):
    """Who takes part, delegation by delegation."""

    where: Span
    delegations: tuple[Delegation, ...]
