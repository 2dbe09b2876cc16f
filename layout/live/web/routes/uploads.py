"""Takes files as they are dropped on the page, two at a time, and puts them aside."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from layout.live.web.answers import answer, refuse
from layout.live.work.inbox import Inbox
from layout.model.diagnostic import Rejected
from layout.resources.spoken import LANGUAGES

MOST_AT_ONCE = 2
"""Files that are taken at once, so that memory has a bound."""


class UploadRoutes:
    """What takes files."""

    def __init__(self, inbox: Inbox, language: str) -> None:
        self._inbox = inbox
        self._language = language
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [Route("/uploads", self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """Keeps a file aside, gives its token."""
        asked = request.query_params.get("language", "")
        language = asked if asked in LANGUAGES else self._language
        if self._room.locked():
            return Response("Two files are being taken", 503)
        async with self._room:
            try:
                data = await request.body()
                name = request.query_params.get("name", "")
                token = await asyncio.to_thread(self._inbox.take, name, data)
            except ClientDisconnect:
                return Response(status_code=408)
            except Rejected as rejected:
                return refuse(rejected, language)
        return answer({"token": token})
