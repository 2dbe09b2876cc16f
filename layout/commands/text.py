"""Takes lines from standard input, prints them as they would be set; breaks none."""

from __future__ import annotations

import sys

import click

from layout.commands.arguments.usage import Command
from layout.commands.terminal.wording import with_messages
from layout.lang.shown_line import show_breaks, show_line
from layout.model.content.brochure import TypographySettings
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.values import Count
from layout.reporting import Reporter

_UNREAD = late_pattern("[\udc80-\udcff]")
"""What stands for a byte that is no UTF-8 (PEP 383)."""

LONGEST_LINE = 1_000_000
"""Characters; what has no line end at all is no text."""


@click.command(cls=Command)
@click.option("--lang", "language", type=click.Choice(PAIR), required=True)
@click.option("--hyphenate", is_flag=True)
@with_messages
def text(language: str, hyphenate: bool, reporter: Reporter) -> None:
    """Lines in, lines out, as they would be set: a no-break space shows as ~, a fixed thin one as ^."""
    show = show_breaks if hyphenate else show_line
    settings = TypographySettings()
    unread: list[Diagnostic] = []
    if sys.stdin is None or sys.stdout is None:
        raise Rejected.at_once("text-stream-closed", Span("stdin" if sys.stdin is None else "stdout"))
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, line in enumerate(iter(lambda: sys.stdin.readline(LONGEST_LINE + 1), ""), 1):
        if len(line) > LONGEST_LINE:
            where = Span("stdin", number, 1)
            raise Rejected([*unread, Diagnostic("text-line-too-long", where, {"most": Count(LONGEST_LINE)})])
        words = line.rstrip("\r\n")
        if bad := _UNREAD.search(words):
            where, byte = Span("stdin", number, bad.start() + 1), f"{ord(bad[0]) - 0xDC00:02X}"
            unread.append(Diagnostic("text-not-utf-8", where, {"byte": byte}))
        click.echo(show(_UNREAD.sub("\ufffd", words), language, settings))
    if unread:
        raise Rejected(unread)
