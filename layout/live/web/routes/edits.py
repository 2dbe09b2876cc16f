"""Takes changes made on the page, gives what stands there then; every one comes as JSON through the guard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import DecodeError, Struct, ValidationError, json, to_builtins
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layout.live.edit.editor import Editor
from layout.live.edit.new_blocks import NEW_BLOCKS, write_block
from layout.live.edit.passages import TypedPassage
from layout.live.view.hits import find_hit
from layout.live.view.problems import find_marks
from layout.live.view.theme_numbers import list_numbers
from layout.live.web.answers import answer, refuse
from layout.live.web.rooms import Rooms
from layout.live.work.beginning import list_pictures
from layout.model.diagnostic import Rejected
from layout.source.content import BROCHURE_FILE, content_folder
from layout.source.fields.files import shown_path

T = TypeVar("T")


class PassageWhere(Struct, frozen=True, forbid_unknown_fields=True):
    """A passage by its file and route."""

    file: str
    route: tuple[str | int, ...]


class WordsForPassage(PassageWhere, frozen=True, forbid_unknown_fields=True):
    """WordsForPassage for a passage, and those that the page showed before."""

    words: str
    was: str | None = None


class Block(PassageWhere, frozen=True, forbid_unknown_fields=True):
    """What to do with a block: `insert` one of a `kind`, `remove`, `move` or `copy` (with `to`)."""

    how: Literal["insert", "remove", "move", "copy"]
    to: int = 0
    kind: str = "paragraph"
    picture: str = ""


class SettingWish(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What to set beside words, and to what: at a route, or where something begins.

    `put` a value at a key, `unset` it, `excuse` a rule of translation, `aim` at a point of a picture,
    `rename` a key, `correct` a word, set a number of the `theme`, switch a `rule` of typography off, or set
    what concerns the whole `document`.
    """

    how: Literal["put", "unset", "excuse", "aim", "rename", "correct", "theme", "rule", "document"]
    file: str = ""
    route: tuple[str | int, ...] = ()
    line: int = 0
    column: int = 0
    to: str = ""
    down: str = ""


class Settlement(Struct, frozen=True, forbid_unknown_fields=True):
    """Which text of a conflict stays."""

    file: str
    mine: bool


