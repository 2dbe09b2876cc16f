"""The table by which room to write is read."""

from __future__ import annotations

from layout.model.blocks.notes import Notes, Ruling
from layout.model.diagnostic import Span
from layout.source.fields.passages import TITLE_PAIR
from layout.source.fields.scalars import Choice, Integer
from layout.source.fields.tables import Field, Given, Record
from layout.source.nodes.reading import Reading

MOST_PAGES = 100


def _build_notes(given: Given, where: Span, reading: Reading) -> Notes:
    return Notes(where, given["ruling"], given["pages"], given.get("title"))


NOTES = Record(
    _build_notes,
    {
        "ruling": Field(Choice({ruling.value: ruling for ruling in Ruling}), "Lines or dots.", True),
        "pages": Field(Integer(0, MOST_PAGES), "Whole pages, or 0 for what is left of a page.", default=0),
        "title": Field(TITLE_PAIR, "Words above the room to write."),
    },
)
