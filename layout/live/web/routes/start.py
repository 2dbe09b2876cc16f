"""Takes how one wants to begin, opens the content that came of it; shows no pages itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import DecodeError, ValidationError, json, to_builtins
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layout.live.web.answers import answer, refuse
from layout.live.work.beginning import (
    TextSent,
    begin_with_sample,
    begin_with_text,
    find_folders,
    open_doubts,
    open_folder,
)
from layout.live.work.inbox import Inbox
from layout.model.diagnostic import Rejected
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.resources.spoken import LANGUAGES
from layout.source.import_text.align import Partners
from layout.source.import_text.pair_text import Doubt
from layout.source.import_text.settle_by_hand import OpenDoubts


class Beginning(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to begin: `folder` is the new folder's name, or the one to be opened; `files` are tokens."""

    how: Literal["sample", "text", "folder"]
    folder: str
    files: tuple[str, ...] = ()
    partners: tuple[Partners, ...] | None = None


class StartRoutes:
    """What is there before any content is; `opened` is called with what is to be shown from then on."""

    def __init__(self, inbox: Inbox, language: str, opened: Callable[[Path], None]) -> None:
        self._inbox = inbox
        self._language = language
        self._opened = opened

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [Route("/start", self.start), Route("/begin", self.begin, methods=["POST"])]

    async def start(self, request: Request) -> Response:
        """What could be opened, and where new folders are made."""
        top = Path.cwd()
        found = await asyncio.to_thread(find_folders, top)
        return answer({"top": top.as_posix(), "folders": to_builtins(found)})

    async def begin(self, request: Request) -> Response:
        """Begins, or asks first what stands beside what."""
        asked = request.query_params.get("language", "")
        language = asked if asked in LANGUAGES else self._language
        try:
            wish = json.decode(await request.body(), type=Beginning)
            said = await asyncio.to_thread(self._begin, wish)
        except (DecodeError, ValidationError, KeyError):
            return Response(status_code=400)
        except Rejected as rejected:
            return refuse(rejected, language)
        return answer(said)

    def _begin(self, wish: Beginning) -> object:
        if wish.how == "text":
            sent = TextSent(self._inbox.find(wish.files), wish.partners)
            if not 1 <= len(sent.paths) <= 2:
                raise KeyError
            doubts = open_doubts(sent)
            if doubts is not None:
                return describe_doubts(doubts)
            folder, _ = begin_with_text(Path.cwd(), wish.folder, sent, self._inbox)
        elif wish.how == "sample":
            folder = begin_with_sample(Path.cwd(), wish.folder)
        else:
            folder = open_folder(wish.folder)
        self._opened(folder)
        return {}


def describe_doubts(found: OpenDoubts) -> object:
    """The doubtful passages of each section and which are proposed to stand together."""
    return {"doubts": [_describe(doubt) for doubt in found.doubts]}


def _describe(doubt: Doubt) -> dict[str, object]:
    sides = zip(PAIR, (doubt.polish, doubt.czech), strict=True)
    words = {language: [one.text for one in passages] for language, passages in sides}
    return {**words, "partners": doubt.partners}
