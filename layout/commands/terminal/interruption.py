"""Takes the arguments of a command that its user has interrupted, says so in one line and ends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import click

from layout.commands.terminal.wording import language_asked
from layout.reporting import Reporter

INTERRUPTED = 130
"""Exit status: 128 and the number of SIGINT, as shells have it."""


@contextmanager
def telling_interruption(arguments: Sequence[str]) -> Iterator[None]:
    """While it lasts, Ctrl-C ends the program with one line in the language that `arguments` ask for."""
    try:
        yield
    except KeyboardInterrupt:
        tell_interruption(arguments)


def tell_interruption(arguments: Sequence[str]) -> NoReturn:
    """Says that the command was interrupted and exits with status 130."""
    reporter = Reporter(language_asked(arguments) or Reporter.preferred(os.environ))
    click.echo(reporter.phrase("interrupted"), err=True)
    sys.exit(INTERRUPTED)
