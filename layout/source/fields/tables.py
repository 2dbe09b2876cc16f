"""Takes nodes that hold other nodes and gives records, pairs and lists, by a table of fields.

A table serves twice: reading walks it beside the nodes, and the JSON Schema is printed from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from layout.model.content.pairs import Pair
from layout.model.content.translation import TRANSLATION_RULES
from layout.model.diagnostic import Span
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.values import Count, Listed
from layout.source.fields.scalars import Choice, Flag, Reader, Schema, is_empty
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.nodes.reading import Reading, Refused, nearest

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LANGUAGE = Choice({language: language for language in PAIR}, "unknown-language")
"""A language; each is also the key of its side in a pair."""
BOTH = "both"
"""What `only` says where a block needs the other language beside it."""
ONLY = Choice({value: value for value in (*PAIR, BOTH)})

Given = Mapping[str, Any]
"""What a record's fields gave, by key; the pair of its languages is under `SIDES`."""
SIDES = "both sides"


def is_bilingual(given: Given) -> bool:
    """Whether a block was said to need both languages beside each other."""
    return given.get("only") == BOTH


class Field(Struct, frozen=True):
    """One key of a record; `absent` names the mistake of leaving out a required one.

    `default` is what an optional one says if it is not given, as content would write it.
    """

    reader: Reader[Any]
    about: str
    required: bool = False
    absent: str = "missing-key"
    default: str | int | bool | None = None

    def read_default(self, reading: Reading) -> Any:
        """What the default means: it is read as if it stood there."""
        return self.reader.read(
            Scalar(text=self._default_written(), line=0, column=0, start=0, end=0, style='"'), reading
        )

    def schema(self) -> Schema:
        """What an editor should know of the value, the default included."""
        if self.default is None:
            return {**self.reader.schema(), "description": self.about}
        about = f"{self.about.removesuffix('.')}; {self._default_written()} if not given."
        return {**self.reader.schema(), "description": about, "default": self.default}

    def _default_written(self) -> str:
        return str(self.default).lower() if isinstance(self.default, bool) else str(self.default)


class Record(Struct, Generic[T_co], frozen=True):
    """A mapping with known keys; `sides` reads the keys of the languages where the record is a pair.

    `build` makes the value from what the fields gave and from where it was written: the place of its node,
    if who reads it names no other. `check` sees whatever fields could be read, the
    others being wrong already: it reports what they say together and answers whether that is sound.
    With `only` the record may stand in one language, or only where both are.
    """

    build: Callable[[Given, Span, Reading], T_co]
    fields: Mapping[str, Field] = field(default_factory=dict)
    sides: Reader[Any] | None = None
    only: bool = False
    check: Callable[[Given, Entries, Reading], bool] | None = None

    def read(self, node: Node, reading: Reading, where: Span | None = None) -> T_co:
        if not isinstance(node, Entries):
            code = "expected-pair" if self.sides else "expected-mapping"
            reading.refuse(code, reading.span(node), keys=Listed(tuple(self._known())))
        if not self.only or "only" not in node.values:
            return self._read(node, reading, where)
        only = ONLY.read(node.values["only"], reading)
        with reading.narrowed(reading.sides if only == BOTH else (only,)):
            return self._read(node, reading, where)

    def _known(self) -> list[str]:
        sides, excuses = (PAIR, tuple(EXCUSES)) if self.sides else ((), ())
        return [*sides, *self.fields, *(("only",) if self.only else ()), *excuses]

    def _read(self, node: Entries, reading: Reading, where: Span | None) -> T_co:
        given, sound = self.gather(node, reading)
        if not sound:
            raise Refused
        return self.build(given, where or reading.span(node), reading)

    def gather(self, node: Entries, reading: Reading) -> tuple[dict[str, Any], bool]:
        """What the fields gave, and whether all is right; whatever is not has been reported."""
        given: dict[str, Any] = {}
        meant: set[str | None] = set()
        sound = True
        for key, value in node.values.items():
            reader = self._reader(key)
            if reader is None:
                meant.add(_report_unknown(node.keys[key], self._known(), reading))
                sound = False
                continue
            try:
                given[key] = reader.read(value, reading)
            except Refused:
                sound = False
        for key, known in self.fields.items():
            if known.default is not None and key not in node.values:
                given[key] = known.read_default(reading)
        sound = self._report_absent(node, meant, reading) and sound
        if self.check:
            sound = self.check(given, node, reading) and sound
        if self.sides:
            left, right = reading.languages
            given[SIDES] = Pair(given.get(left), given.get(right))
        return given, sound

    def _reader(self, key: str) -> Reader[Any] | None:
        if self.sides and key in PAIR:
            return self.sides
        if self.only and key == "only":
            return ONLY
        known = self.fields.get(key) or (EXCUSES.get(key) if self.sides else None)
        return known.reader if known else None

    def _report_absent(self, node: Entries, meant: set[str | None], reading: Reading) -> bool:
        """Report what is missing, but not what was only misspelt; True if nothing is."""
        where, there, complete = reading.span(node), node.values, True
        for key, known in self.fields.items():
            if known.required and key not in there and key not in meant:
                reading.report(known.absent, where, key=key)
                complete = False
        for language in PAIR if self.sides else ():
            if language in reading.sides and language not in there and language not in meant:
                reading.report("missing-translation", where, language=language)
                complete = False
            elif language in there and language not in reading.sides:
                reading.report("side-not-wanted", reading.span(node.keys[language]), language=language)
                complete = False
        return complete

    def schema(self) -> Schema:
        properties = {key: known.schema() for key, known in self.fields.items()}
        required = [key for key, known in self.fields.items() if known.required]
        whole: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        if self.sides:
            properties |= {language: self.sides.schema() for language in PAIR}
            properties |= {key: excuse.schema() for key, excuse in EXCUSES.items()}
            if not self.only:
                required += PAIR
            else:
                alone = {"required": ["only"], "properties": {"only": LANGUAGE.schema()}}
                whole["anyOf"] = [{"required": list(PAIR)}, alone]
        if self.only:
            properties["only"] = {
                **ONLY.schema(),
                "description": "The block stands in this language alone, or only where both are printed.",
            }
        if required:
            whole["required"] = required
        return whole


