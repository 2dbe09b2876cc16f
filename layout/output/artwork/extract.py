"""Takes a PDF's page that is a picture, gives it alone in a file, clean, a point wide; converts no colour."""

from __future__ import annotations

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from layout.model.content.looks import PageChoice
from layout.model.geometry import Rect
from layout.model.products.imposition import PageBox
from layout.model.records import Struct
from layout.model.values import Listed
from layout.output.covers.checks import Unfit, find_activity
from layout.output.covers.content import MOST_CONTENT, clean_content
from layout.output.pdf.copying import Copier
from layout.output.pdf.forms import FormMaker
from layout.output.pdf.objects import (
    add_operators,
    make_array,
    make_dictionary,
    make_stream,
    page_tree,
    set_pages,
    write_file,
)
from layout.output.pdf.operators import concatenate
from layout.output.pdf.store import add_object, list_objects, set_information
from layout.pdfreading.artwork import UnfitArtwork, find_artwork
from layout.pdfreading.boxes import placing_matrix
from layout.pdfreading.opening import OpenedPdf, Unreadable

ARTWORK = "/Artwork"
"""The name by which the page of the file draws the picture, a form of a point each way."""

_SEEN = {"cover-layers": "artwork-layers", "cover-annotations": "artwork-annotations"}
"""What acts in a cover and changes how a picture looks; the rest is left out of it unseen."""
_NEEDLESS = ("/Metadata", "/Interpolate", "/OPI", "/Alternates", "/OC", "/Thumb", "/Intent")
"""Entries of forms and images that show nothing, and that no standard allows or that had to be true."""
BOXES = ("/MediaBox", "/BleedBox", "/TrimBox")
"""What is said of the page's size."""


class Artwork(Struct, frozen=True):
    """A PDF of one page, `size` points, that draws one form, which fills it."""

    pdf: bytes
    size: tuple[float, float]


def extract_artwork(data: bytes, choice: PageChoice) -> tuple[Artwork, list[UnfitArtwork]]:
    """The chosen page of a PDF, turned upright and cut to its box, and what would not look as meant.

    Takes bounded time and memory. Raises `UnfitArtwork` where it cannot be placed.
    """
    pdf, page, box = find_artwork(data, choice)
    try:
        return _extract(pdf, page, box, choice)
    except Unreadable as error:
        raise UnfitArtwork(f"artwork-{error.reason}") from None
    except Unfit as error:
        raise UnfitArtwork(error.code.replace("cover-", "artwork-", 1), **error.values) from None


def show_artwork(width: float, height: float) -> str:
    """The operators of a page of this size that the picture fills."""
    return f"q\n{concatenate((width, 0, 0, height, 0, 0))}\n{ARTWORK} Do\nQ"


def _extract(
    pdf: OpenedPdf, page: DictionaryObject, box: PageBox, choice: PageChoice
) -> tuple[Artwork, list[UnfitArtwork]]:
    writer = PdfWriter()
    set_information(writer, DictionaryObject())
    copier = Copier(writer)
    maker = FormMaker(copier, MOST_CONTENT)
    form = maker.wrap(page, box.trim)
    if copier.broken or maker.broken:
        raise Unreadable("broken")
    cleaned = clean_content(writer, form)
    for held in list_objects(writer):
        if isinstance(held, StreamObject):
            for key in _NEEDLESS:
                held.pop(key, None)
    faults = [
        UnfitArtwork(_SEEN[fault.code], **fault.values)
        for fault in find_activity(pdf, page)
        if fault.code in _SEEN
    ]
    if cleaned.fonts:
        faults.append(UnfitArtwork("artwork-fonts", fonts=Listed(tuple(cleaned.fonts))))
    if not cleaned.drawn:
        faults.append(UnfitArtwork("artwork-empty", page=choice.page))
    width, height = box.size
    a, b, c, d, e, f = placing_matrix(box, 1.0, Rect(0, 0, 0, 0))
    unit = (a / width, b / height, c / width, d / height, e / width, f / height)
    outer = make_stream(
        f"q\n{concatenate(unit)}\n/Page Do\nQ".encode(),
        {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Form"),
            "/BBox": make_array((0, 0, 1, 1)),
            "/Resources": make_dictionary({"/XObject": make_dictionary({"/Page": form})}),
        },
    )
    parent, _ = page_tree(writer)
    leaf = make_dictionary(
        {
            "/Type": NameObject("/Page"),
            "/Parent": parent,
            "/Rotate": NumberObject(0),
            "/Resources": make_dictionary(
                {"/XObject": make_dictionary({ARTWORK: add_object(writer, outer)})}
            ),
            "/Contents": add_operators(writer, show_artwork(width, height)),
        }
    )
    for key in BOXES:
        leaf[NameObject(key)] = ArrayObject(make_array((0, 0, width, height)))
    set_pages(writer, [add_object(writer, leaf)])
    writer.pdf_header = "%PDF-1.7"
    return Artwork(write_file(writer), (width, height)), faults
