"""Takes the bytes of any file, gives a PDF's pages to read from, or the reason why it cannot be read."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Callable
from typing import TypeVar

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject, NullObject, PdfObject

from layout.model.records import Struct
from layout.pdfreading.indexed import IndexedReader

T = TypeVar("T")

MOST_PAGES = 20_000

BROKEN = (
    PyPdfError, DependencyError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError,
    NotImplementedError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf raises on damaged or hostile files; caught only around the reading of foreign objects."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())


class Unreadable(Exception):
    """A file that is no usable PDF; `reason` is not-pdf, encrypted, broken, no-pages or too-many-pages."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class OpenedPdf(Struct, frozen=True):
    """A readable PDF: its pages in order, attributes inherited in the page tree already in each."""

    reader: PdfReader
    pages: tuple[DictionaryObject, ...]

    @property
    def catalog(self) -> DictionaryObject:
        return self.reader.root_object


def open_pdf(source: bytes) -> OpenedPdf:
    """Read the cross-references and the page tree; page contents stay unread. Raises `Unreadable`."""
    if b"%PDF" not in source[:1024]:
        raise Unreadable("not-pdf")
    try:
        reader = IndexedReader(source)
        if not reader.is_encrypted:
            pages = tuple(page for page in reader.pages if isinstance(page, DictionaryObject))
    except BROKEN as error:
        raise Unreadable("encrypted" if b"/Encrypt" in source else "broken") from error
    if reader.is_encrypted:
        raise Unreadable("encrypted")
    if not pages:
        raise Unreadable("no-pages")
    if len(pages) > MOST_PAGES:
        raise Unreadable("too-many-pages")
    return OpenedPdf(reader, pages)


def tolerate(read: Callable[[], T], otherwise: T) -> T:
    """What `read` takes out of a foreign file, or `otherwise` where the file is damaged there."""
    try:
        return read()
    except BROKEN:
        return otherwise


def is_damaged(dictionary: DictionaryObject, key: str) -> bool:
    """True if an entry is there and cannot be read."""
    try:
        return key in dictionary and dictionary[key] is None
    except BROKEN:
        return True


def look_up(dictionary: DictionaryObject, key: str) -> PdfObject | None:
    """An entry with its reference followed; None where it is missing, null or damaged."""
    if key not in dictionary:
        return None
    value = tolerate(lambda: dictionary[key], None)
    return None if isinstance(value, NullObject) else value
