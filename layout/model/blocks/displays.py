"""A few things shown large or along the river: key figures and timelines."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A key figure and what it counts."""

    value: Pair[str]
    label: ProsePair


@dataclass(frozen=True, slots=True)
class Facts:
    """Key figures, set large."""

    where: Span
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline."""

    when: Pair[str]
    text: ProsePair


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events along the river line, in the gutter or over the foot of a spread."""

    where: Span
    events: tuple[Event, ...]
    spread: bool = False
