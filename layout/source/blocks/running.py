"""The tables by which running text is read: leads, paragraphs, lists and quotations."""

from __future__ import annotations

from collections.abc import Callable

from layout.model.blocks.running import ItemList, ListItem, Marking, Quote, Text, TextRole
from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.source.fields.passages import PROSE, PROSE_PAIR
from layout.source.fields.scalars import Choice, Schema
from layout.source.fields.tables import SIDES, Field, Given, ListOf, Record, is_bilingual
from layout.source.nodes.reading import Reading


def _build_text(role: TextRole) -> Callable[[Given, Span, Reading], Text]:
    return lambda given, where, reading: Text(
        where, role, given[SIDES], is_bilingual(given), given.get("side-note")
    )


def _build_side_note(given: Given, where: Span, reading: Reading) -> ProsePair:
    pair: ProsePair = given[SIDES]
    return pair


def _build_list(given: Given, where: Span, reading: Reading) -> ItemList:
    return ItemList(where, given["numbered"], given["items"], is_bilingual(given))


def _build_item(given: Given, where: Span, reading: Reading) -> ListItem:
    return ListItem(given[SIDES], given.get("items", ()), given["numbered"])


def _build_quote(given: Given, where: Span, reading: Reading) -> Quote:
    return Quote(where, given[SIDES], given.get("attribution"), is_bilingual(given))


class MarkingField(Choice[Marking], frozen=True):
    """`true` or `false`, as for other switches, or `letters`."""

    def schema(self) -> Schema:
        return {"enum": [False, True, Marking.LETTERS.value]}


NUMBERED = MarkingField(
    {"false": Marking.BULLETS, "true": Marking.NUMBERS, Marking.LETTERS.value: Marking.LETTERS}
)
LEAD = Record(_build_text(TextRole.LEAD), sides=PROSE, only=True)
SIDE_NOTE = Record(_build_side_note, sides=PROSE, only=True)
PARAGRAPH = Record(
    _build_text(TextRole.PARAGRAPH),
    {"side-note": Field(SIDE_NOTE, "A note in the margin, or below its text in the column.")},
    sides=PROSE,
    only=True,
)
ITEM = Record(
    _build_item,
    {
        "numbered": Field(NUMBERED, "Numbers, or letters, before the items of its own.", default=False),
        "items": Field(ListOf(PROSE_PAIR), "Items of its own, below it."),
    },
    sides=PROSE,
)
LIST = Record(
    _build_list,
    {
        "numbered": Field(NUMBERED, "Numbers, or letters, instead of bullets.", default=False),
        "items": Field(ListOf(ITEM), "The items.", True),
    },
    only=True,
)
QUOTE = Record(
    _build_quote,
    {"attribution": Field(PROSE_PAIR, "Who said or wrote it, and where.")},
    sides=PROSE,
    only=True,
)
