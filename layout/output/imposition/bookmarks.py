"""Takes a PDF's bookmarks, gives the same tree pointing at sheets; never a target inside a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from layout.model.records import Struct
from layout.output.imposition.destinations import PageFinder
from layout.output.pdf.store import add_object
from layout.pdfreading.opening import OpenedPdf, look_up

MOST_BOOKMARKS = 100_000
DEEPEST = 50


class ForeignBookmark(Struct, frozen=True):
    """One entry; `level` from 0, `page` from 1 or None where it leads nowhere in this file."""

    item: DictionaryObject
    level: int
    page: int | None

    @property
    def opened(self) -> bool:
        count = look_up(self.item, "/Count")
        return isinstance(count, int) and count > 0


def read_bookmarks(pdf: OpenedPdf) -> list[ForeignBookmark]:
    """All entries in reading order; circles, damaged entries and what lies too deep are left out."""
    outlines = look_up(pdf.catalog, "/Outlines")
    if not isinstance(outlines, DictionaryObject):
        return []
    find_page = PageFinder(pdf)
    return [
        ForeignBookmark(item, level, find_page(item)) for item, level in _walk(look_up(outlines, "/First"))
    ]


def write_bookmarks(
    writer: PdfWriter, bookmarks: list[ForeignBookmark], sheet_of: Callable[[int], IndirectObject]
) -> None:
    """Add the tree to the writer's catalog; `sheet_of` gives the sheet side of a page from 1."""
    if not bookmarks:
        return
    entries = [DictionaryObject({NameObject("/Type"): NameObject("/Outlines")})]
    entries += [_entry(bookmark, sheet_of) for bookmark in bookmarks]
    references = [add_object(writer, entry) for entry in entries]
    parents = _parents(bookmarks)
    _link(entries, references, parents)
    _count(entries, parents, [True, *(bookmark.opened for bookmark in bookmarks)])
    writer.root_object[NameObject("/Outlines")] = references[0]


def _walk(first: PdfObject | None) -> Iterator[tuple[DictionaryObject, int]]:
    seen: set[int] = set()
    stack = [(first, 0)]
    while stack and len(seen) < MOST_BOOKMARKS:
        item, level = stack.pop()
        if not isinstance(item, DictionaryObject) or id(item) in seen:
            continue
        seen.add(id(item))
        yield item, level
        stack.append((look_up(item, "/Next"), level))
        if level < DEEPEST:
            stack.append((look_up(item, "/First"), level + 1))


def _entry(bookmark: ForeignBookmark, sheet_of: Callable[[int], IndirectObject]) -> DictionaryObject:
    title = look_up(bookmark.item, "/Title")
    text = title if isinstance(title, TextStringObject | ByteStringObject) else TextStringObject("")
    entry = DictionaryObject({NameObject("/Title"): text})
    colour, style = look_up(bookmark.item, "/C"), look_up(bookmark.item, "/F")
    if isinstance(colour, ArrayObject) and len(colour) == 3:
        entry[NameObject("/C")] = ArrayObject(FloatObject(part) for part in colour)
    if isinstance(style, NumberObject):
        entry[NameObject("/F")] = style
    if bookmark.page is not None:
        entry[NameObject("/Dest")] = ArrayObject([sheet_of(bookmark.page), NameObject("/Fit")])
    return entry


def _parents(bookmarks: list[ForeignBookmark]) -> list[int]:
    """For each entry the place of its parent; place 0 is the root, and its own parent."""
    parents, branch = [0], [0]
    for place, bookmark in enumerate(bookmarks, start=1):
        del branch[bookmark.level + 1 :]
        parents.append(branch[-1])
        branch.append(place)
    return parents


def _link(entries: list[DictionaryObject], references: list[IndirectObject], parents: list[int]) -> None:
    last: dict[int, int] = {}
    for place in range(1, len(entries)):
        parent = parents[place]
        entries[place][NameObject("/Parent")] = references[parent]
        if parent in last:
            entries[place][NameObject("/Prev")] = references[last[parent]]
            entries[last[parent]][NameObject("/Next")] = references[place]
        else:
            entries[parent][NameObject("/First")] = references[place]
        entries[parent][NameObject("/Last")] = references[place]
        last[parent] = place


def _count(entries: list[DictionaryObject], parents: list[int], opened: list[bool]) -> None:
    """Visible descendants, negative for a closed entry (ISO 32000-1, table 153)."""
    visible = [0] * len(entries)
    for place in reversed(range(1, len(entries))):
        visible[parents[place]] += 1 + (visible[place] if opened[place] else 0)
    for entry, count, is_open in zip(entries, visible, opened, strict=True):
        if count:
            entry[NameObject("/Count")] = NumberObject(count if is_open else -count)
