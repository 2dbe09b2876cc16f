"""Takes one passage of inline Markdown and gives events of text and style; knows no files or places.

The parser is markdown-it in inline mode with rules of our own: `[phrase]{lang=de}` and other attributes of
a phrase, `^[note]` and `{page=key}`. It is loaded when the first passage with markup is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from layout.model.patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MARKUP = late_pattern(r"[\\`*_\[\]<&]|\{\s*page")
"""A passage without any of these characters needs no parser."""

_RULES = ("backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity", "escape", "newline")


class InlineMark(NamedTuple):
    """A piece of a parsed passage.

    `kind` is text, open, close, break, code, page, html, image or attribute (the last three are mistakes);
    `content` is the text, the link's address, a key, or what an attribute says.
    """

    kind: str
    content: str = ""
    style: str = ""


def parse_inline(text: str) -> Iterator[InlineMark]:
    """The marks of a passage, in order; every character of `text` that is no markup is in one of them."""
    for token in _parser().inline.parse(text, _parser(), {}, []):
        yield _MARKS[token.type](token)


def _style_of(token: Any) -> str:
    name: str = token.type
    return name.removesuffix("_open").removesuffix("_close")


def _open(token: Any) -> InlineMark:
    return InlineMark("open", str(token.attrs.get("href", token.attrs.get("says", ""))), _style_of(token))


def _close(token: Any) -> InlineMark:
    return InlineMark("close", style=_style_of(token))


_SPANS = ("em", "strong", "link", "foreign", "small", "anchor", "entry", "note", "unknown")
_MARKS = {
    "text": lambda token: InlineMark("text", token.content),
    "text_special": lambda token: InlineMark("text", token.content, "escaped"),
    "softbreak": lambda token: InlineMark("text", " "),
    "hardbreak": lambda token: InlineMark("break"),
    "code_inline": lambda token: InlineMark("code", token.content),
    "html_inline": lambda token: InlineMark("html", token.content),
    "image": lambda token: InlineMark("image", str(token.attrs.get("src", ""))),
    "attribute": lambda token: InlineMark("attribute", token.content),
    "page": lambda token: InlineMark("page", token.content),
    **{f"{style}_open": _open for style in _SPANS},
    **{f"{style}_close": _close for style in _SPANS},
}


@cache
def _parser() -> MarkdownIt:
    # Words without a sign of markup are never parsed.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": True, "maxNesting": 40}).enable(list(_RULES))
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    parser.inline.ruler.before("link", "phrase", _read_phrase)
    parser.inline.ruler.before("link", "note", _read_note)
    parser.inline.ruler.before("link", "page", _read_page)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_ATTRIBUTE = late_pattern(r"\{([^{}\n]*)\}")
_PAGE = late_pattern(r"\{\s*page\s*=\s*\"?([^{}\"\n]*?)\"?\s*\}")
LONE = "only"
"""What a note says that has none beside it in the other language."""
_LONE = late_pattern(r"\{\s*only\s*\}")
_SAID = r"\s*=\s*\"?([^{}\"\n]+?)\"?\s*"
_ATTRIBUTES = (
    # A language tag of BCP 47, as far as a page needs it.
    ("foreign", late_pattern(r"\s*lang\s*=\s*\"?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\"?\s*")),
    ("small", late_pattern(r"\s*sc()\s*")),
    ("anchor", late_pattern(r"\s*id" + _SAID)),
    ("entry", late_pattern(r"\s*index" + _SAID)),
    ("entry", late_pattern(r"\s*index()\s*")),
)
"""What an attribute may say of its phrase, and how it is written."""


def _read_phrase(state: Any, silent: bool) -> bool:
    """`[phrase]{lang=de}` or with another attribute: the phrase keeps its own markup."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    attribute = _ATTRIBUTE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if attribute is None:
        return False
    if not silent:
        kind, says = _meaning(attribute[1])
        if kind == "unknown":
            state.push("attribute", "", 0).content = attribute[1]
        _push_span(state, kind, says, (state.pos + 1, end))
    state.pos = attribute.end()
    return True


def _meaning(attribute: str) -> tuple[str, str]:
    """What an attribute is, and what it says."""
    for kind, pattern in _ATTRIBUTES:
        if found := pattern.fullmatch(attribute):
            return kind, found[1]
    return "unknown", ""


def _read_note(state: Any, silent: bool) -> bool:
    """`^[words]`, or `^[words]{only}`: a footnote, whose words have markup of their own."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    lone = _LONE.match(state.src, end + 1, state.posMax)
    if not silent:
        _push_span(state, "note", LONE if lone else "", (state.pos + 2, end))
    state.pos = lone.end() if lone else end + 1
    return True


def _read_page(state: Any, silent: bool) -> bool:
    """`{page=key}`: the number of a page."""
    found = _PAGE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("page", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _push_span(state: Any, kind: str, says: str, inside: tuple[int, int]) -> None:
    """A span of `kind`, with what stands in the source between both places of `inside`."""
    before, maximum = state.pos, state.posMax
    state.push(f"{kind}_open", "span", 1).attrs = {"says": says}
    state.pos, state.posMax = inside
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "span", -1)
    state.pos, state.posMax = before, maximum
