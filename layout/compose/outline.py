"""Takes each language's bookmarks, gives the outline: a tree for each under its name; mixes no languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.lang.languages import LANGUAGES
from layout.model.layout import OutlineEntry
from layout.model.records import replace


def join_outlines(outlines: Mapping[str, Sequence[OutlineEntry]]) -> tuple[OutlineEntry, ...]:
    """The trees one after the other; a brochure whose headings are all in one language needs no names."""
    there = {language: entries for language, entries in outlines.items() if entries}
    if len(there) < 2:
        return tuple(entry for entries in there.values() for entry in entries)
    found: list[OutlineEntry] = []
    for language, entries in there.items():
        found.append(OutlineEntry(LANGUAGES[language].page_words.name, 0, entries[0].page, entries[0].y))
        found.extend(replace(entry, level=entry.level + 1) for entry in entries)
    return tuple(found)
