"""Finished pages as data: positioned items, the structure tree and the outline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Union

from layout.model.drawing import Drawing
from layout.model.shapes import Line

ARTIFACT = -1
"""The leaf of an item that carries no content: folios, rules, backgrounds."""


class ArtifactKind(Enum):
    """What an item that carries no content is on its page (ISO 32000-1, 14.8.2.2; ISO 14289-1, 7.8)."""

    LAYOUT = "layout"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line with its column's edge at `x` and its baseline at `y` (points from the trim's top left).

    `leaf` is the structure leaf of the line's first part; a run's own leaf is `leaf + run.ink.part`.
    """

    x: float
    y: float
    line: Line
    leaf: int
    artifact: ArtifactKind = ArtifactKind.LAYOUT
    """What it is where its leaf is ARTIFACT."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y growing downward from its top."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DrawingItem:
    """A vector drawing fitted into `box`, seen only inside `clip`; read from the content's `file`, if any."""

    box: Box
    drawing: Drawing
    leaf: int
    clip: Box | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class ImageItem:
    """A picture file fitted into `box` (undistorted), seen only inside `clip`."""

    box: Box
    file: str
    leaf: int
    clip: Box | None = None


Item = Union[TextItem, DrawingItem, ImageItem]


@dataclass(frozen=True, slots=True)
class Link:
    """A live area that leads to `target`: a URI, or a number: an anchor (rows) or a page index (pages)."""

    box: Box
    target: str | int
    leaf: int
    description: str


@dataclass(frozen=True, slots=True)
class LayoutPage:
    """One page; `number` is the folio, counted with the covers."""

    number: int
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StructNode:
    """An element of the structure tree; children are nodes or leaf numbers (ISO 32000-1, 14.8).

    `scope` is what a table's head cell heads, `numbering` how a list's items are marked. A leaf that two
    elements name is a picture with words in two languages: it is drawn in the first.
    """

    tag: str
    children: tuple[Union[StructNode, int], ...] = ()
    language: str | None = None
    alternative: str | None = None
    scope: str | None = None
    numbering: str | None = None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: title, depth from 0, page index from 0, y of its target."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All pages of one size, in points."""

    width: float
    height: float
    bleed: float
    pages: tuple[LayoutPage, ...]
    structure: StructNode
    outline: tuple[OutlineEntry, ...]

    @property
    def images(self) -> Iterator[ImageItem]:
        """The pictures of pixels, page by page, as often as they are placed."""
        items = (item for page in self.pages for item in page.items)
        return (item for item in items if isinstance(item, ImageItem))
