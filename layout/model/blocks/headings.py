"""What divides a brochure and leads through it: headings, the table of contents, page breaks."""

from __future__ import annotations

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of level 1, 2 or 3; an `opener` (level 1 only) starts a new page, sunk, by the river.

    Like other running text it may be `bilingual`: left out where one language is printed alone.
    """

    where: Span
    level: int
    text: ProsePair
    opener: bool = False
    bilingual: bool = False
    short: ProsePair | None = None
    """What running titles say instead."""
    key: str | None = None
    """By which links inside the brochure find it."""


class Contents(Struct, frozen=True):
    """The table of contents: headings of level 1 to `depth`."""

    where: Span
    title: ProsePair | None
    depth: int


class PageBreak(Struct, frozen=True):
    """What follows starts on a new page; where it `may`, only if the page before has not much room left."""

    where: Span
    may: bool = False
