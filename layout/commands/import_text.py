"""Takes an office's text in two languages, writes a content folder made from it, dated with today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command, Misuse
from layout.commands.terminal.wording import with_messages
from layout.model.values import Count
from layout.reporting import Reporter
from layout.source.import_text.decisions import Settling
from layout.source.import_text.import_folder import import_text as import_folder
from layout.source.import_text.update.update_folder import update_text as update_folder


@click.command("import", cls=Command)
@click.argument("texts", type=PathArgument(), nargs=-1, required=True)
@click.option("-o", "--output", "folder", type=PathArgument(), required=True, metavar="folder")
@click.option("--force", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option(
    "--decisions",
    type=PathArgument(),
)
@click.option("--update", is_flag=True)
@with_messages
def import_text(
    texts: tuple[Path, ...],
    folder: Path,
    force: bool,
    yes: bool,
    decisions: Path | None,
    update: bool,
    reporter: Reporter,
) -> None:
    """Make a content folder from a bilingual TEXT, .docx, .odt or .txt, or from one a language."""
    if len(texts) > 2:
        raise Misuse("usage-two-texts", click.get_current_context())
    if update:
        _update_folder(texts, folder, Settling(yes, decisions), reporter)
        return
    report = import_folder(texts, folder, force, date.today(), Settling(yes, decisions))
    reporter.show(report.findings)
    click.echo(reporter.phrase("imported", place=str(folder)))


def _update_folder(texts: tuple[Path, ...], folder: Path, wishes: Settling, reporter: Reporter) -> None:
    """Shows what a revised text changes, and writes it if asked to."""
    report = update_folder(texts, folder, wishes, wishes.accept)
    reporter.show(report.findings)
    code = "update-written" if wishes.accept else "update-planned"
    counts = {"changed": Count(report.changed), "new": Count(report.new), "removed": Count(report.removed)}
    click.echo(reporter.phrase(code, place=str(folder), **counts))
