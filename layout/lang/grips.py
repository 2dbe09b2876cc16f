"""Takes the two words beside a no-break space, gives how firmly it holds them; changes no text."""

from __future__ import annotations

from functools import cache

from layout.lang.languages import LANGUAGES
from layout.lang.rules.bonds import Binder, Grip
from layout.lang.rules.table import bonds_for, lexicon_for


class Grips:
    """The grips of one language (its tag), remembering the pairs it has met."""

    def __init__(self, tag: str) -> None:
        self._binder = _binder(tag)
        self._known: dict[tuple[str, str], Grip] = {}

    def grip(self, left: str, right: str) -> Grip:
        """How firmly `left` and `right` are held together."""
        pair = (left, right)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self._binder.grip(left, right)
        return found


@cache
def _binder(tag: str) -> Binder:
    language = LANGUAGES[tag]
    return Binder(
        [bond for bond in bonds_for(language, frozenset()) if not bond.titles],
        lexicon_for(language),
        False,
    )
