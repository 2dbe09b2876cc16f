"""Takes content, shows its live page in the browser until it is stopped."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command, Misuse
from layout.commands.terminal.start import DEFAULT_CONTENT
from layout.commands.terminal.wording import with_messages
from layout.live.web.address import open_door
from layout.live.web.rooms import FirstPlace
from layout.live.web.server import Showing, serve
from layout.model.diagnostic import Rejected, Span
from layout.model.values import SystemReason
from layout.reporting import Reporter

LINE_DIGITS = 8


def _read_place(context: click.Context, parameter: click.Parameter, value: str | None) -> FirstPlace | None:
    """The file and the line of `--at`; raises Misuse."""
    if value is None:
        return None
    file, _, line = value.rpartition(":")
    if not file or not line.isdecimal() or len(line) > LINE_DIGITS:
        raise Misuse("usage-place", context, value=value)
    return FirstPlace(file, int(line))


@click.command("open", cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--port", type=click.IntRange(0, 65535), default=0)
@click.option("--host")
@click.option("--no-browser", is_flag=True)
@click.option("--at", metavar="line", callback=_read_place)
@with_messages
def open_page(
    content: Path, port: int, host: str | None, no_browser: bool, at: FirstPlace | None, reporter: Reporter
) -> None:
    """Show CONTENT in the browser, always current, to be mended where it is seen.

    Without CONTENT, and where there is no folder of that name, it shows how to begin.
    """
    place = None if content == DEFAULT_CONTENT and not content.exists() else content
    try:
        door, address = open_door(content, port, host)
    except OSError as error:
        reason = SystemReason.of(error)
        raise Rejected.at_once("port-taken", Span(f"--port {port}"), port=str(port), reason=reason) from None

    def begun() -> None:
        click.echo(address.url)
        sys.stdout.flush()
        if not no_browser:
            webbrowser.open(address.url)

    serve(Showing(place, reporter.language, at), door, address, begun)
