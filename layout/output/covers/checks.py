"""Takes a designer's opened PDF, gives what in it acts by itself; never looks at what it draws."""

from __future__ import annotations

from pypdf.generic import ArrayObject, DictionaryObject

from layout.model.values import Value
from layout.output.pdf.annotations import list_annotations
from layout.output.pdf.objects import as_dictionary
from layout.output.pdf.opening import OpenedPdf, look_up

MOST_BYTES = 100_000_000
"""A cover of A4 with bleed in CMYK at 300 ppi is 37 MB before any compression."""

HARMLESS = frozenset({"/URI", "/GoTo", "/GoToR", "/Named"})
"""Actions of ordinary links; they are left out with the annotations that carry them."""


class Unfit(Exception):
    """One thing wrong with a cover: a message code and its values."""

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


def find_activity(pdf: OpenedPdf, page: DictionaryObject) -> list[Unfit]:
    """Scripts, forms and hidden layers of the file or of the page."""
    faults = []
    if _acts(pdf.catalog, page):
        faults.append(Unfit("cover-scripted"))
    if _has_fields(pdf.catalog, page):
        faults.append(Unfit("cover-form"))
    if _hides_layers(pdf.catalog):
        faults.append(Unfit("cover-layers"))
    return faults


def _acts(catalog: DictionaryObject, page: DictionaryObject) -> bool:
    names = as_dictionary(look_up(catalog, "/Names"))
    if "/JavaScript" in names or "/AA" in catalog or "/AA" in page:
        return True
    annotations = list_annotations(page)
    if any("/AA" in annotation for annotation in annotations):
        return True
    opening = look_up(catalog, "/OpenAction")
    found = [opening, *(look_up(annotation, "/A") for annotation in annotations)]
    actions = [action for action in found if isinstance(action, DictionaryObject)]
    return any(str(look_up(action, "/S")) not in HARMLESS for action in actions)


def _has_fields(catalog: DictionaryObject, page: DictionaryObject) -> bool:
    form = as_dictionary(look_up(catalog, "/AcroForm"))
    fields = look_up(form, "/Fields")
    if "/XFA" in form or (isinstance(fields, ArrayObject) and fields):
        return True
    return any(annotation.get("/Subtype") == "/Widget" for annotation in list_annotations(page))


def _hides_layers(catalog: DictionaryObject) -> bool:
    """True if a layer is off by default; layers that are all shown can be flattened unseen."""
    settings = as_dictionary(look_up(as_dictionary(look_up(catalog, "/OCProperties")), "/D"))
    off = look_up(settings, "/OFF")
    return settings.get("/BaseState") == "/OFF" or (isinstance(off, ArrayObject) and bool(off))
