"""Takes how pages are to be looked at beyond their pictures, gives it: reading order, pages of products."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layout.live.view.pictures import count_pages, draw_page
from layout.live.view.reading_order import list_reading
from layout.live.web.answers import answer
from layout.live.web.rooms import Rooms

WIDEST = 1600
"""Pixels of a product's page."""


class LookRoutes:
    """What shows other sides of the pages."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._drawing = asyncio.Lock()

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/reading", self.reading),
            Route("/products/{name}/pages", self.pages),
            Route("/products/{name}/pages/{page:int}/{width:int}.png", self.page),
        ]

    async def reading(self, request: Request) -> Response:
        """What is read aloud, in its order."""
        return answer(await asyncio.to_thread(list_reading, self._rooms.session.state))

    async def pages(self, request: Request) -> Response:
        """How many pages or sheets a product has."""
        path = self._find(request)
        if path is None:
            return Response(status_code=404)
        return answer({"pages": await asyncio.to_thread(count_pages, path)})

    async def page(self, request: Request) -> Response:
        """A page or a sheet of a product as it is in the file."""
        path, page = self._find(request), request.path_params["page"]
        if path is None:
            return Response(status_code=404)
        width = max(16, min(request.path_params["width"], WIDEST))
        async with self._drawing:
            png = await asyncio.to_thread(draw_page, path, page, width)
        if png is None:
            return Response(status_code=404)
        return Response(png, media_type="image/png")

    def _find(self, request: Request) -> Path | None:
        return self._rooms.workshop.find(request.path_params["name"])
