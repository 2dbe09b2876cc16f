"""What the routes of one live page share."""

from __future__ import annotations

from starlette.requests import Request

from layout.live.edit.editor import Editor
from layout.live.session import Session
from layout.live.view.pictures import SheetPainter
from layout.live.web.events import Events
from layout.live.work.inbox import Inbox
from layout.live.work.products import Workshop
from layout.model.records import Struct
from layout.resources.spoken import LANGUAGES


class FirstPlace(Struct, frozen=True):
    """The place in a file that is to be shown when a window opens."""

    file: str
    line: int


class Rooms(Struct, frozen=True, kw_only=True):
    """The document, its pictures, what is typed into it, what is made of it, what was dropped, and the bell.

    `language` is that of messages, `at` the place that is to be shown first.
    """

    session: Session
    painter: SheetPainter
    editor: Editor
    workshop: Workshop
    events: Events
    inbox: Inbox
    language: str
    at: FirstPlace | None = None

    def language_of(self, request: Request) -> str:
        """The language that a request asks for, else the usual one."""
        asked = request.query_params.get("language", "")
        return asked if asked in LANGUAGES else self.language
