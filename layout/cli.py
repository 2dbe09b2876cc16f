"""Takes a terminal's arguments, runs the pipeline, prints diagnostics, sets the exit status; sets no text.

Exit status: 0 done, 1 problems in content, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from layout import __version__
from layout.commands.build import build, read_shop
from layout.commands.compare import compare
from layout.commands.impose import impose
from layout.commands.interruption import telling_interruption
from layout.commands.mail import mail
from layout.commands.preflight import preflight
from layout.commands.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.usage import explaining_misuse, refuse_misspelt
from layout.commands.wording import split_language, with_messages
from layout.model.brochure import TypographySettings
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.reporting import Reporter

if TYPE_CHECKING:
    from layout.lang.microtype import Change


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
        if not words or words[0] not in self.commands:
            refuse_misspelt(words, self.commands, ctx)
            words = ["build", *words]
        return super().parse_args(ctx, [words[0], *language, *words[1:]])


def _command_of(context: click.Context) -> str:
    """The command as its own mistakes name it; read from the arguments, since it may not be running yet."""
    _, words = split_language(context.meta[ARGUMENTS])
    typed = words[0] if words else ""
    named = (
        typed if isinstance(context.command, click.Group) and typed in context.command.commands else "build"
    )
    return f"{context.command_path} {named}"


ARGUMENTS = "szpalta.arguments"
"""Where a context keeps the arguments as typed."""


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="szpalta")
def main() -> None:
    """Sets parallel Polish/Czech brochures: from a folder of content files to PDF."""


main.add_command(build)
main.add_command(compare)
main.add_command(impose)
main.add_command(mail)
main.add_command(preflight)


@main.command()
@click.argument("content", type=click.Path(path_type=Path), default=DEFAULT_CONTENT)
@click.option("--verbose", is_flag=True, help="Also print every change of microtypography, with its rule.")
@click.option(
    "--printer", help="Print shop whose profile the content is checked for: a name, or a YAML file."
)
@with_messages
def check(content: Path, verbose: bool, printer: str | None, reporter: Reporter) -> None:
    """Print everything that is wrong in CONTENT; make no PDF."""
    from layout.pipeline.checking import check_folder

    stop_without_content(content)

    def tell(change: Change) -> None:
        if verbose:
            click.echo(f"{change.where}: {change.rule}: {_visible(change.before)} → {_visible(change.after)}")

    composed = check_folder(content, tell, read_shop(printer))
    reporter.show(composed.diagnostics)
    if all(problem.severity is not Severity.ERROR for problem in composed.diagnostics):
        click.echo(reporter.phrase("content-is-good", place=str(content)))


@main.command("import")
@click.argument("text", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path), required=True, help="The new content folder."
)
@click.option("--force", is_flag=True, help="Replace content files that are already there.")
@with_messages
def import_(text: Path, folder: Path, force: bool, reporter: Reporter) -> None:
    """Make a content folder from a plain bilingual TEXT file."""
    from datetime import date

    from layout.source.import_text.import_folder import import_text

    report = import_text(text, folder, force, date.today())
    reporter.show(report.findings)
    click.echo(reporter.phrase("imported", place=str(folder)))


@main.command()
@click.option("--lang", "language", type=click.Choice(PAIR), required=True, help="Language of the lines.")
@click.option("--hyphenate", is_flag=True, help="Print each word with its break points instead.")
@with_messages
def text(language: str, hyphenate: bool, reporter: Reporter) -> None:
    """Lines in, lines out, as they would be set: a no-break space shows as ~, a fixed thin one as ^."""
    from layout.lang.shown_line import show_breaks, show_line

    show = show_breaks if hyphenate else show_line
    settings = TypographySettings()
    unread: list[Diagnostic] = []
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, line in enumerate(sys.stdin, 1):
        words = line.rstrip("\r\n")
        if bad := _UNREAD.search(words):
            where, byte = Span("stdin", number, bad.start() + 1), f"{ord(bad[0]) - 0xDC00:02X}"
            unread.append(Diagnostic("text-not-utf-8", where, {"byte": byte}))
        click.echo(show(_UNREAD.sub("\ufffd", words), language, settings))
    if unread:
        raise Rejected(unread)


_UNREAD = re.compile("[\udc80-\udcff]")
"""What stands for a byte that is no UTF-8 (PEP 383)."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@with_messages
def init(folder: Path, reporter: Reporter) -> None:
    """Copy the sample brochure's content to FOLDER, to start from."""
    from layout.pipeline.files import copy_sample

    copy_sample(folder)
    click.echo(reporter.phrase("sample-copied", place=str(folder)))


def _visible(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "^").replace("\ue000", "_")
