"""Takes words as they are typed, gives how they would be set: spaces that hold, breaks, what was changed."""

from __future__ import annotations

from msgspec import DecodeError, Struct, ValidationError, json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layout.lang.microtype import Context, microtype
from layout.lang.shown_line import show_breaks, show_line
from layout.live.web.answers import answer
from layout.live.web.rooms import Rooms
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run
from layout.model.languages import PAIR

MOST_LETTERS = 20_000


class WordsToSet(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in a language."""

    language: str
    words: str


class WordRoutes:
    """What tells how words would be set."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [Route("/typeset", self.typeset, methods=["POST"])]

    async def typeset(self, request: Request) -> Response:
        """The words with no-break spaces as ~ and fixed thin ones as ^, their breaks, and each change."""
        try:
            draft = json.decode(await request.body(), type=WordsToSet)
        except (DecodeError, ValidationError):
            return Response(status_code=400)
        words = " ".join(draft.words.split())
        if draft.language not in PAIR or len(words) > MOST_LETTERS or not words:
            return answer({"shown": "", "breaks": "", "changes": []})
        settings = self._settings()
        _, changes = microtype(Prose((Run(words),)), draft.language, settings, Context.TEXT)
        return answer(
            {
                "shown": show_line(words, draft.language, settings),
                "breaks": show_breaks(words, draft.language, settings),
                "changes": [{"rule": one.rule, "before": one.before, "after": one.after} for one in changes],
            }
        )

    def _settings(self) -> TypographySettings:
        composed = self._rooms.session.state.composed
        return composed.brochure.typography if composed is not None else TypographySettings()
