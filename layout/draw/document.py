"""Takes a Layout, an edition and its converted pictures, gives a drawn PDF; decides no position."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from reportlab.pdfbase import pdfdoc

from layout.draw.content import ContentWriter
from layout.draw.embedding import EmbeddedFace
from layout.draw.entries import Indirect
from layout.draw.grey import GreyInks
from layout.draw.ink import GRAPHICS_STATES, Inks, PressInks, ScreenInks
from layout.draw.picture import Pictures, describe_picture
from layout.draw.reportlab_store import OperatorCanvas, spell_entry
from layout.draw.resources import DrawingResources
from layout.draw.sheet import Corners, sheet_of
from layout.images.pixels import FormPlace, Pixels
from layout.model.colour import Colour
from layout.model.fonts import FontFace
from layout.model.layout import (
    ArtworkItem,
    Box,
    Destination,
    ImageItem,
    Layout,
    LayoutPage,
    Link,
    OutlineEntry,
    StructNode,
)
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.model.records import Struct


class DocumentInfo(Struct, frozen=True):
    """What the PDF says of itself; `created` is the brochure's date, never the clock's."""

    title: str
    author: str
    language: str
    created: date


class Drawn(Struct, frozen=True):
    """The PDF's bytes, and for each page the structure leaf of each of its marked-content identifiers."""

    pdf: bytes
    leaves: tuple[tuple[int, ...], ...]


def draw_document(
    layout: Layout,
    edition: Edition,
    info: DocumentInfo,
    faces: Mapping[str, FontFace],
    pictures: Pictures,
    printer: PrinterProfile | None = None,
    greys: Mapping[Colour, float] | None = None,
) -> Drawn:
    """The PDF of `layout`, for a screen or for a `printer`; equal input gives equal bytes.

    An edition in grey has the `greys` of the colours that must stay apart.
    """
    inks = PressInks(printer) if printer is not None else _light(edition, greys)
    return _Drawing(layout, edition, info, faces, pictures, inks, printer).draw()


def _light(edition: Edition, greys: Mapping[Colour, float] | None) -> Inks:
    return GreyInks(greys or {}) if edition.space == "grey" else ScreenInks()


class _Drawing:
    """One document being drawn."""

    def __init__(
        self,
        layout: Layout,
        edition: Edition,
        info: DocumentInfo,
        faces: Mapping[str, FontFace],
        pictures: Pictures,
        inks: Inks,
        printer: PrinterProfile | None,
    ) -> None:
        self._layout = layout
        self._edition = edition
        self._records = faces
        self._pictures = pictures
        self._faces: dict[str, EmbeddedFace] = {}
        self._names: dict[Pixels | FormPlace, str] = {}
        self._inks = inks
        self._sheet = sheet_of(layout, printer)
        self._targets = _bookmarks_by_page(layout)
        self._spots = _spots_by_page(layout)
        self._buffer = io.BytesIO()
        self._canvas = OperatorCanvas(self._buffer, self._sheet.size, edition.version, info.language)
        self._resources = DrawingResources(self._canvas.document, inks, pictures, self._face)
        if printer is not None:
            self._canvas.states = _graphics_states()
        self._describe(info)

    def _describe(self, info: DocumentInfo) -> None:
        canvas = self._canvas
        canvas.setTitle(info.title)
        canvas.setAuthor(info.author)
        canvas.setCreator("Szpalta")
        canvas.setProducer("Szpalta, ReportLab")
        canvas.setSubject("")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.stamp(info.created)

    def draw(self) -> Drawn:
        tags = _leaf_tags(self._layout.structure) if self._edition.tagged else None
        leaves = []
        for index, page in enumerate(self._layout.pages):
            leaves.append(self._draw_page(index, page, tags))
        if self._edition.outline:
            self._draw_outline()
        document = self._canvas.document
        for face in self._faces.values():
            self._canvas.fonts[face.name] = spell_entry(Indirect(face.describe()), document)
        if isinstance(self._inks, PressInks):
            for name, (resource, colour) in self._inks.separations.items():
                document.Reference(separation(name, colour.cmyk), resource)
        self._canvas.save()
        return Drawn(self._buffer.getvalue(), tuple(leaves))

    def _draw_page(
        self, index: int, page: LayoutPage, tags: Mapping[int, StructNode] | None
    ) -> tuple[int, ...]:
        canvas, layout, sheet = self._canvas, self._layout, self._sheet
        margin = sheet.margin if self._edition.bleed else 0.0
        writer = ContentWriter(
            layout.height, self._inks, self._face, self._picture, tags, self._resources, margin
        )
        for item in page.items:
            writer.write(item)
        canvas.bookmarkPage(_target_name(index))
        if self._edition.links:
            self._mark_spots(index)
        if self._edition.outline:
            self._mark_targets(index)
        if self._edition.bleed:
            canvas.append(f"1 0 0 1 {sheet.margin:.3f} {sheet.margin:.3f} cm")
            canvas.setTrimBox(_corners(sheet.box()))
            canvas.setBleedBox(_corners(sheet.box(sheet.bleed)))
        canvas.append(writer.stream())
        if self._edition.links:
            for link in page.links:
                self._draw_link(link)
        if isinstance(self._inks, PressInks):
            canvas.spaces = {resource: resource for resource, _ in self._inks.separations.values()}
        canvas.drawn = self._resources.take()
        canvas.close_page(index + 1)
        return tuple(writer.leaves)

    def _draw_link(self, link: Link) -> None:
        box, margin = link.box, self._sheet.margin
        top = self._layout.height - box.y + margin
        area = (box.x + margin, top - box.height, box.x + box.width + margin, top)
        if isinstance(link.target, str):
            self._canvas.linkURL(link.target, area, relative=0, thickness=0)
        else:
            self._canvas.linkAbsolute(link.description, _target_name(link.target), area, Border="[0 0 0]")

    def _mark_targets(self, index: int) -> None:
        """Gives each bookmark to the page a target of its own: ReportLab keeps one title a target."""
        for order, entry in self._targets.get(index, ()):
            self._mark_place(f"b{order}", entry.y)

    def _mark_spots(self, index: int) -> None:
        """Gives the page the targets that links lead to."""
        for spot in sorted(self._spots.get(index, ()), key=lambda spot: spot.y):
            self._mark_place(_target_name(spot), spot.y)

    def _mark_place(self, name: str, y: float) -> None:
        """A target on the page, `y` points below its trim's top."""
        top = self._layout.height - y + self._sheet.margin
        self._canvas.bookmarkPage(name, "XYZ", top=round(top, 2))

    def _draw_outline(self) -> None:
        level = -1
        for order, entry in enumerate(self._layout.outline):
            # Headings in one language only may follow another's two levels above.
            level = min(entry.level, level + 1)
            self._canvas.addOutlineEntry(entry.title, f"b{order}", level)
        if self._layout.outline:
            self._canvas.showOutline()

    def _face(self, key: str) -> EmbeddedFace:
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = EmbeddedFace(f"S{len(self._faces) + 1}", self._records[key])
        return found

    def _picture(self, item: ImageItem | ArtworkItem) -> tuple[str, Box]:
        """The picture's resource name, and the box its pixels fill."""
        pixels = self._pictures[item]
        name = self._names.get(pixels)
        if name is None:
            name = self._names[pixels] = f"P{len(self._names) + 1}"
            document = self._canvas.document
            document.Reference(
                spell_entry(describe_picture(pixels, item.file), document), pdfdoc.xObjectName(name)
            )
        self._canvas.use_form(name)
        return pdfdoc.xObjectName(name), item.box if pixels.whole else item.clip or item.box


