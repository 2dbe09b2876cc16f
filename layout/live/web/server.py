"""Takes a document and an address, serves its live page until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from uvicorn.protocols.http.h11_impl import H11Protocol

from layout.live.web.address import PageAddress
from layout.live.web.events import Events
from layout.live.web.guard import Guard
from layout.live.web.house import House
from layout.live.web.rooms import FirstPlace
from layout.live.work.inbox import Inbox
from layout.model.records import Struct

MOST_AT_ONCE = 400
"""Connections held and requests served at once; more are told to come later."""
FIRST_SECONDS = 20.0
"""How long a new connection may take to say what it wants."""
LAST_SECONDS = 2
"""How long open answers may take when the page stops."""


class Showing(Struct, frozen=True):
    """What is shown: content, or without a place the start; messages in a language; first of all a place."""

    place: Path | None
    language: str
    at: FirstPlace | None = None


def make_app(house: House, events: Events, address: PageAddress, begun: Callable[[], None]) -> Starlette:
    """The page's application behind its guard; `begun` is called when it can be reached."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        events.start()
        begun()
        yield
        house.close()

    app = Starlette(routes=[Mount("", app=house)], lifespan=lifespan)
    app.add_middleware(Guard, address=address)
    return app


class _Patient(H11Protocol):
    """HTTP/1.1 that waits for the first request of a connection only so long."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.loop.call_later(FIRST_SECONDS, self._hurry)

    def _hurry(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


class _Server(uvicorn.Server):
    """Ends open streams before it waits for them."""

    def __init__(self, config: uvicorn.Config, events: Events) -> None:
        super().__init__(config)
        self._events = events

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._events.close()
        await super().shutdown(sockets)


def serve(showing: Showing, door: socket.socket, address: PageAddress, begun: Callable[[], None]) -> None:
    """Serves the page through `door` until SIGINT or SIGTERM."""
    events = Events()
    with Inbox() as inbox:
        house = House(events, inbox, showing.language, showing.at)
        if showing.place is not None:
            house.open(showing.place)
        config = uvicorn.Config(
            make_app(house, events, address, begun),
            http=_Patient,
            log_level="critical",
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=LAST_SECONDS,
            server_header=False,
            lifespan="on",
        )
        # The server ends on either signal and then passes it on, to end here.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            _Server(config, events).run([door])
        except KeyboardInterrupt:
            pass
        finally:
            house.close()
