"""Takes a content folder and the names of editions, gives finished PDFs; alone in chaining the stages."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from layout.compose.compose import compose
from layout.compose.cover import compose_back, compose_front
from layout.compose.desk import Desk, Picture
from layout.images.checks import inspect_pictures, load_picture
from layout.lang.hyphenation import Hyphenator
from layout.lang.microtype import Change
from layout.lang.whole import microtype_brochure
from layout.model.brochure import Brochure, Cover
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.edition import EDITIONS, Edition
from layout.model.layout import ImageItem, Layout, LayoutPage
from layout.model.printer import PrinterProfile
from layout.model.theme import Theme
from layout.resources.places import icc_folder, sample_folder
from layout.source.content import read_content
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter

if TYPE_CHECKING:
    from layout.draw.document import DocumentInfo, Drawn
    from layout.images.pixels import Pixels
    from layout.output.covers import CoverPage

Watch = Callable[[str], AbstractContextManager[None]]
"""Called with a stage's name; what it gives is held open while the stage runs."""

SLUG_LETTERS = 60


def _untold(_: Change) -> None:
    return


def _unwatched(_: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Composed:
    """A brochure on its pages, before any product is drawn."""

    brochure: Brochure
    theme: Theme
    body: Layout
    covers: tuple[Layout | None, Layout | None]
    """Generated front and back cover."""
    faces: Faces
    diagnostics: tuple[Diagnostic, ...]


def compose_folder(
    folder: Path, watch: Watch = _unwatched, tell: Callable[[Change], None] = _untold
) -> Composed:
    """The pages of the content in `folder`; raises Rejected with all mistakes at once.

    `tell` gets each change of microtypography.
    """
    with watch("read"):
        content = read_content(folder)
        problems = list(content.warnings) + list(inspect_pictures(content.brochure, content.theme.colours))
        _stop_on_errors(problems)
    with watch("microtype"):
        brochure = microtype_brochure(content.brochure, tell)
    with watch("compose"):
        faces = Faces(content.fonts)
        typesetter = Typesetter(faces, content.theme, _hyphenators(brochure), problems.append)
        desk = Desk(typesetter, content.theme, brochure.languages, _loader(brochure, content.theme))
        composition = compose(brochure, desk, first=1 + (brochure.covers.front is not None))
        problems.extend(composition.problems)
        body = _pad(brochure, composition.layout, problems)
        covers = _generated_covers(brochure, body, desk)
    _stop_on_errors(problems)
    return Composed(brochure, content.theme, body, covers, faces, tuple(problems))


def check_folder(folder: Path, tell: Callable[[Change], None] = _untold) -> Composed:
    """The pages of `folder` with every product's covers tried, and nothing written."""
    composed = compose_folder(folder, tell=tell)
    problems: list[Diagnostic] = []
    _read_covers(composed, None, problems)
    if problems:
        raise Rejected([*composed.diagnostics, *problems])
    return composed


def copy_sample(folder: Path) -> None:
    """Copies the sample's content to `folder`, which must not exist or be empty."""
    import shutil

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Rejected([Diagnostic("folder-in-use", Span(str(folder)))])
    shutil.copytree(sample_folder(), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))


def build_edition(
    composed: Composed,
    edition: Edition,
    watch: Watch = _unwatched,
    printer: PrinterProfile | None = None,
    report: Callable[[Diagnostic], None] = lambda problem: None,
    convert_covers: bool = False,
) -> bytes:
    """The finished PDF of one edition; one for a press is made for `printer`, or for any that has no wishes.

    With `convert_covers` a designer's cover in RGB is put into its inks where that is safe. Raises Rejected
    where it cannot be made; what else there is to say goes to `report`.
    """
    from layout.draw.document import DocumentInfo, draw_document
    from layout.draw.pare import pare_drawings

    brochure = composed.brochure
    printer = _printer(edition, printer, brochure)
    if printer is not None:
        _check_demands(composed, printer, report)
    title = " / ".join(dict.fromkeys(brochure.title.sides)).replace("\u00a0", " ")
    info = DocumentInfo(title, brochure.publisher.left, brochure.languages[0], brochure.date)
    paths = composed.faces.paths()

    def draw(layout: Layout) -> Drawn:
        with watch("convert"):
            pictures = _convert_pictures(brochure, layout, edition, printer)
        with watch("draw"):
            drawn = pare_drawings(layout) if edition.tagged else layout
            return draw_document(drawn, edition, info, paths, pictures, printer)

    body = draw(composed.body)
    if edition.tagged:
        with watch("tags"):
            pdf = _finish_mail(composed, body, draw)
        if any(cover is not None and cover.file for cover in (brochure.covers.front, brochure.covers.back)):
            from layout.preflight.products import judge_mail

            with watch("preflight"):
                _tell(judge_mail(pdf, output_name(brochure, edition)), report)
        return pdf
    pdf = body.pdf
    if brochure.covers.front is not None or brochure.covers.back is not None:
        with watch("covers"):
            pdf = _merge(composed, pdf, draw, printer, report, convert_covers)
    if printer is None:
        return pdf
    from layout.preflight.products import judge_print

    with watch("press"):
        pdf = _finish_press(composed, edition, printer, info, pdf)
    with watch("preflight"):
        _tell(judge_print(pdf, output_name(brochure, edition), printer), report)
    return pdf


