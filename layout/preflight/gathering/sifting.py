"""Takes one object of a file, notes what some standard forbids wherever it stands; follows no reference."""

from __future__ import annotations

from collections.abc import Iterator

from layout.preflight.reading import objects as pdf
from layout.preflight.sightings import WHOLE_FILE, Sighting

LARGEST = 2_147_483_647
STEEPEST = 3.403e38
LONGEST_STRING, LONGEST_NAME, MOST_INKS = 32_767, 127, 32
SMALLEST_SIDE, LARGEST_SIDE = 3.0, 14_400.0
"""Limits of a PDF (ISO 32000-1, annex C), sides of pages in units of the page."""

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")

DEEDS = frozenset(
    [
        "Launch",
        "Sound",
        "Movie",
        "ResetForm",
        "ImportData",
        "Hide",
        "SetOCGState",
        "Rendition",
        "Trans",
        "GoTo3DView",
        "set-state",
        "no-op",
    ]
)
"""Actions of which an archive may have none; JavaScript has a rule of its own."""
TURNS = ("NextPage", "PrevPage", "FirstPage", "LastPage")
"""Named actions that an archive may have."""


def sift(value: object) -> Iterator[Sighting]:
    """What is to be objected to in an object and in what lies in it."""
    for found in pdf.lying_in(value):
        limit = _passed_limit(found)
        if limit:
            yield Sighting("limit", limit, WHOLE_FILE)
        members = pdf.dictionary(found) if not pdf.is_reference(found) else {}
        if members:
            yield from _sift_dictionary(members)


def _passed_limit(found: object) -> str:
    """The limit that a value passes, in a word; empty where it passes none."""
    size = pdf.written_size(found)
    if size is None:
        inks = pdf.array(found) if not pdf.is_reference(found) else ()
        many = len(inks) > 1 and pdf.name(inks[0]) == "DeviceN" and len(pdf.array(inks[1])) > MOST_INKS
        return "DeviceN" if many else ""
    kind, amount = size
    most = {"integer": LARGEST, "real": STEEPEST, "string": LONGEST_STRING, "name": LONGEST_NAME}[kind]
    return kind if amount > most else ""


def _sift_dictionary(found: pdf.Dictionary) -> Iterator[Sighting]:
    if "/EF" in found:
        yield Sighting("attachment", "EF", WHOLE_FILE)
    if "/JS" in found or pdf.name(pdf.raw(found, "S")) == "JavaScript":
        yield Sighting("javascript", "JavaScript", WHOLE_FILE)
    deed = _deed(found)
    if deed:
        yield Sighting("deed", deed, WHOLE_FILE)
    kind = pdf.name(pdf.raw(found, "Type"))
    if kind in ("Catalog", "Page") and "/AA" in found:
        yield Sighting("deed", "AA", WHOLE_FILE)
    if pdf.name(pdf.raw(found, "Subtype")) == "Widget" or "/FT" in found:
        for key in ("A", "AA"):
            if f"/{key}" in found:
                yield Sighting("needy-form", key, WHOLE_FILE)
    if kind in ("Page", "Pages"):
        yield from _sift_boxes(found)


def _deed(found: pdf.Dictionary) -> str:
    """What a dictionary does, if it is an action that an archive may not have."""
    said = pdf.name(pdf.raw(found, "S"))
    if pdf.name(pdf.raw(found, "Type")) not in ("", "Action") or "/P" in found or "/K" in found:
        return ""
    if said == "Named":
        turn = pdf.name(pdf.raw(found, "N"))
        return "" if turn in TURNS else f"Named {turn}"
    return said if said in DEEDS else ""


def _sift_boxes(found: pdf.Dictionary) -> Iterator[Sighting]:
    for key in BOXES:
        box = pdf.numbers(pdf.raw(found, key))
        sides = (abs(box[2] - box[0]), abs(box[3] - box[1])) if len(box) == 4 else ()
        if any(0 < side < SMALLEST_SIDE or side > LARGEST_SIDE for side in sides):
            yield Sighting("limit", key, WHOLE_FILE)