class EditRoutes:
    """What reads and changes passages."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._editor: Editor = rooms.editor

    def list_routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/hit", self.hit),
            Route("/passage", self.passage),
            Route("/unsaved", self.unsaved),
            Route("/words", self.write, methods=["POST"]),
            Route("/block", self.block, methods=["POST"]),
            Route("/set", self.set, methods=["POST"]),
            Route("/design", self.design),
            Route("/kinds", self.kinds),
            Route("/undo", self.undo, methods=["POST"]),
            Route("/redo", self.redo, methods=["POST"]),
            Route("/save", self.save, methods=["POST"]),
            Route("/settle", self.settle, methods=["POST"]),
        ]

    async def hit(self, request: Request) -> Response:
        """The passage under a point of a sheet; null where nobody wrote anything."""
        try:
            index = int(request.query_params["sheet"])
            x, y = float(request.query_params["x"]), float(request.query_params["y"])
        except (KeyError, ValueError):
            return Response(status_code=400)
        origin = find_hit(self._rooms.session.state, index, x, y)
        if origin is None:
            return answer(None)
        file, line, column = origin.where.file, origin.where.line, origin.where.column
        return await self._show(request, file, lambda: self._find(file, line, column))

    def _find(self, file: str, line: int, column: int) -> TypedPassage:
        """What begins at a place, else what is written in that line."""
        try:
            return self._editor.find(file, line, column)
        except Rejected:
            return self._editor.find_near(file, line)

    async def passage(self, request: Request) -> Response:
        """The passage at a route of a file, or that begins at a line and column."""
        asked = request.query_params
        try:
            file = asked["file"]
            if "route" in asked:
                route = json.decode(asked["route"], type=tuple[str | int, ...])
                return await self._show(request, file, lambda: self._editor.read(file, route))
            if "block" in asked:
                block = int(asked["block"])
                return await self._show(request, file, lambda: self._editor.first_of(file, block))
            line, column = int(asked["line"]), int(asked.get("column", "0"))
        except (KeyError, ValueError, DecodeError):
            return Response(status_code=400)
        return await self._show(request, file, lambda: self._find(file, line, column))

    async def _show(self, request: Request, file: str, find: Callable[[], TypedPassage]) -> Response:
        """A passage, and where its words stand on the sheets."""

        def show() -> object:
            passage = find()
            state = self._rooms.session.state
            marks = [mark for side in passage.sides for mark in find_marks(state, file, side.line)]
            begin = self._editor.begin(file, passage.block)
            pictures = find_marks(state, file, begin) if passage.kind == "figure" and begin else []
            found = {"file": file, "path": Path(file).resolve().as_posix()}
            return {**found, "marks": marks or pictures, "pictures": pictures, **to_builtins(passage)}

        return await self._do(request, show)

    async def unsaved(self, request: Request) -> Response:
        """What is not saved, what can be undone, and what was changed elsewhere."""
        return answer(self._standing())

    def _standing(self) -> dict[str, object]:
        undo, redo = self._editor.can
        return {
            "files": sorted(self._editor.unsaved),
            "undo": undo,
            "redo": redo,
            "conflicts": to_builtins(self._editor.conflicts),
        }

    async def write(self, request: Request) -> Response:
        """WordsForPassage for a passage."""
        return await self._change(
            request, WordsForPassage, lambda one: self._editor.type(one.file, one.route, one.words, one.was)
        )

    async def block(self, request: Request) -> Response:
        """A block put in, taken out, moved or copied."""
        return await self._change(request, Block, self._change_block)

    def _change_block(self, one: Block) -> None:
        editor = self._editor
        ways: dict[str, Callable[[], None]] = {
            "insert": lambda: editor.insert(one.file, one.route, write_block(one.kind, self._picture(one))),
            "remove": lambda: editor.remove(one.file, one.route),
            "move": lambda: editor.move(one.file, one.route, one.to),
            "copy": lambda: editor.copy(one.file, one.route, one.to),
        }
        ways[one.how]()

    def _picture(self, one: Block) -> str:
        """The picture that a new figure shows: the one that was given, or any that is there."""
        return one.picture or next(iter(list_pictures(self._rooms.session.place)), "images/")

    async def set(self, request: Request) -> Response:
        """Something set that is no words."""
        return await self._change(request, SettingWish, self._set)

    def _set(self, one: SettingWish) -> None:
        editor, place = self._editor, (one.line, one.column)
        own = self._document
        ways: dict[str, Callable[[], None]] = {
            "put": lambda: editor.put(one.file, one.route, one.to),
            "unset": lambda: editor.unset(one.file, one.route),
            "excuse": lambda: editor.excuse(one.file, place, one.to),
            "aim": lambda: editor.aim(one.file, one.route, one.to, one.down),
            "rename": lambda: editor.rename(one.file, place, one.to),
            "correct": lambda: editor.correct(one.file, place, one.to),
            "theme": lambda: editor.set_theme(own, one.route, one.to),
            "rule": lambda: editor.list_word(own, ("typography", "off"), one.to),
            "document": lambda: editor.put(own, one.route, one.to),
        }
        ways[one.how]()

    @property
    def _document(self) -> str:
        """The document's own file, as typed."""
        place = self._rooms.session.place
        return shown_path(place / BROCHURE_FILE if place == content_folder(place) else place)

    async def design(self, request: Request) -> Response:
        """The numbers of the design that can be moved, and whether the document is a draft."""
        composed = self._rooms.session.state.composed
        if composed is None:
            return answer({"numbers": [], "draft": False})
        return answer({"numbers": list_numbers(composed.theme), "draft": composed.brochure.draft})

    async def kinds(self, request: Request) -> Response:
        """Every kind of block, and the pictures that a figure can show."""
        pictures = await asyncio.to_thread(list_pictures, self._rooms.session.place)
        return answer({"kinds": list(NEW_BLOCKS), "pictures": pictures})

    async def undo(self, request: Request) -> Response:
        """Takes the last change back."""
        return await self._do(request, lambda: (self._editor.undo(), self._standing())[1])

    async def redo(self, request: Request) -> Response:
        """Makes it once more."""
        return await self._do(request, lambda: (self._editor.redo(), self._standing())[1])

    async def save(self, request: Request) -> Response:
        """Writes what is not saved."""
        return await self._do(request, lambda: (self._editor.save(), self._standing())[1])

    async def settle(self, request: Request) -> Response:
        """Ends a conflict."""
        return await self._change(
            request, Settlement, lambda one: self._editor.settle(one.file, mine=one.mine)
        )

    async def _change(self, request: Request, kind: type[T], make: Callable[[T], None]) -> Response:
        try:
            wanted = json.decode(await request.body(), type=kind)
        except (DecodeError, ValidationError):
            return Response(status_code=400)

        def change() -> object:
            make(wanted)
            return self._standing()

        return await self._do(request, change)

    async def _do(self, request: Request, what: Callable[[], object]) -> Response:
        """What a change gives, or why it was refused, in the language of the page."""
        try:
            return answer(await asyncio.to_thread(what))
        except Rejected as rejected:
            return refuse(rejected, self._rooms.language_of(request))
        except (KeyError, ValueError):
            return Response(status_code=400)
