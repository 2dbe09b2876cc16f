"""Takes what a build has made or been given, gives objections as diagnostics; renders nothing."""

from __future__ import annotations

from dataclasses import replace

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.printer import PrinterProfile
from layout.preflight.inspection import inspect_file
from layout.preflight.judgement import judge
from layout.preflight.report import diagnose
from layout.preflight.ruling import PROFILES, profile_for

FAMILIES = ("colour-", "spot-", "ink-", "overprint-", "font-", "image-", "text-", "line-", "content-")
"""Rules about what a page paints."""
RULES = frozenset(
    {"bleed-cover", "pdf-transparency", "pdf-layers", "pdf-filter", "pdf-opi", "pdf-postscript"}
    | {"pdf-reference", "pdf-alternates", "pdf-transfer", "pdf-halftone", "pdf-external"}
)
"""Rules about a file's structure that a page brings with it."""


def judge_print(pdf: bytes, name: str, printer: PrinterProfile) -> list[Diagnostic]:
    """All that is wrong with a finished print file called `name`, and a note of what only rendering tells."""
    report = judge(replace(inspect_file(pdf, render=False), name=name), profile_for(printer))
    problems = list(diagnose(report))
    if report.unmeasured:
        rules = ", ".join(dict.fromkeys(gap.rule for gap in report.unmeasured))
        values = {"file": name, "rules": rules}
        problems.append(Diagnostic("press-unrendered", Span(name), values, Severity.NOTE))
    return problems


def judge_mail(pdf: bytes, name: str) -> list[Diagnostic]:
    """All that is wrong with a finished mail file called `name`, such as what a cover brings."""
    return list(diagnose(judge(replace(inspect_file(pdf, render=False), name=name), PROFILES["mail"])))


def judge_cover(pdf: bytes, name: str, printer: PrinterProfile) -> tuple[Diagnostic, ...]:
    """Errors of a PDF of one page, the cover; `name` is what the designer knows the file by.

    What concerns the whole file (metadata, intent, version, marks) is left to the finished product's judge.
    Raises Rejected as `inspect_file` does.
    """
    report = judge(inspect_file(pdf, render=False), profile_for(printer))
    findings = tuple(
        finding
        for finding in report.findings
        if finding.severity is Severity.ERROR and (finding.rule.startswith(FAMILIES) or finding.rule in RULES)
    )
    return diagnose(replace(report, name=name, findings=findings))
