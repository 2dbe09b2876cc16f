"""Takes a cover page from any PDF, gives it normalised and merged into the body; never converts a colour."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.geometry import Rect
from layout.model.products.imposition import PageBox
from layout.model.records import Struct
from layout.model.units import mm
from layout.model.values import Count, Extent, Listed
from layout.output.covers.checks import MOST_BYTES, Unfit, find_activity
from layout.output.covers.content import MOST_CONTENT, Cleaned, clean_content
from layout.output.covers.tags import Spoken, tag_cover
from layout.output.pdf.copying import Copier
from layout.output.pdf.forms import FormMaker
from layout.output.pdf.identity import derive_identifier
from layout.output.pdf.objects import (
    add_operators,
    make_array,
    make_dictionary,
    page_tree,
    set_pages,
    write_file,
)
from layout.output.pdf.operators import clip, concatenate
from layout.output.pdf.store import add_object, set_identifier, set_information
from layout.pdfreading.bounded import TooLongError, read_bounded
from layout.pdfreading.boxes import is_turned_oddly, placing_matrix, read_box, read_page_box
from layout.pdfreading.opening import OpenedPdf, Unreadable, look_up, open_pdf

TOLERANCE = mm(0.5)
"""How far a cover's size may be off: less than a guillotine is."""

COVER = "/Cover"

PAGE_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")


class CoverPage(Struct, frozen=True):
    """One cover: a PDF of a single page at (0, 0) that measures trim and bleed, without annotations.

    `trim` is width and height, `bleed` what surrounds it, both in points; `bled` tells whether the source
    had all of that bleed (without, it is white). `alternative` is read aloud in place of the picture.
    """

    pdf: bytes
    trim: tuple[float, float]
    bleed: float
    bled: bool
    alternative: Spoken = ()


def examine_cover(
    source: Path | bytes,
    page_number: int,
    trim: tuple[float, float],
    bleed: float,
    where: Span,
    alternative: Spoken = (),
) -> tuple[CoverPage, tuple[Diagnostic, ...]]:
    """Page `page_number` (from 1) of a PDF as a cover of `trim` (points) with `bleed`, and its faults.

    A page may measure the trim, or the trim with its bleed; turned pages, crop boxes and other origins
    are put right, and a page of another size keeps it, so that it can be judged further. Takes bounded time
    and memory. Raises `Rejected` where there is no page to look at.
    """
    name = source.name if isinstance(source, Path) else where.file
    try:
        pdf = open_pdf(_read(source))
        page = _find_page(pdf, page_number)
        box, faults = _measure(page, trim, bleed)
        faults += find_activity(pdf, page)
        size = box.size if any(fault.code == "cover-size" for fault in faults) else trim
        writer, cleaned = _extract(pdf, page, box, size, bleed)
    except Unreadable as error:
        raise Rejected.one(f"cover-{error.reason}", where, file=name) from error
    except Unfit as error:
        raise Rejected.one(error.code, where, file=name, **error.values) from error
    faults += _list_lacking(cleaned, page_number)
    told = (Diagnostic(fault.code, where, {"file": name, **fault.values}, fault.severity) for fault in faults)
    return CoverPage(write_file(writer), size, bleed, _is_bled(box, bleed), alternative), tuple(told)


def merge_covers(body: bytes, front: CoverPage | None, back: CoverPage | None) -> bytes:
    """The body with the covers as its first and last page.

    The body is cloned whole: structure, outline, destinations, metadata, intents and version stay. Covers
    take over the boxes of the body's pages and, where these hide the bleed, are cut to them. In a tagged
    body each cover becomes a figure in each language of its alternative text, or an artifact without one.
    """
    reader = PdfReader(BytesIO(body))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    _, tree = page_tree(writer)
    model = writer.pages[0]
    kids = tree["/Kids"]
    assert isinstance(kids, ArrayObject)
    before = after = ArrayObject()
    if front is not None:
        before = ArrayObject([_add_cover(writer, front, model, first=True)])
        _shift_labels(writer)
    if back is not None:
        after = ArrayObject([_add_cover(writer, back, model, first=False)])
    set_pages(writer, [*before, *kids, *after])
    covers = [cover.pdf for cover in (front, back) if cover is not None]
    set_identifier(writer, derive_identifier(body, *covers))
    return write_file(writer)


