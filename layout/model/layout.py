"""Finished pages as data: positioned items, the structure tree and the outline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from typing import Union

from layout.model.diagnostic import Span
from layout.model.drawing import Drawing
from layout.model.records import Struct
from layout.model.shapes import Line

ARTIFACT = -1
"""The leaf of an item that carries no content: folios, rules, backgrounds."""


class ArtifactKind(Enum):
    """What an item that carries no content is on its page (ISO 32000-1, 14.8.2.2; ISO 14289-1, 7.8)."""

    LAYOUT = "layout"
    HEADER = "header"
    FOOTER = "footer"


class TextItem(Struct, frozen=True):
    """A line with its column's edge at `x` and its baseline at `y` (points from the trim's top left).

    `leaf` is the structure leaf of the line's first part; a run's own leaf is `leaf + run.ink.part`.
    """

    x: float
    y: float
    line: Line
    leaf: int
    artifact: ArtifactKind = ArtifactKind.LAYOUT
    """What it is where its leaf is ARTIFACT."""


class Box(Struct, frozen=True):
    """A rectangle in points, y growing downward from its top."""

    x: float
    y: float
    width: float
    height: float


class DrawingItem(Struct, frozen=True):
    """A vector drawing fitted into `box`, seen only inside `clip`; read from the content's `file`, if any."""

    box: Box
    drawing: Drawing
    leaf: int
    clip: Box | None = None
    file: str = ""


class ImageItem(Struct, frozen=True):
    """A picture file fitted into `box` (undistorted), seen only inside `clip`."""

    box: Box
    file: str
    leaf: int
    clip: Box | None = None


Item = Union[TextItem, DrawingItem, ImageItem]


class Destination(Struct, frozen=True):
    """A place on the page with an index from 0, `y` points below the trim's top."""

    page: int
    y: float


class Link(Struct, frozen=True):
    """A live area that leads to `target`: a URI, a place, the number of an anchor (rows) or page (pages)."""

    box: Box
    target: str | int | Destination
    leaf: int
    description: str


class LayoutPage(Struct, frozen=True):
    """One page; `number` is the folio, counted with the covers."""

    number: int
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()


class StructNode(Struct, frozen=True, kw_only=True):
    """An element of the structure tree; children are nodes or leaf numbers (ISO 32000-1, 14.8).

    `scope` is what a table's head cell heads, `numbering` how a list's items are marked. A leaf that two
    elements name is drawn in the first: a picture with words in two languages, or words that both share,
    which the second one has as its `actual` text.
    """

    tag: str
    children: tuple[Union[StructNode, int], ...] = ()
    language: str | None = None
    alternative: str | None = None
    scope: str | None = None
    numbering: str | None = None
    actual: str | None = None


class OutlineEntry(Struct, frozen=True):
    """A bookmark: title, depth from 0, page index from 0, y of its target."""

    title: str
    level: int
    page: int
    y: float


class Origin(Struct, frozen=True):
    """Where the words or the picture of the leaves from `leaf` on were written, in which column (0, 1)."""

    leaf: int
    where: Span
    side: int | None = None


class Layout(Struct, frozen=True, kw_only=True):
    """All pages of one size, in points; `origins` lead from what is seen back to the content, by leaf."""

    width: float
    height: float
    bleed: float
    pages: tuple[LayoutPage, ...]
    structure: StructNode
    outline: tuple[OutlineEntry, ...]
    origins: tuple[Origin, ...] = ()

    def origin_of(self, leaf: int) -> Origin | None:
        """Where what the leaf holds was written; None for what no user wrote."""
        if leaf == ARTIFACT:
            return None
        behind = bisect_right(self.origins, leaf, key=lambda one: one.leaf)
        origin = self.origins[behind - 1] if behind else None
        return origin if origin is not None and origin.where.file else None

    @property
    def images(self) -> Iterator[ImageItem]:
        """The pictures of pixels, page by page, as often as they are placed."""
        items = (item for page in self.pages for item in page.items)
        return (item for item in items if isinstance(item, ImageItem))
