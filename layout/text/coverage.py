"""Takes passages and faces, gives which face shows each character, and tells of those lent or not to be had.

A letter that a style's own face has not is lent by the first of the theme's fallback families that has it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from layout.model.content.prose import Prose
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.theme import Theme
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE
from layout.text.faces import Face, Faces

UNSEEN = frozenset((" ", LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE))
"""Characters that need no glyph."""
MOST_NAMED = 10
"""Characters named of one passage; one with more is in another script."""


def find_unshown(passages: Iterable[Prose], theme: Theme, faces: Faces) -> Iterator[Diagnostic]:
    """Characters that no style of the theme can show, whatever its face."""
    wanted = {(style.family, style.weight, style.italic) for style in theme.styles.values()}
    own = [faces.face(*wish) for wish in sorted(wanted)]
    at_hand = {face.record.key: face for one in own for face in (one, *faces.lenders(one, theme.fallback))}
    families = ", ".join(sorted({family for family, _, _ in wanted}))
    shown: set[str] = set()
    for prose in passages:
        unshown = set(prose.text) - UNSEEN - shown
        here = {character for character in unshown if any(face.has(character) for face in at_hand.values())}
        shown |= here
        if unshown > here:
            yield tell_missing(prose, unshown - here, families)


def lend(text: str, own: Face, lenders: Sequence[Face]) -> list[tuple[str, Face]]:
    """`text` in runs of one face: its own, or the first lender's that has the letter with all its accents.

    What no face has stays with its own.
    """
    runs: list[tuple[str, Face]] = []
    for letter in _letters(text):
        able = (face for face in (own, *lenders) if all(c in UNSEEN or face.has(c) for c in letter))
        runs.append((letter, next(able, own)))
    joined = groupby(runs, key=lambda run: run[1])
    return [("".join(letter for letter, _ in group), face) for face, group in joined]


def _letters(text: str) -> Iterator[str]:
    """The characters of `text`, each with the marks that are set upon it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield text[start:at]
            start = at


def tell_missing(prose: Prose, characters: Collection[str], font: str) -> Diagnostic:
    """The mistake of characters of a passage that `font` lacks: the first ones in the order of the text."""
    values = {**_name(prose, characters), "font": font}
    return Diagnostic("missing-glyph", prose.where, values)


def tell_lent(prose: Prose, characters: Collection[str], font: str, used: str) -> Diagnostic:
    """A note of characters of a passage that the family `font` lacks and `used` has lent."""
    values = {**_name(prose, characters), "font": font, "used": used}
    return Diagnostic("lent-glyph", prose.where, values, Severity.NOTE)


def _name(prose: Prose, characters: Collection[str]) -> dict[str, str]:
    """The first of some characters in the order of the text, and where the first one stands."""
    order = sorted(characters, key=prose.text.index)
    at = prose.text.index(order[0])
    named = [f"{character} (U+{ord(character):04X})" for character in order[:MOST_NAMED]]
    return {
        "characters": ", ".join(named) + (" …" if len(order) > MOST_NAMED else ""),
        "excerpt": prose.text[max(0, at - 12) : at + 13].replace(SOFT_SPACE, " "),
    }
