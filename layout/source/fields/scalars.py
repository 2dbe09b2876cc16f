"""Takes positioned scalars and gives words, numbers, lengths and dates; never looks at other nodes."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.units import MM
from layout.model.values import Count, Listed
from layout.source.nodes.parsing import Node, Scalar
from layout.source.nodes.reading import Reading, nearest

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]
"""A part of a JSON Schema document (draft 2020-12)."""


class Reader(Protocol[T_co]):
    """One kind of value: how it is read from a node, and what an editor should know of it."""

    def read(self, node: Node, reading: Reading) -> T_co:
        """The value; raises Refused after reporting what is wrong with it."""
        ...

    def schema(self) -> Schema:
        """The JSON Schema of the value."""
        ...


_NOTHING = frozenset({"", "~", "null"})


def is_empty(node: Node) -> bool:
    """Whether nothing, or YAML's null, was written as the value."""
    return isinstance(node, Scalar) and not node.style and node.text in _NOTHING


def take_scalar(node: Node, reading: Reading, code: str) -> Scalar:
    """The scalar; anything else is refused as `code`, nothing as `empty-value`."""
    if not isinstance(node, Scalar):
        reading.refuse(code, reading.span(node))
    if is_empty(node):
        reading.refuse("empty-value", reading.span(node))
    return node


_GAPS = late_pattern(r"[ \t\n]+")
_COMMENT = late_pattern(r"[ \t]+#")


def warn_of_comment(scalar: Scalar, reading: Reading) -> None:
    """Words after ` #` are a comment to YAML; in running text they were rarely meant as one."""
    if not scalar.style and (found := _COMMENT.match(reading.text, scalar.end)):
        reading.warn(
            "comment-in-text", reading.place_inside(scalar, 0), rest=_line_at(reading.text, found.end())
        )


_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Cn"))
_VARIANTS = late_pattern("[\u034f\ufe00-\ufe0f]")
"""Signs of format that Unicode counts as combining marks: the grapheme joiner, the variation selectors."""


def is_unseen(text: str) -> bool:
    """Whether nothing of `text` shows: it is empty, or spaces, soft hyphens and signs of format only."""
    return all(unicodedata.category(sign) in _UNSEEN or _VARIANTS.match(sign) for sign in text)


def _line_at(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    return text[offset - 1 : end if end >= 0 else len(text)].strip()


class WordsField(Struct, frozen=True):
    """Text without markup on one line, as titles and alternative texts are; at most `most` characters."""

    most: int = 500

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        warn_of_comment(scalar, reading)
        words = _GAPS.sub(" ", scalar.text).strip()
        if is_unseen(words):
            reading.refuse("empty-value", reading.span(node))
        if len(words) > self.most:
            reading.refuse(
                "text-too-long", reading.span(node), count=Count(len(words)), most=Count(self.most)
            )
        return words

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1, "maxLength": self.most}


class Flag:
    """`true` or `false`."""

    def read(self, node: Node, reading: Reading) -> bool:
        scalar = take_scalar(node, reading, "expected-flag")
        if scalar.text not in ("true", "false"):
            reading.refuse("expected-flag", reading.span(node), value=scalar.text)
        return scalar.text == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Integer(Struct, frozen=True):
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def read(self, node: Node, reading: Reading) -> int:
        scalar = take_scalar(node, reading, "expected-integer")
        if not re.fullmatch(r"-?[0-9]{1,9}", scalar.text):
            reading.refuse("expected-integer", reading.span(node), value=scalar.text)
        value = int(scalar.text)
        if not self.least <= value <= self.most:
            reading.refuse(
                "out-of-range", reading.span(node), value=scalar.text, least=self.least, most=self.most
            )
        return value

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


_NUMBER = late_pattern(r"([+-]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))[ ]?(mm|cm|in|pt)?")
POINTS = {"mm": MM, "cm": 10 * MM, "in": 72.0, "pt": 1.0}
"""Points in each unit of length that content may use."""


def _within(value: float, unit: str, limits: tuple[float, float], node: Scalar, reading: Reading) -> float:
    least, most = limits
    if not least - 1e-9 <= value <= most + 1e-9:
        factor = POINTS.get(unit, 1.0)
        shown = {"least": f"{least / factor:.4g}{unit}", "most": f"{most / factor:.4g}{unit}"}
        reading.refuse("out-of-range", reading.span(node), value=node.text, **shown)
    return value


