"""Takes signals that would end the program while files are being exchanged, lets them end it afterwards."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def holding_signals() -> Iterator[None]:
    """While it lasts, a signal to end is only noted; at the end it does what it always did.

    Only the main thread can hold signals, and only it gets them.
    """
    if current_thread() is not main_thread():
        yield
        return
    noted: list[int] = []
    before = {number: signal.signal(number, lambda number, _: noted.append(number)) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in noted:
            signal.raise_signal(number)
