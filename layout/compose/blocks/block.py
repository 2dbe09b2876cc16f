"""Takes a block of any kind, gives what its family makes of it; each kind of block is a row of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from layout.compose.blocks.displays import compose_facts, compose_timeline
from layout.compose.blocks.glossary import compose_glossary
from layout.compose.blocks.headings import Anchors, compose_contents, compose_heading, compose_page_break
from layout.compose.blocks.maps import compose_map
from layout.compose.blocks.notes import compose_notes
from layout.compose.blocks.people import compose_participants
from layout.compose.blocks.pictures import compose_figure, compose_qr
from layout.compose.blocks.practical import compose_practical
from layout.compose.blocks.programme import compose_programme
from layout.compose.blocks.reference import compose_contacts, compose_publicity
from layout.compose.blocks.running import compose_list, compose_quote, compose_text
from layout.compose.blocks.tables import compose_table
from layout.compose.desk import Desk
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import TOGETHER
from layout.model.blocks.block import Block
from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.glossary import Glossary
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.maps import Map
from layout.model.blocks.notes import Notes
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Programme
from layout.model.blocks.reference import Contacts, Publicity
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.blocks.tables import Table
from layout.model.records import replace

COMPOSERS: Mapping[type, Callable[[Any, Desk], ComposedBlock]] = {
    Text: compose_text,
    ItemList: compose_list,
    Quote: compose_quote,
    Figure: compose_figure,
    Facts: compose_facts,
    Timeline: compose_timeline,
    Table: compose_table,
    Contacts: compose_contacts,
    QrCode: compose_qr,
    Publicity: compose_publicity,
    Participants: compose_participants,
    Glossary: compose_glossary,
    Programme: compose_programme,
    Practical: compose_practical,
    Notes: compose_notes,
    Map: compose_map,
    PageBreak: compose_page_break,
}
"""How each kind of block becomes rows."""
LINKED: Mapping[type, Callable[[Any, Desk, Anchors], ComposedBlock]] = {
    Heading: compose_heading,
    Contents: compose_contents,
}
"""The same of those kinds that links lead to or from."""
SEEN_AT_ONCE = (ItemList, Facts, Timeline, Table, Contacts)
"""Blocks that a page parts only where it would end too early otherwise."""


def compose_block(block: Block, desk: Desk, anchors: Anchors) -> ComposedBlock:
    """The rows and elements of one block; raises Rejected where something of it finds no room."""
    if type(block) in LINKED:
        return LINKED[type(block)](block, desk, anchors)
    composed = COMPOSERS[type(block)](block, desk)
    if not isinstance(block, SEEN_AT_ONCE):
        return composed
    rows = tuple(replace(row, parting=TOGETHER) for row in composed.rows[:-1]) + composed.rows[-1:]
    return replace(composed, rows=rows)
