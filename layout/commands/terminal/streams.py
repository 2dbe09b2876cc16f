"""Takes the standard streams as the system hands them over, leaves them fit for any message; writes none."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from layout.model.plain_letters import strip_marks

LENIENT = "szpalta-lenient"
"""Name of the way (PEP 293) in which characters that a console's encoding lacks are written."""
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("„”“«»", '"'),
        **dict.fromkeys("’‘‚", "'"),
        **{"→": "->", "…": "...", "×": "x", "·": "-", "•": "-", "²": "2", "³": "3", "≥": ">=", "≤": "<="},
    }
)
_FIRST_ESCAPED, _LAST_ESCAPED = 0xDC80, 0xDCFF
"""What stands for bytes of a file's name that are no text (PEP 383)."""


@contextmanager
def mended_streams() -> Iterator[None]:
    """While it lasts, output in an old code page or to a closed or full place ends in no traceback.

    A failing output ends the program with status 1: its reader is gone, or its disk is full.
    """
    occupy_closed()
    codecs.register_error(LENIENT, write_lookalike)
    for stream in _outputs():
        stream.reconfigure(errors=LENIENT)
    try:
        yield
    except OSError:
        sys.exit(1)
    finally:
        for stream in _outputs():
            _abandon_if_failing(stream)


def occupy_closed() -> None:
    """Opens the null device where a standard stream is closed: else the next file would take its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def write_lookalike(error: UnicodeError) -> tuple[str | bytes, int]:
    """What is written for characters that an encoding lacks: the nearest plain ones, else a question mark.

    Bytes of a file's name that are no text come out as they are. Raises what is no failure to encode.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    if all(_FIRST_ESCAPED <= ord(sign) <= _LAST_ESCAPED for sign in lacking):
        return lacking.encode("ascii", "surrogateescape"), error.end
    plain = strip_marks(lacking.translate(_LOOKALIKES))
    return plain.encode("ascii", "replace").decode(), error.end


def _outputs() -> list[TextIOWrapper]:
    return [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, TextIOWrapper)]


def _abandon_if_failing(stream: TextIOWrapper) -> None:
    """Keeps Python from writing at its end, once more and in vain, what could not be written."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
