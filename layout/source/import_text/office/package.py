"""Takes the bytes of a document that is a ZIP, gives its parts; follows no reference out of it.

A .docx (ECMA-376, part 2) and an .odt (ISO/IEC 26300-3) are ZIPs of XML parts and pictures. Sizes are bounded
before anything is unpacked, and a part with a document type, the door of entities, is refused.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Rejected, Span

MOST_PARTS = 2_000
LARGEST_PART = 48_000_000
"""Bytes of one unpacked part; a book of a thousand pages has a tenth of them."""
DEEPEST = 200
"""Elements inside each other."""
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.zlib.error,  # type: ignore[attr-defined]
    EOFError,
    ValueError,
    NotImplementedError,
    OSError,
)


def holds_part(data: bytes, *names: str) -> bool:
    """Whether bytes are a ZIP with the first of these parts, or a torn one that speaks of any of them."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return names[0] in archive.namelist()
    except _DAMAGE:
        return any(name.encode() in data for name in names)


class OfficePackage:
    """An opened document, its parts parsed when asked for; raises Rejected for what cannot be read."""

    def __init__(self, data: bytes, where: Span) -> None:
        self.where = where
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except _DAMAGE:
            raise Rejected.one("import-broken", where) from None
        if len(entries) > MOST_PARTS or any(entry.flag_bits & 1 for entry in entries):
            raise Rejected.one("import-broken", where)
        self._sizes = {entry.filename: entry.file_size for entry in entries}

    def part(self, name: str) -> Element | None:
        """The root of an XML part; None where there is none."""
        data = self.content(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or any("<!DOCTYPE".encode(one) in data for one in ("utf-16-le", "utf-16-be")):
            raise Rejected.one("import-broken", self.where)
        try:
            root = ElementTree.fromstring(data)
        except (ElementTree.ParseError, LookupError, ValueError):
            raise Rejected.one("import-broken", self.where) from None
        self._bound(root)
        return root

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none."""
        if name not in self._sizes:
            return None
        if self._sizes[name] > LARGEST_PART:
            raise Rejected.one("import-broken", self.where)
        try:
            with self._archive.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except _DAMAGE:
            raise Rejected.one("import-broken", self.where) from None
        if len(data) > LARGEST_PART:
            raise Rejected.one("import-broken", self.where)
        return data

    def _bound(self, root: Element) -> None:
        level, depth = [root], 0
        while level:
            depth += 1
            if depth > DEEPEST:
                raise Rejected.one("import-broken", self.where)
            level = [child for element in level for child in element]
