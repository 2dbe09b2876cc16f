"""Takes an HTML fragment, gives what mail programs or screen readers would stumble over; mends nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from layout.model.diagnostic import Diagnostic, Span

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

_ADDRESS = re.compile(r"(https?://[^{\s]|mailto:)", re.IGNORECASE)


def check_markup(text: str, file: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the fragment `text`: nesting, elements, links, pictures without alt."""
    checking = _Fragment(file)
    checking.feed(text)
    checking.close()
    for tag, where in checking.open:
        checking.mistakes.append(Diagnostic("markup-unclosed", where, {"tag": tag}))
    return tuple(sorted(checking.mistakes, key=lambda mistake: mistake.where))


class _Fragment(HTMLParser):
    """Follows the tags of one fragment."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.open: list[tuple[str, Span]] = []
        self.mistakes: list[Diagnostic] = []

    def place(self) -> Span:
        line, offset = self.getpos()
        return Span(self.file, line, offset + 1)

    def tell(self, code: str, **values: str) -> None:
        self.mistakes.append(Diagnostic(code, self.place(), values))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ALLOWED:
            self.tell("markup-element", tag=tag)
        if tag not in VOID:
            self.open.append((tag, self.place()))
        for name in given:
            if name.startswith("on"):
                self.tell("markup-script", tag=tag, attribute=name)
        if tag == "a" and not _ADDRESS.match(given.get("href") or ""):
            self.tell("markup-link", value=given.get("href") or "")
        if tag == "img":
            self.check_picture(given)

    def check_picture(self, given: dict[str, str | None]) -> None:
        if given.get("alt") is None:
            self.tell("markup-alt")
        if not _ADDRESS.match(given.get("src") or ""):
            self.tell("markup-link", value=given.get("src") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        depth = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n][0] == tag), None)
        if depth is None:
            self.tell("markup-unopened", tag=tag)
            return
        for unclosed, where in self.open[depth + 1 :]:
            self.mistakes.append(Diagnostic("markup-unclosed", where, {"tag": unclosed}))
        del self.open[depth:]
