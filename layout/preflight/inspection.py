"""Takes the bytes of any PDF, gives all facts about it or a refusal with its reason; never judges them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.model.geometry import Matrix, Rect, transform_box
from layout.model.products.publicity import Likeness
from layout.model.records import replace
from layout.model.values import Count, Named, Quantity, SystemReason, Value
from layout.pdfreading.bounded import TooLongError, read_bounded
from layout.preflight.facts import Boxes, FontFacts, Inspection, PageFacts
from layout.preflight.gathering.annotations import note_annotations
from layout.preflight.gathering.frame import read_frame
from layout.preflight.gathering.metadata import read_intents, read_metadata
from layout.preflight.gathering.recall import Recall, Walked, digest_pages
from layout.preflight.gathering.rendering import render_separations
from layout.preflight.gathering.structure import read_structure
from layout.preflight.gathering.survey import count_bookmarks, read_annotations, survey
from layout.preflight.graphics.emblem_sight import PublicityFacts
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.boxes import read_box
from layout.preflight.reading.limits import Budget, Limits, OutOfTime, OverLimitError, alarm
from layout.preflight.reading.wholeness import is_cut
from layout.preflight.text.descriptors import cap_height, is_italic, stem
from layout.preflight.text.soundness import note_font
from layout.preflight.walk.collector import Collector
from layout.preflight.walk.forms import note_group
from layout.preflight.walk.path_operators import PAINTING
from layout.preflight.walk.state_operators import SETTING
from layout.preflight.walk.text_operators import SHOWING
from layout.preflight.walk.walker import Library, Operator, Scope, Walker, start_state

OPERATORS: Mapping[bytes, Operator] = {**SETTING, **PAINTING, **SHOWING}

DEFAULT_MEDIA = Rect(0.0, 0.0, 612.0, 792.0)
"""What readers take where the required MediaBox is missing."""


def inspect_file(
    source: Path | bytes,
    limits: Limits | None = None,
    render: bool = True,
    logos: tuple[Likeness, ...] | None = None,
    recall: Recall | None = None,
) -> Inspection:
    """All facts about a PDF, given as a path or as bytes.

    With `render` the separations are made by Ghostscript where it is present. With `logos`, which may be
    none, emblems and logos are looked for, and those that are like one of them. What `recall` knows of pages
    that are just the same is not looked for again. Raises Rejected for a file that is no PDF, is broken
    beyond reading, is locked with a password, or needs more than `limits` allow.
    """
    allowed = limits or Limits()
    name = str(source) if isinstance(source, Path) else ""
    data = _read_bytes(source, allowed, name)
    try:
        with alarm(allowed.seconds), pdf.overheard() as heard:
            facts = _inspect(data, name, allowed, heard, (logos, recall or Recall()))
    except OverLimitError as over:
        raise _over(over.limit, _bound(over.limit, allowed), name) from over
    except OutOfTime:
        raise _over("seconds", Quantity(allowed.seconds), name) from None
    except RecursionError:
        raise _over("depth", Count(allowed.depth), name) from None
    except MemoryError:
        raise _over("memory", "–", name) from None
    return replace(facts, rendering=render_separations(data, facts.pages, allowed)) if render else facts


def _over(limit: str, most: Value, name: str) -> Rejected:
    return _reject("pdf-over-limit", name, limit=Named("limit", limit), most=most)


def _bound(limit: str, limits: Limits) -> Value:
    bound = getattr(limits, limit)
    return Count(bound) if isinstance(bound, int) else Quantity(bound)


def _reject(code: str, name: str, **values: Value) -> Rejected:
    return Rejected.one(code, Span(name or "PDF"), file=Path(name).name or "PDF", **values)


def _read_bytes(source: Path | bytes, limits: Limits, name: str) -> bytes:
    try:
        data = read_bounded(source, limits.file_bytes) if isinstance(source, Path) else source
        if len(data) > limits.file_bytes:
            raise TooLongError(limits.file_bytes)
        return data
    except TooLongError as error:
        raise _over("file_bytes", Count(error.most), name) from None
    except OSError as trouble:
        raise _reject("pdf-not-found", name, reason=SystemReason.of(trouble)) from trouble


def _inspect(
    data: bytes,
    name: str,
    limits: Limits,
    heard: list[str],
    wanted: tuple[tuple[Likeness, ...] | None, Recall],
) -> Inspection:
    logos, recall = wanted
    document = _open(data, name, heard)
    budget = Budget(limits)
    metadata = read_metadata(document, budget)
    sightings = (*read_frame(data), *survey(document, budget))
    walked = _walk(document, budget, recall.sketching or logos is not None, recall)
    pages = walked.pages
    if not pages:
        raise _reject("pdf-no-pages", name)
    catalog = document.catalog
    language = pdf.text(pdf.entry(catalog, "Lang"))
    preferences = pdf.dictionary(pdf.raw(catalog, "ViewerPreferences"))
    mark_info = pdf.dictionary(pdf.raw(catalog, "MarkInfo"))
    return Inspection(
        name=name,
        size=len(data),
        header=document.header,
        header_at=document.header_at,
        version=_version(document),
        streamed=document.streamed,
        encrypted="/Encrypt" in document.trailer,
        identified=len([part for part in pdf.array(pdf.entry(document.trailer, "ID")) if pdf.octets(part)])
        == 2,
        complaints=tuple(heard),
        metadata=metadata,
        intents=read_intents(document, budget),
        language=language,
        marked=pdf.truth(pdf.entry(mark_info, "Marked")) and not pdf.truth(pdf.entry(mark_info, "Suspects")),
        display_title=pdf.truth(pdf.entry(preferences, "DisplayDocTitle")),
        bookmarks=count_bookmarks(document),
        pages=pages,
        fonts=walked.fonts,
        sightings=sightings,
        structure=read_structure(document, walked.numbers, language, budget),
        publicity=None if logos is None else _look_for_marks(data, walked, logos, limits),
    )


def _walk(document: pdf.Document, budget: Budget, sketching: bool, recall: Recall) -> Walked:
    """The pages walked, or as they were found in another file that has the very same ones."""
    key = (digest_pages(document.catalog, budget.limits), sketching) if recall.keeping else None
    known = recall.walks.get(key) if key else None
    if known is None:
        library = Library(budget=budget, sketching=sketching)
        pages, numbers = _read_pages(document, library)
        known = Walked(pages=pages, numbers=numbers, fonts=_fonts(library))
        if key and key[0]:
            recall.keep(key, known)
    return known


def _look_for_marks(
    data: bytes, walked: Walked, logos: tuple[Likeness, ...], limits: Limits
) -> PublicityFacts:
    # Loaded where publicity is judged: it renders pages.
    from layout.preflight.publicity.looking import look_for_marks

    if logos not in walked.marks:
        walked.marks[logos] = look_for_marks(data, walked.pages, logos, limits)
    return walked.marks[logos]


def _open(data: bytes, name: str, heard: list[str]) -> pdf.Document:
    header, at = pdf.find_header(data)
    if at < 0:
        raise _reject("pdf-no-header", name)
    try:
        reader = pdf.open_reader(data)
        if reader.is_encrypted:
            _unlock(reader, name)
        if not pdf.dictionary(reader.root_object):
            raise _reject("pdf-unreadable", name, reason=Named("reason", "Root"))
    except (RecursionError, MemoryError):
        raise
    except pdf.BROKEN as trouble:
        reason = str(trouble)[:120] or type(trouble).__name__
        raise _reject("pdf-unreadable", name, reason=Named("reason", reason)) from trouble
    return pdf.Document(
        reader=reader,
        header=header,
        header_at=at,
        size=len(data),
        complaints=heard,
        streamed=pdf.is_streamed(data),
    )


def _unlock(reader: pdf.Reader, name: str) -> None:
    try:
        opened = reader.decrypt("")
    except pdf.BROKEN as trouble:
        raise _reject("pdf-encrypted-shut", name) from trouble
    if not opened:
        raise _reject("pdf-encrypted-shut", name)


def _version(document: pdf.Document) -> str:
    own = pdf.name(pdf.entry(document.catalog, "Version"))
    return max(document.header, own if own.replace(".", "").isdigit() else "", key=_version_key)


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _fonts(library: Library) -> tuple[FontFacts, ...]:
    return tuple(
        FontFacts(
            name=font.name,
            subtype=font.subtype,
            number=font.number,
            embedded=font.embedded,
            readable=font.program is not None or font.subtype == "Type3",
            mapped=font.mapped,
            page=library.shown.get(address, 0),
            italic=is_italic(font),
            cap_height=cap_height(font),
            stem=stem(font),
            remarks=tuple(note_font(font, library.budget)),
        )
        for address, font in library.selected.items()
    )


def _read_pages(document: pdf.Document, library: Library) -> tuple[tuple[PageFacts, ...], dict[int, int]]:
    limits = library.budget.limits
    pages: list[PageFacts] = []
    numbers: dict[int, int] = {}
    left = limits.records
    for node, inherited in pdf.walk_pages(document.catalog, limits):
        if len(pages) >= limits.pages:
            raise OverLimitError("pages")
        numbers.setdefault(pdf.object_number(node), len(pages) + 1)
        page, left = _read_page(node, inherited, len(pages) + 1, library, left)
        pages.append(page)
    return tuple(pages), numbers


_OF_PAGES = {"AA": "action", "PresSteps": "presentation"}
"""Keys of a page that a rule objects to, with the sighting each makes."""


def _read_page(
    node: pdf.Dictionary, inherited: pdf.Dictionary, number: int, library: Library, left: int
) -> tuple[PageFacts, int]:
    unit = pdf.number(pdf.entry(node, "UserUnit"), 1.0) or 1.0
    matrix: Matrix = (unit, 0.0, 0.0, unit, 0.0, 0.0)
    boxes = _read_boxes(node, inherited, matrix)
    media = boxes.media or transform_box(matrix, DEFAULT_MEDIA)
    collector = Collector(finished=boxes.finished or media, left=left, sketching=library.sketching)
    walker = Walker(
        library=library,
        collector=collector,
        operators=OPERATORS,
        page=number,
        state=start_state(matrix, media),
        scope=Scope(resources=pdf.dictionary(pdf.raw(inherited, "Resources")), base=matrix),
    )
    note_group(walker, pdf.raw(node, "Group"), page=True)
    for key, what in _OF_PAGES.items():
        if f"/{key}" in node:
            collector.see(what, key, "page")
    note_annotations(node, collector, matrix)
    walker.run(_contents(node, walker))
    collector.end_line()
    page = PageFacts(
        number=number,
        boxes=boxes,
        rotate=pdf.integer(pdf.entry(inherited, "Rotate")) % 360,
        unit=unit,
        marks=collector.marks,
        texts=tuple(collector.texts),
        placements=tuple(collector.placements),
        spaces=tuple(collector.spaces.values()),
        sightings=tuple(collector.sightings.values()),
        annotations=read_annotations(node, matrix),
        tab_order=pdf.name(pdf.entry(node, "Tabs")),
        struct_parents=pdf.integer(pdf.entry(node, "StructParents"), -1),
        form_parents=collector.forms,
        mcids=frozenset(collector.mcids),
        sketch=tuple(collector.sketch),
    )
    return page, collector.left


def _read_boxes(node: pdf.Dictionary, inherited: pdf.Dictionary, matrix: Matrix) -> Boxes:
    found: dict[str, Rect | None] = {}
    for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        source = inherited if key in ("MediaBox", "CropBox") else node
        box = read_box(pdf.entry(source, key))
        found[key] = transform_box(matrix, box) if box else None
    return Boxes(*found.values())


def _contents(node: pdf.Dictionary, walker: Walker) -> bytes:
    """All content streams of a page as one (ISO 32000-1, 7.8.2), white space between them."""
    value = pdf.raw(node, "Contents")
    parts = pdf.array(value) or (value,)
    decoded = []
    size = 0
    for part in parts[:10_000]:
        stream = pdf.stream(part)
        data = pdf.decode(stream, walker.budget) if stream is not None else None
        if stream is not None and (data is None or is_cut(stream, walker.budget)):
            walker.collector.see("undecodable", "Contents", "page")
        decoded.append(data or b"")
        size += len(decoded[-1])
        if size > walker.budget.limits.stream_bytes:
            raise OverLimitError("stream_bytes")
    return b"\n".join(decoded)
