"""The tables by which figures and QR codes are read."""

from __future__ import annotations

from layout.model.blocks.pictures import PAGE_WIDE, Figure, Placement, QrCode
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.units import mm
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import ALTERNATIVE, PROSE_PAIR, SHARED_PROSE, WORDS_PAIR, check_alternative
from layout.source.fields.scalars import Choice, Flag, Length, Schema, WordsField, take_scalar
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Node
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
        width=given.get("width"),
        focus=given.get("focus"),
    )


def _check_figure(given: Given, node: Entries, reading: Reading) -> bool:
    """Whether the picture is described or an ornament, and has a width of its own only inside the margins."""
    sound = check_alternative(given, node, reading)
    if "width" in node.keys and given.get("place") in PAGE_WIDE:
        reading.report("width-of-bleed", reading.span(node.keys["width"]))
        return False
    return sound


class PartField:
    """A part of something in per cent, from 0% to 100%."""

    def read(self, node: Node, reading: Reading) -> float:
        scalar = take_scalar(node, reading, "expected-text")
        found = _PART.fullmatch(scalar.text)
        if not found or float(found[1]) > 100:
            reading.refuse("bad-part", reading.span(node), value=scalar.text)
        return float(found[1]) / 100

    def schema(self) -> Schema:
        return {"type": "string", "pattern": rf"^{_PART.pattern}$"}


_PART = late_pattern(r"([0-9]{1,3}(?:\.[0-9]{1,3})?) ?%")


def _build_qr(given: Given, where: Span, reading: Reading) -> QrCode:
    return QrCode(where, given["data"], given["size"], given["caption"], given["alt"])


FIGURE = Record(
    _build_figure,
    {
        "file": Field(InnerFile(), "The picture, in the content folder (JPEG, PNG or SVG).", True),
        "place": Field(
            Choice({p.value: p for p in Placement}, "unknown-place"),
            "One column, both, the full width with bleed, a page's head or foot, or both pages of a spread.",
            default=Placement.BOTH.value,
        ),
        "width": Field(
            Length(mm(5), mm(1000)), "Makes it narrower than its place; not with bleed or spread."
        ),
        "height": Field(Length(mm(5), mm(1000)), "Crops the picture to this height."),
        "focus": Field(
            ListOf(PartField(), least=2, most=2),
            "What cropping keeps near the middle and out of a spread's fold: per cent from left, from top.",
        ),
        "caption": Field(PROSE_PAIR, "Words below the picture."),
        "credit": Field(SHARED_PROSE, "Who made the picture."),
        "alt": Field(WORDS_PAIR, "What the picture shows, for those who do not see it."),
        "decorative": Field(Flag(), "True instead of `alt` where a picture says nothing."),
    },
    check=_check_figure,
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
