"""The table by which an index is read."""

from __future__ import annotations

from layout.model.blocks.index import Index
from layout.model.diagnostic import Span
from layout.source.fields.passages import TITLE_PAIR
from layout.source.fields.tables import Field, Given, Record
from layout.source.nodes.reading import Reading


def _build_index(given: Given, where: Span, reading: Reading) -> Index:
    return Index(where, given.get("title"))


INDEX = Record(_build_index, {"title": Field(TITLE_PAIR, "Heading of the index.")})
