"""Keeps how passages were set, by all that this depends on; sets none itself."""

from __future__ import annotations

from weakref import WeakValueDictionary

from layout.model.content.prose import Run
from layout.model.diagnostic import Diagnostic
from layout.model.records import Struct
from layout.model.shapes import Line, Variant
from layout.model.theme import TextStyle


class Settled(Struct, frozen=True, weakref=True):
    """A passage as it was set, and what was told of it; the places told of are those of that time."""

    lines: tuple[Line, ...]
    variants: tuple[Variant, ...]
    told: tuple[Diagnostic, ...] = ()


class Asked(Struct, frozen=True):
    """What the setting of a passage depends on, under one theme but for its styles."""

    runs: tuple[Run, ...]
    role: str
    style: TextStyle
    language: str
    measure: float


class Settings:
    """Passages that were set under one theme; each is known as long as somebody holds it.

    Whoever wants what he sets to be known later puts a list at `held`: it gets all that is set from then on.
    """

    def __init__(self) -> None:
        self._known: WeakValueDictionary[Asked, Settled] = WeakValueDictionary()
        self.held: list[Settled] = []
        self.made = 0
        """How many passages were set anew."""

    def get(self, asked: Asked) -> Settled | None:
        """How this passage was set, if it is known."""
        found = self._known.get(asked)
        if found is not None:
            self.held.append(found)
        return found

    def keep(self, asked: Asked, settled: Settled) -> Settled:
        """`settled`, remembered as how a passage was set."""
        self.made += 1
        self.held.append(settled)
        self._known[asked] = settled
        return settled
