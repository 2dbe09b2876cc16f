"""Takes any finished PDF and how its sheets are wanted, writes the imposed PDF."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.sheets import Wishes, with_sheets
from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.model.products.imposition import Scheme
from layout.pipeline.imposing import impose_file
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("source", type=PathArgument())
@click.option("-o", "--output", required=True, type=PathArgument(dir_okay=False))
@click.option(
    "--as",
    "scheme",
    type=click.Choice([scheme.value for scheme in Scheme]),
    default="booklet",
    show_default=True,
)
@with_sheets
@click.option("--press", is_flag=True)
@with_messages
def impose(source: Path, output: Path, scheme: str, wishes: Wishes, press: bool, reporter: Reporter) -> None:
    """Lay the pages of any finished PDF out on sheets, to print and fold."""
    wishes.refuse_unheeded(Scheme(scheme))
    found = impose_file(source, output, wishes.job(Scheme(scheme), press))
    reporter.show(found)
    click.echo(output)
