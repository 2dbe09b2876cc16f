"""Takes any PDF and the name of a profile, prints the judge's report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from layout.commands.wording import with_messages
from layout.reporting import Reporter

UNMEASURED = 3
"""Exit status where no error was found, but not all was measured."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    default="print",
    show_default=True,
    help="print, print-x1a, mail, screen, a printer's name or PRINTER.yaml.",
)
@click.option("--json", "as_json", is_flag=True, help="The report for programs.")
@click.option("--no-render", is_flag=True, help="Do not render separations; what needs them is not measured.")
@with_messages
def preflight(file: Path, profile: str, as_json: bool, no_render: bool, reporter: Reporter) -> None:
    """Judge FILE, any PDF, before it goes to a press or into the mail."""
    from layout.preflight import PROFILES, Verdict, profile_for, report_json, report_text
    from layout.preflight import preflight as judge_file
    from layout.source.printer import read_printer

    wanted = PROFILES.get(profile) or profile_for(read_printer(profile))
    report = judge_file(file, wanted, render=False if no_render else None)
    text = report_json(report, reporter.language) if as_json else report_text(report, reporter.language)
    click.echo(text, nl=False)
    if report.verdict in (Verdict.REFUSED, Verdict.UNSURE):
        sys.exit(1 if report.verdict is Verdict.REFUSED else UNMEASURED)
