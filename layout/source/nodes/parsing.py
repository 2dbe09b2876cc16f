"""Takes the text of one YAML file and gives positioned nodes; never interprets a scalar.

Only the part of YAML that content needs is taken: mappings with plain keys, lists and scalars.
Everything by which a small file can grow or hide (aliases, anchors, merge keys, tags, deep nesting)
is refused with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Union

import yaml

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.values import ByteSize, Count, Value, Values
from layout.source.nodes.explain_syntax import SPACE_AT_START, explain_syntax

LARGEST_FILE = 8_000_000
"""Bytes of the largest content file taken; 500 pages of prose are about 3 MB."""
MOST_CHARACTERS_NAMED = 100
"""Forbidden characters reported of one file; a file with more is no text."""
DEEPEST = 24
"""Levels of nesting; the deepest block of the content format has 7."""
MOST_NODES = 1_000_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = late_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
"""Controls, those of writing direction too, line separators that editors do not count, and private-use
characters (the program's own)."""


class Scalar(Struct, frozen=True, kw_only=True):
    """A value as typed: `text` after YAML's folding, `style` its quoting mark ("" when plain).

    `line` and `column` count from 1; `start` and `end` are character offsets into the file's text.
    """

    text: str
    line: int
    column: int
    start: int
    end: int
    style: str


class Entries(Struct, frozen=True):
    """A mapping: its values by key, and the scalars that the keys were written as."""

    values: Mapping[str, Node]
    keys: Mapping[str, Scalar]
    line: int
    column: int


class Items(Struct, frozen=True):
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


Node = Union[Scalar, Entries, Items]

LONGEST_SHOWN = 60
"""Characters of a user's text repeated in a message."""


def show_text(text: str) -> str:
    """A user's text as a message repeats it: on one line, and not too much of it."""
    line = " ".join(text[: 4 * LONGEST_SHOWN].split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def find_forbidden(text: str) -> int | None:
    """Offset of the first character that no content may hold, or None."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def name_character(character: str) -> str:
    """A character's number as Unicode writes it: U+0007."""
    return f"U+{ord(character):04X}"


def decode_yaml(data: bytes, file: str) -> str:
    """The text of a content file, lines ended by a line feed.

    Raises Rejected on a file that is too large, is not UTF-8 or holds a forbidden character.
    """
    if len(data) > LARGEST_FILE:
        raise Rejected.one(
            "file-too-large", Span(file), size=ByteSize(len(data)), limit=ByteSize(LARGEST_FILE)
        )
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        where = place_of(before, len(before), file)
        raise Rejected.one("not-utf-8", where) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FORBIDDEN.search(text):
        raise Rejected(
            Diagnostic(
                "forbidden-character",
                place_of(text, found.start(), file),
                {"character": name_character(found.group())},
            )
            for found in islice(_FORBIDDEN.finditer(text), MOST_CHARACTERS_NAMED)
        )
    return text


def place_of(text: str, offset: int, file: str) -> Span:
    """The line and column of a character offset."""
    line = text.count("\n", 0, offset) + 1
    return Span(file, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


class _Composer(Struct):
    """Builds nodes from parser events without recursion, so that nesting cannot exhaust the stack."""

    file: str
    mistakes: list[Diagnostic] = field(default_factory=list)
    open: list[_Unfinished] = field(default_factory=list)
    root: Node | None = None
    count: int = 0

    def refuse(self, code: str, mark: Any, **values: Value) -> None:
        self.mistakes.append(Diagnostic(code, self.place(mark), values))

    def place(self, mark: Any) -> Span:
        return Span(self.file, mark.line + 1, mark.column + 1)

    def add(self, node: Node) -> None:
        if self.open:
            self.open[-1].add(node, self)
        else:
            self.root = node


class _Unfinished(Struct, kw_only=True):
    """A list or mapping whose end has not been met."""

    mapping: bool
    line: int
    column: int
    nodes: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    at_key: bool = True

    def add(self, node: Node, composer: _Composer) -> None:
        if not self.mapping:
            self.nodes.append(node)
        elif self.at_key:
            self.at_key = False
            self.key = self.check_key(node, composer)
        else:
            self.at_key = True
            if self.key is not None:
                self.values[self.key.text] = node
                self.keys[self.key.text] = self.key

    def check_key(self, node: Node, composer: _Composer) -> Scalar | None:
        """The key, or None (reported) where its value must be skipped."""
        where = Span(composer.file, node.line, node.column)
        if not isinstance(node, Scalar):
            composer.mistakes.append(Diagnostic("yaml-key", where))
        elif SPACE_AT_START.match(node.text) and not node.style:
            composer.mistakes.append(Diagnostic("yaml-strange-space", where, {"lines": Count(1)}))
        elif node.text == "<<" and not node.style:
            composer.mistakes.append(Diagnostic("yaml-merge", where))
        elif node.text in self.keys:
            values: Values = {"key": show_text(node.text), "line": self.keys[node.text].line}
            composer.mistakes.append(Diagnostic("duplicate-key", where, values))
        else:
            return node
        return None

    def finish(self) -> Node:
        if self.mapping:
            return Entries(self.values, self.keys, self.line, self.column)
        return Items(tuple(self.nodes), self.line, self.column)


def compose_nodes(text: str, file: str) -> Node | None:
    """The node of the only document in `text`, or None if there is nothing but comments.

    Raises Rejected with every mistake up to the first that makes the rest unreadable.
    """
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _take_event(event, composer)
    except yaml.MarkedYAMLError as error:
        composer.mistakes.append(explain_syntax(error, text, file))
    except yaml.YAMLError:
        composer.mistakes.append(Diagnostic("yaml-syntax", Span(file)))
    except _Hopeless:
        pass
    if composer.mistakes:
        raise Rejected(composer.mistakes)
    return composer.root


class _Hopeless(Exception):
    """The rest of the file is not worth reading."""


def _take_event(event: Any, composer: _Composer) -> None:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        composer.add(_read_scalar(event, composer))
    elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
        _open_collection(event, composer, kind is yaml.MappingStartEvent)
    elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
        composer.add(composer.open.pop().finish())
    elif kind is yaml.AliasEvent:
        composer.refuse("yaml-alias", event.start_mark)
        composer.add(_placeholder(event))
    elif kind is yaml.DocumentStartEvent and composer.root is not None:
        composer.refuse("yaml-documents", event.start_mark)
        raise _Hopeless


def _read_scalar(event: Any, composer: _Composer) -> Scalar:
    _check_properties(event, composer)
    begin, end = event.start_mark, event.end_mark
    style = event.style or ""
    if style == '"' and (bad := find_forbidden(event.value)) is not None:
        composer.refuse("forbidden-character", begin, character=name_character(event.value[bad]))
    return Scalar(
        text=event.value,
        line=begin.line + 1,
        column=begin.column + 1,
        start=begin.index,
        end=end.index,
        style=style,
    )


def _open_collection(event: Any, composer: _Composer, mapping: bool) -> None:
    _check_properties(event, composer)
    mark = event.start_mark
    if len(composer.open) >= DEEPEST:
        composer.refuse("yaml-too-deep", mark, limit=Count(DEEPEST))
        raise _Hopeless
    composer.open.append(_Unfinished(mapping=mapping, line=mark.line + 1, column=mark.column + 1))


def _check_properties(event: Any, composer: _Composer) -> None:
    composer.count += 1
    if composer.count > MOST_NODES:
        composer.refuse("yaml-too-many", event.start_mark, limit=Count(MOST_NODES))
        raise _Hopeless
    if event.anchor:
        composer.refuse("yaml-anchor", event.start_mark)
    if event.tag:
        composer.refuse("yaml-tag", event.start_mark)


def _placeholder(event: Any) -> Scalar:
    mark = event.start_mark
    return Scalar(
        text="", line=mark.line + 1, column=mark.column + 1, start=mark.index, end=mark.index, style=""
    )


def begin_of(scalar: Scalar, text: str, file: str) -> Span:
    """Where a scalar's words begin: its first filled line if it is a block, else its own place."""
    if scalar.style not in ("|", ">"):
        return Span(file, scalar.line, scalar.column)
    line, position = scalar.line, scalar.start
    while (newline := text.find("\n", position, scalar.end)) >= 0:
        line, position = line + 1, newline + 1
        if filled := _FILLED.match(text, position):
            return Span(file, line, len(filled[0]))
    return Span(file, scalar.line, scalar.column)


_FILLED = late_pattern(r" *\S")


def locate(scalar: Scalar, offset: int, text: str, file: str) -> Span:
    """The place in the file of the character at `offset` of a scalar's text.

    Spaces and line ends move when YAML folds a scalar, other characters do not: the place is found
    by counting those. A place inside white space is that of the next visible character.
    """
    wanted = sum(1 for character in scalar.text[:offset] if not character.isspace())
    last = Span(file, scalar.line, scalar.column)
    for position in _visible_characters(scalar, text):
        if wanted == 0:
            return place_of(text, position, file)
        wanted -= 1
    return last


_ESCAPE = late_pattern(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\s+|.)", re.DOTALL)
_BLANK_ESCAPES = frozenset("ntv_NLP \n\r\t")


def _is_blank_escape(escape: str) -> bool:
    if escape[0] in "xuU" and len(escape) > 1:
        return chr(min(int(escape[1:], 16), 0x10FFFF)).isspace()
    return escape[0] in _BLANK_ESCAPES


def _visible_characters(scalar: Scalar, text: str) -> Iterator[int]:
    """Offsets into `text` of the scalar's characters that are not white space, in order."""
    position, end = scalar.start, scalar.end
    if scalar.style in ("'", '"'):
        position, end = position + 1, end - 1
    elif scalar.style:
        header = text.find("\n", position, end)
        position = end if header < 0 else header + 1
    while position < end:
        step, visible = 1, not text[position].isspace()
        if scalar.style == '"' and text[position] == "\\":
            escape = _ESCAPE.match(text, position, end)
            step = escape.end() - position if escape else 1
            visible = escape is not None and not _is_blank_escape(escape[1])
        elif scalar.style == "'" and text[position] == "'":
            step = 2
        if visible:
            yield position
        position += step
