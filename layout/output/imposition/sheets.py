"""Takes placements and marks, gives the sheets of the new file; never decides where a page stands."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from layout.model.geometry import Rect
from layout.model.products.imposition import Job, PageBox, PlacedPage
from layout.output.imposition.marks import REGISTRATION
from layout.output.pdf.annotations import list_annotations, lost_annotations, printed_appearances
from layout.output.pdf.copying import Copier
from layout.output.pdf.forms import FormMaker
from layout.output.pdf.objects import add_operators, make_array, make_dictionary, page_tree, set_pages
from layout.output.pdf.operators import clip, concatenate
from layout.output.pdf.store import add_object
from layout.pdfreading.opening import OpenedPdf


class SheetMaker:
    """Adds one page to the new file for each side of a sheet.

    `links`, `drawn` and `lost` count the links left out, other annotations drawn in, and those that could
    not be drawn.
    """

    def __init__(self, pdf: OpenedPdf, boxes: Sequence[PageBox], job: Job, copier: Copier) -> None:
        self.links = 0
        self.drawn = 0
        self.lost = 0
        self.forms = FormMaker(copier)
        self._pdf = pdf
        self._boxes = boxes
        self._job = job
        self._copier = copier
        self._sides: list[IndirectObject] = []
        self._registration: IndirectObject | None = None

    def add_side(
        self, sheet: Rect, trim: Rect, placements: Sequence[PlacedPage], marks: str
    ) -> IndirectObject:
        """One side; `trim` is what remains of the sheet after cutting."""
        writer = self._copier.writer
        xobjects = DictionaryObject()
        drawing = [self._draw(placement, xobjects) for placement in placements]
        resources = DictionaryObject({NameObject("/XObject"): xobjects})
        if f"/{REGISTRATION} " in marks:
            resources[NameObject("/ColorSpace")] = self._registration_colour()
        parent, _ = page_tree(writer)
        page = make_dictionary(
            {
                "/Type": NameObject("/Page"),
                "/Parent": parent,
                "/MediaBox": make_array(sheet),
                "/TrimBox": make_array(trim),
                "/Resources": resources,
                "/Contents": add_operators(writer, "\n".join([*drawing, marks])),
            }
        )
        if self._job.press:
            page[NameObject("/BleedBox")] = make_array(trim.grown(self._job.bleed).within(sheet))
        self._sides.append(add_object(writer, page))
        return self._sides[-1]

    def finish(self) -> None:
        """Hang the sides into the page tree."""
        set_pages(self._copier.writer, self._sides)

    def _draw(self, placement: PlacedPage, xobjects: DictionaryObject) -> str:
        """Operators that paint one page, clipped to its place, and what is annotated on it."""
        page, box = self._pdf.pages[placement.page - 1], self._boxes[placement.page - 1]
        name = f"/P{placement.page}"
        xobjects[NameObject(name)] = self.forms.wrap(page, box.bleed if self._job.press else box.trim)
        parts = ["q", clip(placement.clip), concatenate(placement.matrix), f"{name} Do"]
        annotations = list_annotations(page)
        self.links += sum(entry.get("/Subtype") == "/Link" for entry in annotations)
        self.lost += lost_annotations(annotations)
        for number, (appearance, matrix) in enumerate(printed_appearances(annotations)):
            label = f"{name}A{number}"
            xobjects[NameObject(label)] = self._appearance(appearance)
            parts.append(f"q {concatenate(matrix)} {label} Do Q")
            self.drawn += 1
        return "\n".join([*parts, "Q"])

    def _appearance(self, appearance: StreamObject) -> IndirectObject:
        reference = self._copier.copy_once(appearance.indirect_reference or appearance)
        form = self._copier.writer.get_object(reference)
        assert isinstance(form, DictionaryObject)
        form[NameObject("/Subtype")] = NameObject("/Form")
        return reference

    def _registration_colour(self) -> DictionaryObject:
        if self._registration is None:
            tint = make_dictionary(
                {
                    "/FunctionType": NumberObject(2),
                    "/Domain": ArrayObject([NumberObject(0), NumberObject(1)]),
                    "/C0": ArrayObject([NumberObject(1)]),
                    "/C1": ArrayObject([NumberObject(0)]),
                    "/N": NumberObject(1),
                }
            )
            names = map(NameObject, ("/Separation", "/All", "/DeviceGray"))
            self._registration = add_object(self._copier.writer, ArrayObject([*names, tint]))
        return DictionaryObject({NameObject(f"/{REGISTRATION}"): self._registration})
