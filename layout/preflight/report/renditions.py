"""Takes a report, gives text for people, JSON for programs, diagnostics for a build; judges nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.products.publicity import PublicityProfile
from layout.model.records import asdict
from layout.model.units import NO_BREAK_SPACE
from layout.model.values import Count, Quantity, Value
from layout.preflight.report.citing import cite, cite_fully
from layout.preflight.rules.judgement import Finding, Report, Unmeasured
from layout.preflight.rules.rule import Aim, Profile
from layout.resources.messages import tell
from layout.resources.spoken import name_term, say

WIDTH = 100
"""Columns of the text report."""
GROUPS = 9
"""Broken rules told in full; the names of the others follow, so that the report stays on one screen."""
JSON_VERSION = 1

NOTHING = "–"
"""What stands in a summary for what a file does not say."""
PICTURED = ("image", "line", "fill", "stroke", "shading")
"""Kinds whose names are files of pictures."""
QUOTED = ("text", "bookmark")
"""Kinds whose names are words of the document."""

_HEADS = (
    (Severity.ERROR, "errors"),
    (Severity.WARNING, "warnings"),
    (Severity.NOTE, "notes"),
)


def _word(name: str, language: str, **values: Value) -> str:
    """A word of the report itself."""
    return name_term("report", name, language, values)


def report_text(report: Report, language: str = "en") -> str:
    """The report for a person, on one screen: verdict first, then what is wrong and what to do.

    `language` is en, pl or cs. Positions are millimetres from left and top of the trimmed page.
    """
    summary = report.summary
    name = Path(report.name).name or "PDF"
    lines = [
        f"{name}: {say(summary.size, language)}, {_word('pages', language, count=Count(summary.pages))}, "
        f"PDF {summary.version}, {_said(summary.claims, 'unclaimed', language)}, "
        f"{_said(summary.intent, 'unintended', language)}",
        f"{_word('judged', language)}: {_judged_for(report.profile)}",
        f"{_word(report.verdict.value, language)}{_counts(report, language)}",
    ]
    lines += _found(report, language)
    lines += _gaps(report.unmeasured, language)
    if report.exempted:
        lines += ["", f"{_word('exempted', language)}:"]
        lines += [f"  {text}" for text in _exempted(report.exempted, language)]
    lines += ["", f"{_word('kept', language)}: {len(report.passed)}."]
    return "\n".join(lines) + "\n"


def _judged_for(profile: Profile) -> str:
    """The print shop or purpose, and the programme and period."""
    programme = profile.publicity
    named = () if profile.aim is Aim.PUBLICITY else (profile.printer.shop or profile.name,)
    told = () if programme is None else (f"{programme.programme}, {programme.period} ({programme.name})",)
    return "; ".join((*named, *told))


def _said(said: str, otherwise: str, language: str) -> str:
    """What a file says of itself, or in words that it says nothing."""
    return _word(otherwise, language) if said == NOTHING else said


def _counts(report: Report, language: str) -> str:
    counts = [
        _word(f"{head}-found", language, count=Count(count))
        for severity, head in _HEADS
        if (count := sum(one.severity is severity for one in report.findings))
    ]
    return f" ({', '.join(counts)})" if counts else ""


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of one rule and severity together, in the order of their first."""
    groups: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity), []).append(finding)
    return list(groups.values())


def _found(report: Report, language: str) -> Iterator[str]:
    groups = _groups(report.findings)
    head: Severity | None = None
    for group in groups[:GROUPS]:
        if group[0].severity is not head:
            head = group[0].severity
            yield from ("", _word(dict(_HEADS)[head], language).upper())
        more = report.left_out.get(group[0].rule, 0)
        yield from _group(group, more, language)
    rest = [group[0].rule for group in groups[GROUPS:]]
    if rest:
        yield from ("", *_indent(f"{_word('further', language)}: {', '.join(rest)}", ""))


def _group(group: list[Finding], more: int, language: str) -> Iterator[str]:
    first = group[0]
    count = len(group) + more
    where = _where(first, language)
    pages = _ranges(sorted({finding.page for finding in group if finding.page}))
    many = f"; {_word('times', language)} {count}×" if count > 1 else ""
    if count > 1 and len({finding.page for finding in group}) > 1:
        many += f", {_word('page', language)} {pages}"
        many += f" {_word('more', language)}" if more else ""
    what = tell(first.rule, "what", first.values, language)
    do = tell(first.rule, "do", first.values, language)
    yield from _indent(f"{first.rule}: {what} [{cite(first.sources, language)}]", "  ")
    yield from _indent("; ".join(filter(None, (where + many, "→ " + do))), "      ")


def _where(finding: Finding, language: str) -> str:
    parts = []
    if finding.page:
        parts.append(f"{_word('page', language)} {finding.page}")
    if finding.position:
        parts.append(f"({_spot(finding.position, language)})")
    parts.append(_thing(finding, language))
    return " ".join(filter(None, parts))


