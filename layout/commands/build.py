"""Takes content and which products are wanted, writes their PDFs; each that can be made is."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.sheets import Wishes, with_sheets
from layout.commands.arguments.size import Size
from layout.commands.arguments.usage import Command, Misuse
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import has_errors
from layout.model.languages import PAIR
from layout.model.products.edition import EDITIONS
from layout.model.products.handout import HANDOUT, SCHEMES, Form, Handout
from layout.pipeline.building import build_products
from layout.pipeline.files import editions, refuse_unwritable
from layout.pipeline.wishes import ProductWishes
from layout.reporting import Reporter, Stopwatch
from layout.source.printer import read_printer

_HOSTED = frozenset(edition.name for edition in EDITIONS.values() if edition.hosted)
_PRINTED = tuple(edition.name for edition in EDITIONS.values() if edition.bleed)
HEEDED_BY = {"--max-size": ("mail",), "--printer": _PRINTED, "--convert-covers": _PRINTED}
"""The editions that an option concerns, where not all."""


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("-e", "--edition", "names", multiple=True, type=click.Choice(list(EDITIONS)))
@click.option("-o", "--output", type=PathArgument(file_okay=False), default=Path("build"), show_default=True)
@click.option("--printer")
@click.option("--convert-covers", is_flag=True)
@click.option("--max-size", type=Size())
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.BOOKLET.value,
    show_default=True,
)
@click.option("--grey", is_flag=True)
@click.option("--ink-save", is_flag=True)
@click.option("--language", type=click.Choice(PAIR))
@click.option("--columns", type=click.IntRange(1, 2), default=1, show_default=True)
@with_sheets
@click.option("--timings", is_flag=True)
@with_messages
def build(
    content: Path,
    names: tuple[str, ...],
    output: Path,
    printer: str | None,
    convert_covers: bool,
    max_size: int | None,
    form: str,
    grey: bool,
    ink_save: bool,
    language: str | None,
    columns: int,
    wishes: Wishes,
    timings: bool,
    reporter: Reporter,
) -> None:
    """Make the PDFs of CONTENT: a folder (default: ./content), or another document in it (visit.yaml)."""
    handout = Handout(Form(form), grey, ink_save, language, columns)
    _refuse_unused(names, handout, wishes)
    _refuse_unmade(names, {"--max-size": max_size, "--printer": printer, "--convert-covers": convert_covers})
    stop_without_content(content)
    refuse_unwritable(output)
    watch = Stopwatch(reporter)
    with watch.running():
        wanted = ProductWishes(
            watch=watch.stage,
            shop=None if printer is None else read_printer(printer),
            convert_covers=convert_covers,
            limit=max_size,
            handout=handout,
            job=wishes.job(SCHEMES[handout.form]),
            folder=output,
        )
        built = build_products(content, editions(names), wanted)
    for path in built.paths:
        click.echo(path)
    if timings:
        watch.print()
    reporter.show(built.diagnostics)
    if has_errors(built.diagnostics):
        sys.exit(1)


def _refuse_unused(names: tuple[str, ...], handout: Handout, wishes: Wishes) -> None:
    """A wish that no product of this run heeds is a slip."""
    if (handout != HANDOUT or wishes.asked) and names and _HOSTED.isdisjoint(names):
        raise Misuse("usage-handout-only", click.get_current_context())
    if handout.columns > 1 and handout.language is None:
        raise Misuse("usage-columns", click.get_current_context())
    wishes.refuse_unheeded(SCHEMES[handout.form])


def _refuse_unmade(names: tuple[str, ...], asked: Mapping[str, object]) -> None:
    """A wish for an edition that is not made here is a slip too."""
    for option, wish in asked.items():
        if wish and names and not set(names) & set(HEEDED_BY[option]):
            editions = " / ".join(f"-e {name}" for name in HEEDED_BY[option])
            raise Misuse("usage-edition-only", click.get_current_context(), option=option, editions=editions)
