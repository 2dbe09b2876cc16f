"""Takes an HTML fragment, gives what mail programs or screen readers would stumble over; mends nothing.

The reading is stricter than a browser's: what a browser would guess at is a mistake here, so that no two
mail programs, and no filter between them, can see different things in it. Takes linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from html import unescape

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field
from layout.model.values import Value
from layout.source.nodes.parsing import show_text
from layout.source.nodes.reading import gather

VOID = frozenset({"br", "hr", "img", "wbr", "col"})
ALLOWED = VOID | frozenset(
    {
        "a",
        "abbr",
        "address",
        "b",
        "blockquote",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "i",
        "ins",
        "li",
        "ol",
        "p",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    }
)
"""Elements that mail programs show; scripts, forms and the document's frame are not among them."""

ATTRIBUTES = frozenset(
    {
        "align",
        "alt",
        "bgcolor",
        "border",
        "cellpadding",
        "cellspacing",
        "class",
        "colspan",
        "dir",
        "headers",
        "height",
        "href",
        "id",
        "lang",
        "rel",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "src",
        "start",
        "style",
        "summary",
        "target",
        "title",
        "type",
        "valign",
        "width",
    }
)
"""Attributes that change how an element looks or reads, beside `aria-` ones; none that loads or acts."""

_LINK = late_pattern(r"https://[^{\s]|mailto:", re.IGNORECASE)
_MARK = late_pattern(r"[<>]")
_COMMENT = late_pattern(r"<!--(?!-?>|\s*\[)")
_END_TAG = late_pattern(r"</([A-Za-z][A-Za-z0-9]*+)\s*+>")
_TAG = late_pattern(
    r"<([A-Za-z][A-Za-z0-9]*+)"
    r"((?:\s++[A-Za-z][\w:.-]*+(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'))?+)*+)"
    r"\s*+/?+>"
)
_ATTRIBUTE = late_pattern(r"\s++([A-Za-z][\w:.-]*+)(?:=(?:\"([^\"]*+)\"|'([^']*+)'))?+")
_LOADING = late_pattern(r"[{\\]|url\s*\(|expression\s*\(|@|/\*", re.IGNORECASE)
"""What a style may not hold: placeholders, addresses, and what hides either."""


def check_markup(text: str, file: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the fragment `text`: syntax, nesting, elements, attributes, links, alternatives.

    After too many mistakes the rest is not read.
    """
    fragment = _Fragment(text=text, file=file)
    try:
        fragment.read()
    except Rejected as rejected:
        return tuple(rejected.diagnostics)
    return tuple(sorted(fragment.mistakes, key=lambda mistake: mistake.where))


class _Fragment(Struct, kw_only=True):
    """Follows the tags of one fragment."""

    text: str
    file: str
    open: list[tuple[str, int]] = field(default_factory=list)
    """Elements that are not closed yet, and where each begins."""
    depth: Counter[str] = field(default_factory=Counter)
    mistakes: list[Diagnostic] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """Where each line begins."""

    def __post_init__(self) -> None:
        self.lines = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def read(self) -> None:
        """Goes through the whole fragment; raises Rejected when there are too many mistakes."""
        position = 0
        while mark := _MARK.search(self.text, position):
            at = mark.start()
            if _COMMENT.match(self.text, at):
                end = self.text.find("-->", at + 4)
                if end < 0:
                    self.tell("markup-syntax", at, value=show_text(self.text[at : at + 80]))
                    break
                position = end + 3
            elif tag := _END_TAG.match(self.text, at):
                self.close_element(tag[1].lower(), at)
                position = tag.end()
            elif tag := _TAG.match(self.text, at):
                self.open_element(tag[1].lower(), tag[2], at)
                position = tag.end()
            else:
                self.tell("markup-syntax", at, value=show_text(self.text[at : at + 80]))
                position = at + 1
        for tag_name, at in self.open:
            self.tell("markup-unclosed", at, tag=tag_name)

    def tell(self, code: str, at: int, **values: Value) -> None:
        line = bisect_right(self.lines, at)
        where = Span(self.file, line, at - self.lines[line - 1] + 1)
        gather(self.mistakes, [Diagnostic(code, where, values)])

    def open_element(self, tag: str, attributes: str, at: int) -> None:
        if tag not in ALLOWED:
            self.tell("markup-element", at, tag=tag)
        if tag not in VOID:
            self.open.append((tag, at))
            self.depth[tag] += 1
        given = self.read_attributes(tag, attributes, at)
        if tag == "a":
            self.check_address(given.get("href", ""), at)
        if tag == "img":
            if "alt" not in given:
                self.tell("markup-alt", at)
            self.check_address(given.get("src", ""), at)

    def read_attributes(self, tag: str, attributes: str, at: int) -> dict[str, str]:
        given: dict[str, str] = {}
        for found in _ATTRIBUTE.finditer(attributes):
            name, value = found[1].lower(), unescape(found[2] or found[3] or "")
            if name.startswith("on"):
                self.tell("markup-script", at, tag=tag, attribute=show_text(name))
            elif name not in ATTRIBUTES and not name.startswith("aria-"):
                self.tell("markup-attribute", at, tag=tag, attribute=show_text(name))
            elif name in given:
                self.tell("markup-doubled", at, tag=tag, attribute=name)
            elif name == "style" and _LOADING.search(value):
                self.tell("markup-style", at, value=show_text(value))
            given.setdefault(name, value)
        return given

    def check_address(self, address: str, at: int) -> None:
        if not _LINK.match(address):
            self.tell("markup-link", at, value=show_text(address))

    def close_element(self, tag: str, at: int) -> None:
        if tag in VOID:
            return
        if not self.depth[tag]:
            self.tell("markup-unopened", at, tag=tag)
            return
        while True:
            closed, begun = self.open.pop()
            self.depth[closed] -= 1
            if closed == tag:
                return
            self.tell("markup-unclosed", begun, tag=closed)
