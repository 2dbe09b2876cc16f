"""Takes content and which products are wanted, writes their PDFs after each change of it until stopped."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from threading import Event

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.live.rebuilding import Round, rebuild_on_change
from layout.model.products.edition import EDITIONS
from layout.model.values import Count, Listed
from layout.pipeline.files import editions, refuse_unwritable
from layout.pipeline.wishes import ProductWishes
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option(
    "-e",
    "--edition",
    "names",
    multiple=True,
    type=click.Choice(list(EDITIONS)),
    default=("screen",),
    show_default=True,
    help="Which product to make; repeat for several.",
)
@click.option(
    "-o",
    "--output",
    type=PathArgument(file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder for the finished PDFs.",
)
@with_messages
def watch(content: Path, names: tuple[str, ...], output: Path, reporter: Reporter) -> None:
    """Make the PDFs of CONTENT, and again after each change of it, until stopped."""
    stop_without_content(content)
    refuse_unwritable(output)

    def tell(done: Round) -> None:
        if done.paths:
            paths = Listed(tuple(map(str, done.paths)))
            pages, changed = Count(done.pages), Count(done.changed)
            click.echo(reporter.phrase("made-again", pages=pages, changed=changed, paths=paths))
            sys.stdout.flush()
        reporter.show(done.diagnostics)

    stop = Event()
    before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        rebuild_on_change(content, editions(names), ProductWishes(folder=output), tell, stop)
    except KeyboardInterrupt:
        # This is how it is meant to end.
        stop.set()
    finally:
        signal.signal(signal.SIGTERM, before)
