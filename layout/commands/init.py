"""Takes the place of a new folder, puts the sample or a template there; replaces nothing."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.clock import now
from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.pipeline.files import copy_sample
from layout.pipeline.starting import TEMPLATES, copy_template
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("folder", type=PathArgument())
@click.option("--template", type=click.Choice(TEMPLATES))
@with_messages
def init(folder: Path, template: str | None, reporter: Reporter) -> None:
    """Put a brochure to start from into FOLDER: the sample, or a template in the language of messages."""
    if template is None:
        copy_sample(folder)
        click.echo(reporter.phrase("sample-copied", place=str(folder)))
    else:
        copy_template(folder, template, reporter.language, now().date())
        click.echo(reporter.phrase("template-written", place=str(folder)))
