"""Takes an .odt, gives its passages in order and what had to be left out; joins no languages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Rejected, Span
from layout.source.import_text.office.body import Block, OfficeTable, OfficeText, lay_out
from layout.source.import_text.office.package import OfficePackage, holds_part
from layout.source.import_text.office.pictures import PictureTaker
from layout.source.import_text.office.stretches import Told, make_passage
from layout.source.import_text.opendocument.names import DC, MANIFEST, OFFICE, TABLE, TEXT
from layout.source.import_text.opendocument.styles import ListPlace, TextStyles
from layout.source.import_text.opendocument.words import TextReader

_KIND = b"application/vnd.oasis.opendocument.text"
_BODY = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CONTAINERS = frozenset(
    {
        *(f"{TEXT}{name}" for name in ("section", "list-header", "numbered-paragraph")),
        *(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")),
    }
)
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in ("table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index")
)
_MOST_REPEATED = 64
"""Cells or rows that one element may stand for; a sheet of LibreOffice fills a page's width with one."""


def is_opendocument(data: bytes) -> bool:
    """Whether bytes are a ZIP with the words of an OpenDocument text, or what is left of one."""
    return holds_part(data, _BODY, "mimetype") and (_KIND in data[:200] or _names_kind(data))


def _names_kind(data: bytes) -> bool:
    """Whether a document whose kind does not stand at its beginning, as it should, names it elsewhere."""
    package = OfficePackage(data, Span(""))
    return any(_KIND in (package.content(name) or b"") for name in ("mimetype", _MANIFEST))


def read_opendocument(data: bytes, file: str, bilingual: bool = True) -> OfficeText:
    """The passages of an .odt; only a `bilingual` one has tables of two languages. Raises Rejected."""
    package = OfficePackage(data, Span(file))
    manifest = package.part(_MANIFEST)
    if manifest is not None and any(True for _ in manifest.iter(f"{MANIFEST}encryption-data")):
        raise Rejected.one("import-broken", package.where)
    return _Reader(package, file).read(bilingual)


class _Reader:
    """Walks the body, counting paragraphs."""

    def __init__(self, package: OfficePackage, file: str) -> None:
        self._package = package
        self._file = file
        self._told = Told()
        self._pictures = PictureTaker(package)
        self._count = 0

    def read(self, bilingual: bool) -> OfficeText:
        root = self._package.part(_BODY)
        assert root is not None
        self._styles = TextStyles(self._package.part("styles.xml"), root)
        self._words = TextReader(self._styles, self._told, self._pictures)
        body = root.find(f"{OFFICE}body/{OFFICE}text")
        if body is not None:
            self._tell_changes(body)
        text = lay_out([] if body is None else self._blocks(body, None), self._file, bilingual)
        told = self._told.tell(self._file)
        return OfficeText(text.paragraphs, (*text.findings, *self._pictures.findings, *told))

    def _tell_changes(self, body: Element) -> None:
        """Changes count as accepted: what was put in is in the text, what went is in their list."""
        for changes in body.findall(f"{TEXT}tracked-changes"):
            for region in changes.findall(f"{TEXT}changed-region"):
                self._told.count["import-changes"] += 1
                self._told.authors.update(one.text or "" for one in region.iter(f"{DC}creator"))

    def _blocks(self, parent: Element, place: ListPlace | None) -> Iterator[Block]:
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child, place)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, place)
            elif child.tag == f"{TABLE}table":
                yield OfficeTable(tuple(self._rows(child)))
            elif child.tag in _INDEXES:
                self._told.count["import-contents"] += 1
            elif child.tag in _CONTAINERS and not self._is_hidden(child):
                yield from self._blocks(child, place)
            elif found := self._words.read_frame(child, self._count + 1):
                self._count += 1
                yield make_passage(found.words, self._styles.shape(child, None), self._count)
                for box in found.boxes:
                    yield from self._blocks(box, None)

    def _is_hidden(self, section: Element) -> bool:
        hidden = section.get(f"{TEXT}display") == "none"
        self._told.count.update(["import-hidden"] * hidden)
        return hidden

    def _list(self, element: Element, outer: ListPlace | None) -> Iterator[Block]:
        """The items of a list; only the first paragraph of an item bears its mark."""
        place = self._styles.enter_list(element, outer)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            marked: ListPlace | None = place if item.tag == f"{TEXT}list-item" else None
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, place)
                    continue
                holder = Element("holder")
                holder.append(child)
                yield from self._blocks(holder, marked)
                marked = None if child.tag == f"{TEXT}p" else marked

    def _paragraph(self, element: Element, place: ListPlace | None) -> Iterator[Block]:
        self._count += 1
        shape = self._styles.shape(element, place)
        found = self._words.read(element, self._count)
        yield make_passage(found.words, shape, self._count)
        for box in found.boxes:
            yield from self._blocks(box, None)

    def _rows(self, table: Element) -> Iterator[tuple[tuple[Block, ...], ...]]:
        """The cells of each row; one that another one covers is empty."""
        for row in table:
            if row.tag in _CONTAINERS:
                yield from self._rows(row)
            elif row.tag == f"{TABLE}table-row":
                cells: list[tuple[Block, ...]] = []
                for cell in row:
                    if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                        count = _repeated(cell, "number-columns-repeated")
                        cells += [tuple(self._blocks(cell, None))] * count
                yield from [tuple(cells)] * _repeated(row, "number-rows-repeated")


def _repeated(element: Element, name: str) -> int:
    count = element.get(f"{TABLE}{name}", "1")
    return max(min(int(count), _MOST_REPEATED), 1) if count.isdecimal() and len(count) < 9 else 1