def build_within(composed: Composed, edition: Edition, limit: int, watch: Watch = _unwatched) -> bytes:
    """The finished PDF in at most `limit` bytes, its pictures lowered as far as needed; raises Rejected."""
    from layout.output.access.sizes import fit

    return fit(lambda step: build_edition(composed, step, watch), edition, limit, composed.brochure.where)


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step: a failure at any point leaves what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def output_name(brochure: Brochure, edition: Edition) -> str:
    """`<slug>-<edition>.pdf`, the slug made of the first language's title in plain ASCII."""
    plain = brochure.title.left.replace("ł", "l").replace("Ł", "L").replace("đ", "d")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    return f"{'-'.join(words)[:SLUG_LETTERS].strip('-') or 'brochure'}-{edition.name}.pdf"


def editions(names: Iterable[str]) -> tuple[Edition, ...]:
    """The editions named, or every one there is."""
    return tuple(EDITIONS[name] for name in dict.fromkeys(names)) or tuple(EDITIONS.values())


def _stop_on_errors(problems: list[Diagnostic]) -> None:
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Rejected(problems)


def _tell(problems: list[Diagnostic], report: Callable[[Diagnostic], None]) -> None:
    """Stops on errors; what there is else goes to `report`."""
    _stop_on_errors(problems)
    for problem in problems:
        report(problem)


def _hyphenators(brochure: Brochure) -> dict[str, Hyphenator]:
    exceptions = brochure.typography.exceptions or {}
    off = brochure.typography.off
    return {
        language: Hyphenator(language, exceptions.get(language, ()), off) for language in brochure.languages
    }


def _loader(brochure: Brochure, theme: Theme) -> Callable[[str], Picture]:
    return lambda file: load_picture(str(Path(brochure.folder) / file), Span(file), theme.colours)


def _pad(brochure: Brochure, body: Layout, problems: list[Diagnostic]) -> Layout:
    """The body with blank pages at its end, so that all pages with the covers come to the wanted multiple."""
    covers = sum(cover is not None for cover in (brochure.covers.front, brochure.covers.back))
    missing = -(len(body.pages) + covers) % max(1, brochure.page_multiple)
    if not missing:
        return body
    last = body.pages[-1].number if body.pages else covers
    blanks = tuple(LayoutPage(last + order, ()) for order in range(1, missing + 1))
    values = {"blanks": str(missing), "multiple": str(brochure.page_multiple)}
    problems.append(Diagnostic("blank-pages", brochure.where, values, Severity.NOTE))
    return replace(body, pages=body.pages + blanks)


def _generated_covers(brochure: Brochure, body: Layout, desk: Desk) -> tuple[Layout | None, Layout | None]:
    front, back = brochure.covers.front, brochure.covers.back
    last = len(body.pages) + 1 + (front is not None)
    return (
        compose_front(brochure, desk) if front is not None and front.file is None else None,
        compose_back(last, desk) if back is not None and back.file is None else None,
    )


def _convert_pictures(
    brochure: Brochure, layout: Layout, edition: Edition, printer: PrinterProfile | None
) -> dict[ImageItem, Pixels]:
    """Pixels for each placed picture of `layout`, only the part that is seen."""
    found: dict[ImageItem, Pixels] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, ImageItem) and item not in found:
                found[item] = _convert(brochure, item, edition, printer)
    return found


def _convert(brochure: Brochure, item: ImageItem, edition: Edition, printer: PrinterProfile | None) -> Pixels:
    from layout.images.pixels import Target
    from layout.images.raster import convert

    seen, box = item.clip or item.box, item.box
    crop = (
        max(0.0, (seen.x - box.x) / box.width),
        max(0.0, (seen.y - box.y) / box.height),
        min(1.0, (seen.x + seen.width - box.x) / box.width),
        min(1.0, (seen.y + seen.height - box.y) / box.height),
    )
    target = Target(edition.space, seen.width, seen.height, edition.ppi, crop, quality=edition.quality)
    if printer is not None:
        inks, intent = _profiles(printer)
        target = replace(target, ppi=printer.ppi, inks=inks, intent=intent, ink_limit=printer.ink_limit)
    return convert(str(Path(brochure.folder) / item.file), target)


def _printer(edition: Edition, printer: PrinterProfile | None, brochure: Brochure) -> PrinterProfile | None:
    """Who an edition is made for, nobody a screen's; without a name the brochure's page multiple holds."""
    if not edition.bleed:
        return None
    printer = printer or PrinterProfile(page_multiple=max(1, brochure.page_multiple))
    return printer if edition.standard is None else replace(printer, standard=edition.standard)


