"""Takes a Word document, gives the rows of its tables and its other paragraphs as bare text, in order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Rejected, Span
from layout.source.import_text.word.package import BODY, W, WordPackage

_DROPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}tbl"})
"""What was deleted, and what holds no words of a paragraph."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
MOST_ROWS = 200_000


def read_rows(data: bytes, file: str) -> list[tuple[str, ...]]:
    """A tuple of cells for each row of a table, one of a single text for each paragraph outside tables.

    Changes that Word tracks are taken as accepted. Raises Rejected for what is no readable document.
    """
    body = WordPackage(data, Span(file)).part(BODY)
    if body is None:
        raise Rejected.one("exchange-broken", Span(file))
    rows: list[tuple[str, ...]] = []
    for row in _rows(body):
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise Rejected.one("exchange-unsafe", Span(file))
    return rows


def _rows(parent: Element) -> Iterator[tuple[str, ...]]:
    for child in parent:
        if child.tag == f"{W}tr":
            cells = list(_inside(child, f"{W}tc"))
            yield tuple("\n".join(_paragraphs(cell)).strip() for cell in cells)
            for cell in cells:
                for table in _inside(cell, f"{W}tbl"):
                    yield from _rows(table)
        elif child.tag == f"{W}p":
            yield (_text(child).strip(),)
        elif child.tag not in _DROPPED - {f"{W}tbl"} and child.tag != _FALLBACK:
            yield from _rows(child)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tc", f"{W}tbl"):
            yield from _inside(child, tag)


def _paragraphs(cell: Element) -> Iterator[str]:
    return (_text(paragraph) for paragraph in _inside(cell, f"{W}p"))


def _text(element: Element) -> str:
    found: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            found.append(child.text or "")
        elif child.tag in _SIGNS:
            found.append(_SIGNS[child.tag])
        elif child.tag not in _DROPPED and child.tag != _FALLBACK:
            found.append(_text(child))
    return "".join(found)
