"""Takes a designer's opened PDF, gives what in it acts by itself; never looks at what it draws."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from layout.model.diagnostic import Severity
from layout.model.values import Listed, Value
from layout.output.pdf.annotations import list_annotations
from layout.output.pdf.objects import as_dictionary
from layout.output.pdf.walk import reach_objects
from layout.pdfreading.opening import OpenedPdf, look_up, tolerate

MOST_BYTES = 100_000_000
"""A cover of A4 with bleed in CMYK at 300 ppi is 37 MB before any compression."""

HARMLESS = frozenset({"/URI", "/GoTo", "/GoToR", "/Named"})
"""Actions of ordinary links; they are left out with the annotations that carry them."""

UNMISSED = frozenset({"Link", "Popup", "PrinterMark", "TrapNet", "Widget"})
"""Kinds of annotations that draw nothing on a page, that lie outside its trim, or that are told as a form."""
HIDING = {"/Print": "/PrintState", "/View": "/ViewState", "/Export": "/ExportState"}
"""Uses of a layer's content, and which entry says of each whether it shows (ISO 32000-1, table 102)."""
MERELY_TOLD = frozenset({"cover-attachments"})
"""Codes of what is left out of a cover without any loss on the page."""


class Unfit(Exception):
    """One thing wrong with a cover: a message code and its values."""

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values = values
        self.severity = Severity.WARNING if code in MERELY_TOLD else Severity.ERROR
        super().__init__(code)


def find_activity(pdf: OpenedPdf, page: DictionaryObject) -> list[Unfit]:
    """Scripts, forms, hidden layers, comments, media and attachments of the file or of the page."""
    faults = []
    if _acts(pdf.catalog, page):
        faults.append(Unfit("cover-scripted"))
    if _has_fields(pdf.catalog, page):
        faults.append(Unfit("cover-form"))
    if _hides_layers(pdf.catalog, page):
        faults.append(Unfit("cover-layers"))
    if lost := _list_lost(page):
        faults.append(Unfit("cover-annotations", kinds=Listed(tuple(kind[:40] for kind in lost))))
    if _has_attachments(pdf.catalog, page):
        faults.append(Unfit("cover-attachments"))
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


def _hides_layers(catalog: DictionaryObject, page: DictionaryObject) -> bool:
    """True if a layer is hidden on screen or on paper; those always shown can be flattened unseen."""
    properties = as_dictionary(look_up(catalog, "/OCProperties"))
    settings = as_dictionary(look_up(properties, "/D"))
    off = look_up(settings, "/OFF")
    if settings.get("/BaseState") == "/OFF" or (isinstance(off, ArrayObject) and off):
        return True
    listed = look_up(properties, "/OCGs")
    return any(map(_is_sometimes_hidden, chain(_dictionaries(listed), reach_objects(page))))


def _dictionaries(values: PdfObject | None) -> Iterator[DictionaryObject]:
    for item in values if isinstance(values, ArrayObject) else ():
        yield as_dictionary(tolerate(item.get_object, None))


def _is_sometimes_hidden(group: DictionaryObject) -> bool:
    """A layer that some use hides, or content shown while a layer is off (ISO 32000-1, 8.11.2, 8.11.4.4)."""
    kind = group.get("/Type")
    if kind == "/OCMD":
        return str(look_up(group, "/P")) in ("/AllOff", "/AnyOff") or "/VE" in group
    usage = as_dictionary(look_up(group, "/Usage")) if kind == "/OCG" else DictionaryObject()
    return any(
        str(look_up(as_dictionary(look_up(usage, use)), state)) == "/OFF" for use, state in HIDING.items()
    )


def _list_lost(page: DictionaryObject) -> list[str]:
    """Kinds of annotations that would be lost unseen, each once; those that act are told as scripts."""
    idle = (one for one in list_annotations(page) if "/A" not in one and "/AA" not in one)
    kinds = (str(look_up(annotation, "/Subtype"))[1:] for annotation in idle)
    return [kind for kind in dict.fromkeys(kinds) if kind not in UNMISSED]


def _has_attachments(catalog: DictionaryObject, page: DictionaryObject) -> bool:
    names = as_dictionary(look_up(catalog, "/Names"))
    return "/EmbeddedFiles" in names or "/AF" in catalog or "/AF" in page
