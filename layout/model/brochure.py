"""A brochure as its author wrote it: sections of blocks, each block a pair of languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Union

from layout.model.diagnostic import Span
from layout.model.pairs import Pair, ProsePair
from layout.model.visit import Glossary, Map, Notes, Participants, Practical, Programme


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; an `opener` (level 1 only) starts a new page, sunk, by the river.

    Like other running text it may be `bilingual`: left out where one language is printed alone.
    """

    where: Span
    level: int
    text: ProsePair
    opener: bool = False
    bilingual: bool = False


class TextRole(Enum):
    """What a running paragraph is."""

    LEAD = "lead"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Text:
    """A lead or a paragraph."""

    where: Span
    role: TextRole
    text: ProsePair
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bulleted or numbered list; each item is a pair."""

    where: Span
    numbered: bool
    items: tuple[ProsePair, ...]
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A displayed quotation with an optional attribution."""

    where: Span
    text: ProsePair
    attribution: ProsePair | None
    bilingual: bool = False


class Placement(Enum):
    """Where a figure stands: in one column, over both, or over the full page width with bleed."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    BLEED = "bleed"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture file with caption, credit and alternative text in both languages.

    `file` is relative to the content folder; `height` (points) crops the picture to that height,
    centred; `alternative` is None for a decorative picture.
    """

    where: Span
    file: str
    placement: Placement
    height: float | None
    caption: ProsePair | None
    credit: ProsePair | None
    alternative: Pair[str] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A key figure and what it counts."""

    value: Pair[str]
    label: ProsePair


@dataclass(frozen=True, slots=True)
class Facts:
    """Key figures, set large."""

    where: Span
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline."""

    when: Pair[str]
    text: ProsePair


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events along the river line."""

    where: Span
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; every cell is a pair, `caption` optional, the first column heads the rows."""

    where: Span
    head: tuple[ProsePair, ...]
    rows: tuple[tuple[ProsePair, ...], ...]
    caption: ProsePair | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A body or person to write to; `lines` are set one below the other."""

    name: ProsePair
    lines: tuple[ProsePair, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts of the bodies behind the brochure."""

    where: Span
    entries: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code for `data` with a caption; `size` in points, quiet zone included."""

    where: Span
    data: str
    size: float
    caption: ProsePair
    alternative: Pair[str]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: headings of level 1 to `depth`."""

    where: Span
    title: ProsePair | None
    depth: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo file with its alternative text; `height` in points."""

    file: str
    height: float
    alternative: Pair[str]
    where: Span


@dataclass(frozen=True, slots=True)
class Publicity:
    """The funding statement with the EU emblem and logos (Regulation (EU) 2021/1060, Annex IX)."""

    where: Span
    statement: ProsePair
    emblem: bool
    logos: tuple[Logo, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""

    where: Span


Block = Union[
    Heading,
    Text,
    ItemList,
    Quote,
    Figure,
    Facts,
    Timeline,
    Table,
    Contacts,
    QrCode,
    Contents,
    Publicity,
    PageBreak,
    Programme,
    Participants,
    Glossary,
    Practical,
    Notes,
    Map,
]


@dataclass(frozen=True, slots=True)
class Section:
    """One section file: its blocks in order."""

    file: str
    blocks: tuple[Block, ...]


GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover: drawn by the theme (`file` None), or a page (from 1) of a designer's PDF."""

    where: Span
    file: str | None
    page: int
    alternative: Pair[str] | None


@dataclass(frozen=True, slots=True)
class Covers:
    """Front and back; None where the brochure has no cover on that side."""

    front: Cover | None
    back: Cover | None

    @property
    def there(self) -> tuple[Cover, ...]:
        """Those the brochure has, the front first."""
        return tuple(cover for cover in (self.front, self.back) if cover is not None)

    @property
    def designed(self) -> tuple[Cover, ...]:
        """Those that a designer has drawn, the front first."""
        return tuple(cover for cover in self.there if cover.file is not None)


RULE_IDS = tuple(f"T{number:02}" for number in range(1, 27) if number not in (18, 23, 24))
"""Every rule of microtypography that content can switch off (`docs/content.md` says what each does)."""


@dataclass(frozen=True, slots=True)
class TypographySettings:
    """Which rules are off (T01…), and words the author breaks himself, per language.

    `exceptions` maps a language to words written with their break points as hyphens.
    """

    off: frozenset[str] = frozenset()
    hard_czech_a: bool = False
    exceptions: Mapping[str, tuple[str, ...]] | None = None


class ReadingOrder(Enum):
    """How a tagged file is read aloud: pair by pair, or one language after the other in each section."""

    PAIRS = "pairs"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class Brochure:
    """The whole checked content."""

    folder: str
    where: Span
    title: Pair[str]
    title_where: Span
    subtitle: Pair[str] | None
    languages: tuple[str, str]
    date: date
    publisher: Pair[str] | None
    theme: str
    covers: Covers
    page_multiple: int
    typography: TypographySettings
    sections: tuple[Section, ...]
    reading_order: ReadingOrder = ReadingOrder.PAIRS
