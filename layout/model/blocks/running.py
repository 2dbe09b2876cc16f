"""Running text: leads, paragraphs, lists and quotations."""

from __future__ import annotations

from enum import Enum

from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class TextRole(Enum):
    """What a running paragraph is."""

    LEAD = "lead"
    PARAGRAPH = "paragraph"


class Text(Struct, frozen=True):
    """A lead or a paragraph, this one with a `side_note` if it has one."""

    where: Span
    role: TextRole
    text: ProsePair
    bilingual: bool = False
    side_note: ProsePair | None = None


class Marking(Enum):
    """What stands before the items of a list."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    LETTERS = "letters"


class ListItem(Struct, frozen=True):
    """An item of a list, with the `items` of a list of its own if it has one, marked as `marking` says."""

    text: ProsePair
    items: tuple[ProsePair, ...] = ()
    marking: Marking = Marking.BULLETS


class ItemList(Struct, frozen=True):
    """A list of two levels at most; each item is a pair."""

    where: Span
    marking: Marking
    items: tuple[ListItem, ...]
    bilingual: bool = False


class Quote(Struct, frozen=True):
    """A displayed quotation with an optional attribution."""

    where: Span
    text: ProsePair
    attribution: ProsePair | None
    bilingual: bool = False
