"""What an office's text consists of before its languages are joined: passages, titles, sections; data."""

from __future__ import annotations

from enum import Enum

from layout.model.records import Struct

LINE_BREAK = "\n"
"""A line break that is kept inside a passage: in an address, or typed with Shift and Enter."""


class Mark(Enum):
    """What a passage begins with, if it is an item of a list."""

    BULLET = "bullet"
    NUMBER = "number"


Grid = tuple[tuple[str, ...], ...]
"""A table of data: rows of cells as Markdown, all rows equally long, the first one its head."""


class TakenPicture(Struct, frozen=True, kw_only=True):
    """A picture out of a document: a file's bytes with the ending of their kind, and what it shows, if told.

    `width` is that of the page it stood on, in millimetres; None where it is not told or filled the page.
    """

    data: bytes
    ending: str
    alternative: str = ""
    decorative: bool = False
    width: float | None = None


class Paragraph(Struct, frozen=True, kw_only=True):
    """A passage without the marks before it, and the line of the file where it begins (from 1).

    `run` counts the stretches of filled lines; `level` is that of an item, from 0; `typed` is the mark as it
    stood before it; `language` is told by a label or a column, not by the words, and `hint` by the program
    that wrote them. `markup` is the text as Markdown where that says more; `heading` is its level, 0 for the
    document's title; `file` is named where there are several. `tied` passages stand side by side in a row. A
    table of data is one passage, `text` all its words; `pictures` stand behind a passage, or above it where
    it is their `caption`, and may have no words around them.
    """

    text: str
    line: int
    run: int = 0
    mark: Mark | None = None
    level: int = 0
    typed: str = ""
    language: str | None = None
    hint: str | None = None
    note: bool = False
    markup: str = ""
    heading: int | None = None
    file: str = ""
    tied: bool = False
    grid: Grid | None = None
    caption: bool = False
    pictures: tuple[TakenPicture, ...] = ()


class Title(Struct, frozen=True):
    """A title in both languages."""

    polish: str
    czech: str
    line: int
    czech_first: bool


class TextSection(Struct, frozen=True):
    """What stands under one title; None above the first."""

    title: Title | None
    paragraphs: tuple[Paragraph, ...]
