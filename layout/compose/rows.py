"""What pages are made of: rows that hold both languages level, and can be cut between slabs."""

from __future__ import annotations

from typing import Union

from layout.model.blocks.notes import Ruling
from layout.model.diagnostic import Span
from layout.model.layout import DrawingItem, ImageItem, Link, TextItem
from layout.model.records import Struct, replace
from layout.model.shapes import Line

TOGETHER = 300.0
"""The price of parting rows that are best seen at once: that of seven empty lines at a page's foot."""
FORBIDDEN = 1e5
"""The price of a page break that only need can excuse; one that is taken is reported."""


KEPT_APART = FORBIDDEN * 4
NEVER = FORBIDDEN * 1e6
"""The price of a page break that there is always another way round."""


class Lines(Struct, frozen=True):
    """Lines one slab each, with their column's edge at `x` (points from the text block's left edge).

    The first one stands on the row's slab `start`; only a row without uneven cuts has some that begin late.
    """

    x: float
    lines: tuple[Line, ...]
    leaf: int
    start: int = 0

    def part(self, lines: slice) -> tuple[int, tuple[Line, ...]]:
        """The lines on the slabs of a slice, and how many slabs of it are above the first of them."""
        first = max(lines.start - self.start, 0)
        return max(self.start - lines.start, 0), self.lines[first : max(lines.stop - self.start, 0)]


class Footnote(Struct, frozen=True):
    """A note for the foot of the column of `side`; `order` is its place among those of its language."""

    side: int
    order: int
    lines: Lines
    leading: float

    @property
    def height(self) -> float:
        """What its lines take, in points."""
        return len(self.lines.lines) * self.leading


class Fixed(Struct, frozen=True):
    """Items placed once, relative to the row's top left; they go where its first slab goes."""

    items: tuple[Union[TextItem, DrawingItem, ImageItem], ...]
    links: tuple[Link, ...] = ()
    bleeding: bool = False
    """Whether x counts from the page's left edge, and a picture at a page's head reaches its bleed."""


class PageNumber(Struct, frozen=True, kw_only=True):
    """The folio of the page where `anchor` stands, flush right at `right`, its baseline at `y`."""

    anchor: int
    right: float
    y: float
    language: str
    leaf: int
    width: float
    """Width of the live area, from `right` leftwards."""


class Ruled(Struct, frozen=True):
    """Room to write over both columns, from `y` below the row's top to the page's last grid line."""

    ruling: Ruling
    y: float


Piece = Union[Lines, Fixed, PageNumber, Ruled]


Halves = tuple[tuple[Piece, ...], tuple[Piece, ...]]
"""What stands on the left and on the right page of a spread."""


class Floats(Struct, frozen=True):
    """How a row leaves the text for the head or the foot of a page; over a spread, of two.

    Over a spread it has its halves as they stand at the `foot`, and at the `head` if it may stand there.
    """

    foot: Halves | None = None
    head: Halves | None = None


class Stagger(Struct, frozen=True):
    """A cut that a column takes `back` lines earlier than the other, where no level one is good.

    `back` has a number for each `Lines` of the row; both columns go on level at the next page's head. There
    the rest has `extra` slabs more than after a level cut. `price` is that of the page break.
    """

    back: tuple[int, ...]
    extra: int
    price: float


class Setting(Struct, frozen=True, kw_only=True):
    """A row's columns in another number of lines, with the cuts and footnotes there are then, at a price."""

    count: int
    columns: tuple[tuple[Line, ...], ...]
    cuts: tuple[float, ...]
    staggers: tuple[Stagger | None, ...]
    price: float
    footnotes: tuple[tuple[Footnote, ...], ...] = ()


class Bookmark(Struct, frozen=True):
    """An outline entry in one language for the page a row starts on."""

    title: str
    level: int
    language: str


class Row(Struct, frozen=True, kw_only=True):
    """One row of the page: `count` slabs of `step` points, then `pad` to come back to the grid.

    `cuts[k]` is the price of a page break after slab k+1 (0 for a good place); `staggers[k]`, where it is
    there, the uneven cut that may be taken instead, with its longest column level. `before` is the space
    above, dropped at a page's head; `sink` the space above only there, where `head` stands. A page that
    starts with this row adds `slack` to its first space between blocks, to be on the grid again. `keep`
    forbids a break after the row, `parting` is the price of one; `fresh` asks for one before, `welcome` likes
    it. `foot` drops the row to the page's foot, `river` draws the river in its gutter, `anchor` numbers a
    heading, `running` is what running titles say from here on. `footnotes` are for each slab the notes whose
    marks stand there; empty where the row has none. `settings` are what the row may be instead, for a price.
    A row that `floats` is no part of the flow: where it stands among others is where it is spoken of.
    """

    where: Span
    step: float
    count: int
    pieces: tuple[Piece, ...]
    cuts: tuple[float, ...] = ()
    staggers: tuple[Stagger | None, ...] = ()
    before: float = 0.0
    pad: float = 0.0
    sink: float = 0.0
    head: tuple[Fixed, ...] = ()
    slack: float = 0.0
    keep: bool = False
    parting: float = 0.0
    fresh: bool = False
    welcome: bool = False
    foot: bool = False
    river: bool = False
    anchor: int | None = None
    running: tuple[str, str] | None = None
    floats: Floats | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    footnotes: tuple[tuple[Footnote, ...], ...] = ()
    settings: tuple[Setting, ...] = ()

    def take(self, setting: Setting) -> Row:
        """The row in another of its settings."""
        columns = iter(setting.columns)
        pieces = (
            replace(piece, lines=next(columns)) if isinstance(piece, Lines) else piece
            for piece in self.pieces
        )
        return replace(
            self,
            count=setting.count,
            pieces=tuple(pieces),
            cuts=setting.cuts,
            staggers=setting.staggers,
            footnotes=setting.footnotes,
            settings=(),
        )

    @property
    def after(self) -> float:
        """The price of a page break after the row."""
        return KEPT_APART if self.keep else self.parting

    @property
    def height(self) -> float:
        """The whole row without the space before it, in points."""
        return self.step * self.count + self.pad

    def height_of(self, slabs: int, stop: int) -> float:
        """The height of `slabs` slabs of it, the last one before number `stop`, in points."""
        return self.step * slabs + (self.pad if stop == self.count else 0.0)

    @property
    def fills(self) -> bool:
        """Whether the row takes all that is left of its page."""
        return any(isinstance(piece, Ruled) for piece in self.pieces)
