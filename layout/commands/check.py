"""Takes content, prints what is wrong in it and what its products would be told; writes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.lang.microtype import Change
from layout.model.diagnostic import has_errors
from layout.pipeline.checking import check_folder
from layout.reporting import Reporter
from layout.source.printer import read_printer


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--verbose", is_flag=True)
@click.option("--printer")
@with_messages
def check(content: Path, verbose: bool, printer: str | None, reporter: Reporter) -> None:
    """Print everything that is wrong in CONTENT; make no PDF."""
    stop_without_content(content)

    def tell(change: Change) -> None:
        if verbose:
            click.echo(f"{change.where}: {change.rule}: {_visible(change.before)} → {_visible(change.after)}")

    composed = check_folder(content, tell, None if printer is None else read_printer(printer))
    reporter.show(composed.diagnostics)
    if not has_errors(composed.diagnostics):
        click.echo(reporter.phrase("content-is-good", place=str(content)))


def _visible(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "^").replace("\ue000", "_")
