"""Takes an office's text in two languages, writes a content folder made from it, dated with today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command, Misuse
from layout.commands.wording import with_messages
from layout.reporting import Reporter
from layout.source.import_text.import_folder import import_text as import_folder


@click.command("import", cls=Command)
@click.argument("texts", metavar="TEXT [TEXT]", type=PathArgument(), nargs=-1, required=True)
@click.option("-o", "--output", "folder", type=PathArgument(), required=True, help="The new content folder.")
@click.option("--force", is_flag=True, help="Replace content files that are already there.")
@with_messages
def import_text(texts: tuple[Path, ...], folder: Path, force: bool, reporter: Reporter) -> None:
    """Make a content folder from a bilingual TEXT, .docx or .txt, or from one a language."""
    if len(texts) > 2:
        raise Misuse("usage-two-texts", click.get_current_context())
    report = import_folder(texts, folder, force, date.today())
    reporter.show(report.findings)
    click.echo(reporter.phrase("imported", place=str(folder)))
