"""Takes passages and faces, gives the characters that cannot be shown, each with its place; sets nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layout.model.diagnostic import Diagnostic
from layout.model.prose import Prose
from layout.model.theme import Theme
from layout.model.units import LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE
from layout.text.faces import Faces

UNSEEN = frozenset((" ", LINE_BREAK, NO_BREAK_SPACE, SOFT_HYPHEN, SOFT_SPACE))
"""Characters that need no glyph."""


def find_unshown(passages: Iterable[Prose], theme: Theme, faces: Faces) -> Iterator[Diagnostic]:
    """Characters that no style of the theme can show, whatever its face."""
    wanted = {(style.family, style.weight, style.italic) for style in theme.styles.values()}
    at_hand = [faces.face(*wish) for wish in sorted(wanted)]
    families = ", ".join(sorted({family for family, _, _ in wanted}))
    shown: set[str] = set()
    for prose in passages:
        for character in sorted(set(prose.text) - UNSEEN - shown):
            if any(face.has(character) for face in at_hand):
                shown.add(character)
            else:
                yield tell_missing(prose, character, families)


def tell_missing(prose: Prose, character: str, font: str) -> Diagnostic:
    """The mistake of a character that `font` lacks."""
    at = prose.text.index(character)
    values = {
        "character": character,
        "codepoint": f"U+{ord(character):04X}",
        "font": font,
        "excerpt": prose.text[max(0, at - 12) : at + 13],
    }
    return Diagnostic("missing-glyph", prose.where, values)
