"""What a rule may object to as soon as it is seen, and what a person sees it in; judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from layout.model.geometry import Rect

SOURCE_KEY = "XXSzpaltaFile"
"""By which key a picture or marked content says of which file it was made, in files of this program."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a person sees something in; `kind` is a word of `terms.toml`, `name` its file, title or words."""

    kind: str
    name: str = ""


WHOLE_FILE, WHOLE_PAGE = Subject("file"), Subject("page")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that a rule may object to, seen `count` times at a place; `what` is a key of the rules."""

    what: str
    detail: str
    subject: Subject
    box: Rect | None = None
    count: int = 1
