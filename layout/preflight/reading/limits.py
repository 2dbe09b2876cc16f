"""Takes what a judge may spend on one file, stops the work when it is spent; never looks into the file."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from layout.model.records import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What one inspection may cost; a file that needs more is refused, never passed."""

    file_bytes: int = 1 << 30
    pages: int = 5_000
    objects: int = 300_000
    stream_bytes: int = 64 << 20
    """Decoded size of one stream that must be read (contents, fonts, metadata)."""
    image_bytes: int = 16 << 20
    """Decoded size up to which an image's inks are counted; a larger one is left to rendering."""
    image_seconds: float = 15.0
    """How long pictures are looked at for whether they are whole; what is left then is not measured."""
    total_bytes: int = 1 << 30
    """Decoded size of everything read."""
    operators: int = 20_000_000
    records: int = 1_500_000
    """Marks, runs of text and the like that are kept of the whole file."""
    depth: int = 28
    """Forms in forms, patterns in forms, masks in patterns; also of arrays and dictionaries."""
    seconds: float = 60.0
    render_seconds: float = 180.0
    render_pages: int = 64
    render_ppi: float = 72.0


class OverLimitError(Exception):
    """A limit was reached; `limit` is its field name in `Limits`."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class OutOfTime(BaseException):
    """Raised wherever the work stands when `Limits.seconds` have passed; `except Exception` lets it by."""


class Budget(Struct):
    """What is left to spend on the file in hand."""

    limits: Limits
    operators: int = 0
    decoded: int = 0
    looking: float = 0.0
    """Seconds spent on looking whether pictures are whole."""
    ends: float = 0.0

    def __post_init__(self) -> None:
        self.ends = time.monotonic() + self.limits.seconds

    def spend_operators(self, count: int) -> None:
        """Counts operators of content streams; raises OverLimitError."""
        self.operators += count
        if self.operators > self.limits.operators:
            raise OverLimitError("operators")
        self.check_time()

    def spend_bytes(self, count: int) -> None:
        """Counts decoded bytes; raises OverLimitError."""
        self.decoded += count
        if self.decoded > self.limits.total_bytes:
            raise OverLimitError("total_bytes")
        self.check_time()

    def check_time(self) -> None:
        """Raises OverLimitError after the last second."""
        if time.monotonic() > self.ends:
            raise OverLimitError("seconds")


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raises OutOfTime inside the block after `seconds`, even in a loop of another library.

    Works in the main thread of systems with SIGALRM; elsewhere only `Budget` watches the clock.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)
