"""Takes any finished PDF and how its sheets are wanted, writes the imposed PDF."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.wording import with_messages
from layout.model.imposition import A4, Job, Scheme, paper_thickness
from layout.model.units import mm
from layout.reporting import Reporter

SHEETS = {"A4": A4, "A3": (mm(297), mm(420)), "SRA3": (mm(320), mm(450)), "pages": None}
"""Sheets by name; `pages` cuts the sheet to the pages it holds."""


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
@click.option("--sheet", type=click.Choice(list(SHEETS)), default="A4", show_default=True)
@click.option("--paper", type=click.FloatRange(0, 500), default=0.0, help="Paper in g/m², for creep.")
@click.option(
    "--thickness", type=click.FloatRange(0, 2), default=0.0, help="A leaf in mm, instead of --paper."
)
@click.option("--signature", type=click.IntRange(1), help="Most sheets folded into each other.")
@click.option("--fold-marks", is_flag=True, help="Mark where sheets are folded.")
@click.option("--staple-marks", is_flag=True, help="Mark where they are stapled.")
@click.option(
    "--unprintable",
    type=click.FloatRange(0, 30),
    default=0.0,
    help="Margin in mm that the printer leaves white; pages are made smaller only if needed.",
)
@click.option("--press", is_flag=True, help="For a press: keep the bleed, add crop marks.")
@click.option("--alignment", is_flag=True, help="Put a sheet in front that tests front against back.")
@with_messages
def impose(
    source: Path,
    output: Path,
    scheme: str,
    sheet: str,
    paper: float,
    thickness: float,
    signature: int | None,
    fold_marks: bool,
    staple_marks: bool,
    unprintable: float,
    press: bool,
    alignment: bool,
    reporter: Reporter,
) -> None:
    """Lay the pages of any finished PDF out on sheets, to print and fold."""
    from layout.output.imposition.impose import impose as impose_pages
    from layout.pipeline.files import write_atomically

    job = Job(
        Scheme(scheme),
        SHEETS[sheet],
        paper=mm(thickness) or paper_thickness(paper),
        signature=signature,
        fold_marks=fold_marks,
        staple_marks=staple_marks,
        unprintable=mm(unprintable),
        press=press,
        alignment=alignment,
    )
    done = impose_pages(source, job, str(source))
    write_atomically(output, done.pdf)
    reporter.show(done.diagnostics)
    click.echo(output)
