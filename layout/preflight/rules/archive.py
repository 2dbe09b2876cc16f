"""Rules of a file that is kept for long: nothing in it is hidden, run or left to the reader's program."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.printer import Standard
from layout.preflight.rules.rule import Aim, Case, Hit, Outcome, Rule, sighted

X4 = "ISO 15930-7:2010 (PDF/X-4)"
UA = "ISO 14289-1:2014 (PDF/UA-1)"
PDF_A = "ISO 19005-2:2011 (PDF/A-2)"
PDF = "ISO 32000-1:2008"
MAIL = (Aim.MAIL,)
BOTH = (Aim.PRINT, Aim.MAIL)
LATER = (Standard.X4,)
"""Print only: standards that know the thing; PDF/X-1a rests on an older PDF and says nothing of it."""
ERROR = Severity.ERROR


def check_packet(case: Case) -> Iterator[Outcome]:
    """XMP is there, its stream says what it is, and its packet has no deprecated attributes."""
    metadata = case.facts.metadata
    faults = metadata.packet if metadata.has_xmp and not metadata.xmp_broken else ("XMP",)
    for fault in faults:
        yield Hit(kind="metadata", name=fault, values={"detail": fault})


def check_schemas(case: Case) -> Iterator[Outcome]:
    """XMP has properties of known schemas, or describes their schema itself."""
    for schema in case.facts.metadata.undescribed:
        yield Hit(kind="metadata", name=schema, values={"schema": schema})


RULES: tuple[Rule, ...] = (
    Rule("pdf-presentation", ERROR, f"{X4}; {PDF_A}, 6.10", sighted("presentation"), BOTH, LATER),
    Rule("pdf-limits", ERROR, f"{X4}; {PDF_A}, 6.1.13; {PDF}, annex C", sighted("limit"), BOTH, LATER),
    Rule(
        "render-intent",
        ERROR,
        f"{X4}; {PDF_A}, 6.2.6; {PDF}, 8.6.5.8",
        sighted("rendering-intent"),
        BOTH,
        LATER,
    ),
    Rule("archive-frame", ERROR, f"{PDF_A}, 6.1.2; {UA}, 6.1", sighted("frame"), MAIL),
    Rule("archive-catalog", ERROR, f"{PDF_A}, 6.11", sighted("demand"), MAIL),
    Rule("archive-form", ERROR, f"{PDF_A}, 6.4; {UA}, 7.15", sighted("needy-form"), MAIL),
    Rule("archive-action", ERROR, f"{PDF_A}, 6.5; {UA}, 7.19", sighted("deed"), MAIL),
    Rule("archive-annotation", ERROR, f"{PDF_A}, 6.3; {UA}, 7.18.2", sighted("annotation"), MAIL),
    Rule("archive-image", ERROR, f"{PDF_A}, 6.2.8", sighted("image-entry"), MAIL),
    Rule("archive-blend", ERROR, f"{PDF_A}, 6.2.10; {PDF}, 11.3.5", sighted("blend"), MAIL),
    Rule("archive-layers", ERROR, f"{PDF_A}, 6.9; {UA}, 7.10", sighted("layer-setting"), MAIL),
    Rule("archive-xmp", ERROR, f"{PDF_A}, 6.6.2.1; {UA}, 7.1", check_packet, MAIL),
    Rule("archive-schemas", ERROR, f"{PDF_A}, 6.6.2.3", check_schemas, MAIL),
)
