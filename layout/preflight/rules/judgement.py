"""Takes facts and a profile, gives the report of all rules that apply; never opens a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from layout.model.diagnostic import Severity
from layout.model.geometry import Rect
from layout.model.products.printer import Exemption
from layout.model.records import Struct
from layout.model.units import to_mm
from layout.model.values import Extent, Listed, Value, Values
from layout.preflight.facts import Inspection, PageFacts
from layout.preflight.rules import (
    access as rules_access,
)
from layout.preflight.rules import (
    archive as rules_archive,
)
from layout.preflight.rules import (
    boxes as rules_boxes,
)
from layout.preflight.rules import (
    colour as rules_colour,
)
from layout.preflight.rules import (
    file as rules_file,
)
from layout.preflight.rules import (
    marks as rules_marks,
)
from layout.preflight.rules import (
    metadata as rules_metadata,
)
from layout.preflight.rules import (
    perception as rules_perception,
)
from layout.preflight.rules import (
    tree as rules_tree,
)
from layout.preflight.rules import (
    typefaces as rules_typefaces,
)
from layout.preflight.rules.publicity.rules import publicity_rules
from layout.preflight.rules.rule import (
    LONGEST_NAME,
    Aim,
    Case,
    Gap,
    Hit,
    JudgeRule,
    Profile,
    RuleScope,
    allow_claim,
    excerpt,
)
from layout.preflight.rules.source import PRINTER, Sources
from layout.preflight.walk.areas import finished

RULES: tuple[JudgeRule, ...] = (
    *rules_file.RULES,
    *rules_metadata.RULES,
    *rules_boxes.RULES,
    *rules_colour.RULES,
    *rules_marks.RULES,
    *rules_typefaces.RULES,
    *rules_archive.RULES,
    *rules_access.RULES,
    *rules_perception.RULES,
    *rules_tree.RULES,
)
"""Every rule, in the order of reports."""

MOST = 200
"""Findings of one rule that are kept one by one; the rest is only counted."""


class Verdict(Enum):
    """What the findings come to; `UNSURE` is no pass: no error was found, but not all was measured."""

    REFUSED = "refused"
    WARNED = "warned"
    UNSURE = "unsure"
    PASSED = "passed"


class Finding(Struct, frozen=True, kw_only=True):
    """A rule broken at a place; the position is in mm from the trimmed page's top left corner, as seen."""

    rule: str
    severity: Severity
    page: int
    position: tuple[float, float] | None
    kind: str
    name: str
    values: Values
    sources: Sources
    scope: RuleScope
    exempt: str = ""
    """The printer's reason for passing it over, empty where it counts."""


class Unmeasured(Struct, frozen=True):
    """A rule that could not be checked, wholly or in part, and why."""

    rule: str
    reason: str
    values: Values
    sources: Sources


class Summary(Struct, frozen=True, kw_only=True):
    """What a file is: its first page's trimmed size, and what it says of itself."""

    pages: int
    size: Extent
    version: str
    claims: str
    producer: str
    intent: str


class Report(Struct, frozen=True, kw_only=True):
    """The judgement of one file by one profile."""

    name: str
    profile: Profile
    summary: Summary
    findings: tuple[Finding, ...]
    exempted: tuple[Finding, ...]
    unmeasured: tuple[Unmeasured, ...]
    passed: tuple[str, ...]
    """Rules that were checked and found nothing."""
    left_out: Mapping[str, int]
    """Rules with more findings than are kept, and how many more."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def verdict(self) -> Verdict:
        """Refused on any error; a pass only where everything was measured."""
        if self.errors:
            return Verdict.REFUSED
        if self.unmeasured:
            return Verdict.UNSURE
        return Verdict.WARNED if self.warnings else Verdict.PASSED


def judge(facts: Inspection, profile: Profile) -> Report:
    """Holds a file's facts against every rule that the profile asks for, and PDF/X-1a to its own."""
    profile = allow_claim(facts, profile)
    case = Case(facts, profile)
    findings: list[Finding] = []
    exempted: list[Finding] = []
    unmeasured: list[Unmeasured] = []
    passed: list[str] = []
    left_out: dict[str, int] = {}
    for rule in (*RULES, *publicity_rules(profile.publicity)):
        if not rule.applies(profile):
            continue
        hits, gaps, count = _check(rule, case)
        left_out.update({rule.code: count - len(hits)} if count > len(hits) else {})
        for finding in hits:
            (exempted if finding.exempt else findings).append(finding)
        unmeasured += [Unmeasured(rule.code, gap.reason, gap.values, rule.sources) for gap in gaps]
        if not hits and not gaps:
            passed.append(rule.code)
    findings += _unknown_exemptions(profile)
    findings.sort(key=lambda one: _WEIGHTS[one.severity])
    return Report(
        name=facts.name,
        profile=profile,
        summary=_summarise(facts),
        findings=tuple(findings),
        exempted=tuple(exempted),
        unmeasured=tuple(unmeasured),
        passed=tuple(passed),
        left_out=left_out,
    )


