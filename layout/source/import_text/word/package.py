"""Takes an opened .docx, gives the parts that hold its words, in one set of namespaces, and its relations."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from layout.model.records import Struct
from layout.source.import_text.office.package import OfficePackage, holds_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of words, styles and lists (ECMA-376, part 1, 17)."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""Namespace of drawings (ECMA-376, part 1, 20)."""
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}": WP,
}
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

BODY, STYLES, LISTS, COMMENTS, FOOTNOTES, ENDNOTES = (
    f"word/{name}.xml" for name in ("document", "styles", "numbering", "comments", "footnotes", "endnotes")
)


def is_word(data: bytes) -> bool:
    """Whether bytes are a ZIP with a Word document's body, or what is left of one."""
    return holds_part(data, BODY, "[Content_Types].xml")


class Relation(Struct, frozen=True):
    """What a part refers to: the name of another part, or an address outside the document."""

    target: str
    outside: bool


class WordPackage(OfficePackage):
    """An opened Word document."""

    def part(self, name: str) -> Element | None:
        """The root of an XML part, in the transitional namespaces; None where there is none."""
        root = super().part(name)
        if root is not None:
            _to_transitional(root)
        return root

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What the links and pictures of a part refer to, by identifier."""
        root = self.part(name.replace("word/", "word/_rels/") + ".rels")
        found = {}
        for relation in () if root is None else root.iter(f"{_RELATIONS}Relationship"):
            outside = relation.get("TargetMode") == "External"
            target = relation.get("Target", "")
            inner = posixpath.normpath(posixpath.join("/word", target)).lstrip("/")
            found[relation.get("Id", "")] = Relation(target if outside else inner, outside)
        return found


def _to_transitional(root: Element) -> None:
    """Writes the strict namespaces of ISO/IEC 29500 as the transitional ones, which Word itself saves."""
    if not root.tag.startswith(tuple(_STRICT)):
        return
    for element in root.iter():
        element.tag = _rename(element.tag)
        for key in [key for key in element.attrib if key.startswith(tuple(_STRICT))]:
            element.set(_rename(key), element.attrib.pop(key))


def _rename(name: str) -> str:
    space, closing, local = name.partition("}")
    return _STRICT.get(space + closing, space + closing) + local
