"""Rules of a PDF's own structure: version, filters, actions, layers, transparency, sound contents."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.geometry import meet
from layout.model.products.printer import Standard
from layout.model.records import replace
from layout.model.values import Count, Named
from layout.preflight.rules.rule import FILE, PAINTED, Aim, Case, Hit, JudgeRule, Outcome, sighted
from layout.preflight.rules.source import PDF, PDF_A, PDF_UA, PDF_X, PDF_X1A, Clause
from layout.preflight.walk.areas import bled, finished

ANNEX_A = Clause("A", "annex")
BOTH = (Aim.PRINT, Aim.MAIL)
EVERY = (Aim.PRINT, Aim.MAIL, Aim.SCREEN)
ERROR, WARNING = Severity.ERROR, Severity.WARNING

LATEST = {Standard.X4: (1, 6), Standard.X1A: (1, 4)}
"""The PDF version each standard is based on."""

X1A_FILTERS = ("JPXDecode", "JBIG2Decode", "Crypt")


def check_version(case: Case) -> Iterator[Outcome]:
    """The version may not be later than the one the standard is based on."""
    latest = LATEST[case.printer.standard]
    found = tuple(int(part) for part in case.facts.version.split("."))
    if found > latest:
        wanted = f"{latest[0]}.{latest[1]}"
        yield Hit(values={"found": case.facts.version, "wanted": wanted})


def check_header(case: Case) -> Iterator[Outcome]:
    """The header stands at the very start of the file."""
    if case.facts.header_at:
        yield Hit(values={"bytes": Count(case.facts.header_at)})


def check_damage(case: Case) -> Iterator[Outcome]:
    """A file that had to be mended while reading may be read otherwise by another program."""
    found = [said for said in case.facts.complaints if "header" not in said]
    if found:
        yield Hit(values={"count": Count(len(found)), "first": found[0][:80]})


def check_identifier(case: Case) -> Iterator[Outcome]:
    """The trailer has an ID of two parts."""
    if not case.facts.identified:
        yield Hit()


def check_encryption(case: Case) -> Iterator[Outcome]:
    """No encryption, not even with an empty password."""
    if case.facts.encrypted:
        yield Hit()


def check_object_streams(case: Case) -> Iterator[Outcome]:
    """Object streams and cross-reference streams came with PDF 1.5."""
    if case.facts.streamed:
        yield Hit()


def check_filters(case: Case) -> Iterator[Outcome]:
    """LZW nowhere; under PDF/X-1a nothing later than PDF 1.3's filters."""
    refused: tuple[str, ...] = ("LZWDecode", "Crypt")
    if case.printer.standard is Standard.X1A:
        refused += X1A_FILTERS
    for outcome in sighted("filter")(case):
        if isinstance(outcome, Hit) and outcome.values["detail"] in refused:
            yield outcome


def check_transparency(case: Case) -> Iterator[Outcome]:
    """No soft mask, blend mode, alpha or transparency group; a page's group only under PDF/X-4."""
    yield from sighted("transparency")(case)
    if case.printer.standard is Standard.X1A:
        yield from sighted("page-group")(case)


def check_actions(case: Case) -> Iterator[Outcome]:
    """No action anywhere: on opening, in bookmarks, on pages, on annotations."""
    yield from sighted("action")(case)
    for page in case.facts.pages:
        for note in page.annotations:
            if note.action:
                yield Hit(
                    page=page.number,
                    box=note.box,
                    kind="annotation",
                    name=note.kind,
                    values={"detail": note.action},
                )


def check_annotations(case: Case) -> Iterator[Outcome]:
    """Annotations stand outside the bleed; printer's marks outside the trim, traps where they may."""
    for page in case.facts.pages:
        for note in page.annotations:
            kept_free = {"PrinterMark": finished(page), "TrapNet": None}.get(note.kind, bled(page))
            if kept_free and meet(note.box, kept_free):
                yield Hit(
                    page=page.number,
                    box=note.box,
                    kind="annotation",
                    name=note.kind,
                    values={"detail": note.kind},
                )


MEDIA = ("3D", "RichMedia", "Movie", "Sound", "Screen")
"""Annotations that play something (ISO 32000-1, chapter 13; RichMedia is an extension of it)."""


def check_media(case: Case) -> Iterator[Outcome]:
    """No sound, film or 3D anywhere on a sheet, beside the page neither."""
    yield from _annotated(case, MEDIA)


def check_forms(case: Case) -> Iterator[Outcome]:
    """No form, and no field on a page that is of none."""
    told = list(sighted("form")(case))
    yield from told or _annotated(case, ("Widget",))


def _annotated(case: Case, kinds: tuple[str, ...]) -> Iterator[Outcome]:
    for page in case.facts.pages:
        for note in page.annotations:
            if note.kind in kinds:
                values = {"detail": note.kind}
                yield Hit(page=page.number, box=note.box, kind="annotation", values=values)


