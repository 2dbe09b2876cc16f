"""Takes a terminal's arguments, loads the command that they name and runs it; knows no command's options.

Exit status: 0 done, 1 problems in content, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from layout import __version__
from layout.commands.arguments.usage import explaining_misuse, refuse_misspelt
from layout.commands.terminal.help_page import write_overview
from layout.commands.terminal.interruption import telling_interruption
from layout.commands.terminal.wording import ARGUMENTS, page_language, split_language

COMMANDS = {
    "approve": "translation.approve",
    "build": "build",
    "check": "check",
    "comments": "translation.comments",
    "compare": "compare",
    "export": "translation.export",
    "import": "import_text",
    "impose": "impose",
    "init": "init",
    "mail": "mail",
    "open": "open_page",
    "pictures": "pictures",
    "preflight": "preflight",
    "status": "translation.status",
    "text": "text",
    "update-translation": "translation.update_translation",
    "watch": "watch",
}
"""Of every command the module in `layout/commands/`, which has a function of that name."""


class _Default(click.Group):
    """A group whose words without a command go to `build`, whose usage errors are told in three languages."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context, with the raw arguments kept: a mistake in them may hide the language asked for."""
        arguments = tuple(args)
        with telling_interruption(arguments), explaining_misuse(arguments, str(info_name)):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that the arguments name."""
        arguments = ctx.meta[ARGUMENTS]
        with telling_interruption(arguments), explaining_misuse(arguments, _command_of(ctx)):
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[ARGUMENTS] = tuple(args)
        language, words = split_language(args)
        if words and words[0] in ("--help", "-h", "--version"):
            return super().parse_args(ctx, words[:1])
        if ctx.resilient_parsing and not words:
            return super().parse_args(ctx, words)
        if not words or words[0] not in COMMANDS:
            refuse_misspelt(words, COMMANDS, ctx)
            words = ["build", *words]
        return super().parse_args(ctx, [words[0], *language, *words[1:]])

    def get_help(self, ctx: click.Context) -> str:
        """The page of the program, in the language of messages."""
        return write_overview(ctx, COMMANDS, self.get_params(ctx), page_language(ctx))


class _Unloaded(click.Command):
    """A command known by its name: what it takes and does is loaded when it is called.

    This is the one place that keeps the program quick to start; a command's module imports what it needs.
    """

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the loaded command."""
        return load_command(str(self.name)).make_context(info_name, args, parent, **extra)


def load_command(name: str) -> click.Command:
    """The command called `name`, its module imported."""
    module = COMMANDS[name]
    command: click.Command = getattr(import_module(f"layout.commands.{module}"), module.rpartition(".")[2])
    return command


def _command_of(context: click.Context) -> str:
    """The command as its own mistakes name it; read from the arguments, since it may not be running yet."""
    _, words = split_language(context.meta[ARGUMENTS])
    typed = words[0] if words else ""
    return f"{context.command_path} {typed if typed in COMMANDS else 'build'}"


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="szpalta")
def main() -> None:
    """The program; what its commands do stands in `resources/help.toml`."""


for _name in COMMANDS:
    main.add_command(_Unloaded(_name))
