"""Takes plain words, gives them so that no sign of them is read as markup; styles nothing."""

from __future__ import annotations

import re

from layout.source.import_text.passages import LINE_BREAK

_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|\{(?=\s*page\s*=)")


def protect(text: str) -> str:
    """The text with a backslash before whatever the reader would take as markup, and for each line break."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text).replace(LINE_BREAK, "\\ ")


def write_note(words: str, *, lone: bool = False) -> str:
    """A footnote whose `words` are Markdown already; the other language has none beside a `lone` one."""
    return f"^[{words}]" + "{only}" * lone
