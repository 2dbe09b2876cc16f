"""Takes a mistake in the arguments of a command, gives it as a diagnostic; decides no exit status."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any

import click

from layout.commands.arguments.size import Size
from layout.commands.terminal.help_page import write_help
from layout.commands.terminal.wording import language_asked, page_language
from layout.model.diagnostic import Diagnostic, Span
from layout.model.values import Listed, Named, Value, Values
from layout.reporting import Reporter
from layout.source.nodes.reading import nearest

CLOSE = 0.75
"""The likeness of two words (difflib) from which one is taken for a slip of the other."""

DISTANT = 0.8
"""The same of words that begin with different letters, as slips seldom do."""

Told = tuple[str, Values]
"""A code of the catalogue with the values of its words."""


class Misuse(click.UsageError):
    """Arguments that this program finds wrong, not click; `code` stands in the catalogue."""

    def __init__(self, code: str, ctx: click.Context | None = None, **values: Value) -> None:
        super().__init__(code, ctx)
        self.code = code
        self.values = values


class Command(click.Command):
    """A command whose usage errors know it, and that itself says which words are too many."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of `args`, which is nothing; raises UsageError, with the context, otherwise."""
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if left and not ctx.resilient_parsing:
            raise Misuse("usage-too-many", ctx, words=" ".join(left))
        return left

    def get_help(self, ctx: click.Context) -> str:
        """The help page, in the language of messages."""
        return write_help(self, ctx, page_language(ctx))


class _Explained(click.UsageError):
    """A usage error that shows itself in the language of messages."""

    def __init__(self, error: click.UsageError, language: str, command: str) -> None:
        super().__init__(error.message, error.ctx)
        self._diagnostic = explain_misuse(error, command)
        self._language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints one line to standard error."""
        Reporter(self._language).tell(self._diagnostic)


@contextmanager
def explaining_misuse(arguments: Sequence[str], command: str) -> Iterator[None]:
    """While it lasts, usage errors of `command` come out in the language that the raw `arguments` ask for."""
    try:
        yield
    except _Explained:
        raise
    except click.UsageError as error:
        language = language_asked(arguments) or Reporter.preferred(os.environ)
        raise _Explained(error, language, command) from None


def refuse_misspelt(words: Sequence[str], commands: Iterable[str], ctx: click.Context) -> None:
    """Raises Misuse where the first of `words` is no path and nearly a command: it is no content folder."""
    word = words[0] if words else "-"
    if word.startswith("-") or Path(word).exists():
        return
    known = list(commands)
    meant = nearest(word, [one for one in known if one[0] == word[0]]) or nearest(word, known, DISTANT)
    if meant:
        raise Misuse("usage-command", ctx, word=word, nearest=meant)


def explain_misuse(error: click.UsageError, command: str) -> Diagnostic:
    """What click or a command has to say about wrong arguments; the place is the command."""
    command = error.ctx.command_path if error.ctx is not None else command
    code, values = _tell(error)
    return Diagnostic(code, Span(command), {**values, "command": command})


def _tell(error: click.UsageError) -> Told:
    match error:
        case Misuse():
            return error.code, error.values
        case click.NoSuchOption() | click.BadOptionUsage():
            return _tell_option(error)
        case click.BadParameter(param=click.Parameter() as parameter):
            return _tell_parameter(parameter, error)
    return "usage-other", {"reason": Named("reason", error.format_message())}


def _tell_option(error: click.NoSuchOption | click.BadOptionUsage) -> Told:
    option = {"option": error.option_name}
    if isinstance(error, click.BadOptionUsage):
        return "usage-value-needless" if _is_flag(error) else "usage-value-missing", option
    close = get_close_matches(error.option_name, error.possibilities or (), n=1, cutoff=CLOSE)
    if close:
        return "usage-option-misspelt", {**option, "nearest": close[0]}
    return "usage-option-unknown", option


def _is_flag(error: click.BadOptionUsage) -> bool:
    """Whether the option that was misused takes no value."""
    known = error.ctx.command.get_params(error.ctx) if error.ctx is not None else ()
    flags = (option for option in known if isinstance(option, click.Option) and option.is_flag)
    return any(error.option_name in (*flag.opts, *flag.secondary_opts) for flag in flags)


def _tell_parameter(parameter: click.Parameter, error: click.BadParameter) -> Told:
    if not isinstance(error, click.MissingParameter):
        return _tell_type(parameter, error.message)
    if isinstance(parameter, click.Argument):
        return "usage-argument-missing", {"name": Named("argument", str(parameter.name))}
    return "usage-option-missing", {"option": name_parameter(parameter)}


def _tell_type(parameter: click.Parameter, reason: str) -> Told:
    """What a parameter takes, by the type of its value."""
    option = {"option": name_parameter(parameter)}
    match parameter.type:
        case click.Choice(choices=choices):
            return "usage-choice", {**option, "choices": Listed(tuple(map(str, choices)))}
        case click.IntRange() | click.FloatRange() as limits:
            code, values = _tell_limits(limits)
            return code, {**option, **values}
        case click.Path(file_okay=False):
            return "usage-folder-wanted", option
        case click.Path(dir_okay=False):
            return "usage-file-wanted", option
        case Size():
            return "usage-size", option
    return "usage-other", {"reason": Named("reason", reason)}


def _tell_limits(limits: click.IntRange | click.FloatRange) -> Told:
    least = {"least": f"{limits.min or 0:g}"}
    if limits.max is None:
        return "usage-count", least
    code = "usage-integer" if isinstance(limits, click.IntRange) else "usage-range"
    return code, {**least, "most": f"{limits.max:g}"}


def name_parameter(parameter: click.Parameter) -> str:
    """What a user calls a parameter."""
    if isinstance(parameter, click.Argument):
        return parameter.human_readable_name
    return " / ".join(parameter.opts)
