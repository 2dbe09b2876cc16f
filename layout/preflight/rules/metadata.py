"""Rules of a file's metadata and output intents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from layout.model.diagnostic import Severity
from layout.model.patterns import late_pattern
from layout.model.products.printer import Standard
from layout.model.values import Count, Named, Values
from layout.preflight.facts import Intent
from layout.preflight.rules.rule import FILE, Aim, Case, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import PDF, PDF_A, PDF_X, PDF_X4, PRINTER

BOTH = (Aim.PRINT, Aim.MAIL)
ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNSAID = Named("report", "unsaid")
"""What stands in a message for what a file does not say."""

PAIRS = (
    ("Title", "dc:title"),
    ("Author", "dc:creator"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
    ("CreationDate", "xmp:CreateDate"),
    ("ModDate", "xmp:ModifyDate"),
    ("Keywords", "pdf:Keywords"),
    ("Subject", "dc:description"),
    ("GTS_PDFXVersion", "pdfx:GTS_PDFXVersion"),
)
"""Info entries with the XMP properties that say the same (ISO 19005-2, 6.6.3; XMP specification part 3)."""


def check_claim(case: Case) -> Iterator[Outcome]:
    """The file names the standard it keeps: PDF/X-4 in XMP, PDF/X-1a in Info."""
    metadata, wanted = case.facts.metadata, case.printer.standard
    if metadata.xmp_broken and wanted is Standard.X4:
        return
    claimed = {
        Standard.X4: metadata.xmp.get("pdfxid:GTS_PDFXVersion", ""),
        Standard.X1A: metadata.info.get("GTS_PDFXVersion", ""),
    }[wanted]
    if claimed != wanted.value:
        said = claimed or metadata.info.get("GTS_PDFXVersion", "")
        yield Hit(kind="metadata", values={"found": said or UNSAID, "wanted": wanted.value})


def check_trapped(case: Case) -> Iterator[Outcome]:
    """Trapped is True or False, and XMP says no other."""
    metadata = case.facts.metadata
    in_xmp = metadata.xmp.get("pdf:Trapped", metadata.trapped)
    if metadata.trapped not in ("True", "False") or in_xmp != metadata.trapped:
        yield Hit(kind="metadata", values={"found": metadata.trapped or UNSAID})


def check_title(case: Case) -> Iterator[Outcome]:
    """The document has a title where the standard looks for it: PDF/X-4 in XMP, PDF/X-1a in Info."""
    metadata = case.facts.metadata
    is_in_xmp = case.printer.standard is Standard.X4 and metadata.has_xmp and not metadata.xmp_broken
    title = metadata.xmp.get("dc:title", "") if is_in_xmp else metadata.info.get("Title", "")
    if not title.strip():
        yield Hit(kind="metadata")


def check_dates(case: Case) -> Iterator[Outcome]:
    """Dates of creation and change are there and are dates, under PDF/X-4 in XMP too."""
    metadata = case.facts.metadata
    wanted = [(key, metadata.info.get(key)) for key in ("CreationDate", "ModDate")]
    if case.printer.standard is Standard.X4 and metadata.has_xmp and not metadata.xmp_broken:
        wanted += [(key, metadata.xmp.get(key)) for key in ("xmp:CreateDate", "xmp:ModifyDate")]
    for key, said in wanted:
        if read_date(said or "") is None:
            yield Hit(kind="metadata", name=key, values={"key": key})


def check_xmp(case: Case) -> Iterator[Outcome]:
    """XMP metadata are there and can be read."""
    metadata = case.facts.metadata
    if not metadata.has_xmp or metadata.xmp_broken:
        yield Hit(kind="metadata", name="XMP")


def check_identity(case: Case) -> Iterator[Outcome]:
    """XMP's media management names the document, its version and its rendition."""
    metadata = case.facts.metadata
    if not metadata.has_xmp or metadata.xmp_broken:
        return
    for key in ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:MetadataDate"):
        if not metadata.xmp.get(key):
            yield Hit(kind="metadata", name=key, values={"key": key})


def check_agreement(case: Case) -> Iterator[Outcome]:
    """What both Info and XMP say, they say alike."""
    metadata = case.facts.metadata
    for info_key, xmp_key in PAIRS:
        info, xmp = metadata.info.get(info_key), metadata.xmp.get(xmp_key)
        if info is None or xmp is None or _same(info.strip(), xmp.strip()):
            continue
        values = {"key": info_key, "info": excerpt(info), "xmp": excerpt(xmp)}
        yield Hit(kind="metadata", name=info_key, values=values)


def _same(info: str, xmp: str) -> bool:
    if info == xmp:
        return True
    first, second = read_date(info), read_date(xmp)
    return first is not None and first == second


