"""Takes a brochure, gives what its file says of itself and its covers in both languages; words nothing."""

from __future__ import annotations

from layout.compose.desk import unset
from layout.model.content.brochure import Brochure, Cover
from layout.model.content.pairs import Pair
from layout.output.access.metadata import Publication


def describe_brochure(brochure: Brochure) -> Publication:
    """The brochure's titles and publishers as plain words."""
    publishers = _plain_sides(brochure.publisher) if brochure.publisher else ()
    return Publication(_plain_sides(brochure.title), publishers, brochure.languages, brochure.date)


def describe_cover(brochure: Brochure, cover: Cover) -> tuple[tuple[str, str], ...]:
    """What stands for a cover where it is read aloud, by language; nothing for a generated back."""
    if cover.alternative is not None:
        return tuple(zip(brochure.languages, cover.alternative.sides, strict=True))
    if cover is brochure.covers.back:
        return ()
    pairs = [pair for pair in (brochure.title, brochure.subtitle, brochure.publisher) if pair is not None]
    sides = zip(*(_plain_sides(pair) for pair in pairs), strict=True)
    return tuple(zip(brochure.languages, (". ".join(side) for side in sides), strict=True))


def _plain_sides(pair: Pair[str]) -> tuple[str, str]:
    left, right = map(unset, pair.sides)
    return left, right
