"""Takes a drawing of a Word document, gives the pictures it names and what they show; reads no file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from layout.source.import_text.office.pictures import PlacedPicture
from layout.source.import_text.word.package import WP, A, R, Relation, V

_EMU = 36_000.0
"""English metric units in a millimetre (ECMA-376, part 1, 20.1.2.1)."""
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def find_pictures(drawing: Element, relations: Mapping[str, Relation]) -> list[PlacedPicture]:
    """The pictures of a DrawingML or a VML drawing; a chart, a diagram or a shape has none."""
    return [*_find_blips(drawing, relations), *_find_image_data(drawing, relations)]


def _find_blips(drawing: Element, relations: Mapping[str, Relation]) -> Iterator[PlacedPicture]:
    properties = next(drawing.iter(f"{WP}docPr"), None)
    extent = next(drawing.iter(f"{WP}extent"), None)
    size = "" if extent is None else extent.get("cx", "")
    ornament = next(drawing.iter(_DECORATIVE), None)
    for blip in drawing.iter(f"{A}blip"):
        identity = blip.get(f"{R}embed") or blip.get(f"{R}link") or ""
        yield PlacedPicture(
            part=_part(identity, relations),
            alternative=""
            if properties is None
            else properties.get("descr") or properties.get("title") or "",
            decorative=ornament is not None and ornament.get("val") in ("1", "true"),
            width=int(size) / _EMU if size.isdecimal() and len(size) < 10 else None,
        )


def _find_image_data(drawing: Element, relations: Mapping[str, Relation]) -> Iterator[PlacedPicture]:
    for shape in drawing.iter():
        for data in shape.findall(f"{V}imagedata"):
            identity = data.get(f"{R}id") or data.get(f"{R}href") or ""
            yield PlacedPicture(part=_part(identity, relations), alternative=shape.get("alt", ""))


def _part(identity: str, relations: Mapping[str, Relation]) -> str | None:
    relation = relations.get(identity)
    return None if relation is None or relation.outside else relation.target
