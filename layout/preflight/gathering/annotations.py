"""Takes a page's annotations, notes what an archive's must not be; never walks what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.geometry import Matrix, transform_box
from layout.preflight.gathering.survey import MAX_ANNOTATIONS
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.boxes import read_box
from layout.preflight.walk.collector import Collector

KINDS = frozenset(
    [
        "Text",
        "Link",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Stamp",
        "Caret",
        "Ink",
        "Popup",
        "FileAttachment",
        "Widget",
        "PrinterMark",
        "Watermark",
        "Redact",
    ]
)
"""Kinds of annotations (ISO 32000-1, table 169) but sound, film, 3D, screens and traps."""
PRINTED, UNSEEN = 4, 1 | 2 | 32 | 256
"""Flags of annotations (ISO 32000-1, table 165): Print; Invisible, Hidden, NoView and ToggleNoView."""


def note_annotations(page: pdf.Dictionary, collector: Collector, unit: Matrix) -> None:
    """Sightings of annotations of other kinds, not to be printed, or without an appearance of their own."""
    for value in pdf.array(pdf.entry(page, "Annots"))[:MAX_ANNOTATIONS]:
        item = pdf.dictionary(value)
        if not item:
            continue
        box = read_box(pdf.entry(item, "Rect"))
        for fault in _faults(item, sized=box is not None):
            kind = pdf.name(pdf.entry(item, "Subtype"))
            collector.see("annotation", f"{kind} {fault}", "page", transform_box(unit, box) if box else None)


def _faults(item: pdf.Dictionary, sized: bool) -> Iterator[str]:
    """Keys of an annotation that are not as they must be; `sized` is false for one that has no area."""
    kind = pdf.name(pdf.entry(item, "Subtype"))
    if kind not in KINDS:
        yield "Subtype"
    flags = pdf.integer(pdf.entry(item, "F"))
    if (kind != "Popup" and not flags & PRINTED) or flags & UNSEEN:
        yield "F"
    if "/AP" in item:
        if not _is_plain(item, pdf.dictionary(pdf.raw(item, "AP"))):
            yield "AP"
    elif sized and kind not in ("Popup", "Link"):
        yield "AP"


def _is_plain(item: pdf.Dictionary, appearance: pdf.Dictionary) -> bool:
    """Whether there is a normal appearance and no other; a button has one for each of its states."""
    if set(appearance) != {"/N"}:
        return False
    is_button = pdf.name(pdf.entry(item, "Subtype")) == "Widget" and pdf.name(pdf.entry(item, "FT")) == "Btn"
    return (pdf.stream(pdf.raw(appearance, "N")) is None) is is_button
