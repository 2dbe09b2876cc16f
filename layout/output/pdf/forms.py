"""Takes a page, gives its content as a form XObject in the new file; never changes what it draws."""

from __future__ import annotations

from collections.abc import Hashable

from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from layout.model.geometry import Rect
from layout.output.pdf.balance import BALANCED, Balance, missing_states
from layout.output.pdf.copying import Copier
from layout.output.pdf.objects import make_array, make_deflated
from layout.output.pdf.store import add_object, encoded_data, forget_decoded, set_encoded_data
from layout.output.pdf.walk import content_parts
from layout.pdfreading.opening import Unreadable, is_damaged, look_up, tolerate

MOST_CONTENT = 500_000_000
"""Bytes of page content one run may write or join; more is a bomb."""

MOST_CHECKED = 250_000_000
"""Bytes of page content whose balance is checked; what comes after is taken as it is."""


DAMAGED = 100
"""Times its length a damaged stream counts: much may have been unpacked before it failed."""


class FormMaker:
    """Wraps pages as forms; what pages share is stored once.

    A page with a single balanced content stream keeps its bytes as they are; only split or unbalanced
    content is written anew. `broken` counts contents that cannot be read or decoded and are left out.
    """

    def __init__(self, copier: Copier, most: int = MOST_CONTENT) -> None:
        self.broken = 0
        self._copier = copier
        self._most = most
        self._content_bytes = 0
        self._checked_bytes = 0
        self._damaged: dict[int, StreamObject] = {}
        self._forms: dict[Hashable, tuple[DictionaryObject, IndirectObject]] = {}

    def wrap(self, page: DictionaryObject, box: Rect) -> IndirectObject:
        """The page's content as a form that shows `box` of its user space (ISO 32000-1, 8.10).

        Raises `Unreadable` ("too-big") when all pages together exceed `most` bytes.
        """
        key = (*(_identity(page, entry) for entry in ("/Contents", "/Resources", "/Group")), box)
        if key not in self._forms:
            self._forms[key] = (page, add_object(self._copier.writer, self._form(page, box)))
        return self._forms[key][1]

    def _form(self, page: DictionaryObject, box: Rect) -> StreamObject:
        form = self._content(page)
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = make_array(box)
        form[NameObject("/Resources")] = self._resources(page)
        group = look_up(page, "/Group")
        if isinstance(group, DictionaryObject):
            form[NameObject("/Group")] = self._group(group)
        return form

    def _resources(self, page: DictionaryObject) -> PdfObject:
        if "/Resources" not in page:
            return DictionaryObject()
        copied = self._copier.copy_once(page.raw_get("/Resources"))
        return copied if isinstance(copied.get_object(), DictionaryObject) else DictionaryObject()

    def _group(self, group: DictionaryObject) -> DictionaryObject:
        """A page's transparency group, isolated as page groups always are (ISO 32000-1, 11.4.7)."""
        copied = DictionaryObject()
        self._copier.copy_entries(group, copied, ("/S", "/CS", "/K"))
        copied[NameObject("/I")] = BooleanObject(True)
        return copied

    def _content(self, page: DictionaryObject) -> StreamObject:
        self.broken += is_damaged(page, "/Contents")
        parts = content_parts(page)
        if len(parts) == 1:
            return self._single(parts[0])
        joined = b"\n".join(self._joinable(part) for part in parts)
        return _compressed(joined, missing_states(joined))

    def _single(self, part: StreamObject) -> StreamObject:
        data = self._checkable(part)
        balance = missing_states(data)
        if balance != BALANCED:
            self._count(len(data))
            return _compressed(data, balance)
        form = EncodedStreamObject() if "/Filter" in part else StreamObject()
        set_encoded_data(form, encoded_data(part))
        self._copier.copy_entries(part, form, ("/Filter", "/DecodeParms"))
        self._count(len(encoded_data(form)))
        return form

    def _checkable(self, part: StreamObject) -> bytes:
        """The decoded content; empty if it is damaged or enough has been decoded."""
        if self._checked_bytes > MOST_CHECKED:
            return b""
        data = self._decode(part)
        self._checked_bytes += len(encoded_data(part)) * DAMAGED if data is None else len(data)
        return data or b""

    def _joinable(self, part: StreamObject) -> bytes:
        data = self._decode(part)
        self.broken += data is None
        self._count(len(encoded_data(part)) * DAMAGED if data is None else len(data))
        return data or b""

    def _decode(self, part: StreamObject) -> bytes | None:
        """None for a damaged stream, which is tried once only: mending takes long."""
        if id(part) in self._damaged:
            return None
        data = tolerate(part.get_data, None)
        forget_decoded(part)
        if data is None:
            self._damaged[id(part)] = part
        return data

    def _count(self, length: int) -> None:
        self._content_bytes += length
        if self._content_bytes > self._most:
            raise Unreadable("too-big")


def _compressed(content: bytes, balance: Balance) -> StreamObject:
    before, after = balance
    return make_deflated(b"q " * before + content + b" Q" * after, {})


def _identity(page: DictionaryObject, key: str) -> Hashable:
    """Equal only for entries that are one and the same object."""
    value = page.raw_get(key) if key in page else None
    return (value.idnum, value.generation) if isinstance(value, IndirectObject) else id(value)