def check_resources(case: Case) -> Iterator[Outcome]:
    """Every font, image and form that is named is there."""
    for outcome in sighted("resource")(case):
        if isinstance(outcome, Hit):
            yield replace(outcome, values={"detail": Named("resource", str(outcome.values["detail"]))})


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("pdf-version", ERROR, FILE, (PDF_X,), check_version),
    JudgeRule("pdf-header", WARNING, FILE, (PDF.at("7.5.2"),), check_header, EVERY),
    JudgeRule("pdf-damaged", WARNING, FILE, (PDF.at("7.5"),), check_damage, EVERY),
    JudgeRule(
        "pdf-identifier", ERROR, FILE, (PDF_X, PDF_A.at("6.1.3"), PDF.at("14.4")), check_identifier, BOTH
    ),
    JudgeRule(
        "pdf-encrypted",
        ERROR,
        FILE,
        (PDF_X, PDF_A.at("6.1.3"), PDF_UA.at("7.16"), PDF.at("7.6")),
        check_encryption,
        EVERY,
    ),
    JudgeRule("pdf-object-streams", ERROR, FILE, (PDF_X1A,), check_object_streams, standards=(Standard.X1A,)),
    JudgeRule("pdf-javascript", ERROR, FILE, (PDF_X, PDF.at("12.6.4.16")), sighted("javascript"), EVERY),
    JudgeRule("pdf-action", ERROR, FILE, (PDF_X, PDF.at("12.6")), check_actions),
    JudgeRule("pdf-form", ERROR, FILE, (PDF_X, PDF.at("12.7")), check_forms),
    JudgeRule("pdf-annotation", ERROR, FILE, (PDF_X, PDF.at("12.5")), check_annotations),
    JudgeRule("pdf-media", ERROR, FILE, (PDF.at("13"),), check_media, (Aim.PRINT, Aim.SCREEN)),
    JudgeRule("pdf-filter", ERROR, PAINTED, (PDF_X, PDF_A.at("6.1.7.2"), PDF.at("7.4")), check_filters, BOTH),
    JudgeRule("pdf-external", ERROR, PAINTED, (PDF_X, PDF.at("7.3.8")), sighted("external"), EVERY),
    JudgeRule("pdf-opi", ERROR, PAINTED, (PDF_X, PDF_A.at("6.2.8"), PDF.at("14.11.7")), sighted("opi"), BOTH),
    JudgeRule(
        "pdf-postscript",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.9"), PDF.at("8.8.2")),
        sighted("postscript"),
        BOTH,
    ),
    JudgeRule(
        "pdf-reference",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.9"), PDF_UA.at("7.20"), PDF.at("8.10.4")),
        sighted("reference"),
        BOTH,
    ),
    JudgeRule(
        "pdf-alternates",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.8"), PDF.at("8.9.5.4")),
        sighted("alternates"),
        BOTH,
    ),
    JudgeRule(
        "pdf-transfer", ERROR, PAINTED, (PDF_X, PDF_A.at("6.2.5"), PDF.at("10.4")), sighted("transfer"), BOTH
    ),
    JudgeRule(
        "pdf-halftone", ERROR, PAINTED, (PDF_X, PDF_A.at("6.2.5"), PDF.at("10.5")), sighted("halftone"), BOTH
    ),
    JudgeRule("pdf-viewer-area", ERROR, FILE, (PDF_X, PDF.at("12.2")), sighted("viewer-area")),
    JudgeRule("pdf-layers", ERROR, PAINTED, (PDF_X1A, PDF.at("8.11")), sighted("layers")),
    JudgeRule("pdf-transparency", ERROR, PAINTED, (PDF_X1A, PDF.at("11")), check_transparency),
    JudgeRule(
        "pdf-attachment",
        WARNING,
        FILE,
        (PDF_X, PDF_A.at("6.8"), PDF_UA.at("7.11"), PDF.at("7.11.4")),
        sighted("attachment"),
        BOTH,
    ),
    JudgeRule("content-operator", ERROR, PAINTED, (PDF_X, PDF.at(ANNEX_A)), sighted("operator"), EVERY),
    JudgeRule("content-operand", ERROR, PAINTED, (PDF.at(ANNEX_A),), sighted("operand"), EVERY),
    JudgeRule("content-nesting", WARNING, PAINTED, (PDF.at("8.4.2", "14.6"),), sighted("nesting"), EVERY),
    JudgeRule("content-resource", ERROR, PAINTED, (PDF.at("7.8.3"),), check_resources, EVERY),
    JudgeRule("content-undecodable", ERROR, PAINTED, (PDF.at("7.4"),), sighted("undecodable"), EVERY),
    JudgeRule("content-recursion", ERROR, PAINTED, (PDF.at("8.10"),), sighted("recursion"), EVERY),
)
