"""Takes a terminal's arguments, loads the command that they name and runs it; knows no command's options.

Exit status: 0 done, 1 problems in content, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from layout import __version__
from layout.commands.arguments.usage import explaining_misuse, refuse_misspelt
from layout.commands.terminal.interruption import telling_interruption
from layout.commands.terminal.wording import split_language

COMMANDS = {
    "approve": (
        "translation.approve",
        "Keep that an office has approved CONTENT, or the passages named, as they are now.",
    ),
    "build": (
        "build",
        "Make the PDFs of CONTENT: a folder (default: ./content), or another document in it (visit.yaml).",
    ),
    "check": ("check", "Print everything that is wrong in CONTENT; make no PDF."),
    "comments": (
        "translation.comments",
        "Print the comments of FILE, .docx or .csv, at the places in CONTENT that its proof's lines lead to.",
    ),
    "compare": (
        "compare",
        "Tell whether FILE and OTHER, say mail and print, say the same in both languages, in the same order.",
    ),
    "export": (
        "translation.export",
        "Write the passages of CONTENT to a file for a translator: a Word table, or XLIFF 1.2.",
    ),
    "import": (
        "import_text",
        "Make a content folder from a bilingual TEXT, .docx, .odt or .txt, or from one a language.",
    ),
    "impose": ("impose", "Lay the pages of any finished PDF out on sheets, to print and fold."),
    "init": ("init", "Copy the sample brochure's content to FOLDER, to start from."),
    "mail": ("mail", "Write a message with the mail edition of CONTENT for each recipient; send nothing."),
    "open": ("open_page", "Show CONTENT in the browser, always current, to be mended where it is seen."),
    "preflight": ("preflight", "Judge FILE, any PDF, before it goes to a press or into the mail."),
    "status": (
        "translation.status",
        "Print which passages of CONTENT are translated, changed since, and approved by each office.",
    ),
    "text": (
        "text",
        "Lines in, lines out, as they would be set: a no-break space shows as ~, a fixed thin one as ^.",
    ),
    "update-translation": (
        "translation.update_translation",
        "Put the translations of FILE, .docx or .xlf, into CONTENT; say which were refused, and why.",
    ),
    "watch": ("watch", "Make the PDFs of CONTENT, and again after each change of it, until stopped."),
}
"""Of every command the module in `layout/commands/`, which has a function of that name, and its help."""


class _Default(click.Group):
    """A group whose words without a command go to `build`, whose usage errors are told in three languages."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context, with the raw arguments kept: a mistake in them may hide the language asked for."""
        arguments = tuple(args)
        with telling_interruption(arguments), explaining_misuse(arguments, str(info_name)):
            context = super().make_context(info_name, args, parent, **extra)
        context.meta[ARGUMENTS] = arguments
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that the arguments name."""
        arguments = ctx.meta[ARGUMENTS]
        with telling_interruption(arguments), explaining_misuse(arguments, _command_of(ctx)):
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        language, words = split_language(args)
        if words and words[0] in ("--help", "-h", "--version"):
            return super().parse_args(ctx, words)
        if not words or words[0] not in COMMANDS:
            refuse_misspelt(words, COMMANDS, ctx)
            words = ["build", *words]
        return super().parse_args(ctx, [words[0], *language, *words[1:]])


class _Unloaded(click.Command):
    """A command known by its name and help: what it takes and does is loaded when it is called.

    This is the one place that keeps the program quick to start; a command's module imports what it needs.
    """

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the loaded command."""
        return load_command(str(self.name)).make_context(info_name, args, parent, **extra)


def load_command(name: str) -> click.Command:
    """The command called `name`, its module imported."""
    module, _ = COMMANDS[name]
    command: click.Command = getattr(import_module(f"layout.commands.{module}"), module.rpartition(".")[2])
    return command


def _command_of(context: click.Context) -> str:
    """The command as its own mistakes name it; read from the arguments, since it may not be running yet."""
    _, words = split_language(context.meta[ARGUMENTS])
    typed = words[0] if words else ""
    return f"{context.command_path} {typed if typed in COMMANDS else 'build'}"


ARGUMENTS = "szpalta.arguments"
"""Where a context keeps the arguments as typed."""


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="szpalta")
def main() -> None:
    """Sets parallel Polish/Czech brochures: from a folder of content files to PDF."""


for _name, (_, _help) in COMMANDS.items():
    main.add_command(_Unloaded(_name, help=_help))
