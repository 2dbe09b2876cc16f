"""Takes a click command, gives it its --messages option and turns rejected input into exit status 1."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click

from layout.model.diagnostic import Rejected
from layout.reporting import Reporter
from layout.resources.spoken import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

ARGUMENTS = "szpalta.arguments"
"""Where a context keeps the arguments as typed."""
MESSAGES = "--messages"
PRODUCERS = frozenset({"build", "mail", "impose"})
"""Commands that write a product, which a mistake holds back."""


def language_asked(arguments: Sequence[str]) -> str | None:
    """The language of messages that raw arguments name, whatever else is wrong with them."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _, value = argument.partition("=")
        if name == MESSAGES and (value or following) in LANGUAGES:
            return value or following
    return None


def page_language(ctx: click.Context) -> str:
    """The language of a help page: of the arguments that the context keeps, or the environment's."""
    return language_asked(ctx.meta.get(ARGUMENTS, ())) or Reporter.preferred(os.environ)


def split_language(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The option --messages that stands in front of a command, and the arguments behind it."""
    words = list(arguments)
    if words and words[0].startswith(f"{MESSAGES}="):
        return words[:1], words[1:]
    count = 2 if words and words[0] == MESSAGES else 0
    return words[:count], words[count:]


def with_messages(command: F) -> F:
    """`command` with a `reporter` in the language asked for; a user's mistake shows no traceback."""

    @click.option(MESSAGES, type=click.Choice(LANGUAGES))
    @wraps(command)
    def run(messages: str | None, **arguments: Any) -> None:
        language = messages or Reporter.preferred(os.environ)
        reporter = Reporter(language, makes_products=command.__name__ in PRODUCERS)
        try:
            command(reporter=reporter, **arguments)
        except Rejected as rejected:
            reporter.show(rejected.diagnostics)
            sys.exit(1)
        except BrokenPipeError:
            sys.exit(1)
        except OSError as error:
            reporter.show([reporter.from_os_error(error)])
            sys.exit(1)

    return run  # type: ignore[return-value]
