"""A few things shown large or along the river: key figures and timelines."""

from __future__ import annotations

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Fact(Struct, frozen=True):
    """A key figure and what it counts."""

    value: Pair[str]
    label: ProsePair


class Facts(Struct, frozen=True):
    """Key figures, set large."""

    where: Span
    facts: tuple[Fact, ...]


class Event(Struct, frozen=True):
    """One entry of a timeline."""

    when: Pair[str]
    text: ProsePair


class Timeline(Struct, frozen=True):
    """Events along the river line, in the gutter or over the foot of a spread."""

    where: Span
    events: tuple[Event, ...]
    spread: bool = False
