"""Takes content, an office and the passages it has read, keeps its approval beside the content."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from layout.commands.arguments.clock import now
from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command, Misuse
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.languages import PAIR
from layout.model.values import Count
from layout.pipeline.translation.approving import Consent
from layout.pipeline.translation.approving import approve as keep_approval
from layout.reporting import Reporter
from layout.source.approvals import LONGEST_NAME
from layout.source.nodes.parsing import find_forbidden


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--language", type=click.Choice(PAIR))
@click.option("--by", required=True)
@click.option("--place", "places", multiple=True)
@click.option("--spelling", is_flag=True)
@with_messages
def approve(
    content: Path,
    language: str | None,
    by: str,
    places: tuple[str, ...],
    spelling: bool,
    reporter: Reporter,
) -> None:
    """Keep that an office has approved CONTENT, or the passages named, as they are now."""
    stop_without_content(content)
    name = by.strip()
    if not name or len(name) > LONGEST_NAME or find_forbidden(name) is not None or "\n" in name:
        raise Misuse("usage-name", click.get_current_context(), most=LONGEST_NAME)
    if language is None and not spelling:
        raise Misuse("usage-approve-language", click.get_current_context())
    consent = Consent(language=language, by=name, on=now().date(), places=places, spelling=spelling)
    done = keep_approval(content, consent)
    reporter.show(done.diagnostics)
    click.echo(reporter.phrase("approved", count=Count(done.approved)))
    if not done.approved and done.diagnostics:
        sys.exit(1)
