"""Takes content and a list of recipients, writes a message with the mail edition for each; sends nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from layout.commands.size import Size
from layout.commands.usage import Misuse
from layout.commands.wording import with_messages
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.edition import EDITIONS
from layout.model.languages import PAIR
from layout.model.values import Count, Values
from layout.reporting import Reporter

if TYPE_CHECKING:
    from layout.mail.outbox import MailReport, Progress

T = TypeVar("T")

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 to be used instead of the clock (reproducible-builds.org)."""


@click.command()
@click.argument("content", type=click.Path(path_type=Path), default=Path("content"))
@click.option("--recipients", type=click.Path(path_type=Path), required=True, help="The list, a CSV file.")
@click.option(
    "-o",
    "--output",
    "outbox",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the messages.",
)
@click.option("--skip-bad", is_flag=True, help="Leave bad rows out, still telling each.")
@click.option("--dry-run", is_flag=True, help="Check everything, write nothing.")
@click.option("--cover-line", is_flag=True, help="Put “Dla: … / Pro: …” with each name on the cover.")
@click.option("--max-size", type=Size(), help="Largest PDF, such as 2MB: pictures are lowered as needed.")
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
    from layout.mail.outbox import Dispatch, write_messages
    from layout.pipeline.building import build_edition, build_within
    from layout.pipeline.composing import compose_folder
    from layout.source.recipients.mailing import read_mailing, warn_of_shared_words
    from layout.source.recipients.recipients import read_recipients

    date = _now()
    mistakes: list[Diagnostic] = []
    composed = _try(lambda: compose_folder(content), mistakes)
    listed = _try(lambda: read_recipients(recipients), mistakes)
    languages = composed.brochure.languages if composed else PAIR
    mailing = _try(lambda: read_mailing(content, languages), mistakes)
    if composed is None or listed is None or mailing is None:
        raise Rejected(mistakes)
    edition = EDITIONS["mail"]
    pdf = build_within(composed, edition, max_size) if max_size else build_edition(composed, edition)
    own = None
    if cover_line:
        from layout.commands.cover_lines import personalise

        listed, own = personalise(composed, pdf, listed)
    dispatch = Dispatch(date, own, skip_bad=skip_bad, dry_run=dry_run)
    with _progress() as on_progress:
        report = write_messages(listed, mailing, pdf, outbox, dispatch, on_progress)
    reporter.show([*composed.diagnostics, *warn_of_shared_words(content), *report.warnings, *report.skipped])
    click.echo(reporter.phrase("mail-checked" if dry_run else "mail-written", **_count(report)))


def _try(read: Callable[[], T], mistakes: list[Diagnostic]) -> T | None:
    """What `read` gives, or None and its mistakes among the others."""
    try:
        return read()
    except Rejected as rejected:
        mistakes.extend(rejected.diagnostics)
        return None


def _now() -> datetime:
    """The time that messages are dated with."""
    asked = os.environ.get(EPOCH)
    if asked is None:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(asked), UTC)
    except (ValueError, OverflowError, OSError):
        raise Misuse("usage-epoch", click.get_current_context(), name=EPOCH, value=asked) from None


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=0, hidden=True, show_pos=True, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.hidden, bar.length = False, total
            bar.update(done - bar.pos)

        yield show


def _count(report: MailReport) -> Values:
    return {
        "outbox": str(report.outbox),
        "written": Count(report.written),
        "kept": Count(report.kept),
        "skipped": Count(len({told.values["row"] for told in report.skipped})),
    }
