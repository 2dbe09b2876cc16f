"""Takes a drawn body, its tags and covers, gives the mail edition, PDF/UA-1 and PDF/A-2a; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Rejected
from layout.model.geometry import Rect
from layout.model.layout import Layout
from layout.output.access.headings import check_headings
from layout.output.access.inks import explain_inks
from layout.output.access.metadata import Publication, info_entries, write_xmp
from layout.output.access.tree import Echo, build_tree
from layout.output.access.wording import describe_brochure
from layout.output.access.write_tree import write_structure
from layout.output.covers.merge import CoverPage, merge_covers
from layout.output.covers.second_figures import add_echo
from layout.output.covers.tags import tag_cover
from layout.output.pdf.objects import make_dictionary, make_metadata, make_stream
from layout.output.pdf.pack import pack
from layout.output.pdf.store import add_object
from layout.resources.places import icc_folder

SCREEN_PROFILE = icc_folder() / "sRGB.icc"
NEEDLESS = ("/Trans", "/Rotate")
"""What pages are drawn with and say nothing by: no turn, no transition."""


def finish_mail(
    brochure: Brochure,
    layout: Layout,
    body: bytes,
    leaves: Sequence[Sequence[int]],
    front: CoverPage | None,
    back: CoverPage | None,
) -> bytes:
    """The finished file of `brochure`, whose `body` was drawn from `layout` with marked content.

    `leaves` are for each page the leaf of each marked content. Covers become figures with their alternative
    text, artifacts where that is empty. Raises Rejected where a heading would be read out of its order.
    """
    skipping = list(check_headings(brochure))
    if skipping:
        raise Rejected(skipping)
    about = describe_brochure(brochure)
    tree = build_tree(layout, leaves, brochure.languages, brochure.reading_order)
    if front is not None or back is not None:
        body = merge_covers(body, front, back)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(body)))
    pages = [page.indirect_reference for page in writer.pages if page.indirect_reference is not None]
    inner = pages[front is not None : len(pages) - (back is not None)]
    write_structure(writer, tree.root, inner)
    _add_echoes(inner, leaves, tree.echoes)
    for cover, page, first in ((front, pages[0], True), (back, pages[-1], False)):
        if cover is not None:
            tag_cover(writer, page, cover.alternative, Rect(0, 0, *cover.trim), first)
            explain_inks(writer, page)
    _tidy_pages(writer)
    _declare(writer, about)
    return pack(writer, make_dictionary({key: TextStringObject(v) for key, v in info_entries(about).items()}))


def _add_echoes(
    pages: Sequence[IndirectObject], leaves: Sequence[Sequence[int]], echoes: Sequence[Echo]
) -> None:
    """Gives what both languages share the marked content of the second one, behind those that were drawn."""
    counts = [len(drawn) for drawn in leaves]
    for echo in echoes:
        add_echo(pages[echo.page], counts[echo.page], echo.tag, echo.box)
        counts[echo.page] += 1


def _tidy_pages(writer: PdfWriter) -> None:
    """The tab key follows the structure (ISO 14289-1, 7.18.3)."""
    for page in writer.pages:
        for key in NEEDLESS:
            if not page.get(key):
                page.pop(key, None)
        page[NameObject("/Tabs")] = NameObject("/S")
        resources = page.get("/Resources")
        if isinstance(resources, DictionaryObject):
            resources.pop("/ProcSet", None)


def _declare(writer: PdfWriter, about: Publication) -> None:
    """What the catalog says of the whole file: language, tags, title, colours, metadata."""
    catalog = writer.root_object
    catalog[NameObject("/Lang")] = TextStringObject(about.languages[0])
    catalog[NameObject("/MarkInfo")] = make_dictionary({"/Marked": BooleanObject(True)})
    catalog[NameObject("/ViewerPreferences")] = make_dictionary({"/DisplayDocTitle": BooleanObject(True)})
    profile = make_stream(SCREEN_PROFILE.read_bytes(), {"/N": NumberObject(3)})
    intent: dict[str, PdfObject] = {
        "/Type": NameObject("/OutputIntent"),
        "/S": NameObject("/GTS_PDFA1"),
        "/OutputConditionIdentifier": TextStringObject("sRGB IEC61966-2.1"),
        "/DestOutputProfile": add_object(writer, profile),
    }
    catalog[NameObject("/OutputIntents")] = ArrayObject([make_dictionary(intent)])
    catalog[NameObject("/Metadata")] = add_object(writer, make_metadata(write_xmp(about)))
