"""Takes a colour as content writes it and gives its inks and light; never converts one into the other."""

from __future__ import annotations

from layout.model.colour import Colour
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.source.fields.scalars import Number, Schema, WordsField, is_empty, take_scalar
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Node
from layout.source.nodes.reading import Reading

_RGB = late_pattern(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")


class Rgb:
    """A screen colour written "#b02b29", each component given from 0 to 1."""

    def read(self, node: Node, reading: Reading) -> tuple[float, float, float]:
        if is_empty(node):
            reading.refuse("unquoted-colour", reading.span(node))
        scalar = take_scalar(node, reading, "bad-colour")
        found = _RGB.fullmatch(scalar.text)
        if not found:
            reading.refuse("bad-colour", reading.span(node), value=scalar.text)
        red, green, blue = (int(part, 16) / 255 for part in found.groups())
        return red, green, blue

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_RGB.pattern}$"}


def _build_colour(given: Given, where: Span, reading: Reading) -> Colour:
    cyan, magenta, yellow, black = (part / 100 for part in given["cmyk"])
    return Colour((cyan, magenta, yellow, black), given["rgb"], given.get("spot"))


COLOUR = Record(
    _build_colour,
    {
        "cmyk": Field(ListOf(Number(0, 100), 4, 4), "Inks in per cent: cyan, magenta, yellow, black.", True),
        "rgb": Field(Rgb(), 'The same colour on a screen, quoted: "#b02b29".', True),
        "spot": Field(WordsField(60), "Name of a spot ink that prints it; `cmyk` is then its substitute."),
    },
)
"""A colour declared for print and for the screen."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours on a screen, from 1 to 21 (WCAG 2.2, definition in 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
