"""Takes the list of a section file and gives its blocks; each kind of block is a row of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from layout.model.blocks.block import Block
from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, Placement, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Programme
from layout.model.blocks.reference import Contact, Contacts, Logo, Publicity
from layout.model.blocks.running import ItemList, Quote, Text, TextRole
from layout.model.blocks.tables import Table
from layout.model.diagnostic import Span
from layout.model.units import mm
from layout.source.blocks.glossary import Terms
from layout.source.blocks.maps import MAP
from layout.source.blocks.people import DELEGATION
from layout.source.blocks.practical import NOTES, STOP
from layout.source.blocks.programme import DAY
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import (
    ALTERNATIVE,
    PROSE,
    PROSE_PAIR,
    SHARED_PROSE,
    SHARED_WORDS,
    WORDS_PAIR,
    check_alternative,
)
from layout.source.fields.scalars import Choice, Flag, Integer, Length, Schema, Words, is_empty
from layout.source.fields.tables import BOTH, SIDES, Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Items, Node
from layout.source.nodes.reading import Reading, Refused, nearest


def _build_heading(given: Given, where: Span, reading: Reading) -> Heading:
    level, opener = given.get("level", 1), given.get("opener", False)
    return Heading(reading.block, level, given[SIDES], opener, _is_bilingual(given))


def _is_bilingual(given: Given) -> bool:
    return given.get("only") == BOTH


def _check_opener(given: Given, node: Entries, reading: Reading) -> bool:
    level = given.get("level", 1)
    if given.get("opener") and level != 1:
        reading.report("opener-level", reading.span(node.keys["opener"]), level=str(level))
        return False
    return True


def _build_text(role: TextRole) -> Callable[[Given, Span, Reading], Text]:
    return lambda given, where, reading: Text(reading.block, role, given[SIDES], _is_bilingual(given))


def _build_list(given: Given, where: Span, reading: Reading) -> ItemList:
    return ItemList(reading.block, given.get("numbered", False), given["items"], _is_bilingual(given))


def _build_quote(given: Given, where: Span, reading: Reading) -> Quote:
    return Quote(reading.block, given[SIDES], given.get("attribution"), _is_bilingual(given))


def _build_figure(given: Given, where: Span, reading: Reading) -> Figure:
    return Figure(
        reading.block,
        given["file"],
        given.get("place", Placement.BOTH),
        given.get("height"),
        given.get("caption"),
        given.get("credit"),
        given.get("alt"),
    )


def _build_fact(given: Given, where: Span, reading: Reading) -> Fact:
    return Fact(given["value"], given["label"])


def _build_event(given: Given, where: Span, reading: Reading) -> Event:
    return Event(given["when"], given[SIDES])


def _build_table(given: Given, where: Span, reading: Reading) -> Table:
    return Table(reading.block, given["head"], given["rows"], given.get("caption"))


def _check_rows(given: Given, node: Entries, reading: Reading) -> bool:
    head, rows = node.values.get("head"), node.values.get("rows")
    if not isinstance(head, Items) or not isinstance(rows, Items):
        return True
    columns = len(head.nodes)
    wrong = [row for row in rows.nodes if isinstance(row, Items) and len(row.nodes) != columns]
    for row in wrong:
        reading.report("row-length", reading.span(row), cells=str(len(row.nodes)), columns=str(columns))
    return not wrong


def _build_contact(given: Given, where: Span, reading: Reading) -> Contact:
    return Contact(given["name"], given.get("lines", ()))


def _build_qr(given: Given, where: Span, reading: Reading) -> QrCode:
    return QrCode(reading.block, given["data"], given.get("size", mm(24)), given["caption"], given["alt"])


def _build_contents(given: Given, where: Span, reading: Reading) -> Contents:
    return Contents(reading.block, given.get("title"), given.get("depth", 1))


def _build_logo(given: Given, where: Span, reading: Reading) -> Logo:
    return Logo(given["file"], given.get("height", mm(12)), given["alt"], where)


def _build_publicity(given: Given, where: Span, reading: Reading) -> Publicity:
    return Publicity(reading.block, given["statement"], given.get("emblem", True), given.get("logos", ()))


@dataclass(frozen=True, slots=True)
class Blocks:
    """A list of records as the whole of a block, such as the key figures."""

    record: Record[Any]
    build: Callable[[Span, tuple[Any, ...]], Block]

    def read(self, node: Node, reading: Reading) -> Block:
        return self.build(reading.block, ListOf(self.record, short="block-empty").read(node, reading))

    def schema(self) -> Schema:
        return ListOf(self.record).schema()


class NoValue:
    """A block that says all by its name."""

    def read(self, node: Node, reading: Reading) -> PageBreak:
        if not is_empty(node):
            reading.refuse("value-not-wanted", reading.span(node))
        return PageBreak(reading.block)

    def schema(self) -> Schema:
        return {"type": "null"}


_FACT = Record(
    _build_fact,
    {
        "value": Field(SHARED_WORDS, "The key figure with its unit, as it is to be set.", True),
        "label": Field(PROSE_PAIR, "What the figure counts.", True),
    },
)
_EVENT = Record(_build_event, {"when": Field(SHARED_WORDS, "Year, date or span.", True)}, sides=PROSE)
_CONTACT = Record(
    _build_contact,
    {
        "name": Field(SHARED_PROSE, "The body or person.", True),
        "lines": Field(ListOf(SHARED_PROSE), "Address, mail, phone: set one below the other."),
    },
)
_LOGO = Record(
    _build_logo,
    {
        "file": Field(InnerFile(), "The logo, in the content folder (SVG, PNG or JPEG).", True),
        "height": Field(Length(mm(5), mm(60)), "Height of the logo; 12mm if not given."),
        "alt": ALTERNATIVE,
    },
)

BLOCKS: Mapping[str, Field] = {
    "heading": Field(
        Record(
            _build_heading,
            {
                "level": Field(Integer(1, 3), "1 (the default), 2 or 3; no level may be skipped."),
                "opener": Field(Flag(), "Starts a new page, sunk, by the river; level 1 only."),
            },
            sides=PROSE,
            only=True,
            check=_check_opener,
        ),
        "A heading.",
    ),
    "lead": Field(
        Record(_build_text(TextRole.LEAD), sides=PROSE, only=True), "An introduction, larger than the text."
    ),
    "paragraph": Field(
        Record(_build_text(TextRole.PARAGRAPH), sides=PROSE, only=True), "A paragraph of running text."
    ),
    "list": Field(
        Record(
            _build_list,
            {
                "numbered": Field(Flag(), "Numbers instead of bullets."),
                "items": Field(ListOf(PROSE_PAIR), "The items.", True),
            },
            only=True,
        ),
        "A list.",
    ),
    "quote": Field(
        Record(
            _build_quote,
            {
                "attribution": Field(PROSE_PAIR, "Who said or wrote it, and where."),
            },
            sides=PROSE,
            only=True,
        ),
        "A displayed quotation.",
    ),
    "figure": Field(
        Record(
            _build_figure,
            {
                "file": Field(InnerFile(), "The picture, in the content folder (JPEG, PNG or SVG).", True),
                "place": Field(
                    Choice({p.value: p for p in Placement}, "unknown-place"),
                    "One column, both (the default), or the full width with bleed.",
                ),
                "height": Field(Length(mm(5), mm(1000)), "Crops the picture to this height, centred."),
                "caption": Field(PROSE_PAIR, "Words below the picture."),
                "credit": Field(SHARED_PROSE, "Who made the picture."),
                "alt": Field(WORDS_PAIR, "What the picture shows, for those who do not see it."),
                "decorative": Field(Flag(), "True instead of `alt` where a picture says nothing."),
            },
            check=check_alternative,
        ),
        "A picture.",
    ),
    "facts": Field(Blocks(_FACT, Facts), "Key figures, set large."),
    "timeline": Field(Blocks(_EVENT, Timeline), "Events along the river line."),
    "table": Field(
        Record(
            _build_table,
            {
                "caption": Field(PROSE_PAIR, "Words above the table."),
                "head": Field(ListOf(SHARED_PROSE, most=12), "Headings of the columns.", True),
                "rows": Field(
                    ListOf(ListOf(SHARED_PROSE)), "Rows of cells; the first cell heads its row.", True
                ),
            },
            check=_check_rows,
        ),
        "A small table.",
    ),
    "contacts": Field(Blocks(_CONTACT, Contacts), "Bodies or persons to write to."),
    "qr": Field(
        Record(
            _build_qr,
            {
                "data": Field(Words(1000), "What the code says, most often an address.", True),
                "size": Field(
                    Length(mm(12), mm(120)), "Side of the square with its quiet zone; 24mm if not given."
                ),
                "caption": Field(PROSE_PAIR, "Words beside the code.", True),
                "alt": ALTERNATIVE,
            },
        ),
        "A QR code.",
    ),
    "contents": Field(
        Record(
            _build_contents,
            {
                "title": Field(PROSE_PAIR, "Heading of the table of contents."),
                "depth": Field(Integer(1, 3), "Levels of headings listed; 1 if not given."),
            },
        ),
        "The table of contents.",
    ),
    "publicity": Field(
        Record(
            _build_publicity,
            {
                "statement": Field(PROSE_PAIR, "The funding statement.", True),
                "emblem": Field(Flag(), "Whether the EU emblem stands beside it; true if not given."),
                "logos": Field(ListOf(_LOGO), "Logos of the bodies."),
            },
        ),
        "The funding statement with emblem and logos (Regulation (EU) 2021/1060, Annex IX).",
    ),
    "practical": Field(Blocks(STOP, Practical), "Places and services that guests need."),
    "notes": Field(NOTES, "Room to write: what is left of the page, or whole pages."),
    "programme": Field(Blocks(DAY, Programme), "The days of a visit, hour by hour."),
    "participants": Field(Blocks(DELEGATION, Participants), "Who takes part, delegation by delegation."),
    "glossary": Field(Terms(), "Terms in both languages, sorted by each language's alphabet."),
    "map": Field(MAP, "A schematic map of places."),
    "page-break": Field(NoValue(), "What follows starts on a new page."),
}
"""Every kind of block."""


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
            reading.refuse("unknown-block", where, kind=kind, known=", ".join(BLOCKS))
        reading.block = where
        block: Block = BLOCKS[kind].reader.read(value, reading)
        return block

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
