"""Takes the bytes of a .docx file, gives the parts that hold its words; follows no reference out of it.

A .docx is a ZIP of XML parts (ECMA-376, part 2). Sizes are bounded before anything is unpacked, and a part
with a document type, the door of entities, is refused.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from layout.model.diagnostic import Rejected, Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of words, styles and lists (ECMA-376, part 1, 17)."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

MOST_PARTS = 2_000
LARGEST_PART = 48_000_000
"""Bytes of one unpacked part; a book of a thousand pages has a tenth of them."""
DEEPEST = 200
"""Elements inside each other."""

BODY, STYLES, LISTS, COMMENTS = (
    f"word/{name}.xml" for name in ("document", "styles", "numbering", "comments")
)


def is_word(data: bytes) -> bool:
    """Whether bytes are a ZIP with a Word document's body, or what is left of one."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return BODY in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return any(name in data for name in (b"[Content_Types].xml", BODY.encode()))


class WordPackage:
    """An opened document, its parts parsed when asked for; raises Rejected for what cannot be read."""

    def __init__(self, data: bytes, where: Span) -> None:
        self._where = where
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Rejected.one("import-broken", where) from None
        if len(entries) > MOST_PARTS or any(entry.flag_bits & 1 for entry in entries):
            raise Rejected.one("import-broken", where)
        self._sizes = {entry.filename: entry.file_size for entry in entries}

    def part(self, name: str) -> Element | None:
        """The root of an XML part, in the transitional namespaces; None where there is none."""
        if name not in self._sizes:
            return None
        data = self._read(name)
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise Rejected.one("import-broken", self._where)
        try:
            root = ElementTree.fromstring(data)
        except (ElementTree.ParseError, LookupError, ValueError):
            raise Rejected.one("import-broken", self._where) from None
        self._bound(root)
        _to_transitional(root)
        return root

    def links(self) -> Mapping[str, str]:
        """The addresses that the body's links lead to, by relation."""
        root = self.part("word/_rels/document.xml.rels")
        return {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in (() if root is None else root.iter(f"{_RELATIONS}Relationship"))
            if relation.get("TargetMode") == "External"
        }

    def _read(self, name: str) -> bytes:
        if self._sizes[name] > LARGEST_PART:
            raise Rejected.one("import-broken", self._where)
        try:
            with self._archive.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zipfile.zlib.error, EOFError, ValueError, NotImplementedError, OSError):  # type: ignore[attr-defined]
            raise Rejected.one("import-broken", self._where) from None
        if len(data) > LARGEST_PART:
            raise Rejected.one("import-broken", self._where)
        return data

    def _bound(self, root: Element) -> None:
        level, depth = [root], 0
        while level:
            depth += 1
            if depth > DEEPEST:
                raise Rejected.one("import-broken", self._where)
            level = [child for element in level for child in element]


def _to_transitional(root: Element) -> None:
    """Writes the strict namespaces of ISO/IEC 29500 as the transitional ones, which Word itself saves."""
    if not root.tag.startswith(_STRICT_W):
        return
    for element in root.iter():
        element.tag = element.tag.replace(_STRICT_W, W)
        for key in [key for key in element.attrib if key.startswith((_STRICT_W, _STRICT_R))]:
            element.set(key.replace(_STRICT_W, W).replace(_STRICT_R, R), element.attrib.pop(key))
