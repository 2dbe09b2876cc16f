"""Takes objects of one PDF, gives them in another, each once; never decodes a stream."""

from __future__ import annotations

from typing import cast

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from layout.output.pdf.store import add_object, encoded_data, put_object, set_encoded_data
from layout.pdfreading.opening import BROKEN

LEFT_BEHIND = frozenset({"/Parent", "/StructParent", "/StructParents", "/PieceInfo", "/LastModified"})
"""Entries that lead back into the old page tree, into tags that are gone, or to private editing data."""

FOREIGN = frozenset({"/Page", "/Pages", "/Catalog", "/StructElem", "/StructTreeRoot"})
"""Types of objects that are never copied: they would pull the whole document in."""


class Copier:
    """Copies into `writer` whatever its values reach; an object met twice is copied once.

    Works through a queue, so chains of any length and circles are harmless and the time is linear.
    `broken` collects the numbers of objects that could not be read; each stands as null in the copy.
    """

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer
        self.broken: list[int] = []
        self._copies: dict[tuple[int, int], IndirectObject] = {}
        self._pending: list[tuple[IndirectObject, IndirectObject]] = []
        self._direct: dict[int, tuple[PdfObject, IndirectObject]] = {}

    def copy(self, value: PdfObject) -> PdfObject:
        """The value in the writer, references followed and renumbered."""
        result = self._shallow(value)
        while self._pending:
            reference, place = self._pending.pop()
            copied = self._resolved(reference)
            if isinstance(copied, DictionaryObject | ArrayObject):
                copied.indirect_reference = place
            put_object(self.writer, place, copied)
        return result

    def copy_entries(self, source: DictionaryObject, target: DictionaryObject, keys: tuple[str, ...]) -> None:
        """Copy the named entries that are there."""
        for key in keys:
            if key in source:
                target[NameObject(key)] = self.copy(source.raw_get(key))

    def copy_once(self, value: PdfObject) -> IndirectObject:
        """The value as an indirect object in the writer, the same one each time."""
        if isinstance(value, IndirectObject):
            return cast(IndirectObject, self.copy(value))
        if id(value) not in self._direct:
            self._direct[id(value)] = (value, add_object(self.writer, self.copy(value)))
        return self._direct[id(value)][1]

    def _resolved(self, reference: IndirectObject) -> PdfObject:
        try:
            value = reference.get_object()
            return NullObject() if value is None else self._shallow(value)
        except BROKEN:
            self.broken.append(reference.idnum)
            return NullObject()

    def _shallow(self, value: PdfObject) -> PdfObject:
        """A copy down to the next references, whose targets are queued."""
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, StreamObject):
            return self._stream(value)
        if isinstance(value, DictionaryObject):
            if str(value.get("/Type")) in FOREIGN:
                return NullObject()
            return self._fill(DictionaryObject(), value)
        if isinstance(value, ArrayObject):
            return ArrayObject(self._shallow(item) for item in value)
        return value

    def _reference(self, reference: IndirectObject) -> IndirectObject:
        key = (reference.idnum, reference.generation)
        known = self._copies.get(key)
        if known is None:
            known = add_object(self.writer, NullObject())
            self._copies[key] = known
            self._pending.append((reference, known))
        return known

    def _stream(self, source: StreamObject) -> StreamObject:
        copied = EncodedStreamObject() if "/Filter" in source else StreamObject()
        set_encoded_data(copied, encoded_data(source))
        self._fill(copied, source)
        return copied

    def _fill(self, target: DictionaryObject, source: DictionaryObject) -> DictionaryObject:
        for key, value in source.items():
            if key not in LEFT_BEHIND:
                target[NameObject(key)] = self._shallow(value)
        return target
