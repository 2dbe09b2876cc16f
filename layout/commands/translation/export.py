"""Takes content, writes its passages to a file for a translator; changes no content."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.languages import PAIR
from layout.model.values import Count
from layout.pipeline.translation.exporting import FORMATS, Wanted
from layout.pipeline.translation.exporting import export as write_export
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--to", "form", type=click.Choice(list(FORMATS)), required=True)
@click.option("-o", "--output", type=PathArgument(dir_okay=False), required=True)
@click.option("--from", "source", type=click.Choice(PAIR))
@click.option(
    "--only",
    type=click.Choice([wanted.value for wanted in Wanted]),
    default=Wanted.ALL.value,
    show_default=True,
)
@click.option("--force", is_flag=True)
@with_messages
def export(
    content: Path, form: str, output: Path, source: str | None, only: str, force: bool, reporter: Reporter
) -> None:
    """Write the passages of CONTENT to a file for a translator: a Word table, or XLIFF 1.2."""
    stop_without_content(content)
    exported = write_export(content, output, form, source, Wanted(only), force)
    click.echo(reporter.phrase("exported", count=Count(exported.count), file=str(output)))
