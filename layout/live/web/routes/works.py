"""Takes wishes for products and approvals, gives how far they are; makes nothing itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date

from msgspec import DecodeError, ValidationError, json
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from layout.live.view.problems import Places, list_places
from layout.live.web.answers import answer, refuse, say_all
from layout.live.web.rooms import Rooms
from layout.live.work.products import FORMS, ProductWish
from layout.model.diagnostic import Rejected
from layout.model.products.edition import EDITIONS
from layout.model.records import Struct
from layout.pipeline.translation.approving import Consent, approve, read_readiness
from layout.pipeline.translation.states import PairState, status_name, texts_of
from layout.resources.messages import tell

LONGEST_NAME = 100


class ConsentGiven(Struct, frozen=True):
    """An office's approval of what is saved: of places (FILE:LINE), or of all."""

    language: str
    by: str
    places: tuple[str, ...] = ()
    spelling: bool = False


class WorkRoutes:
    """What makes products and keeps approvals."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/products", self.products),
            Route("/products", self.make, methods=["POST"]),
            Route("/products/{name}", self.download),
            Route("/translation", self.translation),
            Route("/approve", self.approve, methods=["POST"]),
        ]

    async def products(self, request: Request) -> Response:
        """What can be made, and how far the last one is."""
        making, language = self._rooms.workshop.making, self._rooms.language_of(request)
        return answer(
            {
                "editions": list(EDITIONS),
                "forms": FORMS,
                "busy": making.busy,
                "stage": making.stage,
                "wish": making.wish,
                "file": making.file.name if making.file else None,
                "verdict": making.verdict,
                "said": say_all(making.diagnostics, language),
            }
        )

    async def make(self, request: Request) -> Response:
        """Begins to make a product."""
        try:
            wish = json.decode(await request.body(), type=ProductWish)
            begun = self._rooms.workshop.start(wish)
        except (DecodeError, ValidationError, ValueError, KeyError):
            return Response(status_code=400)
        return answer({}, status=200 if begun else 409)

    async def download(self, request: Request) -> Response:
        """A product that was made."""
        path = self._rooms.workshop.find(request.path_params["name"])
        if path is None:
            return Response(status_code=404)
        return FileResponse(path, media_type="application/pdf", filename=path.name)

    async def translation(self, request: Request) -> Response:
        """Where each passage stands on its way, as it is saved."""

        def list_passages() -> object:
            readiness = read_readiness(self._rooms.session.place)
            language = self._rooms.language_of(request)
            places = list_places(self._rooms.session.state)
            return [_describe(state, language, places) for state in readiness.states]

        return await self._do(request, list_passages)

    async def approve(self, request: Request) -> Response:
        """Keeps an office's approval."""
        try:
            given = json.decode(await request.body(), type=ConsentGiven)
        except (DecodeError, ValidationError):
            return Response(status_code=400)
        name = given.by.strip()
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            return Response(status_code=400)
        consent = Consent(
            language=given.language,
            by=name,
            on=date.today(),
            places=given.places,
            spelling=given.spelling,
        )
        return await self._do(
            request, lambda: {"approved": approve(self._rooms.session.place, consent).approved}
        )

    async def _do(self, request: Request, what: Callable[[], object]) -> Response:
        try:
            return answer(await asyncio.to_thread(what))
        except Rejected as rejected:
            return refuse(rejected, self._rooms.language_of(request))


def _describe(state: PairState, language: str, places: Places) -> dict[str, object]:
    where = state.pair.where
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "status": status_name(state),
        "marks": [
            mark
            for side in state.pair.sides.values()
            for mark in places.get((where.file, side.where.line), [])
        ],
        "texts": texts_of(state.pair),
        "approvals": {office: f"{one.by}, {one.on}" for office, one in state.approvals.items()},
        "before": {office: old.texts for office, old in state.before.items()},
        "changed": state.changed,
        "findings": [tell(one.code, "what", one.values, language) for one in state.findings],
    }
