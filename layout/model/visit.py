"""What a study visit's papers say: programme, participants, glossary, practical notes, room to write."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from layout.model.diagnostic import Span
from layout.model.pairs import Pair, ProsePair


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day or a span of it, in minutes after midnight; `end` is None where none is given."""

    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry of a programme: when, what, where, by whom."""

    where: Span
    hours: Hours
    text: ProsePair
    place: ProsePair | None
    speaker: ProsePair | None


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a programme; its `title` is repeated where the day goes on over a page."""

    title: ProsePair
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The days of a visit, hour by hour."""

    where: Span
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Term:
    """A term, on each side with its `translation`: the other side's words, marked as foreign there."""

    text: ProsePair
    translation: ProsePair
    explanation: ProsePair | None


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms, printed from each language into the other, each list by its own alphabet."""

    where: Span
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place or a service guests need: address and phones in `lines`, an emergency `number` set large.

    `number` has no-break spaces. `map` is what a QR code beside it says (a `geo:` or a map's address).
    """

    where: Span
    name: ProsePair
    lines: tuple[ProsePair, ...]
    number: Pair[str] | None
    map: str | None


@dataclass(frozen=True, slots=True)
class Practical:
    """Addresses, phones, emergency numbers and codes that lead to maps."""

    where: Span
    stops: tuple[Stop, ...]


class Ruling(Enum):
    """What is printed where guests write."""

    RULED = "ruled"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Notes:
    """Room to write: what is left of the page, or `pages` whole pages where that is not 0."""

    where: Span
    ruling: Ruling
    pages: int
    title: ProsePair | None


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
