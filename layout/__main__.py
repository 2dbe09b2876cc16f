"""The front door: hands the arguments to `layout.cli`, also while that is still loading; knows no command."""

from __future__ import annotations

import gc
import signal
import sys

COLLECTED_AT = 200_000
"""New records after which Python looks for cycles. A run's records stay until its end and hold nearly none:
to look every 700 costs a tenth of a build and frees nothing; never to look would let hostile files grow."""


ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end the program after it has cleared away what it was writing."""


def leave(number: int, _: object) -> None:
    """Ends the program as shells say it of a signal, through every `finally`."""
    raise SystemExit(128 + number)


def main() -> None:
    """Runs the command that was typed; an interruption ends it with one line, whenever it comes."""
    gc.set_threshold(COLLECTED_AT)
    for name in ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    try:
        from layout.commands.terminal.streams import mended_streams

        with mended_streams():
            from layout.cli import main as run

            run()
    except KeyboardInterrupt:
        from layout.commands.terminal.interruption import tell_interruption

        tell_interruption(sys.argv[1:])


if __name__ == "__main__":
    main()
