"""Takes content, prints where each passage stands on its way: translated, changed since, approved by whom."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import Severity
from layout.model.languages import PAIR
from layout.model.values import Count
from layout.pipeline.translation.approving import Readiness, read_readiness
from layout.pipeline.translation.states import PairState, Status, status_name
from layout.reporting import Reporter
from layout.resources.spoken import name_term

_SHOWN = 48
"""Characters of a passage that a line of the list shows."""


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--json", "as_json", is_flag=True)
@with_messages
def status(content: Path, as_json: bool, reporter: Reporter) -> None:
    """Print which passages of CONTENT are translated, changed since, and approved by each office."""
    stop_without_content(content)
    readiness = read_readiness(content)
    if as_json:
        text = json.dumps(describe_readiness(readiness), ensure_ascii=False, indent=1)
        click.echo(f"{text}\n".encode("utf-8", "replace"), nl=False)
        return
    for line in list_readiness(readiness, reporter.language):
        click.echo(line)
    reporter.show(readiness.approvals.warnings)
    mistakes = sum(one.severity is Severity.ERROR for one in readiness.draft.mistakes)
    if mistakes:
        click.echo(reporter.phrase("status-mistakes", count=Count(mistakes)), err=True)


def list_readiness(readiness: Readiness, language: str) -> Iterator[str]:
    """A heading a file with its sums, and a line for each passage that somebody still has to look at."""
    for file, group in groupby(readiness.states, key=lambda state: state.pair.where.file):
        states = list(group)
        yield f"{file}: {_sum(states, language)}"
        usual = Counter(state.status for state in states).most_common(1)[0][0]
        yield from (f"  {_line(state, language)}" for state in states if _is_listed(state, usual))
    yield _sum(readiness.states, language)


def _is_listed(state: PairState, usual: Status) -> bool:
    """Whether somebody has to look at a passage that its file's sums do not tell of already."""
    urgent = state.status in (Status.MISSING, Status.CHANGED) or bool(state.findings)
    return urgent or state.status not in (Status.APPROVED, usual)


def _sum(states: Sequence[PairState], language: str) -> str:
    counted = Counter(status_name(state) for state in states)
    names = (one for status in Status for one in _names(status) if counted[one])
    return ", ".join(f"{name_term('translation-status', name, language)}: {counted[name]}" for name in names)


def _names(status: Status) -> tuple[str, ...]:
    return tuple(f"approved-{tag}" for tag in PAIR) if status is Status.APPROVED_ONE else (status.value,)


def _line(state: PairState, language: str) -> str:
    where = state.pair.where
    said = [name_term("translation-status", status_name(state), language)]
    said += [name_term("language", one, language) for one in state.changed]
    said += [str(found.values["rule"]) for found in state.findings]
    text = next(iter(state.pair.sides.values())).text
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
    return f"{where.line}:{where.column}: {', '.join(dict.fromkeys(said))}: {short}"


def describe_readiness(readiness: Readiness) -> dict[str, Any]:
    """The states as plain values: sums by state, and every passage in order."""
    counted = Counter(status_name(state) for state in readiness.states)
    return {
        "languages": list(readiness.draft.languages),
        "approval": "required" if readiness.draft.translation.approval else "optional",
        "sums": dict(sorted(counted.items())),
        "passages": [_describe(state) for state in readiness.states],
    }


def _describe(state: PairState) -> dict[str, Any]:
    pair = state.pair
    return {
        "file": pair.file,
        "line": pair.where.line,
        "column": pair.where.column,
        "kind": pair.kind,
        "status": status_name(state),
        "changed": list(state.changed),
        "approved": {
            office: {"by": one.by, "on": one.on.isoformat(), **_spelling(one.spelling)}
            for office, one in state.approvals.items()
        },
        "before": {
            office: {"by": old.approvals[office].by, "on": old.approvals[office].on.isoformat(), **old.texts}
            for office, old in state.before.items()
        },
        "rules": [str(found.values["rule"]) for found in state.findings],
        "text": {language: side.text for language, side in pair.sides.items()},
    }


def _spelling(name: str | None) -> dict[str, str]:
    return {} if name is None else {"spelling": name}