def _bookmarks_by_page(layout: Layout) -> dict[int, list[tuple[int, OutlineEntry]]]:
    """For each page index the outline's entries that lead there, each with its place in the outline."""
    found: dict[int, list[tuple[int, OutlineEntry]]] = {}
    for order, entry in enumerate(layout.outline):
        found.setdefault(entry.page, []).append((order, entry))
    return found


def _spots_by_page(layout: Layout) -> dict[int, set[Destination]]:
    """For each page index the places on it that links lead to."""
    found: dict[int, set[Destination]] = {}
    for page in layout.pages:
        for link in page.links:
            if isinstance(link.target, Destination):
                found.setdefault(link.target.page, set()).add(link.target)
    return found


def _target_name(target: int | Destination) -> str:
    """The name of a target: a page by its index, or a place on it."""
    return f"s{target.page}.{target.y:.2f}" if isinstance(target, Destination) else f"p{target}"


def _leaf_tags(node: StructNode) -> dict[int, StructNode]:
    """For each leaf of the tree the element it belongs to."""
    found: dict[int, StructNode] = {}
    for child in node.children:
        if isinstance(child, int):
            found[child] = node
        else:
            found.update(_leaf_tags(child))
    return found


def _corners(box: Corners) -> list[float]:
    return [round(side, 4) for side in box]


def _graphics_states() -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(
        {name: pdfdoc.PDFDictionary(dict(entries)) for name, entries in GRAPHICS_STATES.items()}
    )


def separation(name: str, cmyk: tuple[float, float, float, float]) -> pdfdoc.PDFArray:
    """The colour space of one ink, with the process inks that stand for its full tint.

    ISO 32000-1, 8.6.6.4; the tint transform is exponential with exponent 1 (7.10.3), that is linear.
    """
    tint = {
        "FunctionType": 2,
        "Domain": pdfdoc.PDFArray([0, 1]),
        "C0": pdfdoc.PDFArray([0, 0, 0, 0]),
        "C1": pdfdoc.PDFArray(list(cmyk)),
        "N": 1,
    }
    spelt = "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"#{byte:02x}" for byte in name.encode()
    )
    family, alternate = pdfdoc.PDFName("Separation"), pdfdoc.PDFName("DeviceCMYK")
    return pdfdoc.PDFArray([family, f"/{spelt}", alternate, pdfdoc.PDFDictionary(tint)])