_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def _check(rule: JudgeRule, case: Case) -> tuple[list[Finding], list[Gap], int]:
    hits: list[Finding] = []
    gaps: list[Gap] = []
    count = 0
    for outcome in rule.check(case):
        if isinstance(outcome, Gap):
            gaps.append(outcome)
            continue
        count += 1
        if len(hits) < MOST:
            hits.append(_find(rule, outcome, case))
    return hits, gaps, count


def _find(rule: JudgeRule, hit: Hit, case: Case) -> Finding:
    pages = case.facts.pages
    page = pages[hit.page - 1] if 0 < hit.page <= len(pages) else None
    position = place_on(page, hit.box) if page and hit.box else None
    exemption = next(
        (one for one in case.printer.exemptions if _exempts(one, rule, hit, case)),
        None,
    )
    return Finding(
        rule=rule.code,
        severity=hit.severity or rule.severity,
        page=hit.page,
        position=position,
        kind=hit.kind,
        name=excerpt(hit.name, LONGEST_NAME),
        values={key: _shorten(value) for key, value in hit.values.items()},
        sources=rule.sources,
        scope=rule.scope,
        exempt=exemption.reason if exemption else "",
    )


def _shorten(value: Value) -> Value:
    """What a file calls something, fit for one line of a report."""
    if isinstance(value, str):
        return excerpt(value, LONGEST_NAME)
    return Listed(tuple(map(_shorten, value.values))) if isinstance(value, Listed) else value


def _exempts(exemption: Exemption, rule: JudgeRule, hit: Hit, case: Case) -> bool:
    pages = exemption.pages
    printed = case.profile.aim is Aim.PRINT and rule in RULES
    return printed and exemption.rule == rule.code and (not pages or hit.page in pages)


def _unknown_exemptions(profile: Profile) -> Iterator[Finding]:
    known = {rule.code for rule in RULES}
    for exemption in profile.printer.exemptions:
        if exemption.rule not in known:
            values = {"rule": exemption.rule}
            yield Finding(
                rule="exemption-unknown",
                severity=Severity.WARNING,
                page=0,
                position=None,
                kind="file",
                name="",
                values=values,
                sources=(PRINTER,),
                scope=RuleScope.FILE,
            )


def place_on(page: PageFacts, box: Rect) -> tuple[float, float]:
    """Millimetres across and down from the trimmed page's top left corner to a box's, the page as seen."""
    left, bottom, right, top = finished(page)
    x0, y0, x1, y1 = box
    across, down = {
        0: (x0 - left, top - y1),
        90: (y0 - bottom, x0 - left),
        180: (right - x1, y0 - bottom),
        270: (top - y1, right - x1),
    }.get(page.rotate, (x0 - left, top - y1))
    return (round(to_mm(across), 1) + 0.0, round(to_mm(down), 1) + 0.0)  # never “-0”


def _summarise(facts: Inspection) -> Summary:
    first = facts.pages[0]
    left, bottom, right, top = finished(first)
    metadata = facts.metadata
    claims = (
        metadata.xmp.get("pdfxid:GTS_PDFXVersion") or metadata.info.get("GTS_PDFXVersion", ""),
        f"PDF/A-{metadata.xmp['pdfaid:part']}{metadata.xmp.get('pdfaid:conformance', '').lower()}"
        if "pdfaid:part" in metadata.xmp
        else "",
        f"PDF/UA-{metadata.xmp['pdfuaid:part']}" if "pdfuaid:part" in metadata.xmp else "",
    )
    producer = metadata.info.get("Producer", "") or metadata.xmp.get("pdf:Producer", "")
    return Summary(
        pages=len(facts.pages),
        size=Extent(right - left, top - bottom),
        version=facts.version,
        claims=excerpt(", ".join(filter(None, claims)), LONGEST_NAME) or "–",
        producer=excerpt(producer, LONGEST_NAME) or "–",
        intent=excerpt(", ".join(intent.identifier for intent in facts.intents), LONGEST_NAME) or "–",
    )
