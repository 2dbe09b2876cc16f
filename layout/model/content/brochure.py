"""A brochure as its author wrote it: its settings and covers, and its sections of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from layout.model.blocks.block import Block
from layout.model.blocks.reference import Logo
from layout.model.content.pairs import Pair
from layout.model.content.translation import AS_IT_COMES, TranslationSettings
from layout.model.diagnostic import Span
from layout.model.products.publicity import PublicityWish
from layout.model.records import Struct, field
from layout.model.theme import ColumnShare


class Section(Struct, frozen=True):
    """One section file: its blocks in order."""

    file: str
    blocks: tuple[Block, ...]


GENERATED = "generated"


class Cover(Struct, frozen=True):
    """A cover: drawn by the theme (`file` None), or a page (from 1) of a designer's PDF."""

    where: Span
    file: str | None
    page: int
    alternative: Pair[str] | None


class Covers(Struct, frozen=True):
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


class TypographySettings(Struct, frozen=True):
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


class Colophon(Struct, frozen=True, kw_only=True):
    """What a cover says of the publication besides its title; `isbn` as typed, hyphens and all."""

    place: Pair[str] | None = None
    series: Pair[str] | None = None
    edition: Pair[str] | None = None
    isbn: str | None = None
    logos: tuple[Logo, ...] = ()
    """Of the bodies that publish it, on the back cover."""


class Brochure(Struct, frozen=True, kw_only=True):
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
    publicity: PublicityWish | None = None
    columns: ColumnShare | None = None
    """How wide the columns are; as the theme says where it is None."""
    draft: bool = False
    """Whether pages are drawn in spite of mistakes, which are marked on them."""
    colophon: Colophon = field(default_factory=Colophon)
    translation: TranslationSettings = AS_IT_COMES
    """What is asked of translations, and whether both offices must have approved them."""
