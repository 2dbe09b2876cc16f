"""Takes an SVG file, gives its elements with their lines; never follows a reference out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from layout.model.diagnostic import Rejected, Span
from layout.model.records import Struct, field
from layout.model.values import ByteSize, Count, Listed

MAX_BYTES = 8_000_000
MAX_ELEMENTS = 50_000
MAX_DEPTH = 100

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_LONGEST_ENTITY = 1_000
_WORDED = frozenset({"style", "text", "flowRoot"})
"""Elements whose characters mean something."""


class SvgElement(Struct, kw_only=True):
    """An SVG element: local names, children in order, the line it starts on.

    `text` are the characters before its first child, `tail` those after its end; `rules` is what style sheets
    and its `style` say, the strongest alone.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[SvgElement] = field(default_factory=list)
    text: str = ""
    tail: str = ""
    rules: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[SvgElement]:
        """The element and all inside it, in the file's order."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_tree(path: str, where: Span) -> SvgElement:
    """The root `svg` element; elements of other namespaces (editors' own data) are left out.

    Raises `Rejected` at `where` for broken XML, entities that may grow without end or stand
    outside the file, and for more than `MAX_BYTES`, `MAX_ELEMENTS` or `MAX_DEPTH`.
    """
    with Path(path).open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Rejected.one("svg-too-large", where, file=path, limit=ByteSize(MAX_BYTES))
    builder = _Builder(path, where)
    try:
        builder.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", builder.parser.CurrentLineNumber)
        raise Rejected.one("svg-broken", where, file=path, line=line, reason=_reason(error)) from None
    if builder.root is None:
        raise Rejected.one("svg-not-svg", where, file=path)
    return builder.root


def _reason(error: Exception) -> str:
    code = getattr(error, "code", None)
    return expat.ErrorString(code) if code else str(error)


class _Builder:
    """Hears the parser's events and hangs element to element."""

    def __init__(self, path: str, where: Span) -> None:
        self.path, self.where = path, where
        self.root: SvgElement | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self._open: list[SvgElement] = []
        self._count = self._length = 0
        self._foreign = 0
        self._keeps_text = 0

    def _entity(
        self, _name: str, parameter: bool, value: str | None, _base: str | None, *outside: str | None
    ) -> None:
        """Lets short words pass, which Illustrator declares; others may grow or lead out of the file."""
        self._count += 1
        if parameter or value is None or "&" in value or len(value) > _LONGEST_ENTITY or any(outside):
            raise Rejected.one("svg-entities", self.where, file=self.path)

    def _measure(self, length: int) -> None:
        """Counts characters as entities have made them."""
        self._length += length
        if self._length > 2 * MAX_BYTES:
            raise Rejected.one("svg-too-large", self.where, file=self.path, limit=ByteSize(MAX_BYTES))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._measure(sum(len(value) for value in attributes.values()))
        if self._count > MAX_ELEMENTS or len(self._open) + self._foreign >= MAX_DEPTH:
            raise Rejected.one(
                "svg-too-large",
                self.where,
                file=self.path,
                limit=Listed((Count(MAX_ELEMENTS), Count(MAX_DEPTH))),
            )
        space, _, tag = name.rpartition(" ")
        if self._foreign or space not in {"", _SVG}:
            self._foreign += 1
            return
        element = SvgElement(tag=tag, attributes=_local(attributes), line=self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        elif tag == "svg":
            self.root = element
        self._open.append(element)
        self._keeps_text += tag in _WORDED

    def _end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._keeps_text -= self._open.pop().tag in _WORDED

    def _characters(self, data: str) -> None:
        self._measure(len(data))
        if not self._open or self._foreign or not self._keeps_text:
            return
        above = self._open[-1]
        if above.children:
            above.children[-1].tail += data
        else:
            above.text += data


def _local(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes without a namespace and XML's own; XLink's `href` as the plain one, which goes before it."""
    local = {name: value for name, value in attributes.items() if " " not in name}
    linked = attributes.get(f"{_XLINK} href")
    if linked is not None:
        local.setdefault("href", linked)
    for name in ("space", "lang"):
        if f"{_XML} {name}" in attributes:
            local[f"xml:{name}"] = attributes[f"{_XML} {name}"]
    return local
