"""Who stands behind the brochure: contacts, the imprint and the funding statement."""

from __future__ import annotations

from datetime import date
from enum import Enum

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Contact(Struct, frozen=True):
    """A body or person to write to; `lines` are set one below the other."""

    name: ProsePair
    lines: tuple[ProsePair, ...]


class Contacts(Struct, frozen=True):
    """Contacts of the bodies behind the brochure."""

    where: Span
    entries: tuple[Contact, ...]


class LogoRole(Enum):
    """Whose mark a logo is: a partner's, the programme's that pays, or what holds the latter's place."""

    PARTNER = "partner"
    PROGRAMME = "programme"
    STAND_IN = "stand-in"


class Logo(Struct, frozen=True):
    """A logo file with its alternative text; `height` in points."""

    file: str
    height: float
    alternative: Pair[str]
    where: Span
    role: LogoRole = LogoRole.PARTNER


class EmblemWish(Struct, frozen=True):
    """The EU emblem beside the statement; without a `height` (points) it is as large as the logos ask."""

    height: float | None = None


class Publicity(Struct, frozen=True):
    """The funding statement with the EU emblem and logos; a programme's rules are in a publicity profile."""

    where: Span
    statement: ProsePair
    emblem: EmblemWish | None
    logos: tuple[Logo, ...]


class Masthead(Struct, frozen=True, kw_only=True):
    """What `brochure.yaml` says of the publication."""

    title: ProsePair
    publisher: ProsePair | None
    day: date
    edition: ProsePair | None = None
    place: ProsePair | None = None
    isbn: str | None = None


class Imprint(Struct, frozen=True, kw_only=True):
    """Who publishes the brochure, where, when and how; `masthead` is None until the whole is read."""

    where: Span
    credits: tuple[ProsePair, ...] = ()
    """Who wrote, translated, drew: set one below the other."""
    printer: ProsePair | None = None
    run: ProsePair | None = None
    paper: ProsePair | None = None
    licence: ProsePair | None = None
    funding: ProsePair | None = None
    contacts: tuple[ProsePair, ...] = ()
    masthead: Masthead | None = None
