"""A file before one rule of a programme's profile: what rules are written with; judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from layout.model.products.publicity import PublicityDemand, PublicityProfile
from layout.model.records import Struct
from layout.preflight.facts import Inspection, PageFacts
from layout.preflight.graphics.emblem_sight import PublicityFacts, SeenEmblem
from layout.preflight.rules.rule import Case, Outcome

EQUAL = 0.5
"""Points by which two measures may differ and be called equal."""


class Question(Struct, frozen=True):
    """A file and one rule of a profile."""

    case: Case
    profile: PublicityProfile
    demand: PublicityDemand

    @property
    def facts(self) -> Inspection:
        return self.case.facts

    @property
    def seen(self) -> PublicityFacts:
        return self.facts.publicity or PublicityFacts()

    @property
    def emblems(self) -> tuple[SeenEmblem, ...]:
        return self.seen.emblems

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.case.profile.languages))

    def page(self, number: int) -> PageFacts:
        return self.facts.pages[number - 1]


Answer = Callable[[Question], Iterable[Outcome]]
