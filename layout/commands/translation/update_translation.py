"""Takes a file that a translator sent back and content, puts the translations in; touches no source."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import has_errors
from layout.model.values import Count
from layout.pipeline.translation.returning import update_translation as take_translations
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("file", type=PathArgument())
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@with_messages
def update_translation(file: Path, content: Path, reporter: Reporter) -> None:
    """Put the translations of FILE, .docx or .xlf, into CONTENT; say which were refused, and why."""
    stop_without_content(content)
    returned = take_translations(file, content)
    values = {"taken": Count(returned.taken), "unchanged": Count(returned.unchanged)}
    click.echo(reporter.phrase("translations-taken", **values))
    reporter.show(returned.diagnostics)
    if has_errors(returned.diagnostics):
        sys.exit(1)
