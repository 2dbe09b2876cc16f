"""The record of one rewriting rule, and how it is fitted to a language; it rewrites nothing itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from layout.lang.language import Language
from layout.model.patterns import late_pattern
from layout.model.records import Struct

Edit = tuple[int, int, str]
"""Replace the characters from the first offset up to the second by the string."""
Finder = Callable[[str], Iterable[Edit]]
"""Takes a paragraph's text, gives edits that do not overlap, in ascending order."""
Fitting = Callable[[Language], "Finder | None"]
"""Makes the finder of a language from its record; None where the language has no such habit."""


class Rule(Struct, frozen=True, kw_only=True):
    """One row of the table: what is looked for in a paragraph and what is put in its place.

    The rule is tried where of each string in `needs` at least one character occurs. The pattern of a finder
    starts with a character, not with a lookbehind, so that the search is fast.
    """

    id: str
    needs: tuple[str, ...]
    fit: Fitting
    summary: str
    headings_only: bool = False
    before_spaces: bool = False
    """Goes first, with the rules for spaces."""


class FittedRule(Struct, frozen=True):
    """A rule with the finder of one language."""

    rule: Rule
    find: Finder


def everywhere(find: Finder) -> Fitting:
    """The same finder for every language."""
    return lambda language: find


def where(has: Callable[[Language], bool], find: Finder) -> Fitting:
    """A finder for the languages of a habit."""
    return lambda language: find if has(language) else None


def replace(
    pattern: str, into: str | Callable[[re.Match[str]], str | None]
) -> Callable[[str], Iterator[Edit]]:
    """A finder that replaces each match by a template, or by what a function says (None: leave it)."""
    compiled = late_pattern(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            new = match.expand(into) if isinstance(into, str) else into(match)
            if new is not None and new != match[0]:
                yield match.start(), match.end(), new

    return find
