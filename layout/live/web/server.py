"""Takes a document and an address, serves its live page until it is told to stop."""

from __future__ import annotations

import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from layout.live.edit.editor import Editor
from layout.live.session import Session
from layout.live.view.pictures import SheetPainter
from layout.live.watching import FolderWatch
from layout.live.web.address import PageAddress
from layout.live.web.events import Events
from layout.live.web.guard import Guard
from layout.live.web.rooms import Rooms
from layout.live.web.routes import list_routes
from layout.live.work.products import Workshop

MOST_AT_ONCE = 400
"""Connections held and requests served at once; more are told to come later."""
LAST_SECONDS = 2
"""How long open answers may take when the page stops."""


def make_app(rooms: Rooms, address: PageAddress, begun: Callable[[], None]) -> Starlette:
    """The page's application behind its guard; `begun` is called when it can be reached."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms.events.start()
        rooms.session.start()
        rooms.editor.restore()
        begun()
        yield
        rooms.session.close()

    app = Starlette(routes=list_routes(rooms), lifespan=lifespan)
    app.add_middleware(Guard, address=address)
    return app


class _Server(uvicorn.Server):
    """Ends open streams before it waits for them."""

    def __init__(self, config: uvicorn.Config, events: Events) -> None:
        super().__init__(config)
        self._events = events

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._events.close()
        await super().shutdown(sockets)


def serve(
    place: Path, door: socket.socket, address: PageAddress, language: str, begun: Callable[[], None]
) -> None:
    """Serves the page of `place` through `door` until SIGINT or SIGTERM."""
    events = Events()
    session = Session(place, events.ring)
    editor = Editor(place, session.ask)
    watch = FolderWatch(session, editor)
    with Workshop(place, events.ring) as workshop:
        rooms = Rooms(
            session=session,
            painter=SheetPainter(),
            editor=editor,
            workshop=workshop,
            events=events,
            language=language,
        )
        config = uvicorn.Config(
            make_app(rooms, address, begun),
            log_level="critical",
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=LAST_SECONDS,
            server_header=False,
            lifespan="on",
        )
        watch.start()
        # The server ends on either signal and then passes it on, to end here.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            _Server(config, events).run([door])
        except KeyboardInterrupt:
            pass
        finally:
            watch.close()
