"""Takes finished pages and a PDF of their marks, lays each page's round its bleed; draws none itself."""

from __future__ import annotations

from itertools import cycle

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from layout.output.pdf.copying import Copier
from layout.output.pdf.forms import FormMaker
from layout.output.pdf.objects import add_operators
from layout.output.pdf.operators import clip
from layout.pdfreading.boxes import read_box
from layout.pdfreading.opening import look_up, open_pdf

MARKS = "/Marks"


def lay_marks(writer: PdfWriter, marks: bytes) -> None:
    """Each page clipped to its bleed, and over it a page of `marks` in turn.

    The pages of both have the same boxes. Pages whose marks are alike share them.
    """
    source = open_pdf(marks)
    maker = FormMaker(Copier(writer))
    alike: dict[bytes, IndirectObject] = {}
    ends = add_operators(writer, f"Q\nq\n{MARKS} Do\nQ")
    starts: dict[str, IndirectObject] = {}
    for page, drawn in zip(writer.pages, cycle(source.pages), strict=False):
        bleed = read_box(look_up(page, "/BleedBox"))
        media = read_box(look_up(drawn, "/MediaBox"))
        content = look_up(drawn, "/Contents")
        assert bleed is not None and media is not None and isinstance(content, StreamObject)
        key = content.get_data()
        if key not in alike:
            alike[key] = maker.wrap(drawn, media)
        start = f"q\n{clip(bleed)}"
        if start not in starts:
            starts[start] = add_operators(writer, start)
        _add_form(page, alike[key])
        page[NameObject("/Contents")] = ArrayObject([starts[start], *_contents(page), ends])


def _add_form(page: DictionaryObject, form: IndirectObject) -> None:
    """The marks among the page's own resources, and of no other page's."""
    resources = look_up(page, "/Resources")
    own = DictionaryObject(resources) if isinstance(resources, DictionaryObject) else DictionaryObject()
    forms = look_up(own, "/XObject")
    own[NameObject("/XObject")] = DictionaryObject(
        {**(forms if isinstance(forms, DictionaryObject) else {}), NameObject(MARKS): form}
    )
    page[NameObject("/Resources")] = own


def _contents(page: DictionaryObject) -> list[PdfObject]:
    content = page.raw_get("/Contents")
    value = content.get_object()
    return list(value) if isinstance(value, ArrayObject) else [content]
