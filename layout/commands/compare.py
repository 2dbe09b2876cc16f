"""Takes two finished editions of one brochure, tells whether they say the same; changes neither."""

from __future__ import annotations

from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import Rejected
from layout.model.values import Listed
from layout.preflight import inspect_file
from layout.preflight.report.twins import compare as compare_facts
from layout.preflight.report.twins import tell, words_of
from layout.reporting import Reporter


@click.command(cls=Command)
@click.argument("file", type=PathArgument())
@click.argument("other", type=PathArgument())
@with_messages
def compare(file: Path, other: Path, reporter: Reporter) -> None:
    """Tell whether FILE and OTHER, say mail and print, say the same in both languages, in the same order."""
    facts = inspect_file(file, render=False)
    partings = compare_facts(facts, inspect_file(other, render=False))
    if partings:
        raise Rejected(tell(partings, str(file), str(other)))
    counts = (f"{language or '–'} {len(letters)}" for language, letters in sorted(words_of(facts).items()))
    click.echo(reporter.phrase("editions-agree", counts=Listed(tuple(counts))))
