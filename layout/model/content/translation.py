"""Passages as a translator sees them: the words of both languages as typed, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from layout.model.diagnostic import Span
from layout.model.records import Struct

TRANSLATION_RULES = (
    "language",
    "swapped",
    "placeholder",
    "same",
    "numbers",
    "dates",
    "sums",
    "addresses",
    "names",
    "length",
)
"""What is asked of every pair; each can be switched off in brochure.yaml or excused in its place."""

Route = tuple[Union[str, int], ...]
"""The way from a file's root to a node: keys of mappings and numbers in lists, from 0."""


class TypedWords(Struct, frozen=True):
    """What one language says: its words as typed, lines joined, and where they begin."""

    text: str
    where: Span


class TypedPair(Struct, frozen=True, kw_only=True):
    """One passage as written in `file` (relative to the content folder); `route` leads to its mapping.

    `sides` has a language only where something is written; `kind` says what the passage is (paragraph,
    table rows). `only` is the language that it stands in alone, `excused` the rules that it needs not keep.
    """

    file: str
    route: Route
    where: Span
    kind: str
    sides: Mapping[str, TypedWords]
    only: str | None = None
    excused: frozenset[str] = frozenset()

    def text(self, language: str) -> str:
        """The words of a language, empty where there are none."""
        side = self.sides.get(language)
        return "" if side is None else side.text

    @property
    def single(self) -> bool:
        """Whether it stands in one language on purpose."""
        return self.only in self.sides


class TranslationSettings(Struct, frozen=True):
    """What brochure.yaml says of translations: rules switched off, and whether both offices must approve."""

    off: frozenset[str] = frozenset()
    approval: bool = False


AS_IT_COMES = TranslationSettings()
"""What is asked where brochure.yaml says nothing."""