_DATE = late_pattern(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(?:(Z)|([+\-])(\d\d)[':]?(\d\d)?'?)?"
)


def read_date(text: str) -> datetime | None:
    """A date as Info or XMP write it (ISO 32000-1, 7.9.4; ISO 8601); None for anything else."""
    found = _DATE.match(text)
    if not found:
        return None
    parts = [int(found[i]) if found[i] else default for i, default in zip(range(1, 7), _FIRST, strict=True)]
    offset = timedelta(hours=int(found[9] or 0), minutes=int(found[10] or 0))
    try:
        zone = timezone(-offset if found[8] == "-" else offset)
        year, month, day, hour, minute, second = parts
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


_FIRST = (1, 1, 1, 0, 0, 0)


def _print_intents(case: Case) -> list[Intent]:
    return [intent for intent in case.facts.intents if intent.subtype == "GTS_PDFX"]


def check_intent(case: Case) -> Iterator[Outcome]:
    """Exactly one output intent of the print standard."""
    found = _print_intents(case)
    if len(found) != 1:
        yield Hit(kind="intent", values={"count": Count(len(found))})


def check_intent_profile(case: Case) -> Iterator[Outcome]:
    """The intent embeds a sound ICC profile of a CMYK printing condition (class prtr, N = 4)."""
    for intent in _print_intents(case):
        profile = intent.profile
        if profile is None:
            yield Hit(kind="intent", name=intent.identifier, values={"found": UNSAID})
        elif not (
            profile.sound and profile.kind == "prtr" and profile.space == "CMYK" and profile.components == 4
        ):
            found = f"{profile.kind} {profile.space} N={profile.components}"
            yield Hit(kind="intent", name=intent.identifier, values={"found": found})


def check_intent_version(case: Case) -> Iterator[Outcome]:
    """The intent's profile is of an ICC version that the standard's PDF knows."""
    aim, standard = case.profile.aim, case.printer.standard
    wanted, latest = ("GTS_PDFX", ICC[standard]) if aim is Aim.PRINT else ("GTS_PDFA1", 4)
    for intent in case.facts.intents:
        profile = intent.profile
        if intent.subtype != wanted or profile is None or not profile.sound:
            continue
        if int(profile.version.partition(".")[0]) > latest:
            values: Values = {"found": profile.version, "wanted": latest}
            yield Hit(kind="intent", name=intent.identifier, values=values)


ICC = {Standard.X4: 4, Standard.X1A: 2}
"""The major version of ICC profiles that came with each standard's PDF (1.6 and 1.4)."""


def check_intent_identifier(case: Case) -> Iterator[Outcome]:
    """The intent names its condition; one without a registry says what it is in Info."""
    for intent in _print_intents(case):
        if not intent.identifier or not (intent.registry or intent.info):
            yield Hit(kind="intent", name=intent.identifier, values={"found": intent.identifier or UNSAID})


def check_condition(case: Case) -> Iterator[Outcome]:
    """The condition is the one this printer prints by."""
    for intent in _print_intents(case):
        if intent.identifier and intent.identifier != case.printer.condition:
            values = {"found": excerpt(intent.identifier), "wanted": case.printer.condition}
            yield Hit(kind="intent", values=values)


def check_shared_profile(case: Case) -> Iterator[Outcome]:
    """Several intents share one profile object."""
    streams = {intent.stream for intent in case.facts.intents if intent.profile is not None}
    if len(streams) > 1:
        yield Hit(kind="intent", values={"count": Count(len(streams))})


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("metadata-claim", ERROR, FILE, (PDF_X,), check_claim),
    JudgeRule("metadata-trapped", ERROR, FILE, (PDF_X, PDF.at("14.11.6")), check_trapped),
    JudgeRule("metadata-title", ERROR, FILE, (PDF_X, PDF.at("14.3.3")), check_title),
    JudgeRule("metadata-dates", ERROR, FILE, (PDF_X, PDF.at("7.9.4", "14.3.3")), check_dates),
    JudgeRule(
        "metadata-xmp", ERROR, FILE, (PDF_X4, PDF.at("14.3.2")), check_xmp, (Aim.PRINT,), (Standard.X4,)
    ),
    JudgeRule("metadata-identity", ERROR, FILE, (PDF_X4,), check_identity, standards=(Standard.X4,)),
    JudgeRule("metadata-disagree", ERROR, FILE, (PDF_X, PDF_A.at("6.6.3")), check_agreement, BOTH),
    JudgeRule("intent-count", ERROR, FILE, (PDF_X, PDF.at("14.11.5")), check_intent),
    JudgeRule("intent-profile", ERROR, FILE, (PDF_X, PDF.at("14.11.5")), check_intent_profile),
    JudgeRule("intent-identifier", ERROR, FILE, (PDF_X, PDF.at("14.11.5")), check_intent_identifier),
    JudgeRule(
        "intent-version",
        ERROR,
        FILE,
        (PDF_X, PDF_A.at("6.2.3"), PDF.at("8.6.5.5")),
        check_intent_version,
        BOTH,
    ),
    JudgeRule("intent-condition", ERROR, FILE, (PRINTER.at("condition"),), check_condition),
    JudgeRule(
        "intent-shared", ERROR, FILE, (PDF_A.at("6.2.3"), PDF.at("14.11.5")), check_shared_profile, BOTH
    ),
)
