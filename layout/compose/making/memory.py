"""Keeps what composing made of records that may come again: blocks, rows and pages; makes none."""

from __future__ import annotations

from zlib import crc32

from layout.compose.apparatus.leads import Spots
from layout.compose.apparatus.marks import Marks
from layout.compose.desk import Picture
from layout.compose.making.page_memory import PageMemory
from layout.compose.paginate import Breaks
from layout.compose.parts.beside import Risen
from layout.compose.parts.composed import ComposedBlock
from layout.compose.rows import Row
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Section
from layout.model.diagnostic import Diagnostic
from layout.model.layout import LayoutPage, Origin, OutlineEntry
from layout.model.memo import Memo
from layout.model.records import Struct
from layout.text.settings import Settled

STRIDE = 1 << 31
"""Numbers that a section has for its leaves and headings, and covers before all sections."""


def number_sections(sections: tuple[Section, ...]) -> tuple[int, ...]:
    """The first number of each section, by its file's name: a change in one renumbers no other."""
    taken: dict[int, None] = {}
    for section in sections:
        place = crc32(section.file.encode())
        while place in taken:
            place += 1
        taken[place] = None
    return tuple(STRIDE * (place + 1) for place in taken)


class MadeBlock(Struct, frozen=True, kw_only=True):
    """What was made of a block if it found room, what was told of that, and what it entered and took.

    `after` is the first leaf behind its own, `read` are the pictures it asked for. `held` keeps its passages.
    """

    block: Block
    headings: tuple[tuple[int, Heading], ...]
    composed: ComposedBlock | None
    told: tuple[Diagnostic, ...]
    marks: Marks | None
    origins: tuple[Origin, ...]
    after: int
    read: tuple[tuple[str, Picture], ...]
    held: tuple[Settled, ...]


class MadePage(Struct, frozen=True, kw_only=True):
    """A page, its bookmarks by language, the running titles from it on, and the folios that stand on it."""

    page: LayoutPage
    bookmarks: tuple[tuple[str, OutlineEntry], ...]
    running: tuple[str, str]
    folios: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]


class Memory:
    """What is remembered under one theme, one pair of languages and one set of fonts.

    Rows and pages are known by the identity of what they come from, which each answer holds.
    """

    def __init__(self) -> None:
        self.blocks: Memo[tuple[object, ...], MadeBlock] = Memo()
        self.joined: Memo[tuple[object, ...], tuple[ComposedBlock, tuple[Row, ...]]] = Memo()
        self.beside: Memo[tuple[int, ...], tuple[tuple[object, ...], tuple[Row, ...]]] = Memo()
        self.risen: Memo[tuple[int, ...], tuple[tuple[object, ...], Risen]] = Memo()
        self.breaks: Breaks = PageMemory()
        self.pages: Memo[tuple[object, ...], MadePage] = Memo()
        self.spots: Spots = Memo()

    def turn(self) -> None:
        """Ends a rebuild: what neither this one nor the last one needed is forgotten."""
        for memo in (self.blocks, self.joined, self.beside, self.risen, self.breaks, self.pages, self.spots):
            memo.turn()
