"""What a proof shows besides the pages: what has changed since each office approved, and what is open."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.content.prose import Prose
from layout.model.diagnostic import Span
from layout.model.records import Struct


class ProofEntry(Struct, frozen=True):
    """A paragraph of the lists at a proof's end, about what is written at `where`, in a language."""

    where: Span
    language: str
    text: Prose


class ProofNotes(Struct, frozen=True, kw_only=True):
    """What is seen in a proof: `marks` say of places whether their own words changed or the other side's."""

    title: str
    marks: Mapping[Span, bool]
    changes: tuple[ProofEntry, ...]
    open_rules: tuple[ProofEntry, ...]


class NumberedLine(Struct, frozen=True, kw_only=True):
    """A line of a proof: both columns' words at one height have one number, counted through all pages.

    `page` counts from 0, `y` is the baseline in points from the trim's top; `places` are where its words
    were written, `languages` (as far as they are told) what each is in.
    """

    number: int
    page: int
    y: float
    places: tuple[Span, ...]
    languages: tuple[str, ...]
