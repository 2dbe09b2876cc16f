"""Takes comments by a proof's line numbers and content, prints each at its place in the content."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.products.proof import NumberedLine
from layout.pipeline.composing import compose_folder
from layout.pipeline.products.proof import proof_lines
from layout.reporting import Reporter
from layout.source.exchange.comments import LineComment, read_comments
from layout.source.fields.files import shown_path

MOST_LINES = 200
"""Lines that one comment is about."""


@click.command(cls=Command)
@click.argument("file", type=PathArgument())
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@with_messages
def comments(file: Path, content: Path, reporter: Reporter) -> None:
    """Print the comments of FILE, .docx or .csv, at the places in CONTENT that its proof's lines lead to."""
    stop_without_content(content)
    sheet = read_comments(file)
    lines = proof_lines(compose_folder(content))
    problems = list(sheet.warnings)
    placed: list[tuple[int, str]] = []
    for comment in sheet.comments:
        places = _places(comment, lines)
        if places:
            placed.append((comment.first, f"{' '.join(places)}: {_name(comment)}: {comment.text}"))
        else:
            values = {"line": comment.first, "last": len(lines)}
            where = Span(shown_path(file), comment.row, 1)
            problems.append(Diagnostic("comment-no-such-line", where, values, Severity.WARNING))
    for _, text in sorted(placed, key=lambda one: one[0]):
        click.echo(text)
    reporter.show(problems)
    if not placed:
        sys.exit(1)


def _name(comment: LineComment) -> str:
    return str(comment.first) if comment.first == comment.last else f"{comment.first}–{comment.last}"


def _places(comment: LineComment, lines: Sequence[NumberedLine]) -> list[str]:
    """Where the words of the lines were written: file:line of each passage, both languages."""
    meant = lines[comment.first - 1 : min(comment.last, comment.first + MOST_LINES)] if comment.first else ()
    return list(dict.fromkeys(_spell(meant)))


def _spell(lines: Sequence[NumberedLine]) -> Iterator[str]:
    for line in lines:
        yield from (f"{where.file}:{where.line}" for where in line.places)
