"""Takes the list of a section file and gives its blocks; each kind of block is a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol

from layout.model.blocks.block import Block
from layout.model.diagnostic import Span
from layout.model.records import Struct
from layout.model.values import Listed
from layout.source.fields.scalars import Schema
from layout.source.nodes.parsing import Entries, Items, Node
from layout.source.nodes.reading import Reading, Refused, nearest


class BlockReader(Protocol):
    """One kind of block: how it is read from what stands behind its name, and its JSON Schema."""

    def read(self, node: Node, reading: Reading, where: Span) -> Block:
        """The block, which begins at `where`; raises Refused after reporting what is wrong with it."""
        ...

    def schema(self) -> Schema:
        """The JSON Schema of what stands behind the name."""
        ...


class BlockKind(Struct, frozen=True):
    """A row of the table of kinds: its family, the name of its reader there, and what it is."""

    family: str
    name: str
    about: str

    @property
    def reader(self) -> BlockReader:
        """What reads the block, loaded when it is asked for."""
        reader: BlockReader = getattr(import_module(f"layout.source.blocks.{self.family}"), self.name)
        return reader


BLOCKS: Mapping[str, BlockKind] = {
    "heading": BlockKind("headings", "HEADING", "A heading."),
    "lead": BlockKind("running", "LEAD", "An introduction, larger than the text."),
    "paragraph": BlockKind("running", "PARAGRAPH", "A paragraph of running text."),
    "list": BlockKind("running", "LIST", "A list."),
    "quote": BlockKind("running", "QUOTE", "A displayed quotation."),
    "figure": BlockKind("pictures", "FIGURE", "A picture."),
    "facts": BlockKind("displays", "FACTS", "Key figures, set large."),
    "timeline": BlockKind("displays", "TIMELINE", "Events along the river line."),
    "table": BlockKind("tables", "TABLE", "A small table."),
    "contacts": BlockKind("reference", "CONTACTS", "Bodies or persons to write to."),
    "imprint": BlockKind(
        "reference", "IMPRINT", "Publisher, place, year, ISBN, printer: what `brochure.yaml` says, and more."
    ),
    "qr": BlockKind("pictures", "QR", "A QR code."),
    "contents": BlockKind("headings", "CONTENTS", "The table of contents."),
    "publicity": BlockKind(
        "reference",
        "PUBLICITY",
        "The funding statement with the EU emblem, the programme's logo and those of the bodies.",
    ),
    "practical": BlockKind("practical", "PRACTICAL", "Places and services that guests need."),
    "notes": BlockKind("notes", "NOTES", "Room to write: what is left of the page, or whole pages."),
    "programme": BlockKind("programme", "PROGRAMME", "The days of a visit, hour by hour."),
    "participants": BlockKind("people", "PARTICIPANTS", "Who takes part, delegation by delegation."),
    "glossary": BlockKind(
        "glossary", "GLOSSARY", "Terms in both languages, sorted by each language's alphabet."
    ),
    "index": BlockKind(
        "index", "INDEX", "What text is marked for, with its pages, in each language's alphabet."
    ),
    "map": BlockKind("maps", "MAP", "A schematic map of places."),
    "page-break": BlockKind("headings", "PAGE_BREAK", "What follows starts on a new page."),
}
"""Every kind of block, by the name that content gives it."""


class OneBlock:
    """A mapping with one key, the kind of the block."""

    def read(self, node: Node, reading: Reading) -> Block:
        where = reading.span(node)
        if not isinstance(node, Entries) or not node.values:
            reading.refuse("expected-block", where)
        if len(node.values) > 1:
            reading.refuse("several-kinds", where, kinds=", ".join(node.values))
        ((kind, value),) = node.values.items()
        if kind not in BLOCKS:
            meant = nearest(kind, BLOCKS)
            if meant:
                reading.refuse("misspelt-block", where, kind=kind, nearest=meant)
            reading.refuse("unknown-block", where, kind=kind, known=Listed(tuple(BLOCKS)))
        return BLOCKS[kind].reader.read(value, reading, where)

    def schema(self) -> Schema:
        kinds = {
            kind: {**block.reader.schema(), "description": block.about} for kind, block in BLOCKS.items()
        }
        return {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": kinds,
        }


def read_blocks(node: Node, reading: Reading) -> tuple[Block | None, ...]:
    """The blocks of a section file; None stands for a refused one that may have been a heading.

    Raises Refused after reporting if there are none.
    """
    if not isinstance(node, Items):
        reading.refuse("expected-blocks", reading.span(node))
    if not node.nodes:
        reading.refuse("empty-section", reading.span(node))
    reader, blocks = OneBlock(), list[Block | None]()
    for item in node.nodes:
        try:
            blocks.append(reader.read(item, reading))
        except Refused:
            if _may_be_heading(item):
                blocks.append(None)
    return tuple(blocks)


def _may_be_heading(node: Node) -> bool:
    kinds = set(node.values) if isinstance(node, Entries) else set[str]()
    return not kinds or "heading" in kinds or not kinds <= BLOCKS.keys()
