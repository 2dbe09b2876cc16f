"""Takes the names of styles in any language of the office programs, tells what they are for; a table."""

from __future__ import annotations

import re

from layout.model.patterns import late_pattern

TITLE = 0
"""The level of a document's own title, above all headings."""
_TITLES = frozenset({"title", "tytuł", "název"})
_HEADING = late_pattern(r"(?:heading|nagłówek|nadpis)\s*(\d)", re.IGNORECASE)
_CAPTIONS = frozenset(
    {
        *("caption", "legenda", "podpis", "titulek", "popisek"),
        *("illustration", "ilustracja", "ilustrace", "figure", "rysunek", "obrázek", "drawing"),
        *("table", "tabela", "tabulka"),
    }
)
_CONTENTS = late_pattern(r"(?:toc|contents|spis treści|obsah)\s*\d+", re.IGNORECASE)


def names_heading(name: str) -> int | None:
    """The level of the heading that a style is for, `TITLE` for the document's own, None for no heading."""
    found = _HEADING.match(name)
    return TITLE if name.lower() in _TITLES else int(found[1]) if found else None


def names_caption(name: str) -> bool:
    """Whether a style is for words below a picture or above a table."""
    return name.lower() in _CAPTIONS


def names_contents(name: str) -> bool:
    """Whether a style is for the lines of a table of contents."""
    return bool(_CONTENTS.match(name))
