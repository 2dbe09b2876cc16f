"""Room to write."""

from __future__ import annotations

from enum import Enum

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Ruling(Enum):
    """What is printed where guests write."""

    RULED = "ruled"
    DOTTED = "dotted"


class Notes(Struct, frozen=True):
    """Room to write: what is left of the page, or `pages` whole pages where that is not 0."""

    where: Span
    ruling: Ruling
    pages: int
    title: ProsePair | None
