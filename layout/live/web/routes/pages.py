"""Takes requests that the guard let in, gives what the page asks for; knows no stage of a build."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec import to_builtins
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from layout.live.session import Snapshot
from layout.live.view.looks import PageLook
from layout.live.view.problems import list_problems
from layout.live.view.sheets import SeenPage
from layout.live.view.words import list_lines, list_links
from layout.live.web.answers import SaidProblem, answer, say_all
from layout.live.web.events import Events, TooManyWindows
from layout.live.web.rooms import Rooms
from layout.live.web.routes.drops import DropRoutes
from layout.live.web.routes.edits import EditRoutes
from layout.live.web.routes.seeing import LookRoutes
from layout.live.web.routes.start import StartRoutes
from layout.live.web.routes.typesetting import WordRoutes
from layout.live.web.routes.uploads import UploadRoutes
from layout.live.web.routes.works import WorkRoutes
from layout.live.work.inbox import Inbox
from layout.model.diagnostic import Rejected
from layout.preflight.gathering.plate_pictures import NotMeasured
from layout.resources.places import fonts_folder

PAGE = Path(__file__).parents[2] / "page"
FACES = {"regular": "Lato-Regular.ttf", "bold": "Lato-Bold.ttf", "italic": "Lato-Italic.ttf"}
"""The faces of the page itself, by what it calls them."""
KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
FOREVER = {"Cache-Control": "private, max-age=86400, immutable"}
"""For what is named by its content."""

Handler = Callable[[Request], Awaitable[Response]]


def list_shared_routes(
    events: Events, inbox: Inbox, language: str, opened: Callable[[Path], None]
) -> list[Route]:
    """What is there at the start too: the page's own files, the bell, what is dropped, and beginning anew.

    `opened` is called with content that is to be shown from then on.
    """
    return [
        *PageFiles(events, language).list_routes(),
        *UploadRoutes(inbox, language).list_routes(),
        *StartRoutes(inbox, language, opened).list_routes(),
    ]


def list_routes(rooms: Rooms) -> list[Route]:
    """Every route of a document's pages."""
    return [
        *Viewer(rooms).list_routes(),
        *EditRoutes(rooms).list_routes(),
        *WordRoutes(rooms).list_routes(),
        *WorkRoutes(rooms).list_routes(),
        *DropRoutes(rooms).list_routes(),
        *LookRoutes(rooms).list_routes(),
    ]


class PageFiles:
    """The page itself."""

    def __init__(self, events: Events, language: str) -> None:
        self._events = events
        self._language = language
        self._files = {path.relative_to(PAGE).as_posix(): path for path in PAGE.rglob("*") if path.is_file()}

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/", self.home),
            Route("/page/{file:path}", self.file),
            Route("/face/{name}", self.face),
            Route("/events", self.events),
        ]

    async def home(self, request: Request) -> Response:
        """The page itself."""
        html = (PAGE / "index.html").read_text(encoding="utf-8")
        return Response(html.replace("{language}", self._language), media_type="text/html")

    async def file(self, request: Request) -> Response:
        """A file of the page, by its name in the folder: no other can be asked for."""
        path = self._files.get(request.path_params["file"])
        if path is None or path.suffix not in KINDS:
            return Response(status_code=404)
        return Response(path.read_bytes(), media_type=KINDS[path.suffix])

    async def face(self, request: Request) -> Response:
        """A face of the page's own words."""
        file = FACES.get(request.path_params["name"])
        if file is None:
            return Response(status_code=404)
        return FileResponse(fonts_folder() / "lato" / file, media_type="font/ttf")

    async def events(self, request: Request) -> Response:
        """A stream that says when to ask for the state again."""
        try:
            stream = self._events.listen()
        except TooManyWindows:
            return Response("Too many windows", 503)
        return StreamingResponse(stream, media_type="text/event-stream")


class Viewer:
    """What shows the pages, and what is wrong with them."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/state", self.state),
            Route("/sheets/{name}/{width:int}.png", self.picture),
            Route("/sheets/{name}/words", self.words),
        ]

    async def state(self, request: Request) -> Response:
        """Which sheets there are, what is wrong, whether newer ones are being set."""
        language = self._rooms.language_of(request)
        state = self._rooms.session.state
        return answer(await asyncio.to_thread(describe, self._rooms, state, language))

    async def picture(self, request: Request) -> Response:
        """A sheet as a picture at least so many pixels wide."""
        state, sheet = self._find(request)
        if sheet is None or state.composed is None:
            return Response(status_code=404)
        width = request.path_params["width"]
        try:
            look = PageLook(request.query_params.get("look", PageLook.PLAIN.value))
            png = await asyncio.to_thread(self._rooms.painter.paint, sheet, state.composed, width, look)
        except ValueError:
            return Response(status_code=400)
        except NotMeasured:
            return Response("Not measured", 501)
        except (Rejected, OSError):
            return Response(status_code=404)
        return Response(png, media_type="image/png", headers=FOREVER)

    async def words(self, request: Request) -> Response:
        """The lines of a sheet and its live areas."""
        _, sheet = self._find(request)
        if sheet is None:
            return Response(status_code=404)
        return answer({"lines": list(list_lines(sheet)), "links": list(list_links(sheet))}, FOREVER)

    def _find(self, request: Request) -> tuple[Snapshot, SeenPage | None]:
        state = self._rooms.session.state
        name = request.path_params["name"]
        return state, next((sheet for sheet in state.sheets if sheet.name == name), None)


def describe(rooms: Rooms, state: Snapshot, language: str) -> dict[str, object]:
    """A state as the page takes it."""
    title = state.composed.brochure.title.sides if state.composed else ()
    first = 1 + (state.composed is not None and state.composed.brochure.covers.front is not None)
    return {
        "revision": state.revision,
        "busy": state.busy,
        "failed": state.failed,
        "place": rooms.session.place.as_posix(),
        "title": " / ".join(dict.fromkeys(title)).replace("\u00a0", " "),
        "sheets": [
            {
                "name": sheet.name,
                "number": sheet.number,
                "width": sheet.layout.width,
                "height": sheet.layout.height,
                "body": sheet.number >= first,
            }
            for sheet in state.sheets
        ],
        "problems": list_problems(state, language),
        "objections": _list_objections(rooms, state, language),
        "at": to_builtins(rooms.at),
        "grid": _grid(state),
    }


def _list_objections(rooms: Rooms, state: Snapshot, language: str) -> list[SaidProblem]:
    """What is to be said of the product that was made last, beyond what is said of its pages."""
    told = set(state.problems)
    return say_all((one for one in rooms.workshop.making.diagnostics if one not in told), language)


def _grid(state: Snapshot) -> object:
    """The numbers of the page's grid in points, as the page draws them over the pictures."""
    if state.composed is None:
        return None
    page = state.composed.theme.page
    names = ("inner", "outer", "top", "bottom", "gutter", "bleed", "grid")
    return {name: getattr(page, name) for name in names} | {"columns": page.column_widths}
