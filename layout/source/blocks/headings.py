"""The tables by which headings, tables of contents and page breaks are read."""

from __future__ import annotations

from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.diagnostic import Span
from layout.source.fields.passages import KEY_FIELD, TITLE, TITLE_PAIR
from layout.source.fields.scalars import Flag, Integer, Schema, is_empty
from layout.source.fields.tables import SIDES, Field, Given, Record, is_bilingual
from layout.source.nodes.parsing import Entries, Node
from layout.source.nodes.reading import Reading


def _build_heading(given: Given, where: Span, reading: Reading) -> Heading:
    return Heading(
        where=where,
        level=given["level"],
        text=given[SIDES],
        opener=given["opener"],
        bilingual=is_bilingual(given),
        short=given.get("short"),
        key=given.get("id"),
    )


TOP_ONLY = ("opener", "short")
"""What belongs to headings of level 1."""


def _check_level(given: Given, node: Entries, reading: Reading) -> bool:
    wrong = [key for key in TOP_ONLY if given.get(key) and given.get("level", 1) != 1]
    for key in wrong:
        reading.report("top-level-only", reading.span(node.keys[key]), key=key, level=given["level"])
    return not wrong


def _build_contents(given: Given, where: Span, reading: Reading) -> Contents:
    return Contents(where, given.get("title"), given["depth"])


class NoValue:
    """A block that says all by its name."""

    def read(self, node: Node, reading: Reading, where: Span) -> PageBreak:
        if not is_empty(node):
            reading.refuse("value-not-wanted", reading.span(node))
        return PageBreak(where)

    def schema(self) -> Schema:
        return {"type": "null"}


HEADING = Record(
    _build_heading,
    {
        "level": Field(Integer(1, 3), "1, 2 or 3, and no level may be skipped.", default=1),
        "opener": Field(Flag(), "Starts a new page, sunk, by the river (level 1 only).", default=False),
        "id": KEY_FIELD,
        "short": Field(TITLE_PAIR, "What running titles say instead (level 1 only)."),
    },
    sides=TITLE,
    only=True,
    check=_check_level,
)
CONTENTS = Record(
    _build_contents,
    {
        "title": Field(TITLE_PAIR, "Heading of the table of contents."),
        "depth": Field(Integer(1, 3), "Levels of headings listed.", default=1),
    },
)
PAGE_BREAK = NoValue()
