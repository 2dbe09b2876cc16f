"""Takes the bytes of any PDF, gives facts and a report; shares no code with the writer."""

from __future__ import annotations

from pathlib import Path

from layout.preflight.facts import Inspection
from layout.preflight.inspection import inspect_file
from layout.preflight.reading.limits import Limits
from layout.preflight.report.renditions import diagnose, refusal_json, report_json, report_text
from layout.preflight.rules.judgement import RULES, Finding, Report, Verdict, judge
from layout.preflight.rules.rule import PROFILES, Aim, Profile, profile_for


def preflight(
    source: Path | bytes, profile: Profile, limits: Limits | None = None, render: bool | None = None
) -> Report:
    """Judges a PDF, given as a path or as bytes, by a profile.

    `render` None renders separations for print only. Raises Rejected for a file that cannot be judged at
    all: no PDF, broken beyond reading, locked with a password, or larger than `limits` allow.
    """
    wanted = profile.aim is Aim.PRINT if render is None else render
    logos = None if profile.publicity is None else profile.logos
    return judge(inspect_file(source, limits, wanted, logos), profile)


__all__ = [
    "PROFILES",
    "RULES",
    "Aim",
    "Finding",
    "Inspection",
    "Limits",
    "Profile",
    "Report",
    "Verdict",
    "diagnose",
    "inspect_file",
    "judge",
    "preflight",
    "profile_for",
    "refusal_json",
    "report_json",
    "report_text",
]
