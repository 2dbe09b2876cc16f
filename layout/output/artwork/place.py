"""Takes a drawn file and pages of documents, gives it with those in their places; draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from layout.draw.picture import FORM_KEY
from layout.output.artwork.extract import ARTWORK, BOXES, Artwork, show_artwork
from layout.output.pdf.copying import Copier
from layout.output.pdf.identity import derive_identifier
from layout.output.pdf.inks import explain_inks
from layout.output.pdf.objects import add_operators, as_dictionary, make_array, write_file
from layout.output.pdf.store import list_objects, put_object, set_identifier
from layout.pdfreading.opening import look_up, open_pdf


def place_artworks(drawn: bytes, artworks: Mapping[str, Artwork]) -> bytes:
    """`drawn` with the form of each of `artworks` where an empty form has its key; all else stays."""
    reader = PdfReader(BytesIO(drawn))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    places = [
        held for held in list_objects(writer) if isinstance(held, StreamObject) and f"/{FORM_KEY}" in held
    ]
    for place in places:
        reference = place.indirect_reference
        assert reference is not None
        put_object(writer, reference, _form(writer, artworks[str(place[f"/{FORM_KEY}"])]))
    set_identifier(writer, derive_identifier(drawn, *(artwork.pdf for artwork in artworks.values())))
    return write_file(writer)


def _form(writer: PdfWriter, artwork: Artwork) -> StreamObject:
    page = open_pdf(artwork.pdf).pages[0]
    forms = as_dictionary(look_up(as_dictionary(look_up(page, "/Resources")), "/XObject"))
    made = Copier(writer).copy_once(forms.raw_get(ARTWORK)).get_object()
    assert isinstance(made, StreamObject)
    return made


def enlarge(artwork: Artwork, width: float, height: float) -> Artwork:
    """The same page in another size in points."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(artwork.pdf)))
    writer.pdf_header = "%PDF-1.7"
    page = writer.pages[0]
    page[NameObject("/Contents")] = add_operators(writer, show_artwork(width, height))
    for key in BOXES:
        page[NameObject(key)] = make_array((0, 0, width, height))
    return Artwork(write_file(writer), (width, height))


def give_inks_meaning(artwork: Artwork) -> Artwork:
    """The same page with its process inks defined beside sRGB, as archived files want them."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(artwork.pdf)))
    writer.pdf_header = "%PDF-1.7"
    page = writer.pages[0]
    assert isinstance(page, DictionaryObject) and page.indirect_reference is not None
    explain_inks(writer, page.indirect_reference)
    return Artwork(write_file(writer), artwork.size)
