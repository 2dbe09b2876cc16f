"""The records that rules are written with: what is asked, what a rule is and finds; judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Union

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect
from layout.model.languages import PAIR
from layout.model.products.printer import PrinterProfile, Standard
from layout.model.products.publicity import Likeness, PublicityProfile
from layout.model.records import Struct, field, replace
from layout.model.units import NO_BREAK_SPACE
from layout.model.values import Values
from layout.preflight.facts import Inspection
from layout.preflight.rules.source import Sources
from layout.preflight.sightings import Sighting


class Aim(Enum):
    """What a file is for."""

    PRINT = "print"
    MAIL = "mail"
    SCREEN = "screen"
    PUBLICITY = "publicity"
    """For nothing but the publicity of EU support."""


class Profile(Struct, frozen=True, kw_only=True):
    """What a file is judged by: its aim, the printer's demands, and the languages it should speak."""

    name: str
    aim: Aim
    printer: PrinterProfile = field(default_factory=PrinterProfile)
    languages: tuple[str, ...] = PAIR
    publicity: PublicityProfile | None = None
    """The programme whose rules the file must keep, too."""
    logos: tuple[Likeness, ...] = ()
    """How that programme's logo looks, where its files are known."""


PROFILES: Mapping[str, Profile] = {
    "print": Profile(name="print", aim=Aim.PRINT),
    "print-x1a": Profile(
        name="print-x1a",
        aim=Aim.PRINT,
        printer=PrinterProfile(name="print-x1a", standard=Standard.X1A),
    ),
    "mail": Profile(name="mail", aim=Aim.MAIL),
    "screen": Profile(name="screen", aim=Aim.SCREEN),
}
"""The built-in profiles by name."""


def allow_claim(facts: Inspection, profile: Profile) -> Profile:
    """The profile by which a file is judged: whoever prints PDF/X-4 prints PDF/X-1a too, which allows less.

    A file that claims nothing but PDF/X-1a is held to all of it.
    """
    metadata = facts.metadata
    claimed = metadata.info.get("GTS_PDFXVersion"), metadata.xmp.get("pdfxid:GTS_PDFXVersion")
    if profile.aim is Aim.PRINT and claimed == (Standard.X1A.value, None):
        return replace(profile, printer=replace(profile.printer, standard=Standard.X1A))
    return profile


def profile_for(printer: PrinterProfile) -> Profile:
    """The profile that holds a file to one print shop's demands."""
    return Profile(name=printer.name, aim=Aim.PRINT, printer=printer)


class Hit(Struct, frozen=True, kw_only=True):
    """One place where a rule is broken; page 0 is the whole file.

    `kind` is a word of `terms.toml` for what it is, `name` its file, title or words, as a person knows it and
    not as the PDF calls it. Another severity than the rule's may be said.
    """

    page: int = 0
    box: Rect | None = None
    kind: str = "file"
    name: str = ""
    values: Values = field(default_factory=dict)
    severity: Severity | None = None


class Gap(Struct, frozen=True):
    """Something a rule could not measure, and why (`reason` is a code of the catalogue)."""

    reason: str
    values: Values = field(default_factory=dict)


Outcome = Union[Hit, Gap]


class RuleScope(Enum):
    """What a rule is about: how a page is painted, which comes along with the page, or the file around it."""

    PAINTED = "painted"
    FILE = "file"


PAINTED, FILE = RuleScope.PAINTED, RuleScope.FILE


class Case(Struct, frozen=True):
    """A file before its judge."""

    facts: Inspection
    profile: Profile

    @property
    def printer(self) -> PrinterProfile:
        return self.profile.printer


Check = Callable[[Case], Iterable[Outcome]]


class JudgeRule(Struct, frozen=True):
    """One demand: its code (in the catalogue too), how grave it is and of what, its sources, its check."""

    code: str
    severity: Severity
    scope: RuleScope
    sources: Sources
    check: Check
    aims: tuple[Aim, ...] = (Aim.PRINT,)
    standards: tuple[Standard, ...] = tuple(Standard)
    """Print only: the standards that have this rule."""

    def applies(self, profile: Profile) -> bool:
        """Whether a profile asks for this rule."""
        if profile.aim not in self.aims:
            return False
        return profile.aim is not Aim.PRINT or profile.printer.standard in self.standards


LONGEST_NAME = 60
"""Characters of what a file calls something that a report repeats."""


def excerpt(text: str, most: int = 32) -> str:
    """The beginning of a text, on one line; controls, which a terminal would obey, are left out."""
    line = " ".join(text[: 8 * most].split())
    line = "".join(sign for sign in line if sign.isprintable() or sign == NO_BREAK_SPACE)
    return line if len(line) <= most else line[: most - 1] + "…"


def sighted(*whats: str) -> Check:
    """A check that hits wherever the inspector has seen one of `whats`."""

    def check(case: Case) -> Iterator[Outcome]:
        for sighting in case.facts.sightings:
            if sighting.what in whats:
                yield _hit(0, sighting)
        for page in case.facts.pages:
            for sighting in page.sightings:
                if sighting.what in whats:
                    yield _hit(page.number, sighting)

    return check


def _hit(page: int, sighting: Sighting) -> Hit:
    seen = sighting.subject
    values = {"detail": sighting.detail}
    return Hit(page=page, box=sighting.box, kind=seen.kind, name=seen.name, values=values)
