"""Takes plain words, gives them so that no sign of them is read as markup; styles nothing."""

from __future__ import annotations

from layout.model.patterns import late_pattern
from layout.source.import_text.passages import LINE_BREAK

_MARKUP = late_pattern(r"[\\`*_\[\]<]|&(?=#?\w+;)")


def protect(text: str) -> str:
    """The text with a backslash before whatever the reader would take as markup, and for each line break."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text).replace(LINE_BREAK, "\\ ")
