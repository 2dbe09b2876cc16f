"""The programme of a visit, hour by hour."""

from __future__ import annotations

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Hours(Struct, frozen=True):
    """A time of day or a span of it, in minutes after midnight; `end` is None where none is given."""

    start: int
    end: int | None


class Activity(Struct, frozen=True):
    """One entry of a programme: when, what, where, by whom."""

    where: Span
    hours: Hours
    text: ProsePair
    place: ProsePair | None
    speaker: ProsePair | None


class Day(Struct, frozen=True):
    """One day of a programme; its `title` is repeated where the day goes on over a page."""

    title: ProsePair
    activities: tuple[Activity, ...]


class Programme(Struct, frozen=True):
    """The days of a visit, hour by hour."""

    where: Span
    days: tuple[Day, ...]
