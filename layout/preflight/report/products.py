"""Takes what a build has made or been given, gives objections as diagnostics; renders nothing."""

from __future__ import annotations

from collections.abc import Container

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.products.printer import PrinterProfile
from layout.model.products.publicity import Likeness, PublicityProfile
from layout.model.records import replace
from layout.model.values import Listed, Values
from layout.preflight.facts import Inspection
from layout.preflight.gathering.recall import Recall
from layout.preflight.inspection import inspect_file
from layout.preflight.report.renditions import diagnose
from layout.preflight.rules.judgement import Finding, judge
from layout.preflight.rules.rule import PROFILES, Aim, Profile, RuleScope, profile_for

TOLD = frozenset({"image-soft", "image-bitmap"})
"""Warnings about pictures, which a build gives before it draws, at their place in the content."""


def judge_print(
    pdf: bytes,
    name: str,
    printer: PrinterProfile,
    covers: Container[int] = (),
    *,
    path: str | None = None,
    recall: Recall | None = None,
) -> list[Diagnostic]:
    """All that is wrong with a finished print file called `name`, and a note of what only rendering tells.

    The note says how to have the file judged at `path`, where it is to be written. Pages that `recall` knows
    are not looked at again.

    Warnings given before are not given again: of coarse pictures, and of how the pages `covers` (from 1) are
    painted, which a designer has drawn.
    """
    report = judge(_inspect(pdf, name, recall=recall), profile_for(printer))
    findings = tuple(found for found in report.findings if not _is_told(found, covers))
    problems = list(diagnose(replace(report, findings=findings)))
    if report.unmeasured:
        rules = Listed(tuple(dict.fromkeys(gap.rule for gap in report.unmeasured)))
        values: Values = {"file": path or name, "rules": rules}
        problems.append(Diagnostic("press-unrendered", Span(name), values, Severity.NOTE))
    return problems


def _is_told(finding: Finding, covers: Container[int]) -> bool:
    if finding.severity is not Severity.WARNING:
        return False
    return finding.rule in TOLD or (finding.page in covers and finding.scope is RuleScope.PAINTED)


def judge_mail(pdf: bytes, name: str, recall: Recall | None = None) -> list[Diagnostic]:
    """All that is wrong with a finished mail file called `name`, such as what a cover brings."""
    return list(diagnose(judge(_inspect(pdf, name, recall=recall), PROFILES["mail"])))


def judge_publicity(
    pdf: bytes,
    name: str,
    publicity: PublicityProfile,
    logos: tuple[Likeness, ...],
    languages: tuple[str, ...],
    recall: Recall | None = None,
) -> list[Diagnostic]:
    """All that a programme would object to in a finished file called `name`, its questions among it."""
    facts = _inspect(pdf, name, logos, recall)
    profile = Profile(
        name=publicity.name, aim=Aim.PUBLICITY, languages=languages, publicity=publicity, logos=logos
    )
    report = judge(facts, profile)
    gaps = [Diagnostic(gap.reason, Span(name), gap.values, Severity.WARNING) for gap in report.unmeasured]
    return [*diagnose(report), *gaps]


def judge_cover(pdf: bytes, name: str, printer: PrinterProfile, number: int = 1) -> tuple[Diagnostic, ...]:
    """Errors and warnings about a PDF of one page, the cover.

    The designer knows it as page `number` of the file `name`. What concerns the whole file (metadata, intent,
    version, marks) is left to the finished product's judge. Raises Rejected as `inspect_file` does.
    """
    report = judge(_inspect(pdf, name), profile_for(printer))
    findings = tuple(
        replace(finding, page=number) if finding.page else finding
        for finding in report.findings
        if finding.severity is not Severity.NOTE and finding.scope is RuleScope.PAINTED
    )
    return diagnose(replace(report, name=name, findings=findings))


def _inspect(
    pdf: bytes, name: str, logos: tuple[Likeness, ...] | None = None, recall: Recall | None = None
) -> Inspection:
    """The facts of a file that is called `name`, also where it is rejected."""
    try:
        return replace(inspect_file(pdf, render=False, logos=logos, recall=recall), name=name)
    except Rejected as rejected:
        raise Rejected(
            replace(one, where=Span(name), values={**one.values, "file": name})
            for one in rejected.diagnostics
        ) from None
