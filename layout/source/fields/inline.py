"""Takes one passage of inline Markdown and gives events of text and style; knows no files or places.

The parser is markdown-it in inline mode with one rule of our own, `[phrase]{lang=de}` or
`[phrase]{sc}`. It is loaded when the first passage with markup is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from layout.model.patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MARKUP = late_pattern(r"[\\`*_\[\]<&]")
"""A passage without any of these characters needs no parser."""

_RULES = ("backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity", "escape", "newline")


class InlineMark(NamedTuple):
    """A piece of a parsed passage.

    `kind` is text, open, close, break, code, html, image or attribute (the last three are mistakes,
    but for an attribute that names a language); `content` is the text, the link's address or the language.
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
    return InlineMark("open", str(token.attrs.get("href", token.attrs.get("lang", ""))), _style_of(token))


def _close(token: Any) -> InlineMark:
    return InlineMark("close", style=_style_of(token))


_MARKS = {
    "text": lambda token: InlineMark("text", token.content),
    "text_special": lambda token: InlineMark("text", token.content, "escaped"),
    "softbreak": lambda token: InlineMark("text", " "),
    "hardbreak": lambda token: InlineMark("break"),
    "code_inline": lambda token: InlineMark("code", token.content),
    "html_inline": lambda token: InlineMark("html", token.content),
    "image": lambda token: InlineMark("image", str(token.attrs.get("src", ""))),
    "attribute": lambda token: InlineMark("attribute", token.content),
    **{f"{style}_open": _open for style in ("em", "strong", "link", "foreign", "small")},
    **{f"{style}_close": _close for style in ("em", "strong", "link", "foreign", "small")},
}


@cache
def _parser() -> MarkdownIt:
    # Words without a sign of markup are never parsed.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": True, "maxNesting": 40}).enable(list(_RULES))
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    parser.inline.ruler.before("link", "foreign", _read_foreign)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_ATTRIBUTE = late_pattern(r"\{([^{}\n]*)\}")
_SMALL_CAPS = "sc"
_LANGUAGE = late_pattern(r"\s*lang\s*=\s*\"?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\"?\s*")
"""A language tag of BCP 47, as far as a page needs it."""


def _read_foreign(state: Any, silent: bool) -> bool:
    """`[phrase]{lang=de}` or `[phrase]{sc}`: the phrase keeps its own markup."""
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    attribute = _ATTRIBUTE.match(state.src, end + 1, maximum) if end >= 0 else None
    if attribute is None:
        return False
    if not silent:
        _push_phrase(state, start, end, attribute[1])
        state.posMax = maximum
    state.pos = attribute.end()
    return True


def _push_phrase(state: Any, start: int, end: int, attribute: str) -> None:
    language = _LANGUAGE.fullmatch(attribute)
    kind = "small" if attribute.strip() == _SMALL_CAPS else "foreign"
    if not language and kind == "foreign":
        state.push("attribute", "", 0).content = attribute
    state.push(f"{kind}_open", "span", 1).attrs = {"lang": language[1] if language else ""}
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "span", -1)
