"""The front door: hands the arguments to `layout.cli`, also while that is still loading; knows no command."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command that was typed; an interruption ends it with one line, whenever it comes."""
    try:
        from layout.commands.streams import mended_streams

        with mended_streams():
            from layout.cli import main as run

            run()
    except KeyboardInterrupt:
        from layout.commands.interruption import tell_interruption

        tell_interruption(sys.argv[1:])


if __name__ == "__main__":
    main()
