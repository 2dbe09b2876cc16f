"""Says what the setting of a passage depends on, and what is remembered of it; sets none itself."""

from __future__ import annotations

from layout.model.content.prose import Run
from layout.model.diagnostic import Diagnostic
from layout.model.memo import HeldMemo
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


Settings = HeldMemo[Asked, Settled]
"""Passages that were set with the same fonts and hyphenation, under themes that differ in styles alone."""
