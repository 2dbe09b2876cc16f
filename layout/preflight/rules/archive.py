"""Rules of a file that is kept for long: nothing in it is hidden, run or left to the reader's program."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.products.printer import Standard
from layout.preflight.rules.rule import FILE, PAINTED, Aim, Case, Hit, JudgeRule, Outcome, sighted
from layout.preflight.rules.source import PDF, PDF_A, PDF_UA, PDF_X4, Clause

ANNEX_C = Clause("C", "annex")
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


RULES: tuple[JudgeRule, ...] = (
    JudgeRule(
        "pdf-presentation", ERROR, FILE, (PDF_X4, PDF_A.at("6.10")), sighted("presentation"), BOTH, LATER
    ),
    JudgeRule(
        "pdf-limits",
        ERROR,
        PAINTED,
        (PDF_X4, PDF_A.at("6.1.13"), PDF.at(ANNEX_C)),
        sighted("limit"),
        BOTH,
        LATER,
    ),
    JudgeRule(
        "render-intent",
        ERROR,
        PAINTED,
        (PDF_X4, PDF_A.at("6.2.6"), PDF.at("8.6.5.8")),
        sighted("rendering-intent"),
        BOTH,
        LATER,
    ),
    JudgeRule("archive-frame", ERROR, FILE, (PDF_A.at("6.1.2"), PDF_UA.at("6.1")), sighted("frame"), MAIL),
    JudgeRule("archive-catalog", ERROR, FILE, (PDF_A.at("6.11"),), sighted("demand"), MAIL),
    JudgeRule("archive-form", ERROR, FILE, (PDF_A.at("6.4"), PDF_UA.at("7.15")), sighted("needy-form"), MAIL),
    JudgeRule("archive-action", ERROR, FILE, (PDF_A.at("6.5"), PDF_UA.at("7.19")), sighted("deed"), MAIL),
    JudgeRule(
        "archive-annotation", ERROR, FILE, (PDF_A.at("6.3"), PDF_UA.at("7.18.2")), sighted("annotation"), MAIL
    ),
    JudgeRule("archive-image", ERROR, PAINTED, (PDF_A.at("6.2.8"),), sighted("image-entry"), MAIL),
    JudgeRule(
        "archive-blend", ERROR, PAINTED, (PDF_A.at("6.2.10"), PDF.at("11.3.5")), sighted("blend"), MAIL
    ),
    JudgeRule(
        "archive-layers", ERROR, FILE, (PDF_A.at("6.9"), PDF_UA.at("7.10")), sighted("layer-setting"), MAIL
    ),
    JudgeRule("archive-xmp", ERROR, FILE, (PDF_A.at("6.6.2.1"), PDF_UA.at("7.1")), check_packet, MAIL),
    JudgeRule("archive-schemas", ERROR, FILE, (PDF_A.at("6.6.2.3"),), check_schemas, MAIL),
)