def _profiles(printer: PrinterProfile) -> tuple[str, str]:
    """The ICC files that a printer's inks are mixed with, and of the condition that is declared."""
    return str(icc_folder() / printer.separation_icc), str(icc_folder() / printer.icc)


def _check_demands(composed: Composed, printer: PrinterProfile, report: Callable[[Diagnostic], None]) -> None:
    from layout.output.press.demands import check_demands

    problems = list(check_demands(composed.theme, printer, composed.brochure.where))
    _tell(problems, report)


def _finish_mail(composed: Composed, body: Drawn, draw: Callable[[Layout], Drawn]) -> bytes:
    from layout.output.access.finish import finish_mail

    problems: list[Diagnostic] = []
    covers = _read_covers(composed, draw, problems)
    _stop_on_errors(problems)
    return finish_mail(composed.brochure, composed.body, body.pdf, body.leaves, *covers)


def _finish_press(
    composed: Composed, edition: Edition, printer: PrinterProfile, info: DocumentInfo, pdf: bytes
) -> bytes:
    from layout.draw.document import draw_document
    from layout.draw.marks import mark_pages
    from layout.output.press.finish import finish_press
    from layout.output.press.statement import Statement

    profile = (icc_folder() / printer.icc).read_bytes()
    statement = Statement(info.title, info.author, info.created, printer.standard, printer.condition, profile)
    if not printer.marks:
        return finish_press(pdf, None, statement)
    covers = composed.brochure.covers
    count = len(composed.body.pages) + sum(side is not None for side in (covers.front, covers.back))
    slugs = [(info.title, f"{info.created} · {number}/{count}") for number in range(1, count + 1)]
    face = composed.faces.face(composed.theme.styles["folio"].family, "regular", False)
    marks = mark_pages(composed.body, printer, slugs, face)
    drawn = draw_document(marks, edition, info, composed.faces.paths(), {}, printer)
    return finish_press(pdf, drawn.pdf, statement)


def _merge(
    composed: Composed,
    body: bytes,
    draw: Callable[[Layout], Drawn],
    printer: PrinterProfile | None,
    report: Callable[[Diagnostic], None],
    convert_covers: bool,
) -> bytes:
    from layout.output.covers import merge_covers

    problems: list[Diagnostic] = []
    front, back = _read_covers(composed, draw, problems, printer, convert_covers)
    _tell(problems, report)
    return merge_covers(body, front, back)


def _read_covers(
    composed: Composed,
    draw: Callable[[Layout], Drawn] | None,
    problems: list[Diagnostic],
    printer: PrinterProfile | None = None,
    convert_covers: bool = False,
) -> tuple[CoverPage | None, CoverPage | None]:
    """Both covers as pages to merge; what is wrong with a designer's file goes to `problems`.

    Without `draw` generated covers are passed over.
    """
    from layout.output.access.wording import describe_cover
    from layout.output.covers import read_cover

    page = composed.theme.page
    trim, bleed = (page.width, page.height), page.bleed if printer is None else printer.bleed
    covers = composed.brochure.covers
    ready: list[CoverPage | None] = []
    for cover, layout in zip((covers.front, covers.back), composed.covers, strict=True):
        ready.append(None)
        if cover is None or (layout is not None and draw is None):
            continue
        source = _cover_file(composed.brochure, cover) if layout is None or draw is None else draw(layout).pdf
        try:
            words = describe_cover(composed.brochure, cover)
            found = read_cover(source, cover.page, trim, bleed, cover.where, words)
            if printer is not None and isinstance(source, Path):
                found, faults = _press_cover(source, found, printer, cover.where, convert_covers)
                problems.extend(faults)
            ready[-1] = found
        except Rejected as rejected:
            problems.extend(rejected.diagnostics)
    return ready[0], ready[1]


def _press_cover(
    source: Path, page: CoverPage, printer: PrinterProfile, where: Span, convert: bool
) -> tuple[CoverPage, list[Diagnostic]]:
    """A designer's cover, converted if asked for, and what a printer would send it back for."""
    from layout.output.press.cover import check_cover
    from layout.preflight.products import judge_cover

    notes: list[Diagnostic] = []
    if convert:
        from layout.output.press.conversion import convert_cover

        page, changed = convert_cover(page, *_profiles(printer))
        if changed:
            values = {"file": source.name, "count": str(changed)}
            notes.append(Diagnostic("press-cover-converted", where, values, Severity.WARNING))
    faults = (*check_cover(source, page, printer, where), *judge_cover(page.pdf, source.name, printer))
    return page, [*notes, *faults]


def _cover_file(brochure: Brochure, cover: Cover) -> Path:
    return Path(brochure.folder) / str(cover.file)
