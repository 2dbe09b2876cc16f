"""Takes an opened document, notes what it has outside its pages' contents; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.geometry import Matrix, Rect, transform_box
from layout.preflight.facts import PageAnnotation
from layout.preflight.gathering.sifting import sift
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.boxes import read_box
from layout.preflight.reading.limits import Budget, OverLimitError
from layout.preflight.sightings import SOURCE_KEY, WHOLE_FILE, Sighting, Subject

MAX_OUTLINE = 20_000
MAX_ANNOTATIONS = 50_000

PLAIN_FILTERS = frozenset(
    ("FlateDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "DCTDecode", "CCITTFaxDecode")
)


def survey(document: pdf.Document, budget: Budget) -> tuple[Sighting, ...]:
    """Everything of the document as a whole that some rule objects to."""
    return (
        *_survey_catalog(document),
        *_survey_demands(document.catalog),
        *_survey_layers(document.catalog),
        *_survey_outline(document),
        *_survey_objects(document, budget),
    )


def _survey_catalog(document: pdf.Document) -> Iterator[Sighting]:
    catalog = document.catalog
    names = pdf.dictionary(pdf.raw(catalog, "Names"))
    if pdf.dictionary(pdf.raw(names, "JavaScript")):
        yield Sighting("javascript", "Names", WHOLE_FILE)
    if pdf.dictionary(pdf.raw(names, "EmbeddedFiles")):
        yield Sighting("attachment", "EmbeddedFiles", WHOLE_FILE)
    if pdf.dictionary(pdf.raw(catalog, "OCProperties")):
        yield Sighting("layers", "OCProperties", WHOLE_FILE)
    opening = pdf.dictionary(pdf.raw(catalog, "OpenAction"))
    if opening:
        yield Sighting("action", pdf.name(pdf.entry(opening, "S")) or "OpenAction", WHOLE_FILE)
    if pdf.dictionary(pdf.raw(catalog, "AA")):
        yield Sighting("action", "AA", WHOLE_FILE)
    form = pdf.dictionary(pdf.raw(catalog, "AcroForm"))
    if pdf.array(pdf.entry(form, "Fields")):
        yield Sighting("form", "AcroForm", WHOLE_FILE)
    if pdf.entry(form, "XFA") is not None:
        yield Sighting("form", "XFA", WHOLE_FILE)


AREAS = ("ViewArea", "ViewClip", "PrintArea", "PrintClip")
PERMISSIONS = ("UR3", "DocMDP")
"""Permissions that come from signatures (ISO 32000-1, table 258)."""


def _survey_demands(catalog: pdf.Dictionary) -> Iterator[Sighting]:
    """What the catalog asks of a reader beyond showing the pages."""
    if "/Requirements" in catalog:
        yield Sighting("demand", "Requirements", WHOLE_FILE)
    for key, _ in pdf.items(pdf.raw(catalog, "Perms")):
        if key not in PERMISSIONS:
            yield Sighting("demand", f"Perms {key}", WHOLE_FILE)
    form = pdf.dictionary(pdf.raw(catalog, "AcroForm"))
    for owner, key in ((catalog, "NeedsRendering"), (form, "NeedAppearances")):
        if pdf.truth(pdf.entry(owner, key)):
            yield Sighting("needy-form", key, WHOLE_FILE)
    if "/XFA" in form:
        yield Sighting("needy-form", "XFA", WHOLE_FILE)
    if "/AlternatePresentations" in pdf.dictionary(pdf.raw(catalog, "Names")):
        yield Sighting("presentation", "AlternatePresentations", WHOLE_FILE)
    preferences = pdf.dictionary(pdf.raw(catalog, "ViewerPreferences"))
    for key in AREAS:
        area = pdf.name(pdf.entry(preferences, key))
        if area not in ("", "MediaBox", "BleedBox"):
            yield Sighting("viewer-area", f"{key} {area}", WHOLE_FILE)


def _survey_layers(catalog: pdf.Dictionary) -> Iterator[Sighting]:
    """Configurations of layers without a name of their own, with layers left out or with usage rules."""
    properties = pdf.dictionary(pdf.raw(catalog, "OCProperties"))
    layers = {pdf.object_number(layer) for layer in pdf.array(pdf.raw(properties, "OCGs"))}
    names: set[str] = set()
    for value in (pdf.raw(properties, "D"), *pdf.array(pdf.raw(properties, "Configs"))):
        setting = pdf.dictionary(value)
        called = pdf.text(pdf.entry(setting, "Name"))
        if properties and (not called or called in names):
            yield Sighting("layer-setting", "Name", WHOLE_FILE)
        names.add(called)
        if "/AS" in setting:
            yield Sighting("layer-setting", "AS", WHOLE_FILE)
        if "/Order" in setting and layers - set(_ordered(pdf.raw(setting, "Order"))):
            yield Sighting("layer-setting", "Order", WHOLE_FILE)


def _ordered(value: object) -> Iterator[int]:
    """The layers of an Order array, which nests (ISO 32000-1, table 101)."""
    waiting, seen = [value], set[int]()
    while waiting:
        for item in pdf.array(waiting.pop()):
            yield pdf.object_number(item)
            if pdf.array(item) and pdf.identity(item) not in seen:
                seen.add(pdf.identity(item))
                waiting.append(item)


def _outline(document: pdf.Document) -> Iterator[pdf.Dictionary]:
    waiting: list[object] = [pdf.raw(pdf.dictionary(pdf.raw(document.catalog, "Outlines")), "First")]
    seen: set[int] = set()
    while waiting and len(seen) < MAX_OUTLINE:
        value = waiting.pop()
        item = pdf.dictionary(value)
        if item and pdf.identity(value) not in seen:
            seen.add(pdf.identity(value))
            waiting += [pdf.raw(item, "Next"), pdf.raw(item, "First")]
            yield item


def count_bookmarks(document: pdf.Document) -> int:
    """How many items the outline has."""
    return sum(1 for _ in _outline(document))


def _survey_outline(document: pdf.Document) -> Iterator[Sighting]:
    for item in _outline(document):
        action = pdf.dictionary(pdf.raw(item, "A"))
        if action:
            title = pdf.text(pdf.entry(item, "Title"))[:40]
            yield Sighting("action", pdf.name(pdf.entry(action, "S")), Subject("bookmark", title))


def _survey_objects(document: pdf.Document, budget: Budget) -> Iterator[Sighting]:
    """Looks at every object of the file, also at those no page leads to."""
    known: set[int] = set(document.reader.xref_objStm)
    for generation in document.reader.xref.values():
        known.update(generation)
    if len(known) > budget.limits.objects:
        raise OverLimitError("objects")
    lock = pdf.object_number(pdf.raw(document.trailer, "Encrypt"))
    for count, number in enumerate(sorted(known)):
        if not count & 255:
            budget.check_time()
        value = pdf.resolve(pdf.reference(document.reader, number))
        if isinstance(value, pdf.Stream):
            yield from _survey_stream(value)
        if number != lock:
            yield from sift(value)


def _subject(stream: pdf.Stream) -> Subject:
    """What a stream is to a person."""
    is_image = pdf.name(pdf.entry(stream, "Subtype")) == "Image"
    return Subject("image", pdf.text(pdf.entry(stream, SOURCE_KEY))) if is_image else WHOLE_FILE


def _survey_stream(stream: pdf.Stream) -> Iterator[Sighting]:
    for name in pdf.filters(stream):
        if name not in PLAIN_FILTERS:
            yield Sighting("filter", name, _subject(stream))
    if "/FFilter" in stream or (
        pdf.entry(stream, "F") is not None and "/Filter" not in stream and "/Width" not in stream
    ):
        yield Sighting("external", "F", _subject(stream))


def read_annotations(page: pdf.Dictionary, unit: Matrix) -> tuple[PageAnnotation, ...]:
    """The annotations of a page, their boxes in points."""
    found = []
    for value in pdf.array(pdf.entry(page, "Annots"))[:MAX_ANNOTATIONS]:
        item = pdf.dictionary(value)
        if not item:
            continue
        box = read_box(pdf.entry(item, "Rect")) or Rect(0.0, 0.0, 0.0, 0.0)
        action = pdf.dictionary(pdf.raw(item, "A"))
        said = pdf.name(pdf.entry(action, "S")) or ("AA" if "/AA" in item else "")
        found.append(
            PageAnnotation(
                kind=pdf.name(pdf.entry(item, "Subtype")),
                box=transform_box(unit, box),
                number=pdf.object_number(value),
                action=said,
                contents=pdf.text(pdf.entry(item, "Contents")),
                hidden=bool(pdf.integer(pdf.entry(item, "F")) & 2),
                struct_parent=pdf.integer(pdf.entry(item, "StructParent"), -1),
            )
        )
    return tuple(found)