def _thing(finding: Finding, language: str) -> str:
    whole = finding.page and finding.kind in ("page", "file")
    kind = "" if whole else name_term("kind", finding.kind, language)
    quoted = finding.name and finding.kind in QUOTED
    name = _word("quoted", language, text=finding.name) if quoted else finding.name
    return " ".join(filter(None, (kind, name)))


def _spot(position: tuple[float, float], language: str) -> str:
    """Millimetres across and down, as a language writes them."""
    across, down = (say(Quantity(side), language) for side in position)
    return f"{across}{'; ' if ',' in across + down else ', '}{down}{NO_BREAK_SPACE}mm"


def _ranges(pages: Sequence[int]) -> str:
    """Page numbers, runs of them shortened: 1, 3–5."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _gaps(unmeasured: Sequence[Unmeasured], language: str) -> list[str]:
    if not unmeasured:
        return []
    reasons: dict[str, list[str]] = {}
    for gap in unmeasured:
        reasons.setdefault(tell(gap.reason, "what", gap.values, language), []).append(gap.rule)
    lines = ["", f"{_word('unmeasured', language)}:"]
    for reason, rules in reasons.items():
        lines += _indent(f"{', '.join(rules)}: {reason}", "  ")
    return lines


def _exempted(findings: Sequence[Finding], language: str) -> Iterator[str]:
    for group in _groups(findings):
        pages = _ranges(sorted({finding.page for finding in group if finding.page}))
        place = f", {_word('page', language)} {pages}" if pages else ""
        yield f"{group[0].rule} ({len(group)}×{place}): {group[0].exempt}"


def _indent(text: str, margin: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=f"{margin}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def report_json(report: Report, language: str = "en") -> str:
    """The report for programs: a JSON object of the shape that docs/preflight.md describes."""
    return json.dumps(_object(report, language), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def refusal_json(file: str, profile: str, problems: Iterable[Diagnostic], language: str = "en") -> str:
    """What stands in place of the report where there is none: a JSON object with the member `error`."""
    told = [
        {
            "code": one.code,
            "where": str(one.where),
            "severity": one.severity.value,
            "what": tell(one.code, "what", one.values, language),
            "do": tell(one.code, "do", one.values, language),
        }
        for one in problems
    ]
    found = {"version": JSON_VERSION, "file": file, "profile": profile, "error": told}
    return json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _object(report: Report, language: str) -> dict[str, Any]:
    return {
        "version": JSON_VERSION,
        "file": report.name,
        "profile": report.profile.name,
        "publicity": _programme(report.profile.publicity),
        "verdict": report.verdict.value,
        "summary": {**asdict(report.summary), "size": str(report.summary.size)},
        "findings": [_finding(one, language) for one in report.findings],
        "exempted": [_finding(one, language) for one in report.exempted],
        "left_out": dict(report.left_out),
        "not_measured": [
            {
                "rule": gap.rule,
                "reason": gap.reason,
                "what": tell(gap.reason, "what", gap.values, language),
                "do": tell(gap.reason, "do", gap.values, language),
                "source": cite_fully(gap.sources),
            }
            for gap in report.unmeasured
        ],
        "passed": list(report.passed),
    }


def _programme(profile: PublicityProfile | None) -> dict[str, Any] | None:
    """The rules of a programme by which a file was judged, with their sources."""
    if profile is None:
        return None
    rules = {
        f"publicity-{name}": {
            "grade": demand.grade.value,
            "source": demand.source,
            "checked": demand.checked.isoformat(),
        }
        for name, demand in profile.demands.items()
    }
    return {
        "name": profile.name,
        "programme": profile.programme,
        "period": profile.period,
        "rules": rules,
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    position = finding.position
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "page": finding.page or None,
        "position_mm": {"x": position[0], "y": position[1]} if position else None,
        "object": {"kind": finding.kind, "name": finding.name},
        "what": tell(finding.rule, "what", finding.values, language),
        "do": tell(finding.rule, "do", finding.values, language),
        "values": {name: str(value) for name, value in finding.values.items()},
        "source": cite_fully(finding.sources),
        "exempt": finding.exempt or None,
    }


def diagnose(report: Report) -> tuple[Diagnostic, ...]:
    """The findings as diagnostics, one a rule and severity (its first place), for a build's own messages.

    A place is the file, the page, millimetres from left and top of the trimmed page, and the picture's file.
    """
    name = Path(report.name).name or "PDF"
    return tuple(
        Diagnostic(first.rule, Span(_place(name, first)), first.values, first.severity)
        for first, *_ in _groups(report.findings)
    )


def _place(name: str, finding: Finding) -> str:
    page = f"#{finding.page}" if finding.page else ""
    at = f" ({finding.position[0]:g}, {finding.position[1]:g} mm)" if finding.position else ""
    picture = f" {finding.name}" if finding.kind in PICTURED and finding.name else ""
    return f"{name}{page}{at}{picture}"
