"""Who stands behind the brochure: contacts and the funding statement."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Contact:
    """A body or person to write to; `lines` are set one below the other."""

    name: ProsePair
    lines: tuple[ProsePair, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts of the bodies behind the brochure."""

    where: Span
    entries: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo file with its alternative text; `height` in points."""

    file: str
    height: float
    alternative: Pair[str]
    where: Span


@dataclass(frozen=True, slots=True)
class Publicity:
    """The funding statement with the EU emblem and logos (Regulation (EU) 2021/1060, Annex IX)."""

    where: Span
    statement: ProsePair
    emblem: bool
    logos: tuple[Logo, ...]
