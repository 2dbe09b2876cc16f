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


class Paragraph(Struct, frozen=True, kw_only=True):
    """A passage without the marks before it, and the line of the file where it begins (from 1).

    `run` counts the stretches of filled lines; `level` is that of an item, from 0; `typed` is the mark as it
    stood before it; `language` is told by a label or a column, not by the words, and `hint` by the program
    that wrote them. `markup` is the text as Markdown where that says more; `heading` is its level, 0 for the
    document's title; `file` is named where there are several.
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
