"""Takes content, shows its live page in the browser until it is stopped."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.live.web.address import open_door
from layout.live.web.server import serve
from layout.model.diagnostic import Rejected, Span
from layout.model.values import SystemReason
from layout.reporting import Reporter


@click.command("open", cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--port", type=click.IntRange(0, 65535), default=0)
@click.option("--host")
@click.option("--no-browser", is_flag=True)
@with_messages
def open_page(content: Path, port: int, host: str | None, no_browser: bool, reporter: Reporter) -> None:
    """Show CONTENT in the browser, always current, to be mended where it is seen."""
    stop_without_content(content)
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

    serve(content, door, address, reporter.language, begun)
