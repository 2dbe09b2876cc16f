"""Takes a designer's cover and a printer's profile, gives faults of bleed and intent; reads no content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pypdf.generic import ArrayObject, DictionaryObject

from layout.model.diagnostic import Diagnostic, Span
from layout.model.products.printer import PrinterProfile
from layout.model.values import Millimetres, Values
from layout.output.covers.merge import CoverPage
from layout.pdfreading.opening import look_up, open_pdf, tolerate


def check_cover(source: Path, cover: CoverPage, printer: PrinterProfile, where: Span) -> Iterator[Diagnostic]:
    """Errors where the cover has too little bleed, or is made for another printing condition.

    `source` is the file that `cover` was read from.
    """
    if not cover.bled:
        values: Values = {"file": source.name, "wanted": Millimetres(printer.bleed, 2)}
        yield Diagnostic("press-cover-bleed", where, values)
    condition = _condition(source)
    if condition and condition != printer.condition:
        values = {"file": source.name, "found": condition, "wanted": printer.condition}
        yield Diagnostic("press-cover-condition", where, values)


def _condition(source: Path) -> str:
    """The name of the printing condition that the file declares; empty where it declares none."""
    intents = look_up(open_pdf(source.read_bytes()).catalog, "/OutputIntents")
    for intent in intents if isinstance(intents, ArrayObject) else ():
        entry = tolerate(intent.get_object, None)
        if isinstance(entry, DictionaryObject) and str(look_up(entry, "/S")) == "/GTS_PDFX":
            return str(look_up(entry, "/OutputConditionIdentifier") or "")
    return ""
