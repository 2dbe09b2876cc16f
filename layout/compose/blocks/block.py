"""Takes a block of any kind, gives what its family makes of it; each kind of block is a row of a table.

A family has the same name in every stage, so what composes a record stands in the file named as the
record's own; it is loaded when a block of it is met.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import TOGETHER
from layout.model.blocks.block import Block
from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.glossary import Glossary
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.index import Index
from layout.model.blocks.maps import Map
from layout.model.blocks.notes import Notes
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Programme
from layout.model.blocks.reference import Contacts, Imprint, Publicity
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.blocks.tables import Table
from layout.model.records import replace

COMPOSERS: Mapping[type, str] = {
    Text: "compose_text",
    ItemList: "compose_list",
    Quote: "compose_quote",
    Figure: "compose_figure",
    Facts: "compose_facts",
    Timeline: "compose_timeline",
    Table: "compose_table",
    Contacts: "compose_contacts",
    Imprint: "compose_imprint",
    QrCode: "compose_qr",
    Publicity: "compose_publicity",
    Participants: "compose_participants",
    Glossary: "compose_glossary",
    Programme: "compose_programme",
    Practical: "compose_practical",
    Notes: "compose_notes",
    Map: "compose_map",
    Index: "compose_index",
    PageBreak: "compose_page_break",
    Heading: "compose_heading",
    Contents: "compose_contents",
}
"""The function that makes rows of each kind of block."""
LINKED = (Heading, Contents)
"""The kinds that links lead to or from: their functions take the anchors too."""
SEEN_AT_ONCE = (ItemList, Facts, Timeline, Table, Contacts)
"""Blocks that a page parts only where it would end too early otherwise."""


def composer_of(kind: type) -> Callable[..., ComposedBlock]:
    """What composes blocks of a kind: it takes the block, the desk and, if LINKED, the anchors."""
    family = import_module(f"layout.compose.blocks.{kind.__module__.rpartition('.')[2]}")
    composer: Callable[..., ComposedBlock] = getattr(family, COMPOSERS[kind])
    return composer


def compose_block(block: Block, desk: Desk, anchors: Anchors) -> ComposedBlock:
    """The rows and elements of one block; raises Rejected where something of it finds no room."""
    composer = composer_of(type(block))
    if isinstance(block, LINKED):
        return composer(block, desk, anchors)
    composed = composer(block, desk)
    if not isinstance(block, SEEN_AT_ONCE):
        return composed
    rows = tuple(replace(row, parting=TOGETHER) for row in composed.rows[:-1]) + composed.rows[-1:]
    return replace(composed, rows=rows)
