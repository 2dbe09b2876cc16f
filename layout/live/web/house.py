"""Takes requests that the guard let in, serves the start or the document that is open."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from threading import RLock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from layout.live.edit.editor import Editor
from layout.live.session import Session
from layout.live.view.pictures import SheetPainter
from layout.live.watching import FolderWatch
from layout.live.web.answers import answer
from layout.live.web.events import Events
from layout.live.web.rooms import FirstPlace, Rooms
from layout.live.web.routes.pages import list_routes, list_shared_routes
from layout.live.work.inbox import Inbox
from layout.live.work.products import Workshop


class House:
    """What is shown: the start until content is chosen, then that content's pages."""

    def __init__(self, events: Events, inbox: Inbox, language: str, at: FirstPlace | None) -> None:
        self._events = events
        self._inbox = inbox
        self._language = language
        self._at = at
        self._closing = ExitStack()
        self._lock = RLock()
        self._shared = list_shared_routes(events, inbox, language, self.open)
        self._routes = Router([*self._shared, Route("/state", _nothing_open)])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request with what is open now."""
        await self._routes(scope, receive, send)

    def open(self, place: Path) -> None:
        """Opens content, in place of what was open; tells every window."""
        with self._lock:
            self.close()
            session = Session(place, self._events.ring)
            editor = Editor(place, session.ask)
            watch = FolderWatch(session, editor)
            workshop = self._closing.enter_context(Workshop(place, self._events.ring))
            rooms = Rooms(
                session=session,
                painter=SheetPainter(),
                editor=editor,
                workshop=workshop,
                events=self._events,
                inbox=self._inbox,
                language=self._language,
                at=self._at,
            )
            session.start()
            editor.restore()
            watch.start()
            self._closing.callback(session.close)
            self._closing.callback(watch.close)
            self._routes = Router([*self._shared, *list_routes(rooms)])
        self._events.ring()

    def close(self) -> None:
        """Ends what is open."""
        with self._lock:
            self._closing.close()
            self._closing = ExitStack()


async def _nothing_open(request: Request) -> Response:
    """The state of a page that shows how to begin."""
    return answer({"start": True})
