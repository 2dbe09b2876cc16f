"""Takes content and a list of recipients, writes a message with the mail edition for each; sends nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from layout.commands.arguments.clock import now
from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.size import Size
from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.mail.outbox import MailReport, Progress
from layout.mail.wording import Letter
from layout.model.products.mailing import Address, Recipient
from layout.model.values import ByteSize, Count, Values
from layout.pipeline.mailing import Posting, write_mailing
from layout.reporting import Reporter, has_terminal


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=Path("content"))
@click.option("--recipients", type=PathArgument(), required=True)
@click.option("-o", "--output", "outbox", type=PathArgument(file_okay=False), required=True)
@click.option("--skip-bad", is_flag=True)
@click.option("--dry-run", is_flag=True)
@click.option("--cover-line", is_flag=True)
@click.option("--max-size", type=Size())
@with_messages
def mail(
    content: Path,
    recipients: Path,
    outbox: Path,
    skip_bad: bool,
    dry_run: bool,
    cover_line: bool,
    max_size: int | None,
    reporter: Reporter,
) -> None:
    """Write a message with the mail edition of CONTENT for each recipient; send nothing."""
    posting = Posting(
        content=content,
        recipients=recipients,
        outbox=outbox,
        date=now(),
        skip_bad=skip_bad,
        dry_run=dry_run,
        cover_line=cover_line,
        limit=max_size,
    )
    posted = write_mailing(posting, _progress)
    reporter.show(posted.diagnostics)
    if dry_run:
        for recipient, letter in posted.report.examples:
            shown = _preview(recipient, letter, posted.sender, posted.size)
            click.echo(f"{reporter.phrase('mail-preview', **shown)}\n\n{letter.plain}\n{letter.html}")
    click.echo(reporter.phrase("mail-checked" if dry_run else "mail-written", **_count(posted.report)))


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal; nothing anywhere else."""
    if not has_terminal():
        yield lambda done, total: None
        return
    with click.progressbar(length=0, hidden=True, show_pos=True, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.hidden, bar.length = False, total
            bar.update(done - bar.pos)

        yield show


def _preview(recipient: Recipient, letter: Letter, sender: Address, size: int) -> Values:
    """The head of a message as one recipient would see it."""
    return {
        "language": letter.languages[0],
        "sender": f"{letter.sender} <{sender}>",
        "to": f"{recipient.name} <{recipient.address}>",
        "subject": letter.subject,
        "attachment": letter.file_name,
        "size": ByteSize(size),
    }


def _count(report: MailReport) -> Values:
    return {
        "outbox": str(report.outbox),
        "written": Count(report.written),
        "kept": Count(report.kept),
        "skipped": Count(len({told.values["row"] for told in report.skipped})),
    }
