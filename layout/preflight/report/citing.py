"""Takes what a rule rests on, gives it in few words for people, or in full for programs."""

from __future__ import annotations

from layout.preflight.rules.source import Clause, Source, Sources
from layout.resources.spoken import name_term

FULL = "full"
"""The column of the catalogue that holds an authority's whole name, in English."""
KEYS = frozenset({"printer", "publicity"})
"""Authorities whose clauses are what a file says."""


def cite(sources: Sources, language: str) -> str:
    """The sources in the few words of one language."""
    return "; ".join(_cite(source, language, language) for source in sources)


def cite_fully(sources: Sources) -> str:
    """The sources with the whole names of the standards, in English."""
    return "; ".join(_cite(source, FULL, "en") for source in sources)


def _cite(source: Source, column: str, language: str) -> str:
    name = name_term("source", source.authority, column)
    if not source.clauses:
        return name
    joint = f" {name_term('clause', 'and', language)} "
    parts = joint.join(_part(clause, language) for clause in source.clauses)
    return f"{name}{': ' if source.authority in KEYS else ', '}{parts}"


def _part(clause: Clause, language: str) -> str:
    return f"{name_term('clause', clause.kind, language)} {clause.number}" if clause.kind else clause.number
