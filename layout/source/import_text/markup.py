"""Takes plain words, gives them so that no sign of them is read as markup, and back; styles nothing."""

from __future__ import annotations

from layout.model.patterns import late_pattern
from layout.source.fields.inline import parse_inline
from layout.source.import_text.passages import LINE_BREAK

_TYPED_BREAK = late_pattern(r"(?<!\\)((?:\\\\)*)\\[ \n]")
_MARKUP = late_pattern(r"[\\`*_\[\]<]|&(?=#?\w+;)|\{(?=\s*page\s*=)")


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


def write_note(words: str, *, lone: bool = False) -> str:
    """A footnote whose `words` are Markdown already; the other language has none beside a `lone` one."""
    return f"^[{words}]" + "{only}" * lone