class Length(Struct, frozen=True):
    """A length with its unit (mm, cm, in, pt), given in points.

    A number other than 0 without a unit is read in `bare`, the unit that everybody means, or else refused.
    """

    least: float = 0.0
    most: float = 3000.0
    bare: str = ""

    def read(self, node: Node, reading: Reading) -> float:
        scalar = take_scalar(node, reading, "bad-length")
        found = _NUMBER.fullmatch(scalar.text)
        if not found:
            reading.refuse("bad-length", reading.span(node), value=scalar.text)
        unit = found[2] or self.bare
        if not unit and float(found[1]):
            reading.refuse("length-unit", reading.span(node), value=scalar.text)
        unit = unit or "mm"
        return _within(float(found[1]) * POINTS[unit], unit, (self.least, self.most), scalar, reading)

    def schema(self) -> Schema:
        units = "|".join(POINTS)
        number = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
        pattern = rf"^{number} ?({units})?$" if self.bare else rf"^({number} ?({units})|0)$"
        return {"type": ["string", "number"], "pattern": pattern}


class Number(Struct, frozen=True):
    """A number without a unit from `least` to `most`."""

    least: float
    most: float

    def read(self, node: Node, reading: Reading) -> float:
        scalar = take_scalar(node, reading, "expected-number")
        found = _NUMBER.fullmatch(scalar.text)
        if not found or found[2]:
            reading.refuse("expected-number", reading.span(node), value=scalar.text)
        return _within(float(found[1]), "", (self.least, self.most), scalar, reading)

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


_DAY_FIRST = late_pattern(r"([0-9]{1,2})[.\-/ ]+([0-9]{1,2})[.\-/ ]+([0-9]{4})(?: ?r\.)?")
_YEAR_FIRST = late_pattern(r"([0-9]{4})[.\-/ ]+([0-9]{1,2})[.\-/ ]+([0-9]{1,2})\.?")


def _meant_day(text: str) -> date | None:
    """The day of a date that is written in another order or with other signs; None if it is none."""
    if found := _DAY_FIRST.fullmatch(text):
        parts = (found[3], found[2], found[1])
    elif found := _YEAR_FIRST.fullmatch(text):
        parts = (found[1], found[2], found[3])
    else:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


class DayField:
    """A date written 2026-11-22 (ISO 8601)."""

    def read(self, node: Node, reading: Reading) -> date:
        scalar = take_scalar(node, reading, "bad-date")
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", scalar.text):
            meant = _meant_day(scalar.text)
            if meant is None:
                reading.refuse("bad-date", reading.span(node), value=scalar.text)
            reading.refuse("misspelt-date", reading.span(node), value=scalar.text, nearest=meant.isoformat())
        year, month, day = map(int, scalar.text.split("-"))
        if not 1 <= month <= 12:
            reading.refuse("no-such-month", reading.span(node), value=scalar.text, month=f"{month:02}")
        try:
            return date(year, month, day)
        except ValueError:
            last = monthrange(max(year, 1), month)[1]
            reading.refuse("no-such-day", reading.span(node), value=scalar.text, last=last, day=f"{day:02}")

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


class Choice(Struct, Generic[T], frozen=True):
    """One word of a closed list, and what it means; `code` names the mistake of another word."""

    meanings: Mapping[str, T]
    code: str = "unknown-choice"

    def read(self, node: Node, reading: Reading) -> T:
        scalar = take_scalar(node, reading, "expected-text")
        if scalar.text not in self.meanings:
            refuse_word(self.code, scalar, self.meanings, reading)
        return self.meanings[scalar.text]

    def schema(self) -> Schema:
        return {"enum": list(self.meanings)}


def refuse_word(code: str, scalar: Scalar, known: Mapping[str, object], reading: Reading) -> None:
    """Refuse a word that is not among the `known` ones, naming the nearest of them and all."""
    near = nearest(scalar.text, known) or next(iter(known), "")
    reading.refuse(code, reading.span(scalar), value=scalar.text, nearest=near, choices=Listed(tuple(known)))


class Pattern(Struct, frozen=True):
    """A word that must look as `pattern` says; `code` names the mistake of one that does not."""

    pattern: str
    code: str

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        if not re.fullmatch(self.pattern, scalar.text):
            reading.refuse(self.code, reading.span(node), value=scalar.text)
        return scalar.text

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}