def _read(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return read_bounded(source, MOST_BYTES)
    except TooLongError:
        raise Unreadable("too-big") from None
    except OSError as error:
        raise Unreadable("no-file") from error


def _find_page(pdf: OpenedPdf, number: int) -> DictionaryObject:
    if not 1 <= number <= len(pdf.pages):
        raise Unfit("cover-page-missing", page=number, pages=Count(len(pdf.pages)))
    return pdf.pages[number - 1]


def _list_lacking(cleaned: Cleaned, number: int) -> list[Unfit]:
    faults = [Unfit("cover-fonts", fonts=Listed(tuple(cleaned.fonts)))] if cleaned.fonts else []
    return faults if cleaned.drawn else [*faults, Unfit("cover-empty", page=number)]


def _measure(page: DictionaryObject, trim: tuple[float, float], bleed: float) -> tuple[PageBox, list[Unfit]]:
    """The page with its trim where the cover's is; a page of trim and bleed is cut inwards to its trim."""
    box = read_page_box(_uncrop(page))
    if box is None:
        raise Unfit("cover-page-size")
    if is_turned_oddly(page):
        return box, [Unfit("cover-turned", turn=str(look_up(page, "/Rotate")))]
    if _matches(box.size, trim):
        return box, []
    if _matches(box.size, (trim[0] + 2 * bleed, trim[1] + 2 * bleed)):
        return PageBox(box.trim.grown(-bleed / box.unit), box.bleed, box.turn, box.unit), []
    wanted = {"wanted": Extent(*trim), "bled": Extent(trim[0] + 2 * bleed, trim[1] + 2 * bleed)}
    return box, [Unfit("cover-size", found=Extent(*box.size), **wanted)]


def _uncrop(page: DictionaryObject) -> DictionaryObject:
    """The page without its CropBox where it says its trim: presses cut by that, whatever viewers show."""
    if read_box(look_up(page, "/TrimBox")) is None:
        return page
    return DictionaryObject({key: value for key, value in page.items() if key != "/CropBox"})


def _extract(
    pdf: OpenedPdf, page: DictionaryObject, box: PageBox, trim: tuple[float, float], bleed: float
) -> tuple[PdfWriter, Cleaned]:
    """A new file of the page alone, and what its content lacks."""
    writer = PdfWriter()
    set_information(writer, DictionaryObject())
    copier = Copier(writer)
    seen = box.bleed.within(box.trim.grown((bleed + TOLERANCE) / box.unit))
    maker = FormMaker(copier, MOST_CONTENT)
    try:
        form = maker.wrap(page, seen)
    except Unreadable as error:
        raise Unfit("cover-too-complex") from error
    if copier.broken or maker.broken:
        raise Unreadable("broken")
    cleaned = clean_content(writer, form)
    width, height = box.size
    placed = Rect(0, 0, width, height).moved(bleed + (trim[0] - width) / 2, bleed + (trim[1] - height) / 2)
    media = Rect(0, 0, trim[0] + 2 * bleed, trim[1] + 2 * bleed)
    drawing = f"q\n{clip(media)}\n{concatenate(placing_matrix(box, 1.0, placed))}\n{COVER} Do\nQ"
    cover = _page(writer, form, drawing)
    for key, rect in (("/MediaBox", media), ("/BleedBox", media), ("/TrimBox", media.grown(-bleed))):
        cover[NameObject(key)] = make_array(rect)
    set_pages(writer, [add_object(writer, cover)])
    writer.pdf_header = "%PDF-1.7"
    return writer, cleaned


def _add_cover(writer: PdfWriter, cover: CoverPage, model: DictionaryObject, first: bool) -> IndirectObject:
    """The cover as a page with the boxes of `model`, in the file but not yet in the page tree."""
    source = open_pdf(cover.pdf).pages[0]
    content, resources = look_up(source, "/Contents"), look_up(source, "/Resources")
    assert isinstance(content, StreamObject) and isinstance(resources, DictionaryObject)
    forms = look_up(resources, "/XObject")
    assert isinstance(forms, DictionaryObject)
    form = Copier(writer).copy_once(forms.raw_get(COVER))
    trim = _model_box(model, "/TrimBox")
    dx, dy = trim.x0 - cover.bleed, trim.y0 - cover.bleed
    shown = _model_box(model, "/BleedBox" if "/BleedBox" in model else "/TrimBox")
    drawing = f"q\n{clip(shown)}\n{concatenate((1, 0, 0, 1, dx, dy))}\n{content.get_data().decode()}\nQ"
    page = _page(writer, form, drawing)
    for key in (*PAGE_BOXES, "/Tabs"):
        if key in model:
            page[NameObject(key)] = model[key]
    reference = add_object(writer, page)
    tag_cover(writer, reference, cover.alternative, Rect(0, 0, *cover.trim).moved(trim.x0, trim.y0), first)
    return reference


def _model_box(model: DictionaryObject, key: str) -> Rect:
    for name in (key, "/TrimBox", "/CropBox", "/MediaBox"):
        box = read_box(look_up(model, name))
        if box is not None:
            return box
    raise ValueError("the body's pages have no size")


def _page(writer: PdfWriter, form: IndirectObject, drawing: str) -> DictionaryObject:
    parent, _ = page_tree(writer)
    return make_dictionary(
        {
            "/Type": NameObject("/Page"),
            "/Parent": parent,
            "/Resources": make_dictionary({"/XObject": make_dictionary({COVER: form})}),
            "/Contents": add_operators(writer, drawing),
        }
    )


def _shift_labels(writer: PdfWriter) -> None:
    """Page labels count from the file's first page, which is now the cover (ISO 32000-1, 12.4.2)."""
    labels = look_up(writer.root_object, "/PageLabels")
    numbers = look_up(labels, "/Nums") if isinstance(labels, DictionaryObject) else None
    if not isinstance(labels, DictionaryObject) or not isinstance(numbers, ArrayObject):
        return
    shifted: Iterator[PdfObject] = (
        NumberObject(item + 1) if place % 2 == 0 else item for place, item in enumerate(numbers)
    )
    labels[NameObject("/Nums")] = ArrayObject([NumberObject(0), DictionaryObject(), *shifted])


def _matches(size: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(one - other) <= TOLERANCE for one, other in zip(size, wanted, strict=True))


def _is_bled(box: PageBox, bleed: float) -> bool:
    wanted = box.trim.grown((bleed - TOLERANCE) / box.unit)
    return wanted.within(box.bleed) == wanted
