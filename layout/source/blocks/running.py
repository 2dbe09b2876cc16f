"""The tables by which running text is read: leads, paragraphs, lists and quotations."""

from __future__ import annotations

from collections.abc import Callable

from layout.model.blocks.running import ItemList, Quote, Text, TextRole
from layout.model.diagnostic import Span
from layout.source.fields.passages import PROSE, PROSE_PAIR
from layout.source.fields.scalars import Flag
from layout.source.fields.tables import SIDES, Field, Given, ListOf, Record, is_bilingual
from layout.source.nodes.reading import Reading


def _build_text(role: TextRole) -> Callable[[Given, Span, Reading], Text]:
    return lambda given, where, reading: Text(where, role, given[SIDES], is_bilingual(given))


def _build_list(given: Given, where: Span, reading: Reading) -> ItemList:
    return ItemList(where, given["numbered"], given["items"], is_bilingual(given))


def _build_quote(given: Given, where: Span, reading: Reading) -> Quote:
    return Quote(where, given[SIDES], given.get("attribution"), is_bilingual(given))


LEAD = Record(_build_text(TextRole.LEAD), sides=PROSE, only=True)
PARAGRAPH = Record(_build_text(TextRole.PARAGRAPH), sides=PROSE, only=True)
LIST = Record(
    _build_list,
    {
        "numbered": Field(Flag(), "Numbers instead of bullets.", default=False),
        "items": Field(ListOf(PROSE_PAIR), "The items.", True),
    },
    only=True,
)
QUOTE = Record(
    _build_quote,
    {"attribution": Field(PROSE_PAIR, "Who said or wrote it, and where.")},
    sides=PROSE,
    only=True,
)
