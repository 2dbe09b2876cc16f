"""The table of languages: each one's record by its tag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from layout.lang.czech.language import CZECH
from layout.lang.language import Language, NumberNeighbours
from layout.lang.polish.language import POLISH

LANGUAGES: Mapping[str, Language] = MappingProxyType({record.tag: record for record in (POLISH, CZECH)})


def neighbours_of_all(field: Callable[[NumberNeighbours], str]) -> str:
    """The alternatives of a field in every language."""
    return "|".join(field(language.number_neighbours) for language in LANGUAGES.values())
