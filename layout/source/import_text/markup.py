"""Takes plain words, gives them so that no sign of them is read as markup, and back; styles nothing."""

from __future__ import annotations

import re

from layout.source.fields.inline import parse_inline
from layout.source.import_text.passages import LINE_BREAK

_TYPED_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\[ \n]")
_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")


def protect(text: str) -> str:
    """The text with a backslash before whatever the reader would take as markup, and for each line break."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text).replace(LINE_BREAK, "\\ ")


def plain_words(markup: str) -> str:
    """What a reader takes for words, with the line breaks that import typed."""
    marks = parse_inline(_TYPED_BREAK.sub(r"\1\\\n", markup))
    kept = {"text", "code", "break"}
    return "".join(
        LINE_BREAK if mark.kind == "break" else mark.content for mark in marks if mark.kind in kept
    )
