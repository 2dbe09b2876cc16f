"""Takes content, makes its PDFs again whenever it changes, for those who use an editor and a viewer."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.live.watching import list_changes
from layout.model.diagnostic import Rejected
from layout.model.products.edition import EDITIONS
from layout.pipeline.building import build_products
from layout.pipeline.files import editions, refuse_unwritable
from layout.pipeline.wishes import ProductWishes
from layout.reporting import Reporter

USUAL = ("screen",)


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option(
    "-e",
    "--edition",
    "names",
    multiple=True,
    type=click.Choice(list(EDITIONS)),
    help="Which product to make; repeat for several.  [default: screen]",
)
@click.option(
    "-o",
    "--output",
    type=PathArgument(file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder for the PDFs.",
)
@with_messages
def watch(content: Path, names: tuple[str, ...], output: Path, reporter: Reporter) -> None:
    """Make the PDFs of CONTENT again whenever it changes, until it is stopped."""
    stop_without_content(content)
    refuse_unwritable(output)
    for _ in list_changes(content, output):
        try:
            built = build_products(content, editions(names or USUAL), ProductWishes(folder=output))
        except Rejected as rejected:
            reporter.show(rejected.diagnostics)
            continue
        for path in built.paths:
            click.echo(path)
        reporter.show(built.diagnostics)
