"""Takes passages and faces, gives the characters that cannot be shown, each with its place; sets nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from layout.model.content.prose import Prose
from layout.model.diagnostic import Diagnostic
from layout.model.theme import Theme
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE
from layout.text.faces import Faces

UNSEEN = frozenset((" ", LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE))
"""Characters that need no glyph."""
MOST_NAMED = 10
"""Characters named of one passage; one with more is in another script."""


def find_unshown(passages: Iterable[Prose], theme: Theme, faces: Faces) -> Iterator[Diagnostic]:
    """Characters that no style of the theme can show, whatever its face."""
    wanted = {(style.family, style.weight, style.italic) for style in theme.styles.values()}
    at_hand = [faces.face(*wish) for wish in sorted(wanted)]
    families = ", ".join(sorted({family for family, _, _ in wanted}))
    shown: set[str] = set()
    for prose in passages:
        unshown = set(prose.text) - UNSEEN - shown
        here = {character for character in unshown if any(face.has(character) for face in at_hand)}
        shown |= here
        if unshown > here:
            yield tell_missing(prose, unshown - here, families)


def tell_missing(prose: Prose, characters: Collection[str], font: str) -> Diagnostic:
    """The mistake of characters of a passage that `font` lacks: the first ones in the order of the text."""
    order = sorted(characters, key=prose.text.index)
    at = prose.text.index(order[0])
    named = [f"{character} (U+{ord(character):04X})" for character in order[:MOST_NAMED]]
    values = {
        "characters": ", ".join(named) + (" …" if len(order) > MOST_NAMED else ""),
        "font": font,
        "excerpt": prose.text[max(0, at - 12) : at + 13],
    }
    return Diagnostic("missing-glyph", prose.where, values)
