"""Takes any finished PDF and how its sheets are wanted, writes the imposed PDF."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.sheets import Wishes, with_sheets
from layout.commands.wording import with_messages
from layout.model.diagnostic import Rejected, Span
from layout.model.imposition import Scheme
from layout.reporting import Reporter

HEADER_WITHIN = 1024
"""Bytes in which a PDF's header stands (ISO 32000-1, Annex H, note 13)."""


@click.command()
@click.argument("source", metavar="IN.pdf", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as",
    "scheme",
    type=click.Choice([scheme.value for scheme in Scheme]),
    default="booklet",
    show_default=True,
    help="How pages are laid out on sheets.",
)
@with_sheets
@click.option("--press", is_flag=True, help="For a press: keep the bleed, add crop marks.")
@with_messages
def impose(source: Path, output: Path, scheme: str, wishes: Wishes, press: bool, reporter: Reporter) -> None:
    """Lay the pages of any finished PDF out on sheets, to print and fold."""
    from layout.output.imposition.impose import impose as impose_pages
    from layout.pipeline.files import write_atomically

    wishes.refuse_unheeded(Scheme(scheme))
    _keep_files(source, output)
    done = impose_pages(source, wishes.job(Scheme(scheme), press), str(source))
    write_atomically(output, done.pdf)
    reporter.show(done.diagnostics)
    click.echo(output)


def _keep_files(source: Path, output: Path) -> None:
    """Raises Rejected where the sheets would take the place of their source, or of a file that is no PDF."""
    if source.exists() and output.exists() and output.samefile(source):
        raise Rejected.one("impose-onto-source", Span(str(output)))
    if output.is_file():
        with output.open("rb") as file:
            start = file.read(HEADER_WITHIN)
        if start and b"%PDF-" not in start:
            raise Rejected.one("impose-onto-other", Span(str(output)))
