"""Takes a bookmark, gives the page it leads to; never follows a link out of the file."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from layout.pdfreading.opening import OpenedPdf, look_up, tolerate

MOST_NODES = 100_000
"""Nodes of a name tree that are read."""


class PageFinder:
    """Finds the page, from 1, of an outline item; destinations by name are read when one is first met."""

    def __init__(self, pdf: OpenedPdf) -> None:
        self._pdf = pdf
        self._names: dict[str, PdfObject | None] | None = None
        self._pages: dict[int, int] = {}
        for number, page in enumerate(pdf.pages, start=1):
            if page.indirect_reference is not None:
                self._pages.setdefault(page.indirect_reference.idnum, number)

    def __call__(self, item: DictionaryObject) -> int | None:
        target = look_up(item, "/Dest")
        action = look_up(item, "/A")
        if target is None and isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo":
            target = look_up(action, "/D")
        if isinstance(target, NameObject | TextStringObject | ByteStringObject):
            target = self._named(_key(target))
        return self._page_of(target)

    def _page_of(self, target: PdfObject | None) -> int | None:
        if isinstance(target, DictionaryObject):
            target = look_up(target, "/D")
        if not isinstance(target, ArrayObject) or not target:
            return None
        page = target[0]
        if isinstance(page, IndirectObject):
            return self._pages.get(page.idnum)
        if isinstance(page, NumberObject) and 0 <= page < len(self._pdf.pages):
            return page + 1
        return None

    def _named(self, name: str) -> PdfObject | None:
        if self._names is None:
            self._names = dict(_named_destinations(self._pdf.catalog))
        return self._names.get(name)


def _named_destinations(catalog: DictionaryObject) -> Iterator[tuple[str, PdfObject | None]]:
    """Both kinds of ISO 32000-1, 12.3.2.3: the dictionary of PDF 1.1, and the name tree."""
    old = look_up(catalog, "/Dests")
    if isinstance(old, DictionaryObject):
        yield from ((_key(name), look_up(old, name)) for name in old)
    names = look_up(catalog, "/Names")
    if isinstance(names, DictionaryObject):
        yield from _name_tree(look_up(names, "/Dests"))


def _name_tree(root: PdfObject | None) -> Iterator[tuple[str, PdfObject | None]]:
    seen: set[int] = set()
    stack = [root]
    while stack and len(seen) < MOST_NODES:
        node = stack.pop()
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        names = _items(look_up(node, "/Names"))
        yield from ((_key(name), target) for name, target in zip(names[::2], names[1::2], strict=False))
        stack.extend(_items(look_up(node, "/Kids")))


def _items(array: PdfObject | None) -> list[PdfObject | None]:
    if not isinstance(array, ArrayObject):
        return []
    return [tolerate(item.get_object, None) for item in array]


def _key(name: object) -> str:
    """A name or a string, as both are compared."""
    if isinstance(name, bytes):
        return name.decode("latin-1")
    return str(name).removeprefix("/") if isinstance(name, NameObject) else str(name)
