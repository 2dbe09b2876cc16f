"""Who takes part in a visit: delegations and their people."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant; `name` is the whole of it as printed, with titles, `surname` and `given` sort it."""

    where: Span
    surname: str
    given: str
    name: ProsePair
    role: ProsePair | None
    organisation: ProsePair | None


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people of one delegation, to be sorted by the alphabet of `language`."""

    name: ProsePair
    language: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part, delegation by delegation."""

    where: Span
    delegations: tuple[Delegation, ...]