_COLON = late_pattern(r"\s*:")
"""What follows a key, unless it is the rest of a text whose comma YAML took for the end."""


def _report_unknown(key: Scalar, known: list[str], reading: Reading) -> str | None:
    """Report a key that has no meaning here; gives the key that was probably meant."""
    if reading.text and not _COLON.match(reading.text, key.end):
        reading.report("comma-in-text", reading.span(key), key=key.text)
        return None
    meant = nearest(key.text, known)
    if meant:
        reading.report("misspelt-key", reading.span(key), key=key.text, nearest=meant)
    else:
        reading.report("unknown-key", reading.span(key), key=key.text, known=Listed(tuple(known)))
    return meant


class PairOf(Struct, Generic[T], frozen=True):
    """A pair of languages; if `shared`, one value without languages serves both sides."""

    reader: Reader[T]
    shared: bool = False

    def read(self, node: Node, reading: Reading) -> Pair[T]:
        if self.shared and isinstance(node, Scalar) and not is_empty(node):
            value = self.reader.read(node, reading)
            return Pair(value, value)
        return Record(_give_sides, sides=self.reader).read(node, reading)

    def schema(self) -> Schema:
        pair = Record(_give_sides, sides=self.reader).schema()
        return {"anyOf": [self.reader.schema(), pair]} if self.shared else pair


def _give_sides(given: Given, where: Span, reading: Reading) -> Pair[Any]:
    pair: Pair[Any] = given[SIDES]
    return pair


class ListOf(Struct, Generic[T], frozen=True):
    """A list of at least `least` and at most `most` values of one kind."""

    reader: Reader[T]
    least: int = 1
    most: int = 100_000
    short: str = "list-too-short"
    """Names the mistake of fewer values."""

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        if not isinstance(node, Items):
            reading.refuse("expected-list", reading.span(node))
        if not self.least <= len(node.nodes) <= self.most:
            code = self.short if len(node.nodes) < self.least else "list-too-long"
            limits = {"least": Count(self.least), "most": Count(self.most)}
            reading.refuse(code, reading.span(node), count=Count(len(node.nodes)), **limits)
        return read_each(node, self.reader, reading)

    def schema(self) -> Schema:
        return {"type": "array", "minItems": self.least, "items": self.reader.schema()}


class WholeList(Struct, Generic[T, T_co], frozen=True):
    """A list of records as the whole of a block, such as the key figures.

    `build` makes the block from the values and from where it was written.
    """

    record: Record[T]
    build: Callable[[tuple[T, ...], Span, Reading], T_co]

    def read(self, node: Node, reading: Reading, where: Span) -> T_co:
        values = ListOf(self.record, short="block-empty").read(node, reading)
        return self.build(values, where, reading)

    def schema(self) -> Schema:
        return ListOf(self.record).schema()


class ListOrRecord(Struct, Generic[T, T_co], frozen=True):
    """A block that is a list alone, or a mapping that says more of it."""

    listed: WholeList[T, T_co]
    record: Record[T_co]

    def read(self, node: Node, reading: Reading, where: Span) -> T_co:
        return (self.record if isinstance(node, Entries) else self.listed).read(node, reading, where)

    def schema(self) -> Schema:
        return {"anyOf": [self.listed.schema(), self.record.schema()]}


def read_each(node: Items, reader: Reader[T], reading: Reading) -> tuple[T, ...]:
    """Each item of a list; if some are refused, the rest is read (and its mistakes found) all the same."""
    values, sound = [], True
    for item in node.nodes:
        try:
            values.append(reader.read(item, reading))
        except Refused:
            sound = False
    if not sound:
        raise Refused
    return tuple(values)


EXCUSES: Mapping[str, Field] = {
    "same": Field(Flag(), "Both languages say this alike, as names are; no translation is missing."),
    "excuse": Field(
        ListOf(Choice({rule: rule for rule in TRANSLATION_RULES}, "unknown-translation-rule")),
        "Rules of translation that this passage needs not keep.",
    ),
}
"""What may stand beside the languages of any pair: why it may do what a translation does not."""
