"""The tables by which figures and QR codes are read."""

from __future__ import annotations

from layout.model.blocks.pictures import Figure, Placement, QrCode
from layout.model.diagnostic import Span
from layout.model.units import mm
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import ALTERNATIVE, PROSE_PAIR, SHARED_PROSE, WORDS_PAIR, check_alternative
from layout.source.fields.scalars import Choice, Flag, Length, WordsField
from layout.source.fields.tables import Field, Given, Record
from layout.source.nodes.reading import Reading


def _build_figure(given: Given, where: Span, reading: Reading) -> Figure:
    return Figure(
        where=where,
        file=given["file"],
        placement=given["place"],
        height=given.get("height"),
        caption=given.get("caption"),
        credit=given.get("credit"),
        alternative=given.get("alt"),
    )


def _build_qr(given: Given, where: Span, reading: Reading) -> QrCode:
    return QrCode(where, given["data"], given["size"], given["caption"], given["alt"])


FIGURE = Record(
    _build_figure,
    {
        "file": Field(InnerFile(), "The picture, in the content folder (JPEG, PNG or SVG).", True),
        "place": Field(
            Choice({p.value: p for p in Placement}, "unknown-place"),
            "One column, both, or the full width with bleed.",
            default=Placement.BOTH.value,
        ),
        "height": Field(Length(mm(5), mm(1000)), "Crops the picture to this height, centred."),
        "caption": Field(PROSE_PAIR, "Words below the picture."),
        "credit": Field(SHARED_PROSE, "Who made the picture."),
        "alt": Field(WORDS_PAIR, "What the picture shows, for those who do not see it."),
        "decorative": Field(Flag(), "True instead of `alt` where a picture says nothing."),
    },
    check=check_alternative,
)
QR = Record(
    _build_qr,
    {
        "data": Field(WordsField(1000), "What the code says, most often an address.", True),
        "size": Field(Length(mm(12), mm(120)), "Side of the square with its quiet zone.", default="24mm"),
        "caption": Field(PROSE_PAIR, "Words beside the code.", True),
        "alt": ALTERNATIVE,
    },
)
