"""Takes a Layout, an edition and its converted pictures, gives a drawn PDF; decides no position."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from layout.draw.content import ContentWriter
from layout.draw.embedding import EmbeddedFace
from layout.draw.ink import inks_of
from layout.images.pixels import Pixels
from layout.model.edition import Edition
from layout.model.layout import ImageItem, Layout, LayoutPage, Link, StructNode

rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller and faster than ReportLab's text armour."""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the PDF says of itself; `created` is the brochure's date, never the clock's."""

    title: str
    author: str
    language: str
    created: date


@dataclass(frozen=True, slots=True)
class Drawn:
    """The PDF's bytes, and for each page the structure leaf of each of its marked-content identifiers."""

    pdf: bytes
    leaves: tuple[tuple[int, ...], ...]


class _Sheet(Canvas):
    """ReportLab's canvas without the text state it starts pages with, so that none carries Helvetica."""

    _doc: Any
    _code: list[str]
    _formsinuse: list[str]

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def draw_document(
    layout: Layout,
    edition: Edition,
    info: DocumentInfo,
    faces: Mapping[str, FilePath],
    pictures: Mapping[ImageItem, Pixels],
) -> Drawn:
    """The PDF of `layout`; equal input gives equal bytes."""
    return _Drawing(layout, edition, info, faces, pictures).draw()


class _Drawing:
    """One document being drawn."""

    def __init__(
        self,
        layout: Layout,
        edition: Edition,
        info: DocumentInfo,
        faces: Mapping[str, FilePath],
        pictures: Mapping[ImageItem, Pixels],
    ) -> None:
        self._layout = layout
        self._edition = edition
        self._paths = faces
        self._pictures = pictures
        self._faces: dict[str, EmbeddedFace] = {}
        self._names: dict[Pixels, str] = {}
        self._inks = inks_of(edition, None)
        self._bleed = layout.bleed if edition.bleed else 0.0
        self._buffer = io.BytesIO()
        size = (layout.width + 2 * self._bleed, layout.height + 2 * self._bleed)
        self._canvas = _Sheet(
            self._buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=edition.version,
            lang=info.language,
        )
        self._describe(info)

    def _describe(self, info: DocumentInfo) -> None:
        canvas = self._canvas
        canvas.setTitle(info.title)
        canvas.setAuthor(info.author)
        canvas.setCreator("Szpalta")
        canvas.setProducer("Szpalta, ReportLab")
        canvas.setSubject("")
        canvas._doc.Catalog.Lang = pdfdoc.PDFString(info.language)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas._doc._timeStamp = _Stamp(info.created)

    def draw(self) -> Drawn:
        tags = _leaf_tags(self._layout.structure) if self._edition.tagged else None
        leaves = []
        for index, page in enumerate(self._layout.pages):
            leaves.append(self._draw_page(index, page, tags))
        if self._edition.outline:
            self._draw_outline()
        document = self._canvas._doc
        fonts = document.idToObject[pdfdoc.BasicFonts]
        for face in self._faces.values():
            face.write(document, fonts)
        self._canvas.save()
        return Drawn(self._buffer.getvalue(), tuple(leaves))

    def _draw_page(
        self, index: int, page: LayoutPage, tags: Mapping[int, StructNode] | None
    ) -> tuple[int, ...]:
        canvas, layout, bleed = self._canvas, self._layout, self._bleed
        writer = ContentWriter(layout.height, self._inks, self._face, self._picture, tags)
        for item in page.items:
            writer.write(item)
        canvas.bookmarkPage(f"p{index}")
        if bleed:
            canvas._code.append(f"1 0 0 1 {bleed:.3f} {bleed:.3f} cm")
            trim = (bleed, bleed, bleed + layout.width, bleed + layout.height)
            canvas.setTrimBox(trim)
        canvas._code.append(writer.stream())
        if self._edition.links:
            for link in page.links:
                self._draw_link(link)
        canvas.showPage()
        return tuple(writer.leaves)

    def _draw_link(self, link: Link) -> None:
        box, bleed = link.box, self._bleed
        top = self._layout.height - box.y + bleed
        area = (box.x + bleed, top - box.height, box.x + box.width + bleed, top)
        if isinstance(link.target, int):
            self._canvas.linkAbsolute(link.description, f"p{link.target}", area, Border="[0 0 0]")
        else:
            self._canvas.linkURL(link.target, area, relative=0, thickness=0)

    def _draw_outline(self) -> None:
        for entry in self._layout.outline:
            self._canvas.addOutlineEntry(entry.title, f"p{entry.page}", entry.level)
        if self._layout.outline:
            self._canvas.showOutline()

    def _face(self, key: str) -> EmbeddedFace:
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = EmbeddedFace(f"S{len(self._faces) + 1}", self._paths[key])
        return found

    def _picture(self, item: ImageItem) -> str:
        pixels = self._pictures[item]
        name = self._names.get(pixels)
        if name is None:
            name = self._names[pixels] = f"P{len(self._names) + 1}"
            document = self._canvas._doc
            document.Reference(image_stream(pixels, document), pdfdoc.xObjectName(name))
        if name not in self._canvas._formsinuse:
            self._canvas._formsinuse.append(name)
        return pdfdoc.xObjectName(name)


class _Stamp:
    """A time stamp of ReportLab's kind that says the brochure's date, at midnight UTC."""

    def __init__(self, day: date) -> None:
        self.tzname = "UTC"
        self.t = 0.0
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.dhh = self.dmm = 0

    @property
    def datetime(self) -> str:
        year, month, day = self.YMDhms[:3]
        return f"{year:04d}-{month:02d}-{day:02d}T00:00:00+00:00"

    @property
    def asctime(self) -> str:
        return self.datetime


def _leaf_tags(node: StructNode) -> dict[int, StructNode]:
    """For each leaf of the tree the element it belongs to."""
    found: dict[int, StructNode] = {}
    for child in node.children:
        if isinstance(child, int):
            found[child] = node
        else:
            found.update(_leaf_tags(child))
    return found


_DEVICE = {"rgb": "DeviceRGB", "cmyk": "DeviceCMYK", "grey": "DeviceGray"}
_COMPONENTS = {"rgb": 3, "cmyk": 4, "grey": 1}


def image_stream(pixels: Pixels, document: Any) -> pdfdoc.PDFStream:
    """The image XObject of converted pixels (ISO 32000-1, 8.9.5)."""
    space: object = pdfdoc.PDFName(_DEVICE[pixels.space])
    if pixels.palette is not None:
        entries = len(pixels.palette) // _COMPONENTS[pixels.space] - 1
        table = document.Reference(pdfdoc.PDFStream(content=pixels.palette, filters=[]))
        space = pdfdoc.PDFArray([pdfdoc.PDFName("Indexed"), space, entries, table])
    stream = pdfdoc.PDFStream(content=pixels.data, filters=[])
    fields = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "BitsPerComponent": pixels.bits,
        "ColorSpace": space,
        "Filter": pdfdoc.PDFName(f"{pixels.filter}Decode"),
    }
    for key, value in fields.items():
        stream.dictionary[key] = value
    if pixels.predictor > 1:
        stream.dictionary["DecodeParms"] = pdfdoc.PDFDictionary(
            {
                "Predictor": pixels.predictor,
                "Colors": 1 if pixels.palette is not None else _COMPONENTS[pixels.space],
                "BitsPerComponent": pixels.bits,
                "Columns": pixels.width,
            }
        )
    if pixels.inverted:
        stream.dictionary["Decode"] = pdfdoc.PDFArray([1, 0] * _COMPONENTS[pixels.space])
    return stream
