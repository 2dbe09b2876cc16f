"""Tells every open window that something changed, as server-sent events; each asks then what it was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

MOST_WINDOWS = 24
"""Streams open at once; a browser opens one a window."""
BEAT = 15.0
"""Seconds after which a silent stream says that it is alive."""


class TooManyWindows(Exception):
    """No more windows can be told."""


class Events:
    """One bell for all windows; `ring` may be called from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Event] = set()
        self._closed = False

    def start(self) -> None:
        """Takes the loop that now runs."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        """Tells every window."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring)

    def close(self) -> None:
        """Ends every stream."""
        self._closed = True
        self._ring()

    def _ring(self) -> None:
        for bell in self._waiting:
            bell.set()

    def listen(self) -> AsyncIterator[bytes]:
        """The stream of one window; raises TooManyWindows."""
        if len(self._waiting) >= MOST_WINDOWS:
            raise TooManyWindows
        bell = asyncio.Event()
        bell.set()
        self._waiting.add(bell)
        return self._stream(bell)

    async def _stream(self, bell: asyncio.Event) -> AsyncIterator[bytes]:
        try:
            while not self._closed:
                try:
                    await asyncio.wait_for(bell.wait(), BEAT)
                except TimeoutError:
                    yield b": alive\n\n"
                    continue
                bell.clear()
                if not self._closed:
                    yield b"event: changed\ndata: {}\n\n"
        finally:
            self._waiting.discard(bell)
