"""Takes the place of a new folder, copies the sample brochure's content there; replaces nothing."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.pipeline.files import copy_sample
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("folder", type=PathArgument())
@with_messages
def init(folder: Path, reporter: Reporter) -> None:
    """Copy the sample brochure's content to FOLDER, to start from."""
    copy_sample(folder)
    click.echo(reporter.phrase("sample-copied", place=str(folder)))
