"""The tables by which contacts, the imprint and the funding statement are read."""

from __future__ import annotations

from layout.model.blocks.reference import (
    Contact,
    Contacts,
    EmblemWish,
    Imprint,
    Logo,
    LogoRole,
    Publicity,
)
from layout.model.diagnostic import Span
from layout.model.units import mm
from layout.source.fields.artworks import PAGE_CHOICE, read_choice
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import ALTERNATIVE, PROSE_PAIR, SHARED_PROSE
from layout.source.fields.scalars import Choice, Flag, Length, Schema, is_empty
from layout.source.fields.tables import Field, Given, ListOf, Record, WholeList
from layout.source.nodes.parsing import Node, Scalar
from layout.source.nodes.reading import Reading

PROGRAMME_HEIGHT = mm(12)
"""Of a programme's logo without a height of its own."""


def _build_contact(given: Given, where: Span, reading: Reading) -> Contact:
    return Contact(given["name"], given.get("lines", ()))


def _build_logo(given: Given, where: Span, reading: Reading) -> Logo:
    return Logo(
        file=given["file"],
        height=given.get("height", None if given["role"] is LogoRole.PARTNER else PROGRAMME_HEIGHT),
        alternative=given["alt"],
        where=where,
        role=given["role"],
        choice=read_choice(given),
    )


_EMBLEM = Record(
    lambda given, where, reading: EmblemWish(given["height"]),
    {"height": Field(Length(mm(5), mm(60)), "Height of the emblem.", True)},
)


class EmblemReader:
    """`true`, `false`, or the emblem's own measures."""

    def read(self, node: Node, reading: Reading) -> EmblemWish | None:
        if isinstance(node, Scalar):
            return EmblemWish() if Flag().read(node, reading) else None
        return _EMBLEM.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [Flag().schema(), _EMBLEM.schema()]}


def _build_publicity(given: Given, where: Span, reading: Reading) -> Publicity:
    return Publicity(where, given["statement"], given["emblem"], given.get("logos", ()))


_CONTACT = Record(
    _build_contact,
    {
        "name": Field(SHARED_PROSE, "The body or person.", True),
        "lines": Field(ListOf(SHARED_PROSE), "Address, mail, phone: set one below the other."),
    },
)
CONTACTS = WholeList(_CONTACT, lambda entries, where, reading: Contacts(where, entries))
LOGO = Record(
    _build_logo,
    {
        "file": Field(InnerFile(), "The logo, in the content folder (SVG, PDF, PNG and others).", True),
        **PAGE_CHOICE,
        "height": Field(
            Length(mm(5), mm(60)),
            "Height of the logo; without it partners' logos have one area, the programme's is 12mm high.",
        ),
        "alt": ALTERNATIVE,
        "role": Field(
            Choice({role.value: role for role in LogoRole}),
            "Whose it is: a partner's, the programme's that pays, or a stand-in for the latter.",
            default=LogoRole.PARTNER.value,
        ),
    },
)
_IMPRINT = Record(
    lambda given, where, reading: Imprint(where=where, **given),
    {
        "credits": Field(ListOf(SHARED_PROSE), "Who wrote, translated, drew: a line each."),
        "printer": Field(SHARED_PROSE, "Who prints it."),
        "run": Field(SHARED_PROSE, "How many copies."),
        "paper": Field(SHARED_PROSE, "What it is printed on."),
        "licence": Field(SHARED_PROSE, "What may be done with it."),
        "funding": Field(PROSE_PAIR, "Who pays for it."),
        "contacts": Field(ListOf(SHARED_PROSE), "Where the publisher is found: a line each."),
    },
)


class ImprintReader:
    """What an imprint says beside `brochure.yaml`; it may be nothing."""

    def read(self, node: Node, reading: Reading, where: Span) -> Imprint:
        return Imprint(where=where) if is_empty(node) else _IMPRINT.read(node, reading, where)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "null"}, _IMPRINT.schema()]}


IMPRINT = ImprintReader()
PUBLICITY = Record(
    _build_publicity,
    {
        "statement": Field(PROSE_PAIR, "The funding statement.", True),
        "emblem": Field(
            EmblemReader(), "Whether the EU emblem stands beside it, or how high it is.", default=True
        ),
        "logos": Field(ListOf(LOGO), "Logos of the bodies."),
    },
)
