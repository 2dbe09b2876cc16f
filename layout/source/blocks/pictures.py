"""The tables by which figures and QR codes are read."""

from __future__ import annotations

from layout.model.blocks.pictures import PAGE_WIDE, Figure, Fit, Placement, QrCode
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.units import mm
from layout.source.fields.artworks import PAGE_CHOICE, read_choice
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import ALTERNATIVE, PROSE_PAIR, SHARED_PROSE, WORDS_PAIR, check_alternative
from layout.source.fields.scalars import Choice, Flag, Length, Schema, WordsField, take_scalar
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Node
from layout.source.nodes.reading import Reading


def _build_figure(given: Given, where: Span, reading: Reading) -> Figure:
    crop = given.get("crop", ())
    return Figure(
        where=where,
        file=given["file"],
        placement=given["place"],
        height=given.get("height"),
        caption=given.get("caption"),
        credit=given.get("credit"),
        alternative=given.get("alt"),
        width=given.get("width"),
        focus=given.get("focus", crop if len(crop) == 2 else None),
        part=crop if len(crop) == 4 else None,
        fit=given["fit"],
        duotone=given.get("duotone"),
        choice=read_choice(given),
    )


def _check_figure(given: Given, node: Entries, reading: Reading) -> bool:
    """Whether the picture is described or an ornament, and has a width of its own only inside the margins."""
    sound = check_alternative(given, node, reading)
    if "crop" in node.keys and "focus" in node.keys and len(given.get("crop", ())) == 2:
        reading.report("crop-and-focus", reading.span(node.keys["focus"]))
        return False
    if given.get("place") not in PAGE_WIDE:
        return sound
    if "width" in node.keys:
        reading.report("width-of-bleed", reading.span(node.keys["width"]))
        return False
    if given.get("fit") is Fit.CONTAIN:
        reading.report("fit-of-bleed", reading.span(node.keys["fit"]))
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


def _build_crop(given: Given, where: Span, reading: Reading) -> tuple[float, ...]:
    """A point (x, y), or a rectangle as left, top, right, bottom."""
    if "x" in given or "y" in given:
        return (given.get("x", 0.5), given.get("y", 0.5))
    left, top = given.get("left", 0.0), given.get("top", 0.0)
    return (left, top, left + given.get("width", 1 - left), top + given.get("height", 1 - top))


def _check_crop(given: Given, node: Entries, reading: Reading) -> bool:
    """Whether it is a point or a rectangle, and the rectangle lies in the picture."""
    point, sides = {"x", "y"} & set(node.keys), _SIDES & set(node.keys)
    if bool(point) == bool(sides):
        reading.report("crop-of-what", reading.span(node))
        return False
    if point:
        return True
    across = given.get("left", 0.0) + given.get("width", 0.0)
    down = given.get("top", 0.0) + given.get("height", 0.0)
    whole = {"left": 1.0, "top": 1.0}
    starts = all(given.get(key, 0.0) <= most - _LEAST_PART for key, most in whole.items())
    sizes = all(given.get(key, 1.0) >= _LEAST_PART for key in ("width", "height"))
    if max(across, down) > 1 + _SLIP or not starts or not sizes:
        reading.report("crop-outside", reading.span(node))
        return False
    return True


_SIDES = frozenset({"left", "top", "width", "height"})
_LEAST_PART = 0.01
"""The least part of a picture's width or height that a crop may show."""
_SLIP = 1e-6
"""What adding parts in per cent may round up."""

_CROP = Record(
    _build_crop,
    {
        "x": Field(PartField(), "A point that stays in sight: per cent of the width from the left."),
        "y": Field(PartField(), "The same point: per cent of the height from the top."),
        "left": Field(PartField(), "Or the part that is shown: where it begins from the left."),
        "top": Field(PartField(), "Where it begins from the top."),
        "width": Field(PartField(), "How wide it is."),
        "height": Field(PartField(), "How high it is."),
    },
    check=_check_crop,
)


def _build_qr(given: Given, where: Span, reading: Reading) -> QrCode:
    return QrCode(where, given["data"], given["size"], given["caption"], given["alt"])


FIGURE = Record(
    _build_figure,
    {
        "file": Field(
            InnerFile(), "The picture, in the content folder (JPEG, PNG, SVG, PDF and others).", True
        ),
        **PAGE_CHOICE,
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
        "crop": Field(_CROP, "The point that cropping keeps in sight (x, y), or the part that is shown."),
        "fit": Field(
            Choice({fit.value: fit for fit in Fit}),
            "Whether the picture covers its place and is cropped, or is shown whole within it.",
            default=Fit.COVER.value,
        ),
        "duotone": Field(
            Flag(), "Whether the photograph is set in the two accents, whatever the theme says."
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
