"""What a programme asks of publicity: dated rules, words, faces and logos, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from layout.model.diagnostic import Severity, Span
from layout.model.records import Struct, field, replace

RULES = (
    "emblem",
    "emblem-raster",
    "emblem-form",
    "emblem-upright",
    "emblem-colour",
    "emblem-one-colour",
    "emblem-covered",
    "emblem-border",
    "emblem-height",
    "logo-size",
    "second-mark",
    "statement",
    "statement-beside",
    "statement-overlap",
    "statement-face",
    "statement-style",
    "statement-colour",
    "statement-size",
    "fund",
    "period",
    "programme-logo",
    "programme-logo-form",
    "programme-logo-space",
    "programme-logo-known",
    "alternatives",
    "page",
)
"""Every rule that a profile may have, in the order of reports."""


class PublicityDemand(Struct, frozen=True, kw_only=True):
    """One rule of a profile: how grave it is, its source and when that was checked.

    `least` and `most` bound what the rule measures: points, or parts of the emblem's height.
    """

    grade: Severity
    source: str
    checked: date
    least: float = 0.0
    most: float = 0.0


class Likeness(Struct, frozen=True):
    """A picture as it should look: pixels of one byte each (0 black), `width` across, and its proportions."""

    name: str
    width: int
    height: int
    pixels: bytes
    aspect: float


Phrases = Mapping[str, tuple[str, ...]]
"""By language: phrases of which one is enough; a word may end in `*`, which stands for any ending."""


class PublicityProfile(Struct, frozen=True, kw_only=True):
    """A programme's rules for one period; rules that are not in `demands` are not judged."""

    name: str
    programme: str
    period: str
    demands: Mapping[str, PublicityDemand]
    statement: Phrases = field(default_factory=dict)
    fund: Phrases = field(default_factory=dict)
    emblem_words: Phrases = field(default_factory=dict)
    """What an alternative text of the emblem says."""
    foreign: tuple[str, ...] = ()
    """Phrases that belong to another period or programme."""
    faces: tuple[str, ...] = ()
    logo_files: tuple[str, ...] = ()
    """The programme's logo as paths of files, one a form of it."""
    logo_digests: tuple[str, ...] = ()
    """SHA-256 of the files in which the programme gives its logo out."""
    small_object: tuple[str, ...] = ()
    """The rules that do not hold for a small object."""

    def for_small_object(self) -> PublicityProfile:
        """The profile without what does not hold for a small object."""
        kept = {name: one for name, one in self.demands.items() if name not in self.small_object}
        return replace(self, demands=kept)


class PublicityWish(Struct, frozen=True):
    """The profile that a brochure chooses, by name or by a path inside its folder."""

    profile: str
    small_object: bool
    where: Span
