"""Takes what was dropped while a document is open, brings it in: a revised text, a picture, recipients."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from msgspec import DecodeError, ValidationError, json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layout.live.web.answers import answer, refuse, say_all
from layout.live.web.rooms import Rooms
from layout.live.web.routes.start import describe_doubts
from layout.live.work.beginning import TextSent, add_picture, bring_text, open_doubts
from layout.live.work.posting import PostWish, post
from layout.model.diagnostic import Rejected
from layout.model.records import Struct
from layout.source.import_text.align import Partners

T = TypeVar("T")


class TextDropped(Struct, frozen=True, forbid_unknown_fields=True):
    """A revised text, by its tokens; the pairs of its doubts once they are settled; whether to write."""

    files: tuple[str, ...]
    partners: tuple[Partners, ...] | None = None
    write: bool = False


class PictureDropped(Struct, frozen=True, forbid_unknown_fields=True):
    """A picture, by its token."""

    file: str


class DropRoutes:
    """What takes in what was dropped."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._posting = asyncio.Lock()

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/import", self.bring, methods=["POST"]),
            Route("/pictures", self.picture, methods=["POST"]),
            Route("/mailing", self.post, methods=["POST"]),
        ]

    async def bring(self, request: Request) -> Response:
        """What a revised text changes; written if asked."""
        return await self._do(request, TextDropped, self._bring)

    def _bring(self, dropped: TextDropped, language: str) -> object:
        sent = TextSent(self._rooms.inbox.find(dropped.files), dropped.partners)
        if not 1 <= len(sent.paths) <= 2:
            raise KeyError
        doubts = open_doubts(sent)
        if doubts is not None:
            return describe_doubts(doubts)
        if self._rooms.editor.unsaved:
            return {"unsaved": True}
        report = bring_text(self._rooms.session.place, sent, self._rooms.inbox, write=dropped.write)
        if dropped.write:
            self._rooms.editor.look()
        return {
            "changed": report.changed,
            "new": report.new,
            "removed": report.removed,
            "written": dropped.write,
            "said": say_all(report.findings, language),
        }

    async def picture(self, request: Request) -> Response:
        """Puts a picture into the content's images, gives its name there."""

        def add(dropped: PictureDropped, language: str) -> object:
            (path,) = self._rooms.inbox.find([dropped.file])
            return {"file": add_picture(self._rooms.session.place, path)}

        return await self._do(request, PictureDropped, add)

    async def post(self, request: Request) -> Response:
        """Tries a list of recipients, or writes its messages; one at a time."""
        if self._posting.locked():
            return Response(status_code=409)

        def write(wish: PostWish, language: str) -> object:
            (path,) = self._rooms.inbox.find([wish.file])
            posted = post(self._rooms.session.place, path, wish)
            return {
                "outbox": posted.report.outbox.as_posix(),
                "written": posted.report.written,
                "kept": posted.report.kept,
                "size": posted.size,
                "wrote": wish.write,
                "said": say_all(posted.diagnostics, language),
                "examples": [
                    {"to": f"{to.name} <{to.address}>", "subject": letter.subject, "words": letter.plain}
                    for to, letter in posted.report.examples
                ],
            }

        async with self._posting:
            return await self._do(request, PostWish, write)

    async def _do(self, request: Request, kind: type[T], what: Callable[[T, str], object]) -> Response:
        language = self._rooms.language_of(request)
        try:
            wish = json.decode(await request.body(), type=kind)
            return answer(await asyncio.to_thread(what, wish, language))
        except (DecodeError, ValidationError, KeyError):
            return Response(status_code=400)
        except Rejected as rejected:
            return refuse(rejected, language)
