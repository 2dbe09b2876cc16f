"""The programme of a visit, hour by hour."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span


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
