"""Running text: leads, paragraphs, lists and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span


class TextRole(Enum):
    """What a running paragraph is."""

    LEAD = "lead"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Text:
    """A lead or a paragraph."""

    where: Span
    role: TextRole
    text: ProsePair
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bulleted or numbered list; each item is a pair."""

    where: Span
    numbered: bool
    items: tuple[ProsePair, ...]
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A displayed quotation with an optional attribution."""

    where: Span
    text: ProsePair
    attribution: ProsePair | None
    bilingual: bool = False
