"""Takes a Word document, gives its passages in order and what had to be left out; joins no languages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Span
from layout.source.import_text.office.body import Block, OfficeTable, OfficeText, lay_out
from layout.source.import_text.office.pictures import PictureTaker
from layout.source.import_text.office.stretches import Told, make_passage
from layout.source.import_text.word.package import BODY, COMMENTS, W, WordPackage
from layout.source.import_text.word.styles import WordStyles
from layout.source.import_text.word.words import WordReader, read_notes

_CONTAINERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo")
"""What holds paragraphs without being one."""
_MOST_SPANNED = 64
"""Columns that a cell may span; Word has no more in a table."""


def read_word(data: bytes, file: str, bilingual: bool = True) -> OfficeText:
    """The passages of a .docx; only a `bilingual` one has tables of two languages. Raises Rejected."""
    package = WordPackage(data, Span(file))
    return _Reader(package, file).read(bilingual)


class _Reader:
    """Walks the body, counting paragraphs."""

    def __init__(self, package: WordPackage, file: str) -> None:
        self._package = package
        self._file = file
        self._styles = WordStyles(package)
        self._told = Told()
        self._pictures = PictureTaker(package)
        notes = read_notes(package, self._told, self._pictures)
        self._words = WordReader(package.relations(BODY), self._told, self._pictures, notes)
        self._count = 0

    def read(self, bilingual: bool) -> OfficeText:
        root = self._package.part(BODY)
        body = None if root is None else root.find(f"{W}body")
        text = lay_out([] if body is None else self._blocks(body), self._file, bilingual)
        comments = self._package.part(COMMENTS)
        if comments is not None and (count := sum(1 for _ in comments.iter(f"{W}comment"))):
            self._told.count["import-comments"] = count
        told = self._told.tell(self._file)
        return OfficeText(text.paragraphs, (*text.findings, *self._pictures.findings, *told))

    def _blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield OfficeTable(tuple(self._rows(child)))
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self._count += 1
        shape = self._styles.shape(element)
        if shape.contents:
            self._told.count["import-contents"] += 1
            return
        found = self._words.read(element, self._count)
        yield make_passage(found.words, shape, self._count)
        for box in found.boxes:
            yield from self._blocks(box)

    def _rows(self, table: Element) -> Iterator[tuple[tuple[Block, ...], ...]]:
        """The cells of each row; one that goes on from the row above repeats its words."""
        above: list[tuple[Block, ...]] = []
        for row in _inside(table, f"{W}tr"):
            cells: list[tuple[Block, ...]] = []
            for cell in _inside(row, f"{W}tc"):
                properties = cell.find(f"{W}tcPr")
                blocks = tuple(self._blocks(cell))
                if _goes_on(properties) and len(cells) < len(above):
                    blocks = above[len(cells)]
                cells += [blocks, *[()] * (_span(properties) - 1)]
            above = cells
            yield tuple(cells)


def _goes_on(properties: Element | None) -> bool:
    merged = None if properties is None else properties.find(f"{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _span(properties: Element | None) -> int:
    spanned = None if properties is None else properties.find(f"{W}gridSpan")
    count = "1" if spanned is None else spanned.get(f"{W}val", "1")
    return min(int(count), _MOST_SPANNED) if count.isdecimal() and len(count) < 4 and int(count) else 1


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, but none of a table inside it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _inside(child, tag)
