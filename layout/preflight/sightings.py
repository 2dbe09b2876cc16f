"""What a rule may object to as soon as it is seen, and what a person sees it in; judges nothing."""

from __future__ import annotations

from layout.model.geometry import Rect
from layout.model.records import Struct

SOURCE_KEY = "XXSzpaltaFile"
"""By which key a picture or marked content says of which file it was made, in files of this program."""


class Subject(Struct, frozen=True):
    """What a person sees something in; `kind` is a word of `terms.toml`, `name` its file, title or words."""

    kind: str
    name: str = ""


WHOLE_FILE, WHOLE_PAGE = Subject("file"), Subject("page")


class Sighting(Struct, frozen=True):
    """Something that a rule may object to, seen `count` times at a place; `what` is a key of the rules."""

    what: str
    detail: str
    subject: Subject
    box: Rect | None = None
    count: int = 1
