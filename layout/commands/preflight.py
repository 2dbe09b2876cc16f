"""Takes any PDF and the name of a profile, prints the judge's report."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command, Misuse, explain_misuse
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.products.publicity import PublicityWish
from layout.model.records import replace
from layout.model.values import Listed
from layout.preflight import (
    PROFILES,
    Aim,
    Profile,
    Verdict,
    profile_for,
    refusal_json,
    report_json,
    report_text,
)
from layout.preflight import preflight as judge_file
from layout.reporting import Reporter
from layout.source.nodes.reading import nearest
from layout.source.printer import is_printer_file, printer_names, read_printer

USUAL = "print"
UNMEASURED = 3
"""Exit status where no error was found, but not all was measured."""


@click.command(cls=Command)
@click.argument("file", type=PathArgument())
@click.option("--profile", default=None)
@click.option("--publicity")
@click.option("--small-object", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--no-render", is_flag=True)
@with_messages
def preflight(
    file: Path,
    profile: str | None,
    publicity: str | None,
    small_object: bool,
    as_json: bool,
    no_render: bool,
    reporter: Reporter,
) -> None:
    """Judge FILE, any PDF, before it goes to a press or into the mail."""
    name = profile or publicity or USUAL
    try:
        if small_object and publicity is None:
            raise Misuse("usage-small-object", click.get_current_context())
        wanted = _with_publicity(profile, publicity, small_object)
        report = judge_file(file, wanted, render=False if no_render else None)
    except (Rejected, Misuse) as refused:
        if as_json:
            text = refusal_json(str(file), name, _problems(refused), reporter.language)
            click.echo(text.encode("utf-8", "replace"), nl=False)
        raise
    if as_json:
        click.echo(report_json(report, reporter.language).encode("utf-8", "replace"), nl=False)
    else:
        click.echo(report_text(report, reporter.language), nl=False)
    if report.verdict in (Verdict.REFUSED, Verdict.UNSURE):
        sys.exit(1 if report.verdict is Verdict.REFUSED else UNMEASURED)


def _with_publicity(named: str | None, publicity: str | None, small_object: bool) -> Profile:
    """The profile of a printer or a purpose, and with it, or alone, that of a programme."""
    if publicity is None:
        named = USUAL if named is None else named
        return PROFILES.get(named) or _read_profile(named, PROFILES)
    # Loaded where it is asked for: a programme's logos are drawn to be compared.
    from layout.pipeline.checks.publicity import chosen_profile, profile_likenesses

    programme = chosen_profile(PublicityWish(publicity, small_object, Span(publicity)))
    wanted = Profile(name=programme.name, aim=Aim.PUBLICITY)
    if named is not None:
        wanted = PROFILES.get(named) or _read_profile(named, PROFILES)
    return replace(wanted, publicity=programme, logos=profile_likenesses(programme))


def _problems(refused: Rejected | Misuse) -> tuple[Diagnostic, ...]:
    return refused.diagnostics if isinstance(refused, Rejected) else (explain_misuse(refused, "preflight"),)


def _read_profile(named: str, built_in: Iterable[str]) -> Profile:
    """What a printer asks, by name or file; read only where one is named, since that takes time."""
    if not is_printer_file(named) and named not in printer_names():
        known = (*built_in, *printer_names())
        values = {"value": named[:60], "nearest": nearest(named, known) or known[0]}
        raise Misuse("usage-profile", click.get_current_context(), choices=Listed(tuple(known)), **values)
    return profile_for(read_printer(named))
