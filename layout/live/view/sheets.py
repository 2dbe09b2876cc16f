"""Takes composed pages, gives each as a sheet with a name made of what is seen on it; draws none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import msgpack

from layout.model.content.brochure import Cover
from layout.model.layout import (
    ArtworkItem,
    DrawingItem,
    ImageItem,
    Item,
    Layout,
    LayoutPage,
    StructNode,
    TextItem,
)
from layout.model.records import Struct, replace
from layout.pipeline.composing import Composed

Stamp = tuple[int, int]
"""When a file was written (nanoseconds), and its size in bytes; zeros for one that is not there."""

NAME_DIGITS = 20
"""Hexadecimal digits of a sheet's name: 80 bits, so that no two sheets of a long day share one."""
EMPTY = StructNode(tag="Document")


class SeenPage(Struct, frozen=True, kw_only=True):
    """One page as it is seen; two sheets of one name look alike.

    `layout` has this page alone; a designer's cover has the page `cover_page` (from 1) of a PDF, `cover`,
    instead, and `layout` only says its size.
    """

    name: str
    number: int
    layout: Layout
    stamps: Mapping[str, Stamp]
    """When each picture on it was written."""
    cover: Path | None = None
    cover_page: int = 1

    @property
    def page(self) -> LayoutPage:
        """The page."""
        return self.layout.pages[0]


class PageNamer:
    """Makes the sheets of one state of a brochure after the other; remembers the pages of the last one."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[LayoutPage, bytes]] = {}

    def list_sheets(self, composed: Composed) -> tuple[SeenPage, ...]:
        """All pages in the order they are bound, covers too."""
        known: dict[int, tuple[LayoutPage, bytes]] = {}
        sheets = []
        look = digest(msgpack.encode(sorted(composed.theme.colours.items())))
        folder = Path(composed.brochure.folder)
        for layout, page in _pages(composed):
            files = {item.file for item in page.items if isinstance(item, ImageItem | ArtworkItem)}
            stamps = {file: _stamp(folder / file) for file in sorted(files)}
            kept = self._known.get(id(page))
            name = kept[1] if kept is not None and kept[0] is page else _name(page)
            known[id(page)] = (page, name)
            alone = replace(layout, pages=(page,), structure=EMPTY, outline=())
            whole = digest(msgpack.encode((name, look, stamps)))
            sheets.append(SeenPage(name=whole, number=page.number, layout=alone, stamps=stamps))
        self._known = known
        return (*_designed(composed, front=True), *sheets, *_designed(composed, front=False))


def _pages(composed: Composed) -> Iterator[tuple[Layout, LayoutPage]]:
    front, back = composed.covers
    for layout in filter(None, (front, composed.body, back)):
        for page in layout.pages:
            yield layout, page


def _name(page: LayoutPage) -> bytes:
    """A digest of all that is placed; where it was written and how it is read aloud leave no trace on it."""
    return hashlib.sha256(msgpack.encode((page.number, [_seen(item) for item in page.items]))).digest()


def _seen(item: Item) -> object:
    if isinstance(item, TextItem):
        return (item.x, item.y, item.line)
    if isinstance(item, DrawingItem):
        return (item.box, item.drawing, item.clip)
    return (item.box, item.file, item.clip)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _designed(composed: Composed, *, front: bool) -> Iterator[SeenPage]:
    covers = composed.brochure.covers
    cover: Cover | None = covers.front if front else covers.back
    if cover is None or cover.file is None:
        return
    path = Path(composed.brochure.folder) / cover.file
    number = 1 if front else len(composed.body.pages) + 1 + (covers.front is not None)
    alone = replace(composed.body, pages=(LayoutPage(number, ()),), structure=EMPTY, outline=())
    name = digest(msgpack.encode((cover.file, cover.page, _stamp(path))))
    yield SeenPage(name=name, number=number, layout=alone, stamps={}, cover=path, cover_page=cover.page)


def digest(data: bytes) -> str:
    """A name for what `data` says."""
    return hashlib.sha256(data).hexdigest()[:NAME_DIGITS]
