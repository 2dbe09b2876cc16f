"""Takes sheets and finished pages, lays a page under what stands on each sheet; changes neither."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from layout.model.geometry import Rect
from layout.output.pdf.copying import Copier
from layout.output.pdf.forms import FormMaker
from layout.output.pdf.identity import derive_identifier
from layout.output.pdf.objects import add_operators, write_file
from layout.output.pdf.store import set_identifier
from layout.pdfreading.boxes import placing_matrix, read_page_box
from layout.pdfreading.opening import look_up, open_pdf

PAGE = "/ProofedPage"


def lay_pages(sheets: bytes, pages: bytes, target: Callable[[float, float], tuple[Rect, float]]) -> bytes:
    """The sheets in their order, each with a page under it as long as there are pages.

    `target` says for a page's size where on its sheet its trim comes and how it is scaled. Equal input gives
    equal bytes.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sheets)))
    source = open_pdf(pages)
    maker = FormMaker(Copier(writer))
    for sheet, page in zip(writer.pages, source.pages, strict=False):
        box = read_page_box(page)
        if box is None:
            continue
        where, scale = target(*box.size)
        matrix = " ".join(f"{number:.5f}" for number in placing_matrix(box, scale, where))
        start = add_operators(writer, f"q {matrix} cm {PAGE} Do Q")
        _add_form(sheet, maker.wrap(page, box.trim))
        content = sheet.raw_get("/Contents")
        value = content.get_object()
        parts = list(value) if isinstance(value, ArrayObject) else [content]
        sheet[NameObject("/Contents")] = ArrayObject([start, *parts])
    identifier = derive_identifier(sheets, pages)
    set_identifier(writer, identifier, identifier)
    return write_file(writer)


def _add_form(sheet: DictionaryObject, form: object) -> None:
    """The page among the sheet's own resources."""
    resources = look_up(sheet, "/Resources")
    own = DictionaryObject(resources) if isinstance(resources, DictionaryObject) else DictionaryObject()
    forms = look_up(own, "/XObject")
    kept = forms if isinstance(forms, DictionaryObject) else {}
    own[NameObject("/XObject")] = DictionaryObject({**kept, NameObject(PAGE): form})
    sheet[NameObject("/Resources")] = own
